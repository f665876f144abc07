/**
 * Ledgers 台账: things that a plan orders to be kept, each ledger one declaration.
 *
 * A declaration names columns with their types, units and choices, which of them make an entry one thing, who keeps it
 * (streets or units, each their own), where it lies, how often somebody has to look, what makes it complete and what
 * contradicts itself. From it follow lists, forms, a workbook to fill in, import and export that come back unchanged, the
 * history of every field, and what is stale. An enterprise, a site, a vehicle is one object, whichever ledgers speak of
 * it. Administrators declare more ledgers in the browser by the same declaration.
 *
 * Nothing is deleted: an entry is struck off with a reason and can be put back.
 */
export { LedgerBooks } from './books.ts';
export { holds, isEmpty } from './columns/condition.ts';
export type { Names, Value } from './columns/kinds.ts';
export { type ChoiceLine, choicesOf, column, contradiction } from './columns/say.ts';
export type { Choice, Column, Condition, Contradiction, LedgerDefinition, ObjectKind } from './definition.ts';
export { definitionFaults } from './definition-schema.ts';
export { createEntry, EntryFaults, type Given } from './entry/acts.ts';
export { type ColumnFault, keyPart as entryKey, readValues, type Values } from './entry/check.ts';
export { type EvidenceRow, ledgerEvidence, type RefreshDuty, refreshEvidence } from './evidence.ts';
export { cellsOf, csvLine, exportedEntries } from './export/rows.ts';
export { importLedger, type LedgerImportOptions, type LedgerImportReport } from './import/import.ts';
export { type LandedEntry, landSimulated, type SimulatedEntry } from './import/simulated.ts';
export { type KeptCount, keptCounts } from './keeping.ts';
export { countEntries, type ListQuery, listEntries } from './list/query.ts';
export { namesOf } from './names.ts';
export type { LedgerDeps } from './routes/deps.ts';
export { ledgerRoutes } from './routes/index.ts';
export { staleBefore } from './stale.ts';
export {
  analyzeLedger,
  dutiesByStreet,
  type EntryRow,
  ensureLedger,
  entryById,
  findByKeys,
  findKept,
} from './store.ts';
export * from './wire.ts';
export { computedTask, LEDGER_IMPORT, ledgerImportWork } from './work.ts';
