import type { Sentence } from '#platform/refusal';
import type { Value } from './columns/kinds.ts';

/** What a column holds. `entry` is another ledger's entry, by its key. */
export const COLUMN_TYPES = [
  'text',
  'long_text',
  'integer',
  'decimal',
  'date',
  'month',
  'time',
  'choice',
  'choices',
  'yes_no',
  'unit',
  'street',
  'entry',
  'credit_code',
  'plate',
  'vin',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export type Choice = { readonly id: string; readonly title: Sentence; readonly aliases?: readonly string[] };

/** One column of a ledger. */
export type Column = {
  /** camel case; the name of the value in `values` */
  readonly id: string;
  readonly title: Sentence;
  readonly type: ColumnType;
  /** of a number: what it is counted in */
  readonly unit?: string;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** which ledger an `entry` is of */
  readonly ledger?: string;
  readonly least?: number;
  readonly most?: number;
  /** digits behind the point that are kept, 0 to 6 */
  readonly decimals?: number;
  readonly longest?: number;
  /** what a file may call it besides its titles */
  readonly aliases?: readonly string[];
  /** lists can be narrowed by it */
  readonly filter?: boolean;
  /** lists can be put in its order */
  readonly sort?: boolean;
  /** what to write into it, for whoever fills it in */
  readonly help?: Sentence;
  /** computed from the others by the ledger's `derive`; nobody writes it */
  readonly derived?: boolean;
};

/** A condition on an entry's values: all parts hold. */
export type Condition = readonly {
  readonly column: string;
  readonly is: 'empty' | 'given' | 'equal' | 'not_equal' | 'less' | 'more' | 'before' | 'after' | 'one_of';
  /** a value, or another column of the entry as `{column}` */
  readonly than?: string | number | boolean | { readonly column: string };
  readonly of?: readonly string[];
}[];

/** What cannot both be true of an entry; shown, never silently mended. */
export type Contradiction = { readonly id: string; readonly title: Sentence; readonly when: Condition };

/** Objects of the world that several ledgers may speak of. */
export const OBJECT_KINDS = ['enterprise', 'site', 'vehicle', 'machine', 'building', 'road', 'plot'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** A ledger, declared once. */
export type LedgerDefinition = {
  /** `dust.sites`: chapter and name */
  readonly id: string;
  readonly title: Sentence;
  /** what one entry is called: 处工地 */
  readonly entry: Sentence;
  /** which columns make an entry one thing */
  readonly key: readonly string[];
  /** the column that people call it by */
  readonly name: string;
  /** who keeps it: streets each their own, or units each their own */
  readonly keeper: 'street' | 'unit';
  readonly place: 'none' | 'point' | 'line' | 'polygon';
  readonly placeRequired?: boolean;
  /** days after which an entry that nobody has looked at is stale; null: it need not be refreshed */
  readonly refreshDays: number | null;
  readonly columns: readonly Column[];
  /** columns besides the required ones without which an entry is not complete */
  readonly complete?: readonly string[];
  /** the object of the world that it is about, and which column names that */
  readonly object?: { readonly kind: ObjectKind; readonly by: string };
  readonly contradictions?: readonly Contradiction[];
  /** what it is for, in one or two sentences */
  readonly about: Sentence;
  /** the derived columns, from what was written: by a standard's formula or limits. Pure; a column left out is empty. */
  readonly derive?: (values: Readonly<Record<string, Value>>) => Readonly<Record<string, Value | undefined>>;
  /** numbers of plan measures whose words it serves, for readers; bindings say what counts */
  readonly words?: readonly string[];
};

export type LedgerRegistry = {
  readonly all: readonly LedgerDefinition[];
  find(id: string): LedgerDefinition | undefined;
};

/** The ledgers of the chapters; two of one id are a mistake of the program. */
export function ledgerRegistry(definitions: readonly LedgerDefinition[]): LedgerRegistry {
  const byId = new Map<string, LedgerDefinition>();
  for (const definition of definitions) {
    if (byId.has(definition.id)) throw new Error(`two ledgers are called ${definition.id}`);
    byId.set(definition.id, definition);
  }
  return { all: definitions, find: (id) => byId.get(id) };
}
