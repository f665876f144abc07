import { sql } from 'kysely';
import { loadedUnits } from '#engines/district';
import { dutiesOfPlan } from '#engines/duties';
import { livingTableOf, type MeasureRow } from '#engines/indicators';
import { visitTallies } from '#engines/inspections';
import { keptCounts } from '#engines/ledgers';
import { owedReports } from '#engines/reports';
import type { ScoreComponent, ScoreShare } from './scores.ts';

/** What a lamp is worth; what has not begun is not counted. */
const WORTH: Record<string, number | undefined> = { done: 1, on_track: 1, behind: 0.5, overdue: 0, no_data: 0 };
const WORST = ['overdue', 'behind', 'no_data', 'on_track', 'done'];

const lamps: ScoreComponent = {
  id: 'lamps',
  title: { zh: '牵头措施', en: 'Measures led' },
  async measure(deps, { year, until }) {
    const rowsOf = async (scope?: { kind: 'street'; code: string; name: { zh: string; en: string } }) =>
      new Map(
        (await livingTableOf(deps, { year, asOf: until, scope })).chapters
          .flatMap((c) => c.tasks.flatMap((t) => t.measures))
          .map((row) => [row.id, row]),
      );
    const district = await rowsOf();
    const own = new Map<string, Map<string, MeasureRow>>();
    for (const { id, name, street } of await loadedUnits(deps.db, deps.districtCode))
      if (street) own.set(id, await rowsOf({ kind: 'street', code: street, name }));
    const counts = new Map<string, Record<string, number>>();
    for (const duty of await dutiesOfPlan(deps.db, deps.districtCode, year))
      for (const { id } of duty.units) {
        const mine = own.get(id)?.get(duty.measure.id);
        const ofDuty = (row: MeasureRow) =>
          row.indicators.filter(
            ({ id, shared }) => !shared && (!duty.indicators.length || duty.indicators.includes(id)),
          );
        // where nothing is asked of the street alone, it stands as the district does
        const row = mine && ofDuty(mine).length ? mine : district.get(duty.measure.id)!;
        const states = ofDuty(row);
        const lamp = states.length
          ? (WORST.find((one) => states.some(({ judgement }) => judgement === one)) ?? 'not_started')
          : row.lamp;
        const count = counts.get(id) ?? {};
        count[lamp] = (count[lamp] ?? 0) + 1;
        counts.set(id, count);
      }
    const shares = new Map<string, ScoreShare>();
    for (const [id, count] of counts) {
      const counted = Object.entries(count).filter(([lamp]) => WORTH[lamp] !== undefined);
      const of = counted.reduce((sum, [, n]) => sum + n, 0);
      const earned = counted.reduce((sum, [lamp, n]) => sum + n * WORTH[lamp]!, 0);
      const good = (count.done ?? 0) + (count.on_track ?? 0);
      shares.set(id, {
        earned,
        of,
        words: {
          zh: `(完成或正常${good}×1 + 滞后${count.behind ?? 0}×0.5 + 逾期${count.overdue ?? 0}×0 + 无数据${count.no_data ?? 0}×0) ÷ ${of}`,
          en: `(${good} done or on track × 1 + ${count.behind ?? 0} behind × 0.5 + ${count.overdue ?? 0} overdue × 0 + ${count.no_data ?? 0} without data × 0) ÷ ${of}`,
        },
      });
    }
    return shares;
  },
};

const reports: ScoreComponent = {
  id: 'reports',
  title: { zh: '按时月报', en: 'Reports on time' },
  async measure({ db, districtCode }, { year, from, until }) {
    const counts = new Map<string, { onTime: number; of: number }>();
    for (const { unitId, due, report } of await owedReports(db, districtCode, { year, until })) {
      if (due < from) continue;
      const submitted = report?.steps.find(({ state }) => state === 'submitted')?.day;
      const count = counts.get(unitId) ?? { onTime: 0, of: 0 };
      counts.set(unitId, { onTime: count.onTime + (submitted && submitted <= due ? 1 : 0), of: count.of + 1 });
    }
    return mapped(counts, ({ onTime, of }) => ({
      earned: onTime,
      of,
      words: { zh: `按时${onTime}份 ÷ 应报${of}份`, en: `${onTime} on time ÷ ${of} due` },
    }));
  },
};

