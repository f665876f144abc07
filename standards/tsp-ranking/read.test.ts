import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competitionRank } from '#standards/ranking';
import { listing, readCityTable, readDistrictTable } from './index.ts';

const cells = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** The notice of 2021-10-16 to 31, as printed. */
const OCTOBER_2021 = cells(`
10月16-31日全市街道(乡镇)TSP浓度排名
(后30名)
排序 (倒序)|所属区|街道(乡镇)|排序 (倒序)|所属区|街道(乡镇)
1|丰台区|云岗街道|15|通州区|中仓街道
1|丰台区|王佐镇|15|大兴区|西红门镇
3|房山区|长阳镇|15|房山区|阎村镇
4|大兴区|兴丰街道|15|房山区|青龙湖镇
4|丰台区|长辛店街道|15|通州区|于家务乡
4|大兴区|林校路街道|15|丰台区|宛平街道
7|大兴区|清源街道|22|丰台区|玉泉营街道
8|房山区|拱辰街道|22|大兴区|庞各庄镇
8|大兴区|高米店街道|22|丰台区|花乡街道
8|丰台区|北宫镇|22|房山区|窦店镇
11|大兴区|天宫院街道|26|丰台区|东高地街道
11|大兴区|观音寺街道|26|大兴区|旧宫镇
13|大兴区|黄村镇|26|丰台区|和义街道
13|房山区|良乡镇|26|丰台区|南苑街道
15|房山区|西潞街道|26|丰台区|新村街道
`);

describe('table A: the 30 worst streets', () => {
  const table = readCityTable(OCTOBER_2021);
  it('two blocks side by side are one list, the worst first', () => {
    expect(table.problems).toEqual([]);
    expect(table.rows).toHaveLength(30);
    expect(table.rows[0]).toEqual({ place: 1, district: '丰台区', street: '云岗街道' });
    expect(table.rows[15]).toEqual({ place: 15, district: '通州区', street: '中仓街道' });
  });
  it('a street in it knows how many places lead out', () => {
    expect(listing(table, '丰台区', '王佐镇')).toEqual({ listed: true, place: 1, shared: true, toLeave: 30 });
    expect(listing(table, '丰台区', '新村街道')).toEqual({ listed: true, place: 26, shared: true, toLeave: 5 });
    expect(listing(table, '大兴区', '清源街道')).toMatchObject({ place: 7, shared: false });
  });
  it('a street that is not in it is better than the 30th', () => {
    expect(listing(table, '西城区', '大栅栏街道')).toEqual({ listed: false, betterThan: 30 });
  });
  it('the same name in another district is another street', () => {
    expect(listing(table, '西城区', '新村街道')).toEqual({ listed: false, betterThan: 30 });
  });

  const without = (row: number) => OCTOBER_2021.filter((_, i) => i !== row);
  const changed = (row: number, column: number, text: string) =>
    OCTOBER_2021.map((line, i) => (i === row ? line.map((cell, j) => (j === column ? text : cell)) : line));
  it.each([
    ['another table', cells('排名|区|月均浓度\n1|密云|16'), ['no-head']],
    ['only a head', OCTOBER_2021.slice(0, 3), ['no-rows']],
    ['a place that is no number', changed(4, 0, '一'), ['place-missing']],
    ['a place that does not follow', changed(5, 0, '2'), ['place-wrong']],
    ['a street without a name', changed(6, 2, ''), ['name-missing']],
    ['a street named twice', changed(4, 2, '云岗街道'), ['named-twice']],
  ])('%s is named as a problem', (_, table_, codes) => {
    expect(readCityTable(table_).problems.map(({ code }) => code)).toEqual(codes);
  });
  it('a lost line shows, and then nobody is said to be out of the list', () => {
    const lost = readCityTable(without(12));
    expect(lost.problems.map(({ code }) => code)).toContain('row-count');
    expect(listing(lost, '西城区', '大栅栏街道')).toBeNull();
    expect(listing(lost, '丰台区', '云岗街道')).toMatchObject({ place: 1 });
  });
  it('a problem says where, in both languages', () => {
    const [first] = readCityTable(changed(5, 0, '2')).problems;
    expect(first).toMatchObject({ row: 6, zh: expect.stringContaining('排序'), en: expect.stringContaining('place') });
  });
  it('any list of 30 that is ranked by the rule is read without a problem', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 90 }), { minLength: 30, maxLength: 30 }), (values) => {
        const ranked = competitionRank(
          values.map((value, i) => ({ value, name: `街道${i}` })),
          ({ value }) => value,
          'desc',
        );
        const rows = ranked.map(({ item, place }) => [String(place), '西城区', item.name]);
        const sheet = [['排序（倒序）', '所属区', '街道（乡镇）'], ...rows];
        expect(readCityTable(sheet)).toMatchObject({ problems: [], rows: { length: 30 } });
      }),
    ));
});

describe('table B: best and worst of the districts', () => {
  const TABLE = cells(`
区|前三名|街道（乡镇）|TSP浓度|后三名|街道（乡镇）|TSP浓度
东城区|1|景山街道|71|1|永定门外街道|84
|2|朝阳门街道|73|2|体育馆路街道|82
|2|东华门街道|73|2|龙潭街道|82
西城区|1|西长安街街道|72|1|广安门外街道|88
|1|什刹海街道|72|2|白纸坊街道|86
|3|牛街街道|74|3|展览路街道|85
`);
  it('the name of a district stands for the rows below it', () => {
    const { rows, problems } = readDistrictTable(TABLE);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(12);
    expect(rows.filter(({ district, end }) => district === '西城区' && end === 'worst')).toEqual([
      { district: '西城区', end: 'worst', place: 1, street: '广安门外街道', tsp: 88 },
      { district: '西城区', end: 'worst', place: 2, street: '白纸坊街道', tsp: 86 },
      { district: '西城区', end: 'worst', place: 3, street: '展览路街道', tsp: 85 },
    ]);
  });
  const changed = (row: number, column: number, text: string) =>
    TABLE.map((line, i) => (i === row ? line.map((cell, j) => (j === column ? text : cell)) : line));
  it.each([
    ['equal figures with different places', changed(3, 1, '3'), ['value-wrong']],
    ['a best street that is worse than the next', changed(1, 3, '99'), ['value-wrong']],
    ['a figure that is no integer', changed(4, 3, '72.5'), ['value-wrong', 'value-wrong']],
    ['no street', changed(2, 5, ''), ['name-missing']],
    ['table A', OCTOBER_2021, ['no-head']],
  ])('%s is named as a problem', (_, table, codes) => {
    expect(readDistrictTable(table).problems.map(({ code }) => code)).toEqual(codes);
  });
});
