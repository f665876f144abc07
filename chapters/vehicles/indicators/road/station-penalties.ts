import { fromEvidence } from '#engines/indicators';

/** Inspections of repair shops that ended with a fine. */
export const stationPenalties = fromEvidence({
  id: 'vehicles.station-penalties',
  title: { zh: '维修企业处罚数', en: 'Repair shops penalised' },
  unit: '起',
  spokenUnit: { zh: '起', en: 'penalties' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年对维修企业的执法检查中作出罚款的次数。',
    en: 'Inspections of repair shops in the year that ended with a fine.',
  },
  words: ['维修企业处罚'],
  counts: { zh: '次执法检查', en: 'inspections' },
  how: {
    verb: 'count',
    of: {
      of: { inspections: ['vehicles.repair-shop-check'] },
      on: 'visitedOn',
      over: 'year',
      where: [{ column: 'penalty', is: 'more', than: 0 }],
    },
  },
});
