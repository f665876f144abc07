import { THRESHOLD_NAMES, THRESHOLD_ROWS, type ThresholdName, type Thresholds } from './thresholds.table.ts';

/** A threshold that somebody has set from a day on. */
export type SetThreshold = { name: string; from: string; value: number; setAt: Date; by: string };

/** The thresholds that hold on a day: what was set last up to it, otherwise the default of that day. */
export function thresholdsOn(day: string, set: readonly SetThreshold[]): Thresholds {
  const at = (name: ThresholdName) => {
    const own = set.filter((row) => row.name === name && row.from <= day).sort((a, b) => a.from.localeCompare(b.from));
    const defaults = THRESHOLD_ROWS[name].defaults.filter(({ from }) => from <= day);
    return own.at(-1)?.value ?? defaults.at(-1)!.value;
  };
  return Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, at(name)])) as Thresholds;
}
