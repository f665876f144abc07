import { fromEvidence, type Tally } from '#engines/indicators';

const needsNone: Tally['exclude'] = [
  {
    id: 'scrap-due',
    title: { zh: '年内报废', en: 'to be scrapped this year' },
    when: [{ column: 'exempt', is: 'equal', than: 'scrap-due' }],
  },
  {
    id: 'special',
    title: { zh: '特种车辆', en: 'special vehicle' },
    when: [{ column: 'exempt', is: 'equal', than: 'special' }],
  },
  {
    id: 'not-fittable',
    title: { zh: '不具备加装条件', en: 'cannot be fitted' },
    when: [{ column: 'exempt', is: 'equal', than: 'not-fittable' }],
  },
];
const due = {
  of: { ledger: 'vehicles.heavy' },
  on: 'registeredOn',
  over: 'stock',
  until: 'leftOn',
  exclude: needsNone,
} as const;

/** Of the heavy vehicles that must have a terminal, the share that is on line. */
export const heavyOnline = fromEvidence({
  id: 'vehicles.heavy-online',
  title: { zh: '重型车远程终端在线率', en: 'Heavy vehicles on line' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '应安装远程排放管理车载终端的重型车中已联网且没有离线的比例，列明不需安装原因的不计入。',
    en: 'Of the heavy vehicles that must have a remote emission terminal, the share that is on line; those with a stated reason do not count.',
  },
  words: ['终端在线率'],
  counts: { zh: '辆重型车', en: 'heavy vehicles' },
  how: { verb: 'share', of: { ...due, on: 'onlineOn', until: ['offlineOn', 'leftOn'] }, in: due },
});
