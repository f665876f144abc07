import { fromEvidence } from '#engines/indicators';

/** Responses confirmed in time (31.1). */
export const responsesConfirmed = fromEvidence({
  id: 'response.responses-confirmed',
  title: { zh: '预警响应按时确认率', en: 'Responses confirmed in time' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年历次预警中按时确认响应的清单单位比例。',
    en: 'Of the listed places told of warnings this year, those that confirmed in time.',
  },
  words: ['响应确认'],
  counts: { zh: '条落实', en: 'confirmations' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.confirmations' },
      on: 'startedOn',
      over: 'year',
      where: [{ column: 'inTime', is: 'equal', than: 'yes' }],
    },
    in: { of: { ledger: 'response.confirmations' }, on: 'startedOn', over: 'year' },
  },
});
