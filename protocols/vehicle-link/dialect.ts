import type { FieldRow, RecordCodec } from '#protocols/fields';
import type { Starts } from './span.ts';

type Record_ = RecordCodec<readonly FieldRow[]>;

/** One command: its data are a record, a report of blocks, or nothing. */
export type CommandRow = {
  readonly command: number;
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly data: readonly FieldRow[] | 'report' | 'nothing';
  /** 'up' from the vehicle or the lower platform */
  readonly direction: 'up' | 'down' | 'both';
  readonly cite: string;
};

/** One type of block in a report. */
export type BlockRow = {
  readonly type: number;
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** null where the layout could not be sourced: kept as bytes */
  readonly rows: readonly FieldRow[] | null;
  readonly cite: string;
  /** L: reported by one source; believed only while the whole report divides without a rest */
  readonly confidence: 'H' | 'M' | 'L';
};

/** A protocol of this family, written down: what the verbs need to know. */
export type Dialect = {
  readonly starts: Starts;
  readonly commands: readonly CommandRow[];
  readonly blocks: readonly BlockRow[];
  /** encryption byte that means plain data */
  readonly plain: readonly number[];
  readonly encryptions: Readonly<Record<number, string>>;
  /** what stands once before the blocks */
  readonly reportHead: readonly FieldRow[];
  /** what stands in every block between its type and its fields */
  readonly blockHead: readonly FieldRow[];
  /** firmware is known that leaves `blockHead` out */
  readonly bareBlocks?: true;
  /** block types that carry a length of two bytes and anything behind it */
  readonly vendorBlocks?: readonly [from: number, to: number];
  /** r and s of a signature may follow the blocks, or each block */
  readonly signed?: true;
  /** data of an answer: what is kept of the command */
  readonly answer?: readonly FieldRow[];
};

export type Codecs = {
  readonly dialect: Dialect;
  readonly commands: ReadonlyMap<number, { readonly row: CommandRow; readonly codec: Record_ | null }>;
  readonly blocks: ReadonlyMap<number, { readonly row: BlockRow; readonly codec: Record_ | null }>;
  readonly reportHead: Record_;
  readonly blockHead: Record_;
  readonly answer: Record_ | null;
};
