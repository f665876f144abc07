import type { LedgerDefinition } from '#engines/ledgers';

/** The ledgers of this chapter; one line a ledger. */
export const vehiclesLedgers: readonly LedgerDefinition[] = [];
