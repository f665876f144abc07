import { sql } from 'kysely';
import { standingDevices } from '#engines/devices';
import { siteRatios } from '#methods/sensor-qc';
import { type Acting, record } from '#platform/audit';
import { type CalendarDate, daysBetween, startOfDay } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { readMedians } from './reconcile/medians.ts';
import { hourlyNetwork } from './reconcile/network.ts';
import { addDue } from './store.ts';

/** At which ratio (natural logarithm) to its surroundings each channel normally stands: device → channel number → ratio. */
export async function usualRatios(db: Db): Promise<Map<number, Record<number, number>>> {
  const { rows } = await sql<{ device_id: number; channel_no: number; ratio: number }>`
    select device_id, channel_no, ratio from qc_usual`.execute(db);
  const found = new Map<number, Record<number, number>>();
  for (const { device_id, channel_no, ratio } of rows)
    found.set(device_id, { ...found.get(device_id), [channel_no]: ratio });
  return found;
}

/** longest time that may be taken as usual, and the shortest that says something */
const LONGEST_DAYS = 62;
const SHORTEST_DAYS = 5;

/**
 * Takes a time without known faults as usual: from then on drift is measured against the ratios of that time.
 * @returns how many channels have one now
 * @throws Refusal value_out_of_range (the length), period_has_no_data
 */
export async function setUsual(
  db: Db,
  actor: Acting,
  { first, last }: { first: CalendarDate; last: CalendarDate },
): Promise<number> {
  const days = daysBetween(first, last) + 1;
  if (days < SHORTEST_DAYS || days > LONGEST_DAYS)
    throw new Refusal('value_out_of_range', {
      zh: `基准时段应为${SHORTEST_DAYS}至${LONGEST_DAYS}天，请修改起止日期。`,
      en: `The time taken as usual lasts ${SHORTEST_DAYS} to ${LONGEST_DAYS} days; change its first and last day.`,
    });
  return db.transaction().execute(async (tx) => {
    const devices = await standingDevices(tx);
    const begin = startOfDay(first);
    const medians = await readMedians(tx, begin, days * 24);
    const network = hourlyNetwork(devices, medians, new Map(), begin.getTime(), 0, days * 24);
    const rows = [...siteRatios(network)].flatMap(([id, ratios]) =>
      devices
        .find((device) => String(device.id) === id)!
        .channels.flatMap(({ no, pollutant, statistic }) =>
          pollutant !== null && statistic === 'value' && ratios[pollutant] !== undefined
            ? [{ deviceId: Number(id), no, ratio: ratios[pollutant] }]
            : [],
        ),
    );
    if (rows.length === 0)
      throw new Refusal('period_has_no_data', {
        zh: '该时段没有可用的质控小时值，请选择设备正常上报的时段。',
        en: 'There are no tested hours in that time; choose one in which the devices reported.',
      });
    await sql`insert into qc_usual (device_id, channel_no, ratio, first, last, set_by_name)
      select d, n, r, ${first}::date, ${last}::date, ${actor.name}
      from unnest(${rows.map((r) => r.deviceId)}::int[], ${rows.map((r) => r.no)}::smallint[], ${rows.map((r) => r.ratio)}::real[]) as u (d, n, r)
      on conflict (device_id, channel_no) do update set ratio = excluded.ratio, first = excluded.first, last = excluded.last,
        set_at = now(), set_by_name = excluded.set_by_name`.execute(tx);
    await addDue(tx, 'drift', await daysWithMedians(tx, last));
    await record(tx, actor, {
      action: 'quality.usual',
      subjectKind: 'quality',
      subjectId: 'usual',
      after: { first, last, channels: rows.length },
    });
    return rows.length;
  });
}

/** Days since the usual time whose hours are there: they are compared again. */
async function daysWithMedians(db: Db, since: CalendarDate): Promise<CalendarDate[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct ((hour at time zone 'UTC') + interval '8 hours')::date::text as day from qc_hour
    where hour >= ${startOfDay(since)}`.execute(db);
  return rows.map(({ day }) => day);
}
