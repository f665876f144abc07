import { allDeviceRows, countByHealth, lastLookAt, overdueCalibrations, unmappedCount } from '#engines/devices';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';
import { listAlarms } from './alarms/store.ts';
import { shownAlarms } from './alarms/view.ts';
import type { HealthOverview } from './wire.ts';

const MOST_WRONG = 200;
const MOST_ALARMS = 1000;

/** What the operator has to know now: outages first, then single devices that nobody has taken on, the longest first. */
export async function healthOverview(db: Db, today: CalendarDate): Promise<HealthOverview> {
  const open = await shownAlarms(db, await listAlarms(db, { open: true, limit: MOST_ALARMS }));
  const outages = open.filter(({ kind }) => kind === 'outage');
  const covered = new Set(outages.flatMap((o) => o.devices.flatMap((d) => (d.recoveredAt === null ? [d.id] : []))));
  const alarmOf = new Map(open.flatMap((a) => (a.kind === 'outage' ? [] : a.devices.map((d) => [d.id, a] as const))));
  const rows = await allDeviceRows(db, { health: ['faulty', 'silent'] });
  const wrong = rows
    .filter(({ id }) => !covered.has(id))
    .map((device) => {
      const alarm = alarmOf.get(device.id);
      return { ...device, alarm: alarm ? { id: alarm.id, acknowledged: alarm.acknowledged !== null } : null };
    })
    .sort(
      (a, b) =>
        Number(a.alarm?.acknowledged ?? false) - Number(b.alarm?.acknowledged ?? false) ||
        (a.health!.state === b.health!.state ? 0 : a.health!.state === 'faulty' ? -1 : 1) ||
        b.health!.since.localeCompare(a.health!.since),
    );
  const probation = await countByHealth(db, { state: ['probation'] });
  return {
    lookedAt: (await lastLookAt(db))?.toISOString() ?? null,
    counts: await countByHealth(db, {}),
    outages,
    wrong: wrong.slice(0, MOST_WRONG),
    probation: probation.reduce((sum, { n }) => sum + n, 0),
    unmapped: await unmappedCount(db),
    overdue: (await overdueCalibrations(db, today)).length,
  };
}
