import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '#standards/editions';
import {
  checkEntry,
  classesOf,
  findRow,
  inUnitOf,
  isLowVoc,
  rowProblems,
  standardsOn,
  VOC_GAPS,
  VOC_LIMITS,
  VOC_SETTINGS,
  VOC_STANDARDS,
  type VocEntry,
  type VocLimitRow,
  type VocSettings,
} from './index.ts';

const OFFSET_INK: VocEntry = {
  family: 'ink',
  path: ['胶印油墨', '单张胶印油墨'],
  content: { value: '3' },
  unit: '%',
  origin: 'measured',
  density: null,
  state: 'delivered',
  manufactured: '2021-06-01',
  used: '2021-07-01',
};
const check = (changes: Partial<VocEntry>, settings: Partial<VocSettings> = {}) =>
  checkEntry({ ...OFFSET_INK, ...changes }, { ...VOC_SETTINGS, ...settings });
const reason = (...args: Parameters<typeof check>) => {
  const [verdict] = check(...args).verdicts;
  return verdict?.result === 'open' ? verdict.reason : verdict?.result;
};
const REFINISH = {
  family: 'vehicle',
  path: ['溶剂型涂料', '汽车修补用涂料', '底漆'],
  unit: 'g/L',
  state: 'application',
} as const;
const WALL = { family: 'wall', path: ['水性墙面涂料', '内墙涂料'], unit: 'g/L', state: 'application' } as const;

describe('a ledger entry', () => {
  it('at its limit complies, above it exceeds, by an exact amount', () => {
    expect(check({}).result).toBe('complies');
    const over = check({ content: { value: '3.01' } });
    expect(over).toMatchObject({ result: 'exceeds', verdicts: [{ by: { amount: '0.01', percent: '0.3' } }] });
  });
  it('is compared as a decimal, of which binary floating point would lose the end', () => {
    expect(check({ content: { value: '3.000' } }).result).toBe('complies');
    expect(check({ content: { value: '3.00000000000000000001' } }).result).toBe('exceeds');
  });
  it('is compared rounded to the limit when a district so sets (GB/T 8170 修约值比较法)', () => {
    expect(check({ content: { value: '3.4' } }, { comparison: 'rounded' }).result).toBe('complies');
    expect(check({ content: { value: '3.5' } }, { comparison: 'rounded' }).verdicts[0]).toMatchObject({
      result: 'exceeds',
      value: '4',
    });
  });
  it('in g/kg is compared with a limit in %', () => {
    expect(check({ content: { value: '30' }, unit: 'g/kg' }).result).toBe('complies');
    expect(check({ content: { value: '31' }, unit: 'g/kg' }).result).toBe('exceeds');
  });
  it('in g/L is compared with a limit in % by its density, and not without', () => {
    expect(reason({ content: { value: '30' }, unit: 'g/L' })).toBe('unit-not-comparable');
    expect(check({ content: { value: '30' }, unit: 'g/L', density: '1.0' }).result).toBe('complies');
    expect(check({ content: { value: '30' }, unit: 'g/L', density: '0.99' }).result).toBe('exceeds');
    expect(reason({ content: { value: '30' }, unit: 'g/L', density: '0' })).toBe('unit-not-comparable');
  });
  it('in % is not compared with a limit that counts without water, whatever the density', () => {
    expect(reason({ ...WALL, content: { value: '3' }, unit: '%', density: '1.3' })).toBe('limit-without-water');
  });
  it('without a value, or with one that no product can have, is open', () => {
    expect(reason({ content: null })).toBe('no-value');
    expect(reason({ content: { value: 'n/a' } })).toBe('no-value');
    expect(reason({ content: { value: '-1' } })).toBe('implausible-value');
    expect(reason({ content: { value: '100.1' } })).toBe('implausible-value');
  });
  it('that is not detected complies when the detection limit is below the limit, else it is open', () => {
    expect(check({ content: { below: '0.5' } }).result).toBe('complies');
    expect(reason({ content: { below: '5' } })).toBe('detection-above-limit');
  });
  it('measured in another state than the limit is open; a state not said is assumed, and the verdict says so', () => {
    expect(reason({ state: 'application' })).toBe('other-state');
    expect(check({ state: null }).verdicts[0]).toMatchObject({ result: 'complies', stateAssumed: true });
  });
});

