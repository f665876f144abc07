import { chineseToNumber } from '../recognise/numerals.ts';
import { AMOUNTS, COUNTS, PER, SHARES, TIMES_OF } from './units-of-measure.table.ts';

/** A figure with its unit: [start, end) with the suffix 以上, 左右 …; value in whole units (3.4万 → 34000). */
export type Quantity = {
  start: number;
  end: number;
  value: number;
  /** the upper end of a range: 20%～30%, 3至5家 */
  high?: number;
  unit: string;
  suffix: string;
  kind: 'count' | 'share' | 'amount' | 'time';
  /** 翻一番: it grows by as much */
  grows?: boolean;
};

const literal = (unit: string) => unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const anyOf = (...lists: (readonly string[])[]) =>
  lists
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

const BELOW = `(?:${anyOf(PER)})`;
const PRODUCT = `${BELOW}(?:\\s*[·•.・*×⋅﹒]\\s*${BELOW})?`;
const UNIT = `(?:${anyOf(SHARES, COUNTS, AMOUNTS, TIMES_OF)})(?:\\s*[/／]\\s*(?:${PRODUCT}|[（(]${PRODUCT}[）)])|每(?:立方米|平方米|平方公里|公里|季度|[月年天日周])(?:每[月年天日])?)?`;
const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const TO = '\\s*(?:[-—–~～－]+|至|到)\\s*';
const HAN = '[一二两三四五六七八九十百千]+';
const SUFFIX =
  '(?:左右|上下|(?:（含）|\\(含\\))?及?以[上下](?:（含）|\\(含\\))?|以内|之内|内(?=[，。；、]|$)|封顶|为限)';
const TIMES = '万|亿|千|百';

const QUANTITY = new RegExp(
  `(?:(?<percent>百分之(?:(?<percentFigure>${HAN}|\\d+(?:\\.\\d+)?)(?:${TO}百分之(?<percentHigh>${HAN}|\\d+))?)|百分百)` +
    `|(?<![\\d.A-Za-z])(?<figure>${FIGURE})\\s*(?<times>${TIMES})?(?:余|多)?(?:(?:${UNIT})?${TO}(?<high>${FIGURE})\\s*(?<highTimes>${TIMES})?(?:余|多)?)?\\s*(?<unit>${UNIT})` +
    `|(?<![\\u4e00-\\u9fff]分之|[第同新上本首下这哪])(?<han>${HAN})(?:${TO}(?<hanHigh>${HAN}))?(?<hanUnit>家|个|次|组|项|台|辆|座|处|场|批次|遍|轮|套|户|名|件|期|条|支|所|人次|万吨|吨|万户|公里|亩|万亩)(?!别|性|体|人|月|站式|步|例)` +
    `|(?<divisor>[二三四五六七八九十])分之(?<part>[一二两三四五六七八九])` +
    `|(?<tenths>[一二三四五六七八九两])成(?=以|左右|的|[，。；、]|$)` +
    `|(?<=(?:指数|AQI|得分|评分|分值)[^，；。\\d]{1,10})(?<bare>\\d+(?:\\.\\d+)?)(?![\\d.]|\\s*(?!以[上下内]|左右)[a-zA-Z\\u4e00-\\u9fff%])` +
    `|(?<half>一半|半数|过半)|(?<doubled>翻(?<doublings>[一两二])?番)` +
    `)\\s*(?<suffix>${SUFFIX})?`,
  'g',
);
const TIMES_VALUE: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const exact = (value: number) => Number(value.toPrecision(12));
const figureOf = (figure: string, times: string | undefined) =>
  exact(Number(figure.replaceAll(',', '')) * (TIMES_VALUE[times ?? ''] ?? 1));
const percentOf = (figure: string) => (/\d/.test(figure) ? Number(figure) : chineseToNumber(figure));

type Read = { value: number | undefined; high?: number | undefined; unit: string; grows?: boolean };

