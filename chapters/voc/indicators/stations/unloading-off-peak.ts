import { fromEvidence, type Tally } from '#engines/indicators';

const season = {
  of: { ledger: 'voc.unloading' },
  on: 'unloadedOn',
  over: 'year',
  exclude: [
    {
      id: 'outOfSeason',
      title: { zh: '不在6至9月', en: 'outside June to September' },
      when: [{ column: 'inSeason', is: 'equal', than: false }],
    },
  ],
} as const satisfies Tally;

/** Unloadings off peak in summer (7.2). */
export const unloadingOffPeak = fromEvidence({
  id: 'voc.unloading-off-peak',
  title: { zh: '夏季错峰卸油率', en: 'Summer unloading off peak' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '6至9月卸油中避开10时至18时的比例。',
    en: 'Of the unloadings from June to September, those outside 10:00 to 18:00.',
  },
  words: ['错峰装卸油'],
  counts: { zh: '次卸油', en: 'unloadings' },
  how: {
    verb: 'share',
    of: { ...season, where: [{ column: 'offPeak', is: 'equal', than: true }] },
    in: season,
  },
});
