/**
 * Catalogue 标准目录: which rule books there are, each described by its own folder.
 *
 * A folder of standards states in its `standard.table.ts` which document it carries out, in which editions and clauses,
 * how certain that is, what a district may set otherwise and what could not be sourced. Here is the list, in the order of
 * print; docs/standards.md is made of it (`npx lantian standards --print`). A new folder is one more line.
 */
export { type DescribedStandard, STANDARDS } from './catalogue.ts';
export { printStandards } from './print.ts';
