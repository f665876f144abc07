import { fromEvidence } from '#engines/indicators';

/** Tonnes of NOx cut, verified, against what the city assigns (22.1). */
export const noxCut = fromEvidence({
  id: 'energy.nox-cut',
  title: { zh: '氮氧化物减排量', en: 'NOx cut' },
  unit: '吨',
  spokenUnit: { zh: '吨', en: 't' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年核定的氮氧化物减排量之和，不予认定的不计入。',
    en: 'NOx cut by projects verified this year; rejected claims are left out.',
  },
  words: ['氮氧化物总量减排'],
  counts: { zh: '个项目', en: 'projects' },
  how: {
    verb: 'sum',
    of: {
      of: { ledger: 'energy.reduction-projects' },
      on: 'verifiedOn',
      over: 'year',
      amount: 'tonnes',
      where: [{ column: 'pollutant', is: 'equal', than: 'nox' }],
      exclude: [
        {
          id: 'rejected',
          title: { zh: '不予认定', en: 'rejected' },
          when: [{ column: 'state', is: 'equal', than: 'rejected' }],
        },
        {
          id: 'claimed',
          title: { zh: '申报尚未核定', en: 'claimed, not verified yet' },
          when: [{ column: 'state', is: 'equal', than: 'claimed' }],
        },
      ],
    },
  },
});