/** All figures with units in a text whose names are masked. Chinese figures count only before a measure word. */
export function quantitiesIn(masked: string): Quantity[] {
  const out: Quantity[] = [];
  for (const found of masked.matchAll(QUANTITY)) {
    const g = found.groups!;
    const { value, high, unit, grows } = read(g);
    if (value === undefined) continue;
    const ranged = high !== undefined && high > value;
    out.push({
      start: found.index,
      end: found.index + found[0].trimEnd().length,
      value,
      ...(ranged ? { high } : {}),
      unit,
      suffix: g.suffix ?? '',
      kind: kindOf(unit),
      ...(grows ? { grows } : {}),
    });
  }
  return shareUnits(masked, out);
}

function read(g: Record<string, string | undefined>): Read {
  if (g.bare) return { value: Number(g.bare), unit: '' };
  if (g.percent)
    return {
      value: g.percentFigure ? percentOf(g.percentFigure) : 100,
      high: g.percentHigh ? percentOf(g.percentHigh) : undefined,
      unit: '%',
    };
  if (g.figure) {
    const times = g.times ?? (g.high ? g.highTimes : undefined);
    return {
      value: figureOf(g.figure, times),
      high: g.high ? figureOf(g.high, g.highTimes) : undefined,
      unit: unitAs(g.unit!),
    };
  }
  if (g.han) {
    const times = g.hanUnit!.startsWith('万') ? 10_000 : 1;
    const value = chineseToNumber(g.han);
    const high = g.hanHigh ? chineseToNumber(g.hanHigh) : undefined;
    return {
      value: value === undefined ? undefined : value * times,
      high: high === undefined ? undefined : high * times,
      unit: g.hanUnit!.replace('万', ''),
    };
  }
  if (g.divisor)
    return {
      value: exact(Math.round((chineseToNumber(g.part!)! / chineseToNumber(g.divisor)!) * 1e4) / 100),
      unit: '%',
    };
  if (g.tenths) return { value: chineseToNumber(g.tenths)! * 10, unit: '%' };
  if (g.doubled) return { value: g.doublings === '两' || g.doublings === '二' ? 300 : 100, unit: '%', grows: true };
  return { value: 50, unit: '%' };
}

/** One spelling of a unit: 微克每立方米 and 微克／立方米 are 微克/立方米; no brackets below the stroke. */
function unitAs(written: string): string {
  return written
    .replace(/\s/g, '')
    .replace('％', '%')
    .replace('／', '/')
    .replace(/^个(批次|工作日|小时)/, '$1')
    .replace(/每/, '/')
    .replace(/每/, '·')
    .replace(/\/[（(]([^（()）]*)[）)]$/, '/$1')
    .replace(/(?<=\/.+)[•.・*×⋅﹒]/, '·');
}

function kindOf(unit: string): Quantity['kind'] {
  if ((SHARES as readonly string[]).includes(unit)) return 'share';
  if ((COUNTS as readonly string[]).includes(unit.split('/')[0]!)) return 'count';
  return (TIMES_OF as readonly string[]).includes(unit) ? 'time' : 'amount';
}

/** 分别不高于53和32微克/立方米: the unit is said once, at the end. */
function shareUnits(masked: string, found: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (const quantity of found) {
    const before = masked.slice(0, quantity.start);
    const bare = new RegExp(`(?<![\\d.A-Za-z])(?:(?:${FIGURE})\\s*(?:、|和|及|与|以及)\\s*)+$`).exec(before);
    if (bare && /分别/.test(before.slice(Math.max(0, bare.index - 14), bare.index)))
      for (const one of bare[0].matchAll(new RegExp(FIGURE, 'g'))) {
        const start = bare.index + one.index;
        const { high: _high, ...alike } = quantity;
        out.push({ ...alike, start, end: start + one[0].length, value: figureOf(one[0], undefined) });
      }
    out.push(quantity);
  }
  return out;
}
