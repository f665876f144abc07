import { fromEvidence } from '#engines/indicators';

/** Ended warnings that were evaluated in time (31.1). */
export const warningsEvaluated = fromEvidence({
  id: 'response.warnings-evaluated',
  title: { zh: '预警事后评估率', en: 'Warnings evaluated' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年完成评估或评估到期（解除后30天）的预警中，按期评估的比例；未到期的不计。',
    en: 'Of the warnings evaluated or due this year (30 days after they end), those evaluated in time; those not yet due are not in it.',
  },
  words: ['预警评估'],
  counts: { zh: '次预警', en: 'warnings' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.warnings' },
      on: 'judgedOn',
      over: 'year',
      where: [{ column: 'evaluated', is: 'equal', than: 'yes' }],
    },
    in: { of: { ledger: 'response.warnings' }, on: 'judgedOn', over: 'year' },
  },
});
