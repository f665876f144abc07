import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal } from '#standards/gb-t-8170';
import {
  checkSheet,
  creditCodeValid,
  districtCut,
  type EnterpriseSheet,
  firmCut,
  gradesOn,
  LEVELS,
  type LevelPlan,
  POLLUTANTS,
} from './index.ts';

const TRANSPORT = { trucksAllowed: ['6', 'new-energy'], machinesStop: true };
const cut = (percent: string): LevelPlan => ({
  actions: [{ does: 'cut', line: 'L1', percent }],
  checks: [{ line: 'L1', by: 'power', what: '总表', mostKilowatts: '80' }],
  transport: TRANSPORT,
});
const STOP: LevelPlan = {
  actions: [
    { does: 'stop', line: 'L1' },
    { does: 'cut', line: 'L1', point: 'P1', percent: '50' },
    { does: 'stop', line: 'L2', point: 'P3' },
  ],
  checks: [
    { line: 'L1', by: 'line-status', what: '印刷机停机' },
    { line: 'L2', by: 'on-site', what: '现场查看' },
  ],
  transport: TRANSPORT,
};
const printer: EnterpriseSheet = {
  name: '某印刷有限公司',
  creditCode: '91350100M000100Y43',
  address: '西城区某街1号',
  street: '大栅栏街道',
  permit: null,
  industry: '包装印刷',
  grade: 'C',
  year: 2021,
  lines: [
    { id: 'L1', name: '胶印线', process: '胶印' },
    { id: 'L2', name: '锅炉', process: '供热' },
  ],
  points: [
    { id: 'P1', line: 'L1', name: '1号排气筒', kind: 'stack', daily: { SO2: 0, NOx: 0, PM: '0.4', VOCs: '6.0' } },
    { id: 'P2', line: 'L1', name: '车间', kind: 'fugitive', daily: { SO2: 0, NOx: 0, PM: '0.1', VOCs: '2.0' } },
    {
      id: 'P3',
      line: 'L2',
      name: '锅炉烟囱',
      kind: 'stack',
      daily: { SO2: '0.2', NOx: '3.0', PM: '0.1', VOCs: '0.0' },
    },
  ],
  levels: { yellow: cut('20'), orange: cut('50'), red: STOP },
  responsible: [{ role: '负责人', name: '王某', phone: '010-0000' }],
  board: true,
};
const codes = (sheet: EnterpriseSheet) =>
  checkSheet(sheet).map(({ code, where }) => (where ? `${code} ${where}` : code));
const withYellow = (yellow: Partial<LevelPlan>): EnterpriseSheet => ({
  ...printer,
  levels: { ...printer.levels, yellow: { ...printer.levels.yellow, ...yellow } },
});

describe('a firm’s sheet', () => {
  it('that is whole has no problem', () => expect(codes(printer)).toEqual([]));
  it.each<[string, EnterpriseSheet, string[]]>([
    [
      'a wrong check character',
      { ...printer, creditCode: '91350100M000100Y44' },
      ['credit-code-wrong 91350100M000100Y44'],
    ],
    ['nobody answers', { ...printer, responsible: [] }, ['no-responsible']],
    ['a year that is none', { ...printer, year: 21 }, ['grade-unknown C']],
    ['grade D before it was given', { ...printer, grade: 'D', year: 2019 }, ['grade-unknown D']],
    ['no action at yellow', withYellow({ actions: [], checks: [] }), ['no-action yellow']],
    [
      'an action on a line that is not there',
      withYellow({ actions: [{ does: 'stop', line: 'L9' }] }),
      ['unknown-line yellow L9', 'no-check yellow L9'],
    ],
    [
      'a cut of more than all',
      withYellow({ actions: [{ does: 'cut', line: 'L1', percent: '120' }] }),
      ['percent-wrong yellow L1', 'milder-than-lower-level orange P1', 'milder-than-lower-level orange P2'],
    ],
    ['an action that nobody can see', withYellow({ checks: [] }), ['no-check yellow L1']],
    [
      'a check by power without a limit',
      withYellow({ checks: [{ line: 'L1', by: 'power', what: '总表' }] }),
      ['power-limit-missing yellow L1'],
    ],
    [
      'yellow stricter than orange',
      withYellow({ actions: [{ does: 'stop', line: 'L1', point: 'P2' }] }),
      ['milder-than-lower-level orange P2'],
    ],
    [
      'a point of another line',
      withYellow({ actions: [{ does: 'stop', line: 'L1', point: 'P3' }] }),
      ['unknown-point yellow P3'],
    ],
    [
      'no line at all',
      {
        ...printer,
        lines: [],
        points: [],
        levels: { yellow: { ...STOP, actions: [] }, orange: { ...STOP, actions: [] }, red: { ...STOP, actions: [] } },
        grade: 'A',
      },
      ['no-line'],
    ],
  ])('%s', (_, sheet, expected) => expect(codes(sheet)).toEqual(expected));
  it('grade A and leading firms may leave a level empty', () => {
    const empty = { actions: [], checks: [], transport: TRANSPORT };
    const levels = { yellow: empty, orange: empty, red: empty };
    expect(codes({ ...printer, grade: 'A', levels })).toEqual([]);
    expect(codes({ ...printer, grade: 'leading', levels })).toEqual([]);
    expect(codes({ ...printer, grade: 'B', levels })).toHaveLength(3);
  });
  it('a missing emission is a gap, not a fault; every problem speaks both languages', () => {
    const [first, ...rest] = printer.points;
    const gap = {
      ...printer,
      points: [{ ...(first as (typeof printer.points)[0]), daily: { SO2: 0, NOx: 0, PM: null, VOCs: '6' } }, ...rest],
    };
    const [problem] = checkSheet(gap);
    expect(problem).toMatchObject({ code: 'emission-missing', where: 'P1 PM', fault: false });
    expect(problem?.zh).toMatch(/日排放量/);
  });
});

