import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict } from '#engines/district';
import { howFaults } from '#engines/indicators';
import { kindFaults } from '#engines/inspections';
import { definitionFaults } from '#engines/ledgers';
import type { Sentence } from '#platform/refusal';
import { bulletins, indicators, inspectionKinds, ledgers } from '../app/definitions.ts';
import { DEMO_PEOPLE } from '../app/demo/accounts.ts';
import { type MappedPlan, mapPlans, measuresOf, printPlanMap, unservedMeasures } from '../app/plan-map/index.ts';
import { ACTIONS, PERMISSIONS, ROLES } from '../app/roles.ts';

/** Both languages are there, and the Chinese one is Chinese. */
const spoken = ({ zh, en }: Sentence) =>
  /[\u4e00-\u9fff]/.test(zh) && en.trim().length > 0 && !/[\u4e00-\u9fff]/.test(en);
/** Whether a chapter has the file of what it declares, in its folder of that kind or in a group of it. */
const hasFile = (folder: string, name: string) =>
  [
    folder,
    ...readdirSync(folder, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? `${folder}/${d.name}` : [])),
  ].some((place) => existsSync(`${place}/${name}.ts`));
const twice = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);

describe('every indicator', () => {
  it.each(indicators.all.map((one) => [one.id, one] as const))(
    '%s says what it is, in which unit, how and from what',
    (id, one) => {
      const [chapter, name] = id.split('.') as [string, string];
      expect(id).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(hasFile(`chapters/${chapter}/indicators`, name)).toBe(true);
      expect(spoken(one.title)).toBe(true);
      expect(spoken(one.method)).toBe(true);
      expect(spoken(one.counts)).toBe(true);
      expect(one.unit).not.toBe('');
      expect(one.spokenUnit.zh && one.spokenUnit.en).toBeTruthy();
      expect(one.scopes.length).toBeGreaterThan(0);
      expect(one.sources.length).toBeGreaterThan(0);
      expect(one.words.length).toBeGreaterThan(0);
      expect(one.evidenceHref({ kind: one.scopes[0]!, code: '110102' }, '2021-01-01', '2021-11-08')).toMatch(
        /^\/[a-z]+/,
      );
    },
  );

  it.each(indicators.all.flatMap((one) => (one.how ? [[one.id, one.how] as const] : [])))(
    '%s is computed from ledgers, visits and columns that exist',
    (_id, how) => {
      expect(howFaults(how, { ledgers: ledgers.ofChapters, inspections: inspectionKinds })).toEqual([]);
    },
  );

  it('has an id and a title of its own', () => {
    expect(twice(indicators.all.map(({ id }) => id))).toEqual([]);
    expect(twice(indicators.all.map(({ title }) => title.zh))).toEqual([]);
  });
});

describe('every bulletin', () => {
  it('has an id of its own and a title in both languages', () => {
    expect(bulletins.all.length).toBeGreaterThan(0);
    expect(twice(bulletins.all.map(({ id }) => id))).toEqual([]);
    expect(bulletins.all.filter(({ title }) => !spoken(title)).map(({ id }) => id)).toEqual([]);
  });
});

describe('every ledger', () => {
  it.each(ledgers.ofChapters.map((one) => [one.id, one] as const))(
    '%s holds together and is spoken in both languages',
    (id, one) => {
      const [chapter, name] = id.split('.') as [string, string];
      expect(hasFile(`chapters/${chapter}/ledgers`, name)).toBe(true);
      expect(definitionFaults(one)).toEqual([]);
      const said = [
        one.title,
        one.entry,
        one.about,
        ...one.columns.flatMap(({ title, help, choices = [] }) => [
          title,
          ...(help ? [help] : []),
          ...choices.map((c) => c.title),
        ]),
        ...(one.contradictions ?? []).map(({ title }) => title),
      ];
      expect(said.filter((words) => !spoken(words) && !/^[A-Z0-9 ./₂₃-]+$/i.test(words.zh))).toEqual([]);
      expect(one.columns.some(({ filter }) => filter)).toBe(true);
      expect(one.columns.some(({ sort }) => sort)).toBe(true);
      for (const { ledger } of one.columns)
        if (ledger) expect(ledgers.ofChapters.map(({ id: known }) => known)).toContain(ledger);
    },
  );

  it('has an id and a title of its own', () => {
    expect(twice(ledgers.ofChapters.map(({ title }) => title.zh))).toEqual([]);
  });
});

