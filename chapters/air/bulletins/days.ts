import { type BulletinBlock, differenceInWords, joined, NO_VALUE, type Run } from '#engines/bulletins';
import type { AirDay, AirPeriod, Comparison } from '#engines/evaluation';
import { AQI_CLASSES } from '#standards/hj-633';
import { isPollutant, printedName } from '#standards/pollutants';
import { competitionRank } from '#standards/ranking';
import { cells, head, named, paragraph } from './cells.ts';
import type { Facts } from './facts.ts';
import { daysFigure, evidence, periodName } from './figures.ts';

/** 优 and 良 read better with 级 behind them */
const LAST_GOOD = 2;
/** What opens a count of one class: the days it is counted among. */
const AMONG = ['good_days', 'good_days', 'valid_days', 'valid_days', 'heavy_days', 'heavy_days'] as const;

/** Counts that are printed, each with the statistic whose evidence opens it. */
const COUNTS = [
  { id: 'valid', evidence: 'valid_days', what: '有效监测天数', of: (p: AirPeriod) => p.days.valid },
  ...AQI_CLASSES.map(({ level, zh }) => ({
    id: `level-${level}`,
    evidence: AMONG[level - 1] ?? 'valid_days',
    what: `${zh}${level <= LAST_GOOD ? '级' : ''}天数`,
    of: (p: AirPeriod) => p.days.byLevel[level - 1] ?? 0,
  })),
  { id: 'good', evidence: 'good_days', what: '优良天数', of: (p: AirPeriod) => p.days.good },
  { id: 'heavy', evidence: 'heavy_days', what: '重污染天数', of: (p: AirPeriod) => p.days.heavy },
] as const;
type Count = (typeof COUNTS)[number];
const count = (id: string) => COUNTS.find((one) => one.id === id) as Count;

const inFigure = (period: AirPeriod, one: Count) => daysFigure(period, one.evidence, one.of(period), one.what);
const baseOf = (period: AirPeriod | null) => (period && period.days.valid > 0 ? period : null);

const difference = ({ now, before }: Comparison, one: Count): Run[] => {
  const base = baseOf(before);
  const href = evidence(one.evidence, now.scope, now);
  const label = `${now.from.slice(0, 4)}年${periodName(now)}${one.what}同比增减`;
  return differenceInWords(one.of(now), base && one.of(base), '天', href, label);
};

/** Days by class of one period in words. */
export function daysText(both: Comparison): BulletinBlock {
  const { now } = both;
  const [good, heavy, valid] = [count('good'), count('heavy'), count('valid')];
  const level = (n: number) => inFigure(now, count(`level-${n}`));
  const ratio: Run[] = now.days.goodRatio
    ? ['，优良天数比例为', daysFigure(now, 'good_ratio', `${now.days.goodRatio}%`, '优良天数比例')]
    : [];
  const sand: Run[] = now.days.sandExceeding
    ? ['；受沙尘天气影响超标', daysFigure(now, 'valid_days', now.days.sandExceeding, '沙尘超标天数'), '天']
    : [];
  return paragraph(
    joined([
      `${periodName(now)}有效监测`,
      inFigure(now, valid),
      '天，优良天数',
      inFigure(now, good),
      '天（优',
      level(1),
      '天、良',
      level(2),
      '天），',
      ...difference(both, good),
      ...ratio,
      '；轻度污染',
      level(3),
      '天，中度污染',
      level(4),
      '天；重污染天数',
      inFigure(now, heavy),
      '天（重度污染',
      level(5),
      '天、严重污染',
      level(6),
      '天），',
      ...difference(both, heavy),
      ...sand,
      '。',
    ]),
  );
}

/** Which pollutants led the month's days above level 1, most frequent first; equal ones share their place. */
export function primaryText(facts: Facts): BulletinBlock[] {
  const counts = new Map<string, number>();
  for (const { primary } of facts.days) for (const p of primary) counts.set(p, (counts.get(p) ?? 0) + 1);
  if (!counts.size) return [];
  const ranked = competitionRank([...counts], ([, n]) => String(n), 'desc');
  const parts = ranked.map(({ item: [code, n], shared }, i): Run[] => [
    i ? '、' : '',
    isPollutant(code) ? printedName(code) : code,
    '（',
    daysFigure(facts.month.now, 'valid_days', n, `首要污染物为${isPollutant(code) ? printedName(code) : code}的天数`),
    `天${shared ? '，并列' : ''}）`,
  ]);
  return [paragraph(joined([`${facts.monthNo}月首要污染物按出现天数依次为`, ...parts.flat(), '。']))];
}

/** Days by class, the month and the year so far, beside last year's. */
export function daysTable(facts: Facts): BulletinBlock {
  const periods = [facts.month, ...(facts.soFar ? [facts.soFar] : [])];
  const rows = COUNTS.map((one) => [
    named(one.what),
    ...cells(
      ...periods.flatMap((both): Run[] => {
        const base = baseOf(both.before);
        const change = base ? one.of(both.now) - one.of(base) : null;
        return [
          inFigure(both.now, one),
          base ? inFigure(base, one) : NO_VALUE,
          change === null ? NO_VALUE : signed(change),
        ];
      }),
    ),
  ]);
  return {
    kind: 'table',
    caption: `${facts.place}空气质量各级别天数`,
    unit: '天',
    rows: [head('项目', ...periods.flatMap(({ now }) => [periodName(now), '上年同期', '增减'])), ...rows],
    notes: [
      '注：优良天数为空气质量指数（AQI）不大于100的天数，重污染天数为AQI大于200的天数；有效监测天数不同时增减仅供参考。',
    ],
  };
}

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));

/** Days that sand touched. */
export const sandDays = (days: readonly AirDay[]): readonly AirDay[] => days.filter(({ sand }) => sand);
