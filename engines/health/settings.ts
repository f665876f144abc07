import { sql } from 'kysely';
import { type Acting, record } from '#platform/audit';
import type { CalendarDate } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { THRESHOLD_NAMES, THRESHOLD_ROWS, type ThresholdName } from './judge/thresholds.table.ts';
import { thresholdsOn } from './judge/thresholds.ts';
import { setThresholds } from './store.ts';
import type { HealthSettingList } from './wire.ts';

/** The thresholds that hold on a day, with what would hold if nobody had set anything. */
export async function listSettings(db: Db, day: CalendarDate): Promise<HealthSettingList> {
  const all = await setThresholds(db);
  const [now, standard] = [thresholdsOn(day, all), thresholdsOn(day, [])];
  return {
    settings: THRESHOLD_NAMES.map((name) => {
      const { title, unit, least, most } = THRESHOLD_ROWS[name];
      const own = all.filter((row) => row.name === name && row.from <= day).at(-1);
      const set = own ? { from: own.from, by: own.by } : null;
      return { name, title, unit, value: now[name], standard: standard[name], least, most, set };
    }),
  };
}

/** Sets a threshold from a day on. @throws Refusal value_out_of_range */
export async function setSetting(
  db: Db,
  by: Acting,
  name: ThresholdName,
  { value, from }: { value: number; from: CalendarDate },
): Promise<void> {
  const { least, most, title, unit } = THRESHOLD_ROWS[name];
  if (value < least || value > most)
    throw new Refusal('value_out_of_range', {
      zh: `“${title.zh}”应在 ${least} 到 ${most} ${unit.zh}之间。`,
      en: `“${title.en}” lies between ${least} and ${most} ${unit.en}.`,
    });
  await db.transaction().execute(async (tx) => {
    await sql`insert into health_setting (name, from_date, value, set_by_name) values (${name}, ${from}, ${value}, ${by.name})
      on conflict (name, from_date) do update set value = excluded.value, set_at = now(), set_by_name = excluded.set_by_name`.execute(
      tx,
    );
    await record(tx, by, {
      action: 'health.setting',
      subjectKind: 'health_setting',
      subjectId: name,
      after: { value, from },
    });
  });
}