describe('every kind of inspection', () => {
  it.each(inspectionKinds.map((one) => [one.id, one] as const))(
    '%s holds together and is spoken in both languages',
    (id, kind) => {
      const [chapter, name] = id.split('.') as [string, string];
      expect(existsSync(`chapters/${chapter}/inspections/${name}.ts`)).toBe(true);
      expect(kindFaults(kind, ledgers.ofChapters)).toEqual([]);
      const said = [
        kind.title,
        kind.counts,
        kind.about,
        ...kind.checklist.flatMap(({ title, help }) => (help ? [title, help] : [title])),
        ...(kind.columns ?? []).flatMap(({ title, choices = [] }) => [title, ...choices.map((c) => c.title)]),
      ];
      expect(said.filter((words) => !spoken(words) && !/^[A-Z0-9 ./₂₃-]+$/i.test(words.zh))).toEqual([]);
    },
  );

  it('has an id and a title of its own', () => {
    expect(twice(inspectionKinds.map(({ id }) => id))).toEqual([]);
    expect(twice(inspectionKinds.map(({ title }) => title.zh))).toEqual([]);
  });
});

describe('every role and action', () => {
  it('is titled in both languages, and a permission names only those that exist', () => {
    expect(ROLES.filter(({ title }) => !spoken(title)).map(({ id }) => id)).toEqual([]);
    expect(Object.entries(ACTIONS).filter(([, title]) => !spoken(title))).toEqual([]);
    expect(twice(PERMISSIONS.map((row) => `${row.role} ${row.action} ${row.scope}`))).toEqual([]);
    expect(
      PERMISSIONS.filter(({ role, action }) => !ROLES.some(({ id }) => id === role) || !(action in ACTIONS)),
    ).toEqual([]);
  });

  it('is held by somebody', () => {
    expect(Object.keys(ACTIONS).filter((action) => !PERMISSIONS.some((row) => row.action === action))).toEqual([]);
    expect(ROLES.filter(({ id }) => !PERMISSIONS.some((row) => row.role === id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('every person of the demonstration', () => {
  it('stands at a unit or street that the district has', async () => {
    const { units, streets } = await readDistrict('districts/xicheng');
    const wrong = DEMO_PEOPLE.filter(
      ({ grant: { unitId, streetCode } }) =>
        (unitId && !units.some(({ id }) => id === unitId)) ||
        (streetCode && !streets.some(({ code }) => code === streetCode)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('every issued plan', () => {
  let plans: MappedPlan[];
  beforeAll(async () => {
    plans = await mapPlans('.', indicators);
  });

  it('is read whole, and its bindings name measures that it has', () => {
    expect(plans.map((plan) => [plan.district, plan.year, measuresOf(plan).length])).toEqual([['xicheng', 2021, 58]]);
    for (const plan of plans) {
      const known = measuresOf(plan).map(({ id }) => id);
      expect(Object.keys(plan.bindings).filter((id) => !known.includes(id))).toEqual([]);
    }
  });

  it('has an indicator for each measure, but for those of the list that may only shrink', () => {
    const listed = readFileSync('tests/unserved-measures.txt', 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(unservedMeasures(plans)).toEqual(listed);
  });

  it('docs/plan-map.md is what the plans print (npx lantian plan map > docs/plan-map.md)', () => {
    expect(readFileSync('docs/plan-map.md', 'utf8')).toBe(printPlanMap(plans, indicators));
  });
});
