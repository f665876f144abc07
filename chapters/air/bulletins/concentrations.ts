import { type BulletinBlock, changeInTable, changeInWords, joined, NO_VALUE, type Run } from '#engines/bulletins';
import type { AirPeriod, Comparison } from '#engines/evaluation';
import { cells, head, named, paragraph } from './cells.ts';
import type { Facts } from './facts.ts';
import { changeFigure, changeLabel, evidence, periodName, printed, statisticFigure } from './figures.ts';
import { STATISTICS, type StatisticRow } from './statistics.table.ts';

/** One pollutant in words: …浓度为36微克/立方米，同比下降5.3%; or that its valid days do not suffice. */
function sentence(facts: Facts, both: Comparison, row: StatisticRow): Run[] {
  const { now, before } = both;
  const name = `${row.name}${row.what}`;
  if (printed(now, row) === null) {
    const days = now.validDays[row.pollutant]?.days ?? 0;
    return [`${row.name}有效监测${days}天，有效数据不足，不作评价`];
  }
  const href = evidence(row.key, now.scope, now);
  const change = changeInWords(printed(now, row), printed(before, row), href, changeLabel(facts.place, now, row));
  return [`${name}为`, statisticFigure(facts.place, now, row), `${row.unit}，`, ...change];
}

/** All six in words, one sentence. */
export function concentrationText(facts: Facts, both: Comparison, opening: string): BulletinBlock {
  const runs = STATISTICS.flatMap((row, i) => [i ? '；' : '', ...sentence(facts, both, row)]);
  return paragraph(joined([opening, ...runs, '。']));
}

/** Particles without sand periods, where there were any. */
export function withoutSandText(facts: Facts, both: Comparison | null): BulletinBlock[] {
  if (!both) return [];
  const rows = STATISTICS.filter(({ pollutant }) => pollutant === 'PM10' || pollutant === 'PM25');
  const parts = rows
    .filter((row) => printed(both.now, row) !== null)
    .map((row): Run[] => {
      const href = evidence(row.key, both.now.scope, both.now, true);
      const owner = `${facts.place}（扣除沙尘影响）`;
      const figureOf = statisticFigure(owner, both.now, row);
      const opened = typeof figureOf === 'string' ? figureOf : { ...figureOf, href };
      const change = changeInWords(
        printed(both.now, row),
        printed(both.before, row),
        href,
        changeLabel(owner, both.now, row),
      );
      return [`${row.short}${row.what}为`, opened, `${row.unit}，`, ...change];
    });
  if (!parts.length) return [];
  const runs = parts.flatMap((part, i) => [i ? '；' : '', ...part]);
  return [paragraph(joined([`扣除沙尘天气影响后，${periodName(both.now)}`, ...runs, '。']))];
}

/** 环境空气质量综合指数 of the year so far; nothing where one of the six is missing. */
export function compositeText(facts: Facts, both: Comparison): BulletinBlock {
  const { now, before } = both;
  const index = compositeIndex(now);
  if (index === null) {
    return paragraph([`${periodName(now)}六项污染物中有项目有效数据不足，不计算环境空气质量综合指数。`]);
  }
  const href = evidence('composite', now.scope, now);
  const label = `${facts.year}年${periodName(now)}${facts.place}环境空气质量综合指数`;
  const leading = now.composite.leading.map((p) => STATISTICS.find((row) => row.pollutant === p)?.short ?? p);
  const share = leading.length
    ? `；对指数影响最大的污染物为${leading.join('、')}${leading.length > 1 ? '（并列）' : ''}`
    : '';
  const change = changeInWords(index, compositeIndex(before), href, `${label}同比变化`);
  return paragraph(
    joined([`${periodName(now)}环境空气质量综合指数为`, { text: index, href, label }, '，', ...change, `${share}。`]),
  );
}

const compositeIndex = (period: AirPeriod | null): string | null =>
  period && STATISTICS.every((row) => printed(period, row) !== null) ? period.composite.index : null;

/** The six pollutants of the month beside the year so far, each with last year's figure and the change. */
export function concentrationTable(facts: Facts): BulletinBlock {
  const periods = [facts.month, ...(facts.soFar ? [facts.soFar] : [])];
  const titles = periods.flatMap(({ now }) => [`${periodName(now)}`, '上年同期', '同比变化']);
  const rows = STATISTICS.map((row) => [
    named(row.short),
    ...cells(
      row.unit,
      ...periods.flatMap((both): Run[] => {
        const text = changeInTable(printed(both.now, row), printed(both.before, row));
        return [
          statisticFigure(facts.place, both.now, row),
          statisticFigure(facts.place, both.before, row),
          changeFigure(facts.place, both, row, text),
        ];
      }),
    ),
  ]);
  const missing = rows.some((row) => row.some((one) => one.runs[0] === NO_VALUE));
  return {
    kind: 'table',
    caption: `${facts.place}主要污染物浓度`,
    unit: null,
    rows: [head('污染物', '单位', ...titles), ...rows],
    notes: [
      `注：CO为日均值第95百分位浓度，O3为日最大8小时滑动平均值第90百分位浓度，其余为平均浓度；同比变化负值为下降。${missing ? '“—”表示有效数据不足或无同期数据。' : ''}`,
    ],
  };
}
