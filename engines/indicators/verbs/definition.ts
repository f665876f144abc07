import type { Condition, RefreshDuty } from '#engines/ledgers';
import type { Sentence } from '#platform/refusal';
import type { IndicatorDefinition } from '../definition.ts';

/**
 * Where rows of evidence come from: entries of one ledger, or of several by what all have (`keptSince`); looks at entries
 * (`refreshedOn` until `staleOn`); inspections of some kinds.
 */
export type EvidenceSource =
  | { readonly ledger: string }
  | { readonly ledgers: readonly string[] }
  | { readonly refreshes: readonly RefreshDuty[] }
  | { readonly inspections: readonly string[] };

/** A reason for which a row does not count although it would; named, counted and listed. */
export type Exclusion = { readonly id: string; readonly title: Sentence; readonly when: Condition };

/**
 * What a row says is only worth what stands in another ledger: the entry that the row's column `by` names by its key has to
 * be there on the day of the row's column `on`, from its own `from` to the last of its `until`, both days counted; an `until`
 * that is blank has no end. A row without a day, or that names nothing, has nothing behind it.
 */
export type Backing = {
  readonly by: string;
  readonly ledger: string;
  readonly on: string;
  readonly from: string;
  readonly until?: readonly string[];
  /** what both have to say alike: the row's column and the entry's, compared as keys are */
  readonly alike?: readonly { readonly column: string; readonly as: string }[];
  /** what else has to hold of that entry */
  readonly where?: Condition;
};

/**
 * Which rows count, from which day on.
 *
 * An inspection's columns, besides those that its kind declares: `visitedOn` (date), `result` (`sound` | `findings`),
 * `findings` (integer), `openFindings` (integer), `mendedOn` (date: all findings mended), `atNight` (yes_no),
 * `joint` (yes_no), `penalty` (decimal, CNY; empty without one), `entry` and `ledger` (what was visited: its key, and which ledger keeps it).
 */
export type Tally = {
  readonly of: EvidenceSource;
  /** a date or month column: the day from which a row counts. A month counts from its last day, in a stock from its first. */
  readonly on: string;
  /**
   * year: rows of the year so far (events). stock: whatever is there on the day, also from earlier years. latest: only the
   * rows of the newest day of the year that has any (a list published again and again).
   */
  readonly over: 'year' | 'stock' | 'latest';
  /** year: a date that has to lie in the same year: of what was handled this year only what was found this year */
  readonly sameYear?: string;
  /** stock: a date column, the day on which a row ceases to count (a month: the day after its last); of several, the first */
  readonly until?: string | readonly string[];
  /** what ceases to count in a year counts to that year's end: the whole of a year's coverage keeps what was finished in it */
  readonly untilYearEnd?: boolean;
  readonly where?: Condition;
  /** only rows that all of these stand behind */
  readonly backed?: readonly Backing[];
  readonly exclude?: readonly Exclusion[];
  /** a number column that is added up instead of counting rows */
  readonly amount?: string;
  /** rows with the same value of this column count once; `entry` is the visited entry of an inspection */
  readonly distinct?: string;
};

/** How a figure is computed. */
export type How =
  | { readonly verb: 'count' | 'sum' | 'mean' | 'most' | 'least'; readonly of: Tally }
  /** the first as a share of the second, in % */
  | { readonly verb: 'share'; readonly of: Tally; readonly in: Tally }
  /**
   * Of the entries on the books, the share that something speaks of on the day, in %: `by` is the column of `of` that names
   * their key (`entry` of an inspection). What happened in a year speaks of its entry to that year's end; each entry counts
   * once, and only what is on the books itself. With an `amount` of `in`, that of the entries and not their number.
   */
  | { readonly verb: 'coverage'; readonly of: Tally; readonly by: string; readonly in: Tally }
  /** the first less the second */
  | { readonly verb: 'balance'; readonly of: Tally; readonly less: Tally }
  /** against the same days of the year before, in % (negative = less) */
  | { readonly verb: 'change'; readonly of: Tally }
  /**
   * Of the entries of a stock on the books in a month, the share that was seen in that month, in %: the figure of a day is
   * that of the last whole month. `by` is the column of the events that names the entry's key; left out for inspections.
   */
  | { readonly verb: 'monthlyShare'; readonly of: Tally; readonly in: Tally; readonly by?: string };

/** An indicator that is computed from ledgers and inspections: what it says, and one verb. */
export type EvidenceIndicator = Omit<IndicatorDefinition, 'compute' | 'evidenceHref' | 'kind' | 'sources'> & {
  readonly how: How;
  /** documents or rules that define it, besides the ledgers and inspections that it reads */
  readonly sources?: readonly string[];
};
