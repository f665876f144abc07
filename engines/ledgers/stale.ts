import { addDays } from '#platform/clock';
import type { LedgerDefinition } from './definition.ts';

/** The day before which an entry's last look is too long ago; null: the ledger need not be refreshed. */
export const staleBefore = ({ refreshDays }: Pick<LedgerDefinition, 'refreshDays'>, today: string): string | null =>
  refreshDays === null ? null : addDays(today, -refreshDays);
