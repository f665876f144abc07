import { chineseToNumber } from '../recognise/numerals.ts';

/** A figure with its unit: [start, end) with the suffix 以上, 左右 …; value in whole units (3.4万 → 34000). */
export type Quantity = {
  start: number;
  end: number;
  value: number;
  unit: string;
  suffix: string;
  kind: 'count' | 'share' | 'amount' | 'time';
};

const SHARE = ['个百分点', '百分点', '%', '％'];
const COUNT = [
  '辆次',
  '台次',
  '人次',
  '家次',
  '户次',
  '件次',
  '批次',
  '台套',
  '台（套）',
  '个点位',
  '组',
  '家',
  '个',
  '辆',
  '台',
  '套',
  '项',
  '处',
  '座',
  '户',
  '次',
  '遍',
  '名',
  '位',
  '条',
  '人',
  '件',
  '份',
  '起',
  '场',
  '期',
  '批',
  '根',
  '支',
  '棵',
  '株',
  '盏',
  '块',
  '轮',
];
const TIME = ['小时', '分钟', '工作日', '年', '个月', '月', '天', '日', '周'];
const AMOUNT = [
  '吨标准煤',
  '吨标煤',
  '吨煤',
  '蒸吨',
  '吨',
  '千克',
  '公斤',
  '微克',
  '毫克',
  '克',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '公里',
  '千米',
  '延米',
  '米',
  '公顷',
  '亩',
  '千瓦时',
  '千瓦',
  '兆瓦',
  '马力',
  '升',
  '元',
  '倍',
  '分贝',
  '分',
  '℃',
  '度',
  'μg',
  'ug',
  'mg',
  'km2',
  'km²',
  'km',
  'kg',
  'm2',
  'm²',
  'm3',
  'm³',
  'MW',
  'kW',
  'g',
  't',
];
const PER = '(?:平方公里|平方千米|平方米|立方米|公里|月|年|天|日|小时|人|台|辆|万元|km2|km²|m3|m³|m2|m²)';
const literal = (unit: string) => unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const UNIT = [...SHARE, ...COUNT, ...AMOUNT, ...TIME]
  .toSorted((a, b) => b.length - a.length)
  .map(literal)
  .join('|');
const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const HAN = '[一二两三四五六七八九十百千]+';
const SUFFIX = '(?:左右|上下|(?:（含）|\\(含\\))?及?以[上下](?:（含）|\\(含\\))?|以内|之内)';
const QUANTITY = new RegExp(
  `(?:(百分之)(${HAN}|\\d+)|(?<![\\d.A-Za-z])(${FIGURE})\\s*(万|亿|千|百)?(?:余|多)?\\s*((?:${UNIT})(?:[/／](?:${PER}(?:\\s*[·•.・*]\\s*(?:${PER}))?))?)|(${HAN})(家|个|次|组|项|台|辆|座|处|场|批次|遍)(?!别|性|体|人|月|站式|步))(${SUFFIX})?`,
  'g',
);
const TIMES: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** All figures with units in a text whose names are masked. Chinese figures count only before a measure word. */
export function quantitiesIn(masked: string): Quantity[] {
  const out: Quantity[] = [];
  for (const m of masked.matchAll(QUANTITY)) {
    const [all, percent, percentFigure, figure, times, unit, han, hanUnit, suffix] = m;
    let value: number | undefined;
    if (percent) value = /\d/.test(percentFigure!) ? Number(percentFigure) : chineseToNumber(percentFigure!);
    else if (figure) value = Number((Number(figure.replaceAll(',', '')) * (TIMES[times ?? ''] ?? 1)).toPrecision(12));
    else value = chineseToNumber(han!);
    if (value === undefined) continue;
    const plain = percent ? '%' : (unit ?? hanUnit!).replace('％', '%').replace(/\s/g, '').replace('／', '/');
    out.push({
      start: m.index,
      end: m.index + all.length,
      value,
      unit: plain,
      suffix: suffix ?? '',
      kind: kindOf(plain),
    });
  }
  return out;
}

function kindOf(unit: string): Quantity['kind'] {
  if (SHARE.includes(unit)) return 'share';
  if (COUNT.includes(unit)) return 'count';
  return TIME.includes(unit) ? 'time' : 'amount';
}
