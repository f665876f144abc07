import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveDustfall } from '../formulas.ts';

/** Dustfall 降尘量 of a street in a month (23.1), t/(km²·month), with and without the share of sand-dust. */
export const dustfallSamples: LedgerDefinition = {
  id: 'dust.dustfall-samples',
  title: { zh: '降尘量监测', en: 'Dustfall' },
  entry: { zh: '个月样', en: 'monthly samples' },
  about: {
    zh: '各街道降尘缸月样：总量、沙尘影响扣除量和扣除后的降尘量（吨/平方公里·月）都保留，按30天折算。',
    en: "The month's dust jar of each street: the whole, the share of sand-dust, and what is left (t/km² a month of 30 days); all three are kept.",
  },
  key: ['point', 'month'],
  name: 'point',
  keeper: 'unit',
  place: 'point',
  refreshDays: null,
  derive: deriveDustfall,
  columns: [
    c.text('point', '点位', 'Point', { required: true, longest: 60, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.month('month', '月份', 'Month', { required: true, filter: true, sort: true }),
    c.date('setOn', '放缸日期', 'Set out', { required: true }),
    c.date('takenOn', '收缸日期', 'Taken in', { required: true }),
    c.integer('days', '采样天数', 'Days', '天', { required: true, least: 1, most: 62 }),
    c.decimal('mass', '降尘质量', 'Mass', '克', { required: true, most: 1000, decimals: 4 }),
    c.decimal('area', '缸口面积', 'Mouth', '平方厘米', { required: true, least: 1, most: 10_000, decimals: 2 }),
    c.decimal('dustfall', '降尘量（含沙尘）', 'Dustfall with sand', '吨/平方公里·月', {
      derived: true,
      most: 500,
      decimals: 2,
      sort: true,
    }),
    c.decimal('sand', '沙尘扣除量', 'Share of sand', '吨/平方公里·月', { most: 500, decimals: 2 }),
    c.decimal('withoutSand', '降尘量（扣除沙尘）', 'Dustfall without sand', '吨/平方公里·月', {
      derived: true,
      most: 500,
      decimals: 2,
      sort: true,
    }),
    c.choice(
      'valid',
      '有效性',
      'Valid',
      [
        ['yes', '有效', 'valid'],
        ['no', '无效', 'void'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '监测单位', 'Measured by', { required: true, filter: true }),
    c.remark(),
  ],
  complete: ['place'],
  contradictions: [
    contradiction('moreWithoutSand', '扣除沙尘后反而更大', 'more without sand than with it', [
      { column: 'withoutSand', is: 'more', than: { column: 'dustfall' } },
    ]),
    contradiction('takenBeforeSet', '收缸早于放缸', 'taken in before it was set out', [
      { column: 'takenOn', is: 'before', than: { column: 'setOn' } },
    ]),
  ],
};
