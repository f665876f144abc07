import type { Sentence } from '#platform/refusal';
import type { Verdict } from '../judge/judge.ts';
import type { Thresholds } from '../judge/thresholds.table.ts';
import { type Common, findOutages, type Outage, type Stopped, shares } from './outage.ts';
import { OUTAGE_WORDS } from './words.table.ts';

/** An alarm that is open. */
export type OpenAlarm = {
  id: string;
  kind: 'silent' | 'faulty' | 'outage';
  common: Common | null;
  commonOf: string | null;
  openedAt: number;
  devices: { id: number; joinedAt: number; recoveredAt: number | null }[];
};

export type AlarmChange =
  | { do: 'open'; kind: 'silent' | 'faulty'; deviceId: number; at: number; verdict: Verdict }
  | { do: 'open-outage'; outage: Outage; words: Sentence; remedy: Sentence }
  | { do: 'close'; id: string }
  | { do: 'join'; id: string; devices: number[] }
  | { do: 'recover'; id: string; devices: number[] };

type Found = { verdict: Verdict; stopped: Stopped | null };

/**
 * What becomes of the alarms at a look: one a device and episode; many devices that stopped together are one outage, with
 * no alarms of their own while it lasts. Pure.
 * @param nameOf a kind's, street's or gateway's name
 */
export function followAlarms(
  found: readonly Found[],
  open: readonly OpenAlarm[],
  thresholds: Thresholds,
  now: number,
  nameOf: (common: Common, of: string) => Sentence,
): AlarmChange[] {
  const changes: AlarmChange[] = [];
  const byId = new Map(found.map((one) => [one.verdict.deviceId, one]));
  const covered = new Set<number>();
  for (const alarm of open)
    if (alarm.kind === 'outage') changes.push(...followOutage(alarm, found, byId, thresholds, covered));
  const free = found.flatMap(({ stopped }) => (stopped && !covered.has(stopped.id) ? [stopped] : []));
  for (const outage of findOutages(free, thresholds, now)) {
    const { words, remedy } = OUTAGE_WORDS[outage.common];
    const { from, devices, watched } = outage;
    const said = words({ name: nameOf(outage.common, outage.of), n: devices.length, watched, from });
    changes.push({ do: 'open-outage', outage, words: said, remedy });
    for (const id of devices) covered.add(id);
  }
  const single = open.filter((alarm) => alarm.kind !== 'outage');
  for (const alarm of single) {
    const [device] = alarm.devices;
    const state = device && byId.get(device.id)?.verdict.state;
    if (state !== alarm.kind) changes.push({ do: 'close', id: alarm.id });
  }
  for (const { verdict } of found) {
    const { state, deviceId } = verdict;
    if (state !== 'silent' && state !== 'faulty') continue;
    const stopped = state === 'silent' || verdict.cause === 'connected_without_values';
    if (stopped && covered.has(deviceId)) continue;
    if (single.some(({ kind, devices }) => kind === state && devices[0]?.id === deviceId)) continue;
    changes.push({ do: 'open', kind: state, deviceId, at: verdict.since, verdict });
  }
  return changes;
}

function followOutage(
  alarm: OpenAlarm,
  found: readonly Found[],
  byId: ReadonlyMap<number, Found>,
  thresholds: Thresholds,
  covered: Set<number>,
): AlarmChange[] {
  const changes: AlarmChange[] = [];
  const back = alarm.devices.filter(({ id, joinedAt, recoveredAt }) => {
    if (recoveredAt !== null) return false;
    const one = byId.get(id);
    // gone from the register, or in maintenance: nobody waits for it
    return !one?.stopped || (one.stopped.valuesAt > joinedAt && !one.stopped.late);
  });
  if (back.length) changes.push({ do: 'recover', id: alarm.id, devices: back.map(({ id }) => id) });
  const recovered = alarm.devices.filter(({ recoveredAt }) => recoveredAt !== null).length + back.length;
  if (recovered >= thresholds.recoveredShare * alarm.devices.length) {
    changes.push({ do: 'close', id: alarm.id });
    return changes;
  }
  const known = new Set(alarm.devices.map(({ id }) => id));
  const joins = found.flatMap(({ stopped }) =>
    stopped?.late &&
    !known.has(stopped.id) &&
    stopped.valuesAt >= alarm.openedAt - 60_000 * thresholds.outageMinutes &&
    shares(alarm.common ?? 'all', alarm.commonOf ?? '', stopped)
      ? [stopped.id]
      : [],
  );
  if (joins.length) changes.push({ do: 'join', id: alarm.id, devices: joins });
  for (const { id } of alarm.devices) covered.add(id);
  for (const id of joins) covered.add(id);
  for (const { id } of back) covered.delete(id);
  return changes;
}
