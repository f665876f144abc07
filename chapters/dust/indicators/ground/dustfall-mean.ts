import { fromEvidence } from '#engines/indicators';

/** Dustfall without sand-dust, mean of the valid monthly samples of the year (23.1). */
export const dustfallMean = fromEvidence({
  id: 'dust.dustfall-mean',
  title: { zh: '降尘量（扣除沙尘）年均', en: 'Dustfall without sand, mean of the year' },
  unit: '吨/平方公里·月',
  spokenUnit: { zh: '吨/平方公里·月', en: 't/km² a month' },
  better: 'lower',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年各点位有效月样扣除沙尘后的降尘量平均值（HJ 1221，按报出的一位小数月值平均）；沙尘天数未确认或因沙尘不参与统计的月份不计；“控制在5.1以内”按年均判定，各月数值见佐证。',
    en: 'Mean of the valid monthly samples of the year, sand-dust deducted (HJ 1221, of the monthly results as reported with one decimal); months whose sand days are not known or that sand drops do not count; the limit is judged by the mean of the year, the months are its evidence.',
  },
  words: ['降尘量'],
  counts: { zh: '个月样', en: 'monthly samples' },
  how: {
    verb: 'mean',
    of: {
      of: { ledger: 'dust.dustfall-samples' },
      on: 'month',
      over: 'year',
      amount: 'withoutSand',
      exclude: [
        {
          id: 'void',
          title: { zh: '无效样品', en: 'void samples' },
          when: [{ column: 'valid', is: 'equal', than: 'no' }],
        },
      ],
    },
  },
});