/** Each one takes a fifth of the part. */
const fifths = (n: number, what: { zh: string; en: string }): ScoreShare => ({
  earned: Math.max(0, 5 - n),
  of: 5,
  words: { zh: `1 − ${n}${what.zh} × 0.2，不低于0`, en: `1 − ${n} ${what.en} × 0.2, not below 0` },
});

const letters: ScoreComponent = {
  id: 'letters',
  title: { zh: '督办函', en: 'Supervision letters' },
  async measure({ db, districtCode }, { from, until }) {
    const { rows } = await sql<{ unit_id: string; n: number }>`
      select unit_id, count(*)::int as n from supervision_letter where district_code = ${districtCode} and no is not null
        and issued_on between ${from}::date and ${until}::date group by 1`.execute(db);
    return everybody(db, districtCode, rows, { zh: '封', en: 'letters' });
  },
};

const extensions: ScoreComponent = {
  id: 'extensions',
  title: { zh: '延期', en: 'Extensions' },
  async measure({ db, districtCode }, { from, until }) {
    const { rows } = await sql<{ unit_id: string; n: number }>`
      select unit_id, count(*)::int as n from measure_extension where district_code = ${districtCode}
        and state = 'granted' and decided_on between ${from}::date and ${until}::date group by 1`.execute(db);
    return everybody(db, districtCode, rows, { zh: '次', en: 'extensions' });
  },
};

async function everybody(
  db: Parameters<typeof loadedUnits>[0],
  districtCode: string,
  rows: readonly { unit_id: string; n: number }[],
  what: { zh: string; en: string },
) {
  const counts = new Map(rows.map(({ unit_id, n }) => [unit_id, n]));
  return new Map((await loadedUnits(db, districtCode)).map(({ id }) => [id, fifths(counts.get(id) ?? 0, what)]));
}

/** Entries of ledgers that were looked at in time, of those that a unit keeps. */
export const ledgerFreshness: ScoreComponent = {
  id: 'ledgers',
  title: { zh: '台账及时', en: 'Ledgers kept fresh' },
  async measure({ db, districtCode, books }, { until }) {
    const office = await officesOf(db, districtCode);
    const counts = new Map<string, { stale: number; of: number }>();
    for (const row of await keptCounts(db, books, until)) {
      const id = row.street_code ? office.get(row.street_code) : row.unit_id;
      if (!id) continue;
      const count = counts.get(id) ?? { stale: 0, of: 0 };
      counts.set(id, { stale: count.stale + row.stale, of: count.of + row.kept });
    }
    return mapped(counts, ({ stale, of }) => ({
      earned: of - stale,
      of,
      words: { zh: `(${of} − 过期${stale}) ÷ ${of}条`, en: `(${of} − ${stale} stale) ÷ ${of} entries` },
    }));
  },
};

/** Findings that were not mended by their day. */
export const lateFindings: ScoreComponent = {
  id: 'findings',
  title: { zh: '问题整改', en: 'Findings mended in time' },
  async measure({ db, districtCode }, { from, until }) {
    const office = await officesOf(db, districtCode);
    const counts = new Map<string, { late: number; of: number }>();
    for (const row of await visitTallies(db, from, until)) {
      const id = row.unit_id ?? (row.street_code ? office.get(row.street_code) : undefined);
      if (!id || row.findings === 0) continue;
      const count = counts.get(id) ?? { late: 0, of: 0 };
      counts.set(id, { late: count.late + row.late, of: count.of + row.findings });
    }
    return mapped(counts, ({ late, of }) => ({
      earned: of - late,
      of,
      words: { zh: `(${of} − 逾期整改${late}) ÷ ${of}项`, en: `(${of} − ${late} mended late or not) ÷ ${of} findings` },
    }));
  },
};

const officesOf = async (db: Parameters<typeof loadedUnits>[0], districtCode: string) =>
  new Map((await loadedUnits(db, districtCode)).flatMap(({ id, street }) => (street ? [[street, id] as const] : [])));

const mapped = <T>(counts: ReadonlyMap<string, T>, share: (count: T) => ScoreShare) =>
  new Map([...counts].map(([id, count]) => [id, share(count)]));

/** The parts that supervision measures by itself. */
export const ownComponents: readonly ScoreComponent[] = [lamps, reports, letters, extensions];
