import { fromEvidence } from '#engines/indicators';

/** Places of the emergency list whose measures were renewed this year (31.1). */
export const listRenewed = fromEvidence({
  id: 'response.list-renewed',
  title: { zh: '应急减排清单更新率', en: 'Emergency list renewed' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '清单单位中当年已更新一厂一策减排措施的比例。',
    en: 'Of the places on the list, those whose measures were renewed this year.',
  },
  words: ['清单更新'],
  counts: { zh: '家单位', en: 'places' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'response.emergency-list' }, on: 'renewedOn', over: 'year' },
    by: 'number',
    in: { of: { ledger: 'response.emergency-list' }, on: 'listedOn', over: 'stock', until: 'leftOn' },
  },
});
