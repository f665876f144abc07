import type { AirEvidence } from '../wire.ts';

type Rule = AirEvidence['rules'][number];

/** What a figure's page names as its rules, in the order in which they are applied. */
export const EVIDENCE_RULES = {
  dayMean: {
    standard: 'GB 3095',
    clause: '表4 / table 4',
    text: {
      zh: '日均值至少有20个有效小时值；标记为可疑、无效、校准、维护的小时不参加统计。',
      en: 'A day mean needs 20 valid hours; suspect, invalid, calibration and maintenance hours take no part.',
    },
  },
  mda8: {
    standard: 'HJ 663',
    clause: '4.3',
    text: {
      zh: '臭氧取08:00至24:00各8小时滑动平均的最大值，每个平均至少6小时，至少14个平均有效；不足14个而最大值超过限值的也有效。',
      en: 'Ozone: the largest of the 8-hour means ending 08:00 to 24:00, each of at least 6 hours; 14 of the 17 are needed unless the largest exceeds the limit.',
    },
  },
  area: {
    standard: 'HJ 663',
    clause: '区域评价 / areas',
    text: {
      zh: '全区日值为有效点位未修约日值的算术平均，有效点位须达到设定比例（辖区设置，默认75%）。',
      en: "The district's day is the mean of its valid stations' unrounded values; the share of stations needed is a setting (75 % by default).",
    },
  },
  mean: {
    standard: 'HJ 663 · GB/T 8170',
    clause: '数据统计、修约 / statistics, rounding',
    text: {
      zh: '时段均值由未修约的有效日值求得，按四舍六入五成双一次修约。',
      en: 'The mean of a period is made of unrounded valid day values and rounded once, half to even.',
    },
  },
  percentile: {
    standard: 'HJ 663-2013',
    clause: '附录A / annex A',
    text: {
      zh: '百分位数：日值升序，序号k=1+(n−1)·p%，相邻两值线性内插，一次修约。',
      en: 'Percentile: day values ascending, rank k = 1 + (n−1)·p %, linear between the neighbours, rounded once.',
    },
  },
  index: {
    standard: 'HJ 633',
    clause: '4、5',
    text: {
      zh: '空气质量指数取各项分指数的最大值，分指数向上进位取整；重污染为AQI大于200，优良为AQI不大于100。',
      en: 'The AQI is the largest individual index, each rounded up; heavy pollution is above 200, good days are up to 100.',
    },
  },
  composite: {
    standard: '环办〔2014〕64号',
    clause: '综合指数 / composite index',
    text: {
      zh: '综合指数为六项浓度与二级标准限值之比之和（一氧化碳取第95百分位，臭氧取第90百分位）。',
      en: 'The composite index is the sum of six concentrations over their class 2 limits (CO by its 95th, ozone by its 90th percentile).',
    },
  },
  sand: {
    standard: '环办监测〔2016〕120号',
    clause: '沙尘扣除 / sand-dust deduction',
    text: {
      zh: '扣除沙尘的数值不含沙尘时段的颗粒物；天数统计不扣除。沙尘时段为导入数据，注明来源。',
      en: 'Figures without sand leave out the particles of sand periods; day counts do not. Sand periods are imported with their source.',
    },
  },
} as const satisfies Record<string, Rule>;
