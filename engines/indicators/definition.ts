import type { AirScope, Provenance } from '#engines/evaluation';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { How } from './verbs/definition.ts';

/** Whose figure it is: an air scope, or a street or unit by its own evidence. */
export type IndicatorScope = { readonly kind: AirScope['kind'] | 'street' | 'unit'; readonly code: string };

/**
 * What an indicator is arithmetically, which decides its pace:
 * `mean` of days (what may the rest of the year be?), `count` of events that add up, `share` in %, `level` that stands as
 * it is on the day (a stock, the newest of a series).
 */
export type IndicatorKind = 'mean' | 'count' | 'share' | 'level';

/** The figure as it stood on one day of a year. */
export type IndicatorPoint = {
  /** last day that is in it */
  readonly until: string;
  /** as printed; null = no valid figure */
  readonly value: string | null;
  /** the same figure of the year before, by the same edition */
  readonly lastYear: string | null;
  readonly edition: string;
  readonly parts: IndicatorParts;
  /** how many pieces of evidence are in it, and how many were left out */
  readonly evidence: number;
  readonly excluded: number;
  readonly provenance: readonly Provenance[];
  /** changes whenever something above does */
  readonly digest: string;
};

export type IndicatorParts = {
  /** mean: exact sum of the days that count, 'num/den' */
  readonly sum?: string;
  readonly days?: number;
  /** the whole year before, as printed */
  readonly lastYearWhole?: string | null;
  /** the figure as it stood when the year began */
  readonly start?: string;
  /** share: how many are done of those due by now, and of all in the year */
  readonly done?: number;
  readonly due?: number;
  readonly total?: number;
};

export type ScopeYear = { readonly scope: IndicatorScope; readonly year: number; readonly mark: string };

export type ComputeContext = {
  readonly db: Db;
  readonly districtCode: string;
  /** what is due is counted until this day */
  readonly today: string;
  /** whether a month's denominator is what is on the books when the month begins, or on any of its days */
  readonly membership: 'start' | 'any';
  /** what several indicators need is read once in a run */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
};

export type IndicatorDefinition = {
  /** 'air.pm25-mean': chapter and name */
  readonly id: string;
  readonly title: Sentence;
  /** unit of the printed value: 'µg/m³', '天', '%' */
  readonly unit: string;
  /** the unit as a sentence says it */
  readonly spokenUnit: Sentence;
  readonly kind: IndicatorKind;
  readonly better: 'lower' | 'higher';
  readonly decimals: number;
  readonly scopes: readonly IndicatorScope['kind'][];
  readonly method: Sentence;
  readonly sources: readonly string[];
  /** words of a target that this indicator is about; a target without any of them is not its own */
  readonly words: readonly string[];
  /** what one piece of its evidence is, as it is counted: 天, 份通报 */
  readonly counts: Sentence;
  /** address of the records behind the value */
  readonly evidenceHref: (scope: IndicatorScope, from: string, until: string) => string;
  /** how it is computed, where that is one verb over ledgers and inspections */
  readonly how?: How;
  readonly compute: {
    /** scopes and years that have evidence, with a mark that changes when it does */
    readonly years: (context: ComputeContext) => Promise<readonly ScopeYear[]>;
    /** the year's points in order of their days */
    readonly points: (
      context: ComputeContext,
      scope: IndicatorScope,
      year: number,
    ) => Promise<readonly IndicatorPoint[]>;
  };
};

export type IndicatorRegistry = {
  /** those of the chapters, then those that officers have declared */
  readonly all: readonly IndicatorDefinition[];
  readonly ofChapters: readonly IndicatorDefinition[];
  /** what is declared in the database, as it was last read */
  declared: readonly IndicatorDefinition[];
  find(id: string): IndicatorDefinition | undefined;
};

/** The definitions that the chapters declare; a second one of the same id is a mistake of the program. */
export function indicatorRegistry(definitions: readonly IndicatorDefinition[]): IndicatorRegistry {
  const byId = new Map<string, IndicatorDefinition>();
  for (const definition of definitions) {
    if (byId.has(definition.id)) throw new Error(`two indicators are called ${definition.id}`);
    byId.set(definition.id, definition);
  }
  let declared: ReadonlyMap<string, IndicatorDefinition> = new Map();
  return {
    ofChapters: definitions,
    get all() {
      return declared.size === 0 ? definitions : [...definitions, ...declared.values()];
    },
    get declared() {
      return [...declared.values()];
    },
    set declared(next) {
      declared = new Map(next.flatMap((one) => (byId.has(one.id) ? [] : [[one.id, one]])));
    },
    find: (id) => byId.get(id) ?? declared.get(id),
  };
}
