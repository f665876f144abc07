import { fromEvidence } from '#engines/indicators';

const listed = {
  of: { ledger: 'vehicles.over-limit' },
  over: 'stock',
  where: [{ column: 'focus', is: 'equal', than: true }],
} as const;

/** Of the vehicles to be met first on the black list, the share that was dealt with. */
export const overLimitHandled = fromEvidence({
  id: 'vehicles.over-limit-handled',
  title: { zh: '重点超标车处理率', en: 'Black-listed vehicles dealt with' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '黑名单中未办进京证或多次超标的外埠车（重点执法对象），已处罚、复检合格或通报车籍地的比例。',
    en: 'Of the black-listed vehicles from elsewhere without a permit or found repeatedly, the share that was penalised, passed a retest or was passed on.',
  },
  words: ['黑名单数据库'],
  counts: { zh: '辆超标车', en: 'over-limit vehicles' },
  how: { verb: 'share', of: { ...listed, on: 'handledOn' }, in: { ...listed, on: 'listedOn' } },
});
