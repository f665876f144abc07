import type { LedgerDefinition } from '#engines/ledgers';
import type { InspectionKind } from './definition.ts';

/** What is wrong with a kind's declaration, in words for whoever declares it. */
export function kindFaults(kind: InspectionKind, ledgers: readonly LedgerDefinition[]): string[] {
  const faults: string[] = [];
  const items = kind.checklist.map(({ id }) => id);
  if (items.length === 0) faults.push('no check-list');
  if (new Set(items).size !== items.length) faults.push('an item stands twice');
  for (const id of [...items, ...(kind.columns ?? []).map((column) => column.id)])
    if (!/^[a-z][a-zA-Z0-9]*$/.test(id)) faults.push(`${id} is no name`);
  if (kind.of === 'place') {
    if (kind.members || kind.every) faults.push('a place is not visited every month');
    return faults;
  }
  for (const id of kind.of.ledgers) {
    const ledger = ledgers.find((one) => one.id === id);
    if (!ledger) faults.push(`no ledger ${id}`);
    for (const column of kind.members ? [kind.members.from, kind.members.until] : [])
      if (ledger && !ledger.columns.some((one) => one.id === column && (one.type === 'date' || one.type === 'month')))
        faults.push(`${id} has no date or month ${column}`);
  }
  return faults;
}
