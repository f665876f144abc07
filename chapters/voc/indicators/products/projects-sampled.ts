import { fromEvidence } from '#engines/indicators';

/** Government-funded projects sampled (4.1). */
export const projectsSampled = fromEvidence({
  id: 'voc.projects-sampled',
  title: { zh: '政府投资工程抽检覆盖率', en: 'Funded projects sampled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '当年至少抽检一次的政府投资工程占当年在建涉涂料胶粘剂工程的比例，当年完工的仍计入。',
    en: 'Government-funded projects sampled at least once this year, of those under way in the year that use paints or glues; one that ends stays in it to the end of the year.',
  },
  words: ['抽检覆盖率'],
  counts: { zh: '个工程', en: 'projects' },
  how: {
    verb: 'coverage',
    of: {
      of: { ledger: 'voc.product-samples' },
      on: 'sampledOn',
      over: 'year',
    },
    by: 'project',
    in: {
      of: { ledger: 'voc.funded-projects' },
      on: 'beginsOn',
      over: 'stock',
      until: 'endedOn',
      untilYearEnd: true,
      where: [{ column: 'usesPaint', is: 'equal', than: true }],
    },
  },
});
