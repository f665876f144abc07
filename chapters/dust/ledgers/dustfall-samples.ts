import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { SAND_WAYS } from '#standards/hj-1221';
import { deriveDustfall } from '../formulas.ts';

const UNIT = '吨/平方公里·月';
const ways = Object.entries(SAND_WAYS).map(([id, { zh, en }]): [string, string, string] => [id, zh, en]);

/** Dustfall 降尘量 of a street in a month (23.1), t/(km²·month), with and without the share of sand-dust. */
export const dustfallSamples: LedgerDefinition = {
  id: 'dust.dustfall-samples',
  title: { zh: '降尘量监测', en: 'Dustfall' },
  entry: { zh: '个月样', en: 'monthly samples' },
  about: {
    zh: '各街道降尘缸月样：含沙尘和扣除沙尘的降尘量（吨/平方公里·月，按30天折算）都保留，按HJ 1221计算。',
    en: "The month's dust jar of each street by HJ 1221: dustfall with sand and with its share taken out (t/km² in 30 days); both are kept.",
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
    c.decimal('days', '采样天数', 'Days', '天', {
      required: true,
      least: 0.1,
      most: 62,
      decimals: 1,
      help: { zh: '精确到0.1天。', en: 'To a tenth of a day.' },
    }),
    c.decimal('loaded', '样品加瓷坩埚质量', 'Dish with residue', '克', { required: true, most: 1000, decimals: 4 }),
    c.decimal('empty', '瓷坩埚质量', 'Dish', '克', { required: true, most: 1000, decimals: 4 }),
    c.decimal('blank', '乙二醇空白', 'Blank', '克', { most: 100, decimals: 4 }),
    c.decimal('area', '缸口面积', 'Mouth', '平方厘米', { required: true, least: 1, most: 10_000, decimals: 2 }),
    c.decimal('dustfall', '降尘量（含沙尘）', 'Dustfall with sand', UNIT, {
      derived: true,
      least: -500,
      most: 500,
      decimals: 1,
      sort: true,
    }),
    c.decimal('sandDays', '沙尘天数', 'Sand days', '天', {
      most: 62,
      decimals: 1,
      help: {
        zh: '当月沙尘日确认后填写，无沙尘填0；未填写时不产生扣除后的数值。',
        en: 'Once the sand days are known; 0 for none. Without it there is no figure without sand.',
      },
    }),
    c.choice('sandWay', '沙尘扣除方法', 'Way of taking sand out', ways, {
      help: { zh: '有沙尘而未选方法时，当月不参与统计。', en: 'A month with sand and no way named does not count.' },
    }),
    c.decimal('sandMass', '沙尘日降尘质量', 'Dust of the sand days', '克', { most: 1000, decimals: 4 }),
    c.decimal('referenceNow', '对照点降尘量', 'Reference point now', UNIT, { most: 500, decimals: 1 }),
    c.decimal('referenceUsual', '对照点常值', 'Reference point, usual', UNIT, { most: 500, decimals: 1 }),
    c.decimal('withoutSand', '降尘量（扣除沙尘）', 'Dustfall without sand', UNIT, {
      derived: true,
      most: 500,
      decimals: 1,
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
  complete: ['place', 'sandDays'],
  contradictions: [
    contradiction('emptyWeighsMore', '坩埚质量大于样品加坩埚质量', 'the empty dish weighs more than the loaded one', [
      { column: 'empty', is: 'more', than: { column: 'loaded' } },
    ]),
    contradiction('moreSandDaysThanDays', '沙尘天数多于采样天数', 'more sand days than days', [
      { column: 'sandDays', is: 'more', than: { column: 'days' } },
    ]),
    contradiction('takenBeforeSet', '收缸早于放缸', 'taken in before it was set out', [
      { column: 'takenOn', is: 'before', than: { column: 'setOn' } },
    ]),
  ],
};
