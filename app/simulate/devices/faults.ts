import { chance, HOUR, keyOf, MINUTE } from '../world/index.ts';
import { FAULT_NAMES, FAULTS, type FaultName, type FaultRow } from './faults.table.ts';
import type { Protocol } from './kinds.table.ts';

const [HAS, WHICH, CLOCK, SILENT] = ['has fault', 'which fault', 'clock error', 'silent'].map(keyOf) as [
  number,
  number,
  number,
  number,
];

/** The fault of a device, if it is among the share of faulty ones; the same at every start. */
export function faultOf(seed: number, code: string, protocol: Protocol, share: number): FaultName | null {
  const key = keyOf(code);
  if (chance(seed, key, HAS) >= share) return null;
  const possible = FAULT_NAMES.filter((name) => {
    const row: FaultRow = FAULTS[name];
    return !row.protocols || row.protocols.includes(protocol);
  });
  const total = possible.reduce((sum, name) => sum + FAULTS[name].weight, 0);
  let left = chance(seed, key, WHICH) * total;
  for (const name of possible) {
    left -= FAULTS[name].weight;
    if (left < 0) return name;
  }
  return possible[possible.length - 1] ?? null;
}

/** How far the clock of a device is ahead, ms. A sound one is within a few seconds. */
export function clockErrorOf(seed: number, code: string, fault: FaultName | null): number {
  const even = 2 * chance(seed, keyOf(code), CLOCK) - 1;
  if (fault === 'clock-minutes') return Math.round(Math.sign(even) * (3 + 27 * Math.abs(even))) * MINUTE;
  if (fault === 'clock-hours') return Math.round(Math.sign(even) * (1 + 9 * Math.abs(even))) * HOUR;
  return Math.round(even * 3000);
}

/** A silent device is away for 40 minutes of every three hours. */
const SILENCE = { every: 3 * HOUR, lasts: 40 * MINUTE };

/** Until when a device with this fault is away at an instant; null when it is there. */
export function silentUntil(seed: number, code: string, fault: FaultName | null, instant: number): number | null {
  if (fault !== 'silence') return null;
  const phase = chance(seed, keyOf(code), SILENT) * SILENCE.every;
  const since = (instant + phase) % SILENCE.every;
  return since < SILENCE.lasts ? instant + SILENCE.lasts - since : null;
}
