import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import {
  bindPlan,
  type Lamp,
  livingTableOf,
  type MeasureRow,
  readBindings,
  reconcileIndicators,
  statusOf,
} from '#engines/indicators';
import { adoptFromDocument } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../tests/database.ts';
import { indicators, inspectionKinds, ledgers } from '../definitions.ts';
import { loadYear } from './load.ts';
import { readYearProfile } from './profile.ts';

const XICHENG = '110102';
const PLAN = 'districts/xicheng/plan-2021/xicheng-2021.docx';
const LAST = '2021-12-31';

/** The whole year told as the air office would have seen it: month by month, from evidence alone. */
describe('the year 2021', async () => {
  const { db } = await freshDatabase();
  const deps = { db, districtCode: XICHENG, clock: fixedClock(LAST), registry: indicators };
  const measures = async (asOf: string) => {
    const table = await livingTableOf(deps, { year: 2021, asOf });
    const all = table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures));
    return { table, rows: new Map(all.map((row) => [row.id, row])) };
  };
  const monthEnds = [
    '01-31',
    '02-28',
    '03-31',
    '04-30',
    '05-31',
    '06-30',
    '07-31',
    '08-31',
    '09-30',
    '10-31',
    '11-30',
    '12-31',
  ];
  const year = new Map<string, Map<string, MeasureRow>>();
  const lamps = (id: string): Lamp[] => monthEnds.map((end) => year.get(end)!.get(id)!.lamp);

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    await adoptFromDocument(
      { db },
      {
        districtCode: XICHENG,
        name: 'xicheng-2021.docx',
        bytes: readFileSync(PLAN),
        effectiveOn: '2021-01-01',
        adoptedOn: '2021-01-01',
        adoptedBy: { accountId: null, name: '大气办' },
        acceptUncertain: true,
      },
    );
    const bindings = await readBindings('districts/xicheng/plan-2021/bindings.yaml', indicators);
    await bindPlan(db, XICHENG, { year: 2021, bindings });
    const profile = (await readYearProfile('districts/xicheng'))!;
    await loadYear({ db, districtCode: XICHENG, books: ledgers, kinds: inspectionKinds, profile, limit: LAST });
    await reconcileIndicators(db, { registry: indicators, districtCode: XICHENG, today: LAST });
    for (const end of monthEnds) year.set(end, (await measures(`2021-${end}`)).rows);
  }, 120_000);

  it('has a lamp with its reason for each of the 58 measures every month; none is without figures by the end but the air itself', () => {
    for (const rows of year.values()) {
      expect(rows.size).toBe(58);
      for (const row of rows.values()) expect(row.why.zh.length).toBeGreaterThan(4);
    }
    const blank = [...year.get('12-31')!.values()].filter(({ lamp }) => lamp === 'no_data').map(({ id }) => id);
    // the air of the year is measured, not made up
    expect(blank.filter((id) => !['1.1', '29.1'].includes(id))).toEqual([]);
  });

  it('ends with some done, some overdue: not all is well, and not all is lost', () => {
    const ends = [...year.get('12-31')!.values()].map(({ lamp }) => lamp);
    expect(ends.filter((lamp) => lamp === 'done').length).toBeGreaterThan(15);
    expect(ends.filter((lamp) => lamp === 'overdue').length).toBeGreaterThan(3);
  });

  it('a season has not started in May, runs in July and is judged in October (7.2, 错峰装卸油)', () => {
    const course = lamps('7.2');
    expect(course.slice(0, 5)).toEqual(Array(5).fill('not_started'));
    expect(['on_track', 'behind']).toContain(course[6]);
    expect(['done', 'overdue']).toContain(course[9]);
  });

  it('what the city assigns is amber all year while no letter is entered (10.1, 17.1, 22.1)', () => {
    for (const id of ['10.1', '17.1', '22.1']) expect(new Set(lamps(id))).toEqual(new Set(['behind']));
  });

  it('12 samples are reached in the course of the year and stay reached (3.2)', () => {
    const judged = monthEnds.map(
      (end) =>
        year
          .get(end)!
          .get('3.2')!
          .indicators.find(({ id }) => id === 'voc.samples-taken')!,
    );
    const done = judged.map(({ judgement }) => judgement === 'done');
    const first = done.indexOf(true);
    expect(first).toBeGreaterThan(0);
    expect(done.slice(first).every(Boolean)).toBe(true);
    const figures = judged.map(({ value }) => Number(value));
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
  });

  it('no share passes 100 % in any month', () => {
    const shares = new Set(indicators.all.filter(({ how }) => how?.verb === 'share').map(({ id }) => id));
    const beyond = [...year].flatMap(([end, rows]) =>
      [...rows.values()].flatMap(({ indicators: of }) =>
        of
          .filter(({ id, value }) => shares.has(id) && Number(value) > 100)
          .map(({ id, value }) => `${end} ${id} ${value}`),
      ),
    );
    expect(beyond).toEqual([]);
  });

  it('bare land shrinks over the year (27.3)', () => {
    const left = monthEnds.map((end) =>
      Number(
        year
          .get(end)!
          .get('27.3')!
          .indicators.find(({ id }) => id === 'dust.bare-land-left')!.value,
      ),
    );
    expect(left.at(-1)!).toBeLessThan(Math.max(...left));
  });

  it('the page, the export and the command show the same rows', async () => {
    const { table, rows } = await measures('2021-09-30');
    const status = statusOf(table);
    expect(status.measures.map(({ id, lamp }) => [id, lamp])).toEqual(
      [...rows.values()].map(({ id, lamp }) => [id, lamp]),
    );
    for (const measure of status.measures) {
      const row = rows.get(measure.id)!;
      expect(measure.indicators.map(({ id, value, evidence }) => [id, value, evidence])).toEqual(
        row.indicators.map(({ id, value, evidence }) => [id, value, evidence.count]),
      );
    }
    expect(Object.values(status.lamps).reduce((a, b) => a + b, 0)).toBe(58);
  });

  it('of one unit shows only what it leads or supports', async () => {
    const { table } = await measures('2021-09-30');
    const post = statusOf(table, 'china-post-xicheng').measures.map(({ id }) => id);
    expect(post).toContain('11.6');
    expect(post).not.toContain('26.3');
    const street = statusOf(table, 'street-office-110102007').measures.map(({ id }) => id);
    expect(street).toContain('27.1');
  });
});
