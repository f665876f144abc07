import { isDate } from '#standards/editions';
import {
  compare,
  divide,
  type Exact,
  exact,
  type Numeric,
  percentRound,
  printExact,
  roundExact,
  subtract,
} from '#standards/gb-t-8170';
import { findRow, standardsOn } from './classes.ts';
import { type Content, type ContentProblem, inUnitOf } from './content.ts';
import { LOW_VOC_INKS, type ProductState, type VocLimitRow, type VocUnit } from './limits.table.ts';
import type { VocSettings } from './settings.ts';
import type { Family, VocStandardId } from './standards.table.ts';

/** A product of a raw-material ledger 原辅材料台账 or of a sampling. */
export type VocEntry = {
  readonly family: Family;
  /** its class, widest first, e.g. ['水性油墨', '凹印油墨', '吸收性承印物'] */
  readonly path: readonly string[];
  readonly content: Content | null;
  readonly unit: VocUnit;
  readonly origin: 'measured' | 'declared';
  /** kg/L (g/mL, g/cm³) */
  readonly density: Numeric | null;
  /** the state that the content belongs to; null = not said */
  readonly state: ProductState | null;
  readonly manufactured: string | null;
  readonly used: string | null;
};

export type OpenReason =
  | ContentProblem
  | 'no-date'
  | 'no-edition'
  | 'no-class'
  | 'limit-not-sourced'
  | 'class-too-wide'
  | 'other-state'
  | 'one-source-only'
  | 'sources-disagree'
  | 'detection-above-limit';
export type VocVerdict = {
  readonly standard: VocStandardId | null;
  readonly row: VocLimitRow | null;
} & (
  | {
      readonly result: 'complies' | 'exceeds';
      /** in the unit of the limit, as it was compared */
      readonly value: string;
      /** exceeds: value − limit in the limit's unit, and in % of the limit with 1 decimal */
      readonly by: { readonly amount: string; readonly percent: string | null } | null;
      /** the state was not said and taken for that of the limit */
      readonly stateAssumed: boolean;
    }
  | {
      readonly result: 'open';
      readonly reason: OpenReason;
      readonly why: string | null;
      readonly choices: readonly (readonly string[])[];
    }
);

const open = (
  standard: VocStandardId | null,
  reason: OpenReason,
  more: { row?: VocLimitRow | null; why?: string | null; choices?: readonly (readonly string[])[] } = {},
): VocVerdict => ({
  standard,
  row: more.row ?? null,
  result: 'open',
  reason,
  why: more.why ?? null,
  choices: more.choices ?? [],
});

/** Decimals of a limit as it is written, which rounding keeps to. */
const decimalsOf = (limit: string) => limit.split('.')[1]?.length ?? 0;
const print = (x: Exact) => printExact(x) ?? roundExact(x, 6);

function compared(row: VocLimitRow, entry: VocEntry, given: Exact, settings: VocSettings): VocVerdict {
  const limit = exact(row.limit);
  const rounded = settings.comparison === 'rounded' ? exact(roundExact(given, decimalsOf(row.limit))) : given;
  const exceeds = compare(rounded, limit) > 0;
  // "less than 90" says nothing against a limit of 80
  if (exceeds && entry.content && 'below' in entry.content) return open(row.standard, 'detection-above-limit', { row });
  if (row.disagreement && compare(rounded, exact(row.disagreement.limit)) > 0 !== exceeds)
    return open(row.standard, 'sources-disagree', {
      row,
      why: `${row.disagreement.limit}: ${row.disagreement.source}`,
    });
  const over = subtract(rounded, limit);
  const by = { amount: print(over), percent: limit.num === 0n ? null : percentRound(divide(over, limit), 1) };
  return {
    standard: row.standard,
    row,
    result: exceeds ? 'exceeds' : 'complies',
    value: print(rounded),
    by: exceeds ? by : null,
    stateAssumed: entry.state === null,
  };
}

function judgedBy(standard: VocStandardId, date: string, entry: VocEntry, settings: VocSettings): VocVerdict {
  const found = findRow(standard, date, entry.path, settings.additionalRows);
  if (!found.row) return open(standard, found.missing, found);
  const { row } = found;
  if (row.certainty === 'one-source' && !settings.oneSourceDecides)
    return open(standard, 'one-source-only', { row, why: row.source });
  if (entry.state !== null && entry.state !== row.state) return open(standard, 'other-state', { row });
  const given = inUnitOf(row, entry.content, entry.unit, entry.density);
  return typeof given === 'string' ? open(standard, given, { row }) : compared(row, entry, given, settings);
}

/** The day that chooses the edition, by the setting; the other day when the first is not known; null without both. */
export function editionDate(entry: Pick<VocEntry, 'manufactured' | 'used'>, settings: VocSettings): string | null {
  const [first, second] =
    settings.editionBy === 'manufacture' ? [entry.manufactured, entry.used] : [entry.used, entry.manufactured];
  const date = first ?? second;
  return date !== null && isDate(date) ? date : null;
}

/**
 * Checks an entry against every standard that rules it: the national one and, for architectural products, that of Beijing,
 * Tianjin and Hebei. It complies when it complies with each of them; one that it exceeds is enough; otherwise it is open,
 * and each verdict says why. Nothing passes for want of a limit.
 */
export function checkEntry(
  entry: VocEntry,
  settings: VocSettings,
): { readonly result: VocVerdict['result']; readonly verdicts: readonly VocVerdict[] } {
  const date = editionDate(entry, settings);
  if (date === null) return { result: 'open', verdicts: [open(null, 'no-date')] };
  const ruling = standardsOn(date, entry.family);
  if (ruling.length === 0) return { result: 'open', verdicts: [open(null, 'no-edition')] };
  const verdicts = ruling.map(({ standard }) => judgedBy(standard, date, entry, settings));
  const has = (result: VocVerdict['result']) => verdicts.some((verdict) => verdict.result === result);
  return { result: has('exceeds') ? 'exceeds' : has('open') ? 'open' : 'complies', verdicts };
}

/**
 * Whether a product counts as low in VOC 低VOCs含量产品. Inks: by their class, when they keep their limit (GB 38507 cl. 4).
 * Coatings would be GB/T 38597, of which no limit could be sourced.
 * @returns null when it cannot be said
 */
export function isLowVoc(entry: VocEntry, settings: VocSettings): boolean | null {
  const { result } = checkEntry(entry, settings);
  if (result === 'exceeds') return false;
  if (entry.family !== 'ink' || result === 'open') return null;
  return LOW_VOC_INKS.includes(entry.path[0] ?? '');
}
