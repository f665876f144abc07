import { fromEvidence } from '#engines/indicators';

/** Patrols in the season of the ban (28.1). */
export const fireworksPatrols = fromEvidence({
  id: 'city.fireworks-patrols',
  title: { zh: '烟花爆竹巡查次数', en: 'Fireworks patrols' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'patrols' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对销售点、社区和公共场所的烟花爆竹巡查次数。',
    en: 'Patrols of shops, communities and public places about fireworks this year.',
  },
  words: ['烟花爆竹巡查'],
  counts: { zh: '次烟花巡查', en: 'patrols' },
  how: { verb: 'count', of: { of: { inspections: ['city.fireworks-patrol'] }, on: 'visitedOn', over: 'year' } },
});
