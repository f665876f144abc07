import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { type Matchable, matchMeasures } from './match.ts';

const measure = (id: string, taskTitle: string, text: string): Matchable => ({ id, taskTitle, text, targets: [] });

const lastYear = [
  measure(
    '3.2',
    '推进低VOCs含量产品源头替代',
    '加大生产、销售环节抽检力度，抽检涉VOCs产品不低于12组，超标的依法查处。',
  ),
  measure(
    '11.5',
    '加快车辆电动化',
    '新增和更新的环卫车辆中，电动、氢燃料电池车占比达到80%以上，开展新能源渣土车试点。',
  ),
  measure('11.6', '加快车辆电动化', '邮政新增和更新4.5吨以下车辆力争全部为电动车。'),
  measure('23.1', '严控降尘量', '全区降尘量控制在5.1吨/平方公里·月以内。'),
  measure('28.1', '烟花爆竹管控', '继续实施烟花爆竹禁放，加强巡查。'),
];

describe('a measure carries on last year’s where it', () => {
  it('has the same wording under another number', () => {
    const thisYear = [
      measure('9.1', '加快车辆电动化', lastYear[2]!.text),
      measure('20.4', '严控降尘量', lastYear[3]!.text),
    ];
    expect(matchMeasures(lastYear, thisYear).map((p) => [p.before, p.after, p.similarity])).toEqual([
      [2, 0, 1],
      [3, 1, 1],
    ]);
  });

  it('is reworded or has another figure', () => {
    const thisYear = [
      measure(
        '2.2',
        '推进低VOCs含量产品替代',
        '加大生产、销售环节抽检力度，全年抽检涉VOCs产品不少于15组，对超标产品依法严肃查处。',
      ),
      measure('23.1', '严控降尘量', '全区及各街道降尘量控制在4.5吨/平方公里·月以内。'),
    ];
    const pairs = matchMeasures(lastYear, thisYear);
    expect(pairs.map((p) => [p.before, p.after])).toEqual([
      [0, 0],
      [3, 1],
    ]);
    expect(pairs.every((p) => p.similarity < 1)).toBe(true);
  });

  it('not where only the language of offices is shared', () => {
    expect(
      matchMeasures(lastYear, [measure('28.1', '碳排放', '加强监管，推进碳排放权交易试点，建立企业碳账户。')]),
    ).toEqual([]);
  });

  it('not where the plan before is empty', () => {
    expect(matchMeasures([], lastYear)).toEqual([]);
    expect(matchMeasures(lastYear, [])).toEqual([]);
  });

  it('and two measures never carry on the same one', () => {
    const split = [
      measure('11.5', '加快车辆电动化', '新增和更新的环卫车辆中，电动、氢燃料电池车占比达到80%以上。'),
      measure('11.6', '加快车辆电动化', '开展新能源渣土车试点。'),
      measure('11.7', '加快车辆电动化', lastYear[2]!.text),
    ];
    const pairs = matchMeasures(lastYear, split);
    expect(new Set(pairs.map((p) => p.before)).size).toBe(pairs.length);
    expect(pairs.find((p) => p.after === 2)?.before).toBe(2);
    expect(pairs.find((p) => p.after === 0)?.before).toBe(1);
  });
});

it('the assignment is the best of all assignments', () => {
  const best = (gains: number[][], row = 0, taken = 0): number => {
    if (row === gains.length) return 0;
    return Math.max(
      best(gains, row + 1, taken),
      ...gains[row]!.map((g, c) => (taken & (1 << c) ? 0 : g + best(gains, row + 1, taken | (1 << c)))),
    );
  };
  const gains = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([r, c]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: c, maxLength: c }), {
      minLength: r,
      maxLength: r,
    }),
  );
  fc.assert(
    fc.property(gains, (table) => {
      const columns = assign(table);
      const used = columns.filter((c) => c >= 0);
      expect(new Set(used).size).toBe(used.length);
      expect(columns.reduce((sum, c, r) => sum + (c < 0 ? 0 : table[r]![c]!), 0)).toBe(best(table));
    }),
  );
});
