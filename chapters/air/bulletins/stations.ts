import { type BulletinBlock, changeInTable, enumerated, joined, NO_VALUE, type Run } from '#engines/bulletins';
import { competitionRank, type Ranked } from '#standards/ranking';
import { cells, head, paragraph } from './cells.ts';
import type { Facts, StationFacts } from './facts.ts';
import { changeFigure, printed, statisticFigure } from './figures.ts';
import { STATISTICS, type StatisticRow } from './statistics.table.ts';

const PM25 = STATISTICS[0] as StatisticRow;

const pm25Of = ({ month }: StationFacts) => printed(month?.now, PM25);
/** the change without its sign of percent, so that it ranks */
const changeOf = (station: StationFacts) => {
  const text = changeInTable(pm25Of(station), printed(station.month?.before, PM25));
  return text === NO_VALUE ? null : text.replace('%', '');
};

/** Best and worst station by the printed figure; who shares a place is said to share it. */
export function stationsText(facts: Facts): BulletinBlock[] {
  const ranked = competitionRank(facts.stations, pm25Of, 'asc').filter(({ place }) => place !== null);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!best || !worst) return [paragraph(['各站点PM2.5有效数据不足，不作排名。'])];
  const figureOf = ({ item }: Ranked<StationFacts>) => statisticFigure(item.name, item.month?.now, PM25);
  if (pm25Of(best.item) === pm25Of(worst.item)) {
    const names = ranked.map(({ item }): Run[] => [item.name]);
    const together = ranked.length > 1 ? '并列，均' : '';
    return [
      paragraph(joined([...enumerated(names), `站PM2.5平均浓度${together}为`, figureOf(best), `${PM25.unit}。`])),
    ];
  }
  const sharing = (one: Ranked<StationFacts>) => {
    const names = ranked.filter(({ place }) => place === one.place).map(({ item }): Run[] => [item.name]);
    return [...enumerated(names), names.length > 1 ? '（并列）' : ''];
  };
  return [
    paragraph(
      joined([
        '各站点PM2.5平均浓度范围为',
        figureOf(best),
        '—',
        figureOf(worst),
        `${PM25.unit}，最低为`,
        ...sharing(best),
        '，最高为',
        ...sharing(worst),
        '。',
      ]),
    ),
  ];
}

/** Two lists side by side, each sorted by itself: the value, and the change (the greatest improvement first). */
export function stationRankTable(facts: Facts): BulletinBlock {
  const byValue = competitionRank(facts.stations, pm25Of, 'asc');
  const byChange = competitionRank(facts.stations, changeOf, 'asc');
  const place = (one: Ranked<StationFacts>) => (one.place === null ? NO_VALUE : String(one.place));
  const rows = byValue.map((left, i) => {
    const right = byChange[i] as Ranked<StationFacts>;
    const both = right.item.month;
    const change = changeOf(right.item);
    return cells(
      place(left),
      left.item.name,
      pm25Of(left.item) === null ? '有效数据不足' : statisticFigure(left.item.name, left.item.month?.now, PM25),
      place(right),
      right.item.name,
      both && change !== null ? changeFigure(right.item.name, both, PM25, `${change}%`) : NO_VALUE,
    );
  });
  return {
    kind: 'table',
    caption: `各站点PM2.5平均浓度及同比变化`,
    unit: PM25.unit,
    rows: [head('排名', '站点', '平均浓度', '排名', '站点', '同比变化'), ...rows],
    notes: ['注：左右两列分别按平均浓度、同比变化由低到高排列，数值相同的并列；同比变化负值为下降。'],
  };
}

/** All six pollutants of each station, the district in the last row. */
export function stationTable(facts: Facts): BulletinBlock {
  const owners = [...facts.stations, { name: `${facts.place}（全区）`, scope: facts.scope, month: facts.month }];
  const rows = owners.map(({ name, month, scope }) =>
    cells(
      name,
      ...STATISTICS.map((row) => statisticFigure(scope === facts.scope ? facts.place : name, month?.now, row)),
    ),
  );
  return {
    kind: 'table',
    caption: '各站点主要污染物浓度',
    unit: '微克/立方米（CO为毫克/立方米）',
    rows: [head('站点', ...STATISTICS.map(({ short }) => short)), ...rows],
    notes: ['注：全区各项日均值为各站点有效日均值的算术平均，全区浓度由全区日均值统计；“—”表示有效数据不足。'],
  };
}
