import type { Generated } from 'kysely';
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

/**
 * Adds a sand-dust period with the document it rests on, audited; its days are computed again.
 * @throws Refusal already_exists, value_out_of_range (ends before it begins, longer than 10 days, no source)
 */
export async function addSandPeriod(
  db: Db,
  actor: Acting,
  given: { districtCode: string; begins: Date; ends: Date; source: string },
): Promise<number> {
  const source = given.source.trim();
  const days = (given.ends.getTime() - given.begins.getTime()) / 86_400_000;
  if (!(days > 0) || days > 10 || source === '')
    throw new Refusal('value_out_of_range', {
      zh: '沙尘时段的结束应晚于开始且不超过10天，并须写明认定来源（文号或通知）。',
      en: 'A sand period ends after it begins, within 10 days, and names the document it rests on.',
    });
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .withTables<SandTables>()
      .insertInto('sand_period')
      .values({
        district_code: given.districtCode,
        begins: given.begins,
        ends: given.ends,
        source,
        created_by: actor.accountId,
      })
      .onConflict((c) => c.columns(['district_code', 'begins', 'ends']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row)
      throw new Refusal('already_exists', {
        zh: '这个沙尘时段已经登记过了。',
        en: 'This sand period is registered already.',
      });
    await touchSpan(tx, given.begins, given.ends);
    const after = { begins: given.begins.toISOString(), ends: given.ends.toISOString(), source };
    await record(tx, actor, { action: 'sand.add', subjectKind: 'sand_period', subjectId: String(row.id), after });
    return row.id;
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
    if (!gone)
      throw new Refusal('not_found', { zh: '没有这个沙尘时段。', en: 'There is no such sand period.' }, { id });
    await touchSpan(tx, gone.begins, gone.ends);
    const before = { begins: gone.begins.toISOString(), ends: gone.ends.toISOString(), source: gone.source };
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
