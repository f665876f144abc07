import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import type { AirLiquidRule } from './rules.table.ts';

/** One delivery of one nozzle; an interrupted one is several (E.3.4.11). Instants: ms since 1970 UTC. */
export type Refuelling = {
  readonly start: number;
  readonly end: number;
  /** ms, when the platform got it; of two records of one start the later one counts */
  readonly uploaded?: number;
  /** L; null = not known */
  readonly litres: Numeric | null;
  /** A/L, unit 1; null = not known */
  readonly ratio: Numeric | null;
};

/** A stretch of valid refuellings outside the extreme band, ms. */
export type ExtremeRun = { readonly from: number; readonly to: number };
/** What a day's refuellings of a nozzle come to; plain numbers, so it can be stored and merged. */
export type NozzleDay = {
  /** records after removing repeats */
  readonly total: number;
  readonly valid: number;
  /** valid ones outside the band of the pre-alarm */
  readonly outside: number;
  /** valid ones outside the extreme band; 0 when the rule set has none */
  readonly extreme: number;
  /** without a volume or a ratio: neither valid nor invalid */
  readonly unreadable: number;
  readonly extremeRuns: readonly ExtremeRun[];
  /** whether the first and the last valid refuelling are extreme, so that a run may go on across midnight */
  readonly opensExtreme: boolean;
  readonly closesExtreme: boolean;
};

const text = ({ end, litres, ratio }: Refuelling) => JSON.stringify([end, String(litres), String(ratio)]);
/** Later upload first; then by content, so that the order of arrival in memory never matters. */
const newer = (a: Refuelling, b: Refuelling) =>
  (b.uploaded ?? 0) - (a.uploaded ?? 0) || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);

/** The records in order of time, one for each start (E.3.5: no duplicates). */
export function withoutRepeats(records: readonly Refuelling[]): Refuelling[] {
  const byStart = new Map<number, Refuelling>();
  for (const record of [...records].sort(newer)) if (!byStart.has(record.start)) byStart.set(record.start, record);
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

const readable = (x: Numeric | null): x is Numeric => x !== null && isNumeric(x);
const outsideOf = (ratio: Numeric, band: { readonly below: string; readonly above: string }) =>
  compareDecimal(ratio, band.below) < 0 || compareDecimal(ratio, band.above) > 0;

/** Counts a nozzle's refuellings of one natural day by a rule set (E.3.3.1). */
export function countDay(rule: AirLiquidRule, records: readonly Refuelling[]): NozzleDay {
  const day = withoutRepeats(records);
  const runs: ExtremeRun[] = [];
  let [valid, outside, extreme, unreadable] = [0, 0, 0, 0];
  let [opens, last] = [false, false];
  for (const { start, end, litres, ratio } of day) {
    if (!readable(litres) || !readable(ratio)) {
      unreadable += 1;
      continue;
    }
    if (compareDecimal(litres, rule.validLitres) < 0) continue;
    const isExtreme = rule.extreme !== null && outsideOf(ratio, rule.extreme);
    if (valid === 0) opens = isExtreme;
    valid += 1;
    if (outsideOf(ratio, rule.preAlarm)) outside += 1;
    if (isExtreme) {
      extreme += 1;
      const open = last ? runs.pop() : undefined;
      runs.push({ from: open?.from ?? start, to: Math.max(open?.to ?? end, end) });
    }
    last = isExtreme;
  }
  return {
    total: day.length,
    valid,
    outside,
    extreme,
    unreadable,
    extremeRuns: runs,
    opensExtreme: opens,
    closesExtreme: last,
  };
}
