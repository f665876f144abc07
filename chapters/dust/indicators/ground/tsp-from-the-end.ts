import { fromEvidence } from '#engines/indicators';

/** The worst place of our streets in the newest list of the city, counted from the end (27.1). */
export const tspFromTheEnd = fromEvidence({
  id: 'dust.tsp-from-the-end',
  title: { zh: 'TSP最差街道倒数位次', en: 'Worst street by TSP, from the end of the list' },
  unit: '名',
  spokenUnit: { zh: '名', en: 'places from the end' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '最近一期市级通报中，本区街道自全市末位起数的最小位次；未列入后30名的街道记31，即31为全部退出后30名。各街道按自身位次。',
    en: 'The smallest place, counted from the end of the newest list of the city, that any of our streets has; a street that is not listed counts as the 31st, so 31 means that all are out of the last 30. A street has its own.',
  },
  words: ['TSP'],
  counts: { zh: '条排名', en: 'places' },
  how: {
    verb: 'least',
    of: { of: { ledger: 'dust.tsp-ranking' }, on: 'publishedOn', over: 'latest', amount: 'fromEnd' },
  },
});
