import { fromEvidence } from '#engines/indicators';

/** Failed samples that were handled (3.2). */
export const failuresHandled = fromEvidence({
  id: 'voc.failures-handled',
  title: { zh: '不合格样品处理率', en: 'Failed samples handled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年不合格样品中已处理的比例。',
    en: 'Of the samples that failed this year, those dealt with.',
  },
  words: ['不合格处理'],
  counts: { zh: '组样品', en: 'samples' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.product-samples' },
      on: 'handledOn',
      sameYear: 'sampledOn',
      over: 'year',
      where: [{ column: 'result', is: 'equal', than: 'fail' }],
    },
    in: {
      of: { ledger: 'voc.product-samples' },
      on: 'sampledOn',
      over: 'year',
      where: [{ column: 'result', is: 'equal', than: 'fail' }],
    },
  },
});
