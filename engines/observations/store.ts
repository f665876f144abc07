import { type Generated, sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { ImportReport } from './wire.ts';

export type SourceKind = 'import' | 'replay' | 'gateway' | 'simulated';

export type ObservationTables = {
  record_source: {
    id: Generated<number>;
    kind: SourceKind;
    label: Sentence;
    replay_of_year: number | null;
    file_id: string | null;
    mapping: unknown;
    created_at: Generated<Date>;
    created_by: string | null;
    created_by_name: string | null;
    work_id: string | null;
    report: ImportReport | null;
  };
  hour_value: {
    device_id: number;
    hour: Date;
    mean: (number | null)[];
    samples: number[];
    flags: string;
    source_id: number;
    computed_at: Generated<Date>;
  };
  touched_day: { device_id: number; day: string; at: Generated<Date> };
  import_error: {
    work_id: string;
    seq: number;
    row_no: number;
    column_name: string | null;
    value: string;
    message: Sentence;
  };
};

/** The task that computes again what rests on hours; woken in the transaction that changes them. */
export const WOKEN_BY_HOURS = 'evaluate';

export const tables = (db: Db) => db.withTables<ObservationTables>();

export type Source = { id: number; kind: SourceKind; label: Sentence; replayOfYear: number | null; createdAt: Date };

/** Where records came from, by the ids that packets and hours carry. */
export async function sourcesOf(db: Db, ids: readonly number[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('record_source')
    .where('id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select(['id', 'kind', 'label', 'replay_of_year', 'created_at'])
    .orderBy('id')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    label: r.label,
    replayOfYear: r.replay_of_year,
    createdAt: r.created_at,
  }));
}

/** The source of everything that devices send over the gateway, made when the first of it comes; simulated devices have their own. */
export async function liveSource(db: Db, simulated: boolean): Promise<number> {
  const kind: SourceKind = simulated ? 'simulated' : 'gateway';
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7301214)`.execute(tx);
    const found = await tables(tx).selectFrom('record_source').where('kind', '=', kind).select('id').executeTakeFirst();
    if (found) return found.id;
    const made = await tables(tx)
      .insertInto('record_source')
      .values({ kind, label: LIVE_LABELS[kind] } as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
}

const LIVE_LABELS = {
  gateway: { zh: '设备实时上传', en: 'sent by devices' },
  simulated: { zh: '模拟设备上传', en: 'sent by simulated devices' },
} as const;

/** Says that days of a device wait to be computed again. */
export async function touchDays(db: Db, days: readonly { deviceId: number; day: string }[]): Promise<void> {
  if (days.length === 0) return;
  await sql`insert into touched_day (device_id, day)
    select * from unnest(${days.map((d) => d.deviceId)}::int[], ${days.map((d) => d.day)}::date[])
    on conflict (device_id, day) do update set at = now()`.execute(db);
}

/**
 * Takes touched days away; call it in the transaction that computes them, so that a failure leaves them touched.
 * Two workers never take the same day.
 */
export async function takeTouchedDays(db: Db, limit: number): Promise<{ deviceId: number; day: string }[]> {
  const { rows } = await sql<{ device_id: number; day: string }>`
    delete from touched_day where (device_id, day) in
      (select device_id, day from touched_day order by day, device_id limit ${limit} for update skip locked)
    returning device_id, day`.execute(db);
  return rows.map((r) => ({ deviceId: r.device_id, day: r.day }));
}
