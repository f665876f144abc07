import { fromEvidence } from '#engines/indicators';

/** Muck loads whose loop is closed (26.2). */
export const loadsClosed = fromEvidence({
  id: 'dust.loads-closed',
  title: { zh: '渣土运输车次闭环率', en: 'Muck loads with a closed loop' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年出场车次中有准运许可、冲洗、密闭并到达消纳场所的比例。',
    en: 'Of the loads that left this year, those washed and sealed under a permit that reached a disposal site.',
  },
  words: ['渣土车闭环管理'],
  counts: { zh: '车次', en: 'loads' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.muck-loads' },
      on: 'leftOn',
      over: 'year',
      where: [{ column: 'loop', is: 'equal', than: 'closed' }],
    },
    in: { of: { ledger: 'dust.muck-loads' }, on: 'leftOn', over: 'year' },
  },
});
