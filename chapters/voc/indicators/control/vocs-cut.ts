import { fromEvidence } from '#engines/indicators';

/** Tonnes of VOCs cut, verified, against what the city assigns (10.1). */
export const vocsCut = fromEvidence({
  id: 'voc.vocs-cut',
  title: { zh: 'VOCs减排量', en: 'VOCs cut' },
  unit: '吨',
  spokenUnit: { zh: '吨', en: 't' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年核定的VOCs减排量之和，不予认定的不计入。',
    en: 'VOCs cut by projects verified this year; rejected claims are left out.',
  },
  words: ['VOCs总量减排'],
  counts: { zh: '个项目', en: 'projects' },
  how: {
    verb: 'sum',
    of: {
      of: { ledger: 'energy.reduction-projects' },
      on: 'verifiedOn',
      over: 'year',
      amount: 'tonnes',
      where: [{ column: 'pollutant', is: 'equal', than: 'vocs' }],
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
