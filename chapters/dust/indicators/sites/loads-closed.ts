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
    zh: '当年出场车次中闭环的比例：密闭并冲洗后出场，出场当日车辆在渣土车辆台账中有同号有效准运许可，24小时内到达当日在用的消纳场所；缺出场或到达时刻的，当日到达才算。',
    en: "Of the loads that left this year, those whose loop is closed: sealed and washed, under the truck's permit of that number valid on that day, at a disposal site open on the day of arrival within 24 hours; without both hours, only arrival on the same day counts.",
  },
  words: ['渣土车闭环管理'],
  counts: { zh: '车次', en: 'loads' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.muck-loads' },
      on: 'arrivedOn',
      over: 'year',
      sameYear: 'leftOn',
      where: [{ column: 'loop', is: 'equal', than: 'whole' }],
      backed: [
        {
          by: 'plate',
          ledger: 'dust.muck-trucks',
          on: 'leftOn',
          from: 'permitFrom',
          until: ['permitUntil', 'leftOn'],
          alike: [{ column: 'permit', as: 'permit' }],
        },
        { by: 'disposal', ledger: 'dust.disposal-sites', on: 'arrivedOn', from: 'openedOn', until: ['closedOn'] },
      ],
    },
    in: { of: { ledger: 'dust.muck-loads' }, on: 'leftOn', over: 'year' },
  },
});
