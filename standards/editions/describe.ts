import type { Cited, Confidence } from './editions.ts';

export type BothLanguages = { readonly zh: string; readonly en: string };

/** A dated row of a standard's own table under the name of its edition. */
export type DescribedEdition = Cited & { readonly edition: string };

/** What is implemented of a document. */
export type DescribedClause = {
  /** where it stands: 'cl. 4.2', 'table 4', 'annex B' */
  readonly clause: string;
  readonly what: BothLanguages;
  /** which exports of the folder's door carry it out */
  readonly by: readonly string[];
  /** H when absent */
  readonly confidence?: Confidence;
};

/** What the text leaves open, or what could not be read: a value that a district may set otherwise. */
export type DescribedSetting = {
  readonly name: string;
  /** printed; taken from the table where the setting lives */
  readonly default: string;
  readonly what: BothLanguages;
  readonly confidence: Confidence;
};

/**
 * What a folder of standards says of itself, in its `standard.table.ts`, exported by its door as `STANDARD` and listed in
 * `#standards/catalogue`; docs/standards.md is printed from it. Figures are taken from the tables, never typed again.
 */
export type StandardDescription = {
  readonly folder: string;
  /** 'GB 3095', or what it is where no single document has a number */
  readonly document: string;
  readonly title: BothLanguages;
  /** in force one after the other, or one beside the other where a citation says so */
  readonly editions: readonly DescribedEdition[];
  readonly clauses: readonly DescribedClause[];
  readonly settings: readonly DescribedSetting[];
  /** what could not be sourced and is therefore not implemented */
  readonly gaps: readonly BothLanguages[];
};