describe('the edition', () => {
  it('is that of the day of making, or of use where that is set or all that is known', () => {
    const paint = { ...REFINISH, content: { value: '600' } };
    expect(check({ ...paint, manufactured: '2026-05-31', used: '2026-07-01' }).verdicts[0]?.standard).toBe(
      'GB24409-2020',
    );
    expect(check({ ...paint, manufactured: null, used: '2026-06-01' }).verdicts[0]?.standard).toBe('GB30981.2-2025');
    const byUse = check({ ...paint, manufactured: '2026-05-31', used: '2026-07-01' }, { editionBy: 'use' });
    expect(byUse.verdicts[0]?.standard).toBe('GB30981.2-2025');
  });
  it('inks had no limit before 2021-04-01: open, not passed', () => {
    expect(reason({ manufactured: '2021-03-31' })).toBe('no-edition');
    expect(reason({ manufactured: null, used: null })).toBe('no-date');
    expect(reason({ manufactured: '2021-02-30', used: null })).toBe('no-date');
  });
  it('coatings change on 2026-06-01 without a day between', () => {
    for (const family of ['protective', 'vehicle', 'wood', 'wall'] as const)
      for (const date of ['2026-05-31', '2026-06-01']) {
        const national = standardsOn(date, family).filter(({ standard }) => standard.startsWith('GB'));
        expect(national).toHaveLength(1);
      }
  });
});

describe('a class', () => {
  it('that the table has not is open, and so is one whose limit could not be sourced', () => {
    expect(reason({ path: ['荧光油墨'] })).toBe('no-class');
    expect(reason({ family: 'cleaner', path: ['有机溶剂清洗剂'], unit: 'g/L' })).toBe('limit-not-sourced');
    expect(reason({ family: 'wood', path: ['溶剂型涂料', '聚氨酯类'], unit: 'g/L' })).toBe('limit-not-sourced');
    expect(reason({ family: 'adhesive', path: ['水基型胶粘剂'], unit: 'g/L' })).toBe('limit-not-sourced');
  });
  it('named too widely is open and offers what lies below it', () => {
    const [verdict] = check({ path: ['水性油墨', '凹印油墨'] }).verdicts;
    expect(verdict).toMatchObject({
      reason: 'class-too-wide',
      choices: [
        ['水性油墨', '凹印油墨', '吸收性承印物'],
        ['水性油墨', '凹印油墨', '非吸收性承印物'],
      ],
    });
  });
  it('of a wall paint in Beijing answers to two standards; while one is open, so is the entry', () => {
    const wall = check({ ...WALL, content: { value: '60' } });
    expect(wall.result).toBe('open');
    expect(wall.verdicts.map((v) => [v.standard, v.result])).toEqual([
      ['GB18582-2020', 'complies'],
      ['DB11/3005-2017', 'open'],
    ]);
    expect(check({ ...WALL, content: { value: '81' } }).result).toBe('exceeds');
  });
  it('whose sources disagree is open between the two numbers, and only there', () => {
    const flexo = (value: string) => reason({ path: ['水性油墨', '柔印油墨', '吸收性承印物'], content: { value } });
    expect(['5', '7', '10', '10.1'].map(flexo)).toEqual([
      'complies',
      'sources-disagree',
      'sources-disagree',
      'exceeds',
    ]);
  });
  it('that rests on one source is open where a district wants more', () => {
    const paint = { ...REFINISH, content: { value: '600' } };
    expect(check(paint).result).toBe('exceeds');
    expect(reason(paint, { oneSourceDecides: false })).toBe('one-source-only');
  });
  it('gets its limit from a row that a district has read in the text', () => {
    const read: VocLimitRow = {
      ...(VOC_LIMITS.find((row) => row.standard === 'GB38508-2020') as VocLimitRow),
      path: ['有机溶剂清洗剂'],
      limit: '900',
      certainty: 'text',
      source: '标准文本，2026-11 由区大气办核对',
    };
    expect(rowProblems(read)).toEqual([]);
    expect(rowProblems({ ...read, source: ' ', limit: 'many' })).toEqual(['limit', 'source']);
    const cleaner = { family: 'cleaner', path: ['有机溶剂清洗剂'], unit: 'g/L', content: { value: '899' } } as const;
    expect(check(cleaner, { additionalRows: [read] }).result).toBe('complies');
  });
});

