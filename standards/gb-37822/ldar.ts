import { requireDate } from '#standards/editions';
import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import { SEAL_PARTS, type SealPart } from './requirements.table.ts';
import { type Corrections, requirement } from './settings.ts';

const DAY = 86_400_000;
const at = (date: string) => new Date(`${requireDate(date)}T00:00:00Z`);
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const daysAfter = (date: string, days: number) => text(at(date).getTime() + days * DAY);
/** The same day so many months later, or the last day of that month. */
function monthsAfter(date: string, months: number): string {
  const day = at(date);
  const first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
  const last = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0);
  return text(Math.min(last, first + (day.getUTCDate() - 1) * DAY));
}

/** Whether an enterprise has to find and repair leaks 泄漏检测与修复 (8.1); null when its points are not counted. */
export const ldarRequired = (points: number | null, corrections: Corrections = {}): boolean | null =>
  points === null ? null : compareDecimal(points, requirement('ldarPoints', corrections)) >= 0;

/** gas or volatile organic liquid · other liquid */
export type Material = 'volatile' | 'other';
/**
 * Whether a seal leaks (8.2): visible drops, or a reading above the leak definition, µmol/mol.
 * @returns null without a reading when nothing is seen
 */
export function leaks(
  seal: {
    readonly material: Material;
    readonly keyRegion: boolean;
    readonly visible: boolean;
    readonly reading: Numeric | null;
  },
  corrections: Corrections = {},
): boolean | null {
  if (seal.visible) return true;
  if (seal.reading === null || !isNumeric(seal.reading)) return null;
  const volatile = seal.keyRegion ? 'leakVolatileKeyRegion' : 'leakVolatile';
  const other = seal.keyRegion ? 'leakOtherKeyRegion' : 'leakOther';
  return compareDecimal(seal.reading, requirement(seal.material === 'volatile' ? volatile : other, corrections)) > 0;
}

/** The last day by which a part is to be checked again (8.3), 'YYYY-MM-DD'. */
export const nextCheck = (part: SealPart, lastChecked: string, corrections: Corrections = {}): string =>
  monthsAfter(lastChecked, Number(requirement(SEAL_PARTS[part].every, corrections)));

export type Repair = {
  readonly found: string;
  /** first attempt; null = none yet */
  readonly first: string | null;
  /** repaired and checked again; null = not yet */
  readonly done: string | null;
  /** put off to the next shutdown, with a reason on file */
  readonly deferred: boolean;
};
export type RepairState = {
  readonly firstBy: string;
  readonly doneBy: string;
  readonly firstLate: boolean;
  readonly doneLate: boolean;
  readonly state: 'repaired' | 'deferred' | 'open' | 'overdue';
};

/** How a leak's repair stands on a day (8.4): the first attempt and the end each have a last day. */
export function repairState(repair: Repair, today: string, corrections: Corrections = {}): RepairState {
  const firstBy = daysAfter(repair.found, Number(requirement('firstRepairDays', corrections)));
  const doneBy = daysAfter(repair.found, Number(requirement('repairDays', corrections)));
  requireDate(today);
  const firstLate = (repair.first ?? repair.done ?? today) > firstBy;
  const doneLate = !repair.deferred && (repair.done ?? today) > doneBy;
  const open = repair.deferred ? 'deferred' : doneLate || (repair.first === null && firstLate) ? 'overdue' : 'open';
  return { firstBy, doneBy, firstLate, doneLate, state: repair.done ? 'repaired' : open };
}
