import { deviceRows } from '#engines/devices';
import type { Db } from '#platform/store';
import type { HealthAlarm } from '../wire.ts';
import type { AlarmRow } from './store.ts';

/** Alarms with the names of their devices. */
export async function shownAlarms(db: Db, alarms: readonly AlarmRow[]): Promise<HealthAlarm[]> {
  const ids = [...new Set(alarms.flatMap(({ devices }) => devices.map(({ id }) => id)))];
  const known = new Map((await deviceRows(db, ids)).map((device) => [device.id, device]));
  return alarms.map((alarm) => ({
    id: alarm.id,
    kind: alarm.kind,
    common: alarm.common,
    openedAt: alarm.openedAt.toISOString(),
    closedAt: alarm.closedAt?.toISOString() ?? null,
    cause: alarm.cause,
    words: alarm.words,
    remedy: alarm.remedy,
    acknowledged: alarm.acknowledgedAt && {
      at: alarm.acknowledgedAt.toISOString(),
      by: alarm.acknowledgedBy ?? '',
      note: alarm.note ?? '',
    },
    devices: alarm.devices.flatMap(({ id, recoveredAt }) => {
      const device = known.get(id);
      if (!device) return [];
      const { code, name, kind, streetCode, simulated } = device;
      return [
        {
          id,
          code,
          name,
          kind,
          streetCode,
          simulated,
          recoveredAt: recoveredAt && new Date(recoveredAt).toISOString(),
        },
      ];
    }),
  }));
}
