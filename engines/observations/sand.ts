import { type Generated, sql } from 'kysely';
import { type Acting, record } from '#platform/audit';
import { addDays, dateOf } from '#platform/clock';
import { enqueue } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { touchDays, WOKEN_BY_HOURS } from './store.ts';
import type { SandPeriod } from './wire.ts';

type SandTables = {
  sand_period: {
    id: Generated<number>;
    district_code: string;
    begins: Date;
    ends: Date;
    source: string;
    created_at: Generated<Date>;
    created_by: string | null;
  };
  device: { id: number; station_code: string | null };
  hour_value: { device_id: number; hour: Date };
};

/** Sand-dust periods of a district, newest first; of those that reach into a span where one is given. */
export async function listSandPeriods(
  db: Db,
  districtCode: string,
  span: { from?: Date; until?: Date } = {},
): Promise<SandPeriod[]> {
  let rows = db.withTables<SandTables>().selectFrom('sand_period').where('district_code', '=', districtCode);
  if (span.from) rows = rows.where('ends', '>', span.from);
  if (span.until) rows = rows.where('begins', '<', span.until);
  const found = await rows.orderBy('begins', 'desc').select(['id', 'begins', 'ends', 'source', 'created_at']).execute();
  return found.map((r) => ({
    id: r.id,
    begins: r.begins.toISOString(),
    ends: r.ends.toISOString(),
    source: r.source,
    createdAt: r.created_at.toISOString(),
  }));
}

export type GivenPeriod = { districtCode: string; begins: Date; ends: Date; source: string };

/**
 * Adds a sand-dust period with the document it rests on, audited; its days are computed again.
 * @throws Refusal already_exists (also one that overlaps), value_out_of_range (ends before it begins, longer than 10
 *   days, minutes in it, no source)
 */
export async function addSandPeriod(db: Db, actor: Acting, given: GivenPeriod): Promise<number> {
  const values = valuesOf(given);
  return db.transaction().execute(async (tx) => {
    await freeSpan(tx, given);
    const row = await tx
      .withTables<SandTables>()
      .insertInto('sand_period')
      .values({ ...values, created_by: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await touchSpan(tx, given.begins, given.ends);
    const after = shown(values);
    await record(tx, actor, { action: 'sand.add', subjectKind: 'sand_period', subjectId: String(row.id), after });
    return row.id;
  });
}

/**
 * Changes times or source of a period, audited; the days of the old and of the new span are computed again.
 * @throws Refusal not_found, and what adding throws
 */
export async function changeSandPeriod(db: Db, actor: Acting, id: number, given: GivenPeriod): Promise<void> {
  const values = valuesOf(given);
  await db.transaction().execute(async (tx) => {
    const of = tx.withTables<SandTables>();
    const before = await of
      .selectFrom('sand_period')
      .where('id', '=', id)
      .where('district_code', '=', given.districtCode)
      .select(['begins', 'ends', 'source'])
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw missing(id);
    await freeSpan(tx, given, id);
    await of.updateTable('sand_period').set(values).where('id', '=', id).execute();
    await touchSpan(tx, before.begins, before.ends);
    await touchSpan(tx, given.begins, given.ends);
    await record(tx, actor, {
      action: 'sand.change',
      subjectKind: 'sand_period',
      subjectId: String(id),
      before: shown(before),
      after: shown(values),
    });
  });
}

function valuesOf({ districtCode, begins, ends, source }: GivenPeriod) {
  const days = (ends.getTime() - begins.getTime()) / 86_400_000;
  if (!(days > 0) || days > 10 || source.trim() === '')
    throw new Refusal('value_out_of_range', {
      zh: '沙尘时段的结束应晚于开始且不超过10天，并须写明认定来源（文号或通知）。',
      en: 'A sand period ends after it begins, within 10 days, and names the document it rests on.',
    });
  if ([begins, ends].some((at) => at.getTime() % 3_600_000 !== 0))
    throw new Refusal('value_out_of_range', {
      zh: '沙尘时段按整点登记，请把开始和结束改为整点。',
      en: 'Sand periods are kept in whole hours: set begin and end to a full hour.',
    });
  return { district_code: districtCode, begins, ends, source: source.trim() };
}

const shown = (p: { begins: Date; ends: Date; source: string }) => ({
  begins: p.begins.toISOString(),
  ends: p.ends.toISOString(),
  source: p.source,
});

const missing = (id: number) =>
  new Refusal('not_found', { zh: '没有这个沙尘时段。', en: 'There is no such sand period.' }, { id });

/** An hour belongs to one period at most. */
async function freeSpan(db: Db, { districtCode, begins, ends }: GivenPeriod, but?: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7301208)`.execute(db);
  const other = (await listSandPeriods(db, districtCode, { from: begins, until: ends })).find((p) => p.id !== but);
  if (!other) return;
  const at = (instant: string) =>
    new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  throw new Refusal('already_exists', {
    zh: `与已登记的沙尘时段（${at(other.begins)}至${at(other.ends)}）重叠，请修改那一时段或调整起止时间。`,
    en: `It overlaps a registered sand period (${at(other.begins)} to ${at(other.ends)}): change that one, or the times.`,
  });
}

/** Removes a period, audited; its days are computed again. @throws Refusal not_found */
export async function removeSandPeriod(db: Db, actor: Acting, districtCode: string, id: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const gone = await tx
      .withTables<SandTables>()
      .deleteFrom('sand_period')
      .where('id', '=', id)
      .where('district_code', '=', districtCode)
      .returning(['begins', 'ends', 'source'])
      .executeTakeFirst();
    if (!gone) throw missing(id);
    await touchSpan(tx, gone.begins, gone.ends);
    const before = shown(gone);
    await record(tx, actor, { action: 'sand.remove', subjectKind: 'sand_period', subjectId: String(id), before });
  });
}

/** Every day that the span reaches into, of every device that has hours in it. */
async function touchSpan(db: Db, begins: Date, ends: Date): Promise<void> {
  const hours = await db
    .withTables<SandTables>()
    .selectFrom('hour_value')
    .innerJoin('device', 'device.id', 'hour_value.device_id')
    .where('hour', '>=', new Date(`${dateOf(begins)}T00:00:00+08:00`))
    .where('hour', '<', new Date(`${addDays(dateOf(new Date(ends.getTime() - 1)), 1)}T00:00:00+08:00`))
    .select(['device_id', 'hour'])
    .execute();
  const days = new Map(
    hours.map((h) => [`${h.device_id} ${dateOf(h.hour)}`, { deviceId: h.device_id, day: dateOf(h.hour) }]),
  );
  await touchDays(db, [...days.values()]);
  await enqueue(db, WOKEN_BY_HOURS);
}