describe('the credit code', () => {
  it.each(['91350100M000100Y43', '91330100799655058B'])('%s', (code) => expect(creditCodeValid(code)).toBe(true));
  it.each(['', '91350100M000100Y4', '91350100I000100Y43', '91350100M000100Y34'])('not %j', (code) =>
    expect(creditCodeValid(code)).toBe(false),
  );
});

describe('the cut', () => {
  it('is a share of each point, the strongest action counting once', () => {
    expect(firmCut(printer, 'yellow').VOCs).toEqual({ base: '8.00', cut: '1.60', sharePercent: '20.0', missing: [] });
    expect(firmCut(printer, 'red')).toMatchObject({
      VOCs: { cut: '8.00', sharePercent: '100.0' },
      NOx: { cut: '3.00', sharePercent: '100.0' },
      SO2: { base: '0.20', cut: '0.20' },
    });
    expect(firmCut(printer, 'orange')).toMatchObject({ NOx: { cut: '0.00', sharePercent: '0.0' } });
  });
  it('of a firm without a figure there is none, and it names the point', () => {
    const points = printer.points.map((point, i) => (i ? point : { ...point, daily: { ...point.daily, PM: null } }));
    expect(firmCut({ ...printer, points }, 'red').PM).toEqual({
      base: null,
      cut: null,
      sharePercent: null,
      missing: ['P1'],
    });
    expect(firmCut({ ...printer, points }, 'red').VOCs.cut).toBe('8.00');
  });
  const total = { SO2: '2', NOx: '100', PM: null, VOCs: '80' };
  it('of the district is held against 10, 20 and 30 % of all emissions', () => {
    const red = districtCut([printer, { ...printer, name: '另一家' }], 'red', total, '2021-11-05');
    expect(red.VOCs).toEqual({ cut: '16.00', sharePercent: '20.0', required: '30', met: false, incomplete: [] });
    expect(red.SO2).toMatchObject({ sharePercent: '20.0', met: false });
    expect(red.PM).toMatchObject({ sharePercent: null, met: null });
    expect(districtCut([printer], 'yellow', { ...total, VOCs: '16' }, '2021-11-05').VOCs).toMatchObject({
      sharePercent: '10.0',
      met: true,
    });
    expect(districtCut([printer], 'red', total, '2015-01-01').VOCs).toMatchObject({ required: null, met: null });
  });
  it('too little with an incomplete sheet is open; enough is enough', () => {
    const points = printer.points.map((point) => ({ ...point, daily: { ...point.daily, VOCs: null } }));
    const open = { ...printer, name: '缺数据', points };
    expect(districtCut([printer, open], 'red', total, '2021-11-05').VOCs).toMatchObject({
      met: null,
      incomplete: ['缺数据'],
    });
    expect(districtCut([printer, open], 'red', { ...total, VOCs: '20' }, '2021-11-05').VOCs.met).toBe(true);
  });
  it('of a sheet without fault never shrinks as the level rises', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (a, b) => {
        const sheet = { ...printer, levels: { yellow: cut(String(a)), orange: cut(String(b)), red: STOP } };
        if (checkSheet(sheet).some(({ fault }) => fault)) return;
        for (const pollutant of POLLUTANTS) {
          const [yellow, orange, red] = LEVELS.map((level) => firmCut(sheet, level)[pollutant].cut as string);
          expect(compareDecimal(orange as string, yellow as string)).toBeGreaterThanOrEqual(0);
          expect(compareDecimal(red as string, orange as string)).toBeGreaterThanOrEqual(0);
        }
      }),
    ));
});

it('grades A to C in 2019, D and leading firms since 2020', () => {
  expect(Object.keys(gradesOn('2019-12-01')?.grades ?? {})).toEqual(['A', 'B', 'C', 'ungraded']);
  expect(gradesOn('2021-12-01')).toMatchObject({ industries: 39, grades: { leading: { duty: 'self' } } });
  expect(gradesOn('2018-01-01')).toBeNull();
});
