import { DEVICE_KINDS, type DeviceKind } from '#engines/devices';
import type { Thresholds } from '../judge/thresholds.table.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What devices may have in common, the widest first: the widest that fits is the one that is told. */
export const COMMONS = ['all', 'gateway', 'kind', 'street'] as const;
export type Common = (typeof COMMONS)[number];

/** A device as the search for outages sees it. */
export type Stopped = {
  id: number;
  kind: DeviceKind;
  streetCode: string | null;
  gateway: string | null;
  /** ms since 1970 of its newest values */
  valuesAt: number;
  /** later than its interval allows, by the time that somebody watched */
  late: boolean;
  age: number;
};

export type Outage = { common: Common; of: string; from: number; until: number; devices: number[]; watched: number };

const KEYS: Record<Common, (device: Stopped) => string | null> = {
  all: () => '',
  gateway: ({ gateway }) => gateway,
  kind: ({ kind }) => kind,
  street: ({ streetCode }) => streetCode,
};

/**
 * Groups of which so large a share stopped within a short time of each other that one cause must be behind it. Pure.
 * @param devices admitted ones that stand somewhere and have sent values within a day, without those of open outages
 */
export function findOutages(devices: readonly Stopped[], thresholds: Thresholds, now: number): Outage[] {
  const within = thresholds.outageMinutes * MINUTE;
  const active = devices.filter((d) => DEVICE_KINDS[d.kind].stands && now - d.valuesAt < DAY);
  const found: Outage[] = [];
  const taken = new Set<number>();
  for (const common of COMMONS) {
    const groups = new Map<string, Stopped[]>();
    for (const device of active) {
      const of = KEYS[common](device);
      if (of !== null && !taken.has(device.id)) groups.set(of, [...(groups.get(of) ?? []), device]);
    }
    // one gateway, one kind: that is all of them, and was tried before
    if (common !== 'all' && groups.size < 2) continue;
    for (const [of, group] of groups) {
      const stopped = group.filter((d) => d.late && d.age >= within).sort((a, b) => a.valuesAt - b.valuesAt);
      const together = densest(stopped, within);
      if (together.length < thresholds.outageLeast || together.length < thresholds.outageShare * group.length) continue;
      for (const { id } of together) taken.add(id);
      found.push({
        common,
        of,
        from: together[0]!.valuesAt,
        until: together.at(-1)!.valuesAt,
        devices: together.map(({ id }) => id),
        watched: group.length,
      });
    }
  }
  return found;
}

/** The most devices that stopped within a time, of a list in the order of their stopping. */
function densest(stopped: readonly Stopped[], within: number): Stopped[] {
  let best: Stopped[] = [];
  for (let first = 0, last = 0; last < stopped.length; last++) {
    while (stopped[last]!.valuesAt - stopped[first]!.valuesAt > within) first++;
    if (last - first + 1 > best.length) best = stopped.slice(first, last + 1);
  }
  return best;
}

/** Whether a device shares what the devices of an outage have in common. */
export const shares = (common: Common, of: string, device: Stopped): boolean => KEYS[common](device) === of;
