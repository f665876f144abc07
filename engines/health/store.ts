import { type Generated, sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Verdict } from './judge/judge.ts';
import type { SetThreshold } from './judge/thresholds.ts';

export type HealthTables = {
  health_setting: { name: string; from_date: string; value: number; set_at: Generated<Date>; set_by_name: string };
  health_watch: { began: Date; last_look: Date };
  health_episode: {
    device_id: number;
    began: Date;
    ended: Date | null;
    state: string;
    cause: string;
    words: Sentence;
  };
};
export const tables = (db: Db) => db.withTables<HealthTables>();

/** two looks further apart than this, and nobody watched in between, ms */
export const UNWATCHED_AFTER = 5 * 60_000;

export async function setThresholds(db: Db): Promise<SetThreshold[]> {
  const rows = await tables(db).selectFrom('health_setting').orderBy('from_date').selectAll().execute();
  return rows.map((r) => ({ name: r.name, from: r.from_date, value: r.value, setAt: r.set_at, by: r.set_by_name }));
}

/** Notes that somebody looks now. @returns since when without a break, ms */
export async function noteLook(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ began: Date }>`update health_watch set last_look = greatest(last_look, ${now})
    where began = (select max(began) from health_watch) and last_look > ${new Date(now.getTime() - UNWATCHED_AFTER)}
    returning began`.execute(db);
  if (rows[0]) return rows[0].began.getTime();
  await sql`insert into health_watch (began, last_look) values (${now}, ${now}) on conflict do nothing`.execute(db);
  return now.getTime();
}

/** Stretches of watching that touch a time. */
export async function watchedBetween(db: Db, from: Date, until: Date): Promise<{ began: number; until: number }[]> {
  const { rows } = await sql<{ began: Date; last_look: Date }>`select began, last_look from health_watch
    where began < ${until} and last_look >= ${from} order by began`.execute(db);
  return rows.map((r) => ({ began: r.began.getTime(), until: r.last_look.getTime() }));
}

/** Ends the stretches of devices that are otherwise now and begins new ones; words of a stretch that goes on are renewed. */
export async function writeEpisodes(db: Db, verdicts: readonly Verdict[], now: Date): Promise<void> {
  const found = JSON.stringify(verdicts.map((v) => ({ d: v.deviceId, s: v.state, c: v.cause, w: v.words })));
  const rows = sql`jsonb_to_recordset(${found}::jsonb) as r(d int, s text, c text, w jsonb)`;
  await sql`update health_episode e set ended = ${now} where ended is null
    and not exists (select 1 from ${rows} where r.d = e.device_id and r.s = e.state and r.c = e.cause)`.execute(db);
  await sql`update health_episode e set words = r.w from ${rows}
    where e.device_id = r.d and e.ended is null and e.words <> r.w`.execute(db);
  await sql`insert into health_episode (device_id, began, state, cause, words)
    select r.d, ${now}, r.s, r.c, r.w from ${rows} where not exists (select 1 from health_episode e where e.device_id = r.d and e.ended is null)
    on conflict do nothing`.execute(db);
}

export type Episode = {
  deviceId: number;
  began: Date;
  ended: Date | null;
  state: string;
  cause: string;
  words: Sentence;
};

/** Stretches that touch a time, by device and beginning; of one device or of all. */
export async function episodesBetween(db: Db, from: Date, until: Date, deviceId?: number): Promise<Episode[]> {
  const { rows } =
    await sql<Episode>`select device_id as "deviceId", began, ended, state, cause, words from health_episode
    where began < ${until} and (ended is null or ended > ${from}) and ${deviceId === undefined ? sql`true` : sql`device_id = ${deviceId}`}
    order by device_id, began`.execute(db);
  return rows;
}