describe('low in VOC', () => {
  it('is a water-borne ink that keeps its limit, never a solvent ink; of coatings nothing is said', () => {
    const low = (changes: Partial<VocEntry>) => isLowVoc({ ...OFFSET_INK, ...changes }, VOC_SETTINGS);
    expect(low({})).toBe(true);
    expect(low({ content: { value: '4' } })).toBe(false);
    expect(low({ path: ['溶剂油墨', '柔印油墨'], content: { value: '20' } })).toBe(false);
    expect(low({ ...REFINISH, content: { value: '100' } })).toBeNull();
    expect(low({ content: null })).toBeNull();
  });
});

describe('the book', () => {
  it('has for every row a citation, a source, a unit, a day of force and the day it was checked', () => {
    for (const row of VOC_LIMITS) {
      expect(rowProblems(row)).toEqual([]);
      expect([row.checkedOn, row.inForce.from].every(isDate)).toBe(true);
    }
  });
  it('names no class twice, and no limit on a class that has classes below it', () => {
    const keys = VOC_LIMITS.map((row) => JSON.stringify([row.standard, row.path]));
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of VOC_LIMITS)
      for (const other of VOC_LIMITS)
        if (other !== row && other.standard === row.standard)
          expect(row.path.every((name, i) => other.path[i] === name)).toBe(false);
  });
  it('states a gap for every standard that has no complete table', () => {
    const gaps = new Set<string>(VOC_GAPS.map(({ standard }) => standard));
    for (const { standard } of VOC_STANDARDS) {
      const rows = VOC_LIMITS.filter((row) => row.standard === standard).length;
      expect(gaps.has(standard) || (standard === 'GB38507-2020' && rows === 19)).toBe(true);
    }
  });
  it('lists the classes to choose from', () => {
    expect(classesOf('GB38507-2020', '2021-04-01')).toHaveLength(19);
    expect(classesOf('GB38507-2020', '2021-03-31')).toEqual([]);
    expect(findRow('GB38507-2020', '2021-04-01', ['雕刻凹印油墨'], [])).toMatchObject({ row: { limit: '20' } });
  });
});

describe('properties', () => {
  const row = fc.constantFrom(...VOC_LIMITS);
  const content = fc.tuple(fc.nat(999_999), fc.nat(4)).map(([units, digits]) => ({ value: `${units}e-${digits}` }));
  const entryOf = ({ standard, path, unit, state }: VocLimitRow, value: { value: string }): VocEntry => ({
    ...OFFSET_INK,
    family: (VOC_STANDARDS.find((one) => one.standard === standard) as (typeof VOC_STANDARDS)[number]).families[0],
    path,
    unit,
    state,
    content: value,
  });
  const rank = (entry: VocEntry, settings: VocSettings) =>
    ['complies', 'open', 'exceeds'].indexOf(
      checkEntry(entry, settings).verdicts.find(({ row: found }) => found !== null)?.result ?? 'open',
    );
  it('more VOC is never judged better', () =>
    fc.assert(
      fc.property(row, content, content, fc.constantFrom('full', 'rounded'), (limit, a, b, comparison) => {
        const [less, more] = Number(a.value) <= Number(b.value) ? [a, b] : [b, a];
        const settings = { ...VOC_SETTINGS, comparison } as VocSettings;
        const implausible = limit.unit === '%' && Number(more.value) > 100;
        if (!implausible)
          expect(rank(entryOf(limit, more), settings)).toBeGreaterThanOrEqual(rank(entryOf(limit, less), settings));
      }),
    ));
  it('no class and no value is ever passed', () =>
    fc.assert(
      fc.property(row, fc.array(fc.string(), { maxLength: 3 }), content, (limit, path, value) => {
        expect(checkEntry({ ...entryOf(limit, value), content: null }, VOC_SETTINGS).result).toBe('open');
        const known = VOC_LIMITS.some((one) => JSON.stringify(one.path) === JSON.stringify(path));
        if (!known) expect(checkEntry({ ...entryOf(limit, value), path }, VOC_SETTINGS).result).toBe('open');
      }),
    ));
  it('a mass fraction goes to g/L and back without a trace', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 500, max: 2000 }), (perKilogram, density) => {
        const kilogramsPerLitre = `${density}e-3`;
        const litres = inUnitOf(
          { unit: 'g/L', withoutWater: false },
          { value: perKilogram },
          'g/kg',
          kilogramsPerLitre,
        );
        if (typeof litres === 'string') throw new Error(litres);
        expect(litres.num * 1000n).toBe(BigInt(perKilogram * density) * litres.den);
      }),
    ));
});
