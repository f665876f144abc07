import type { Actor } from '#platform/permissions';
import { refusalFor } from '#platform/permissions';
import type { LedgerDefinition } from '../definition.ts';
import { keeperOf, type Values } from '../entry/check.ts';

export const MAY_READ = 'ledger.read';
export const MAY_KEEP = 'ledger.keep';

type Kept = { unitId: string | null; streetCode: string | null };

const placesOf = ({ unitId, streetCode }: Kept) => ({
  unitIds: unitId ? [unitId] : [],
  streetCodes: streetCode ? [streetCode] : [],
});

/** Whether a person may keep an entry: everywhere, or where the entry is of the own unit or street. */
export const mayKeep = (actor: Actor, kept: Kept): boolean =>
  actor.may(MAY_KEEP) || actor.may(MAY_KEEP, placesOf(kept));

/** @throws Refusal no_permission; both of what it was and what it is to be */
export function requireKeeper(actor: Actor, ...of: readonly Kept[]): void {
  if (of.every((kept) => mayKeep(actor, kept))) return;
  throw refusalFor(actor.accountId, MAY_KEEP);
}

/** Whom values would make the keeper of an entry. */
export const keeperGiven = (definition: LedgerDefinition, values: Readonly<Record<string, unknown>>): Kept =>
  keeperOf(definition, values as Values);

/** The streets and units that a person keeps; null: all. */
export function keptBy(actor: Actor): { streets: string[]; units: string[] } | null {
  if (actor.may(MAY_KEEP)) return null;
  return {
    streets: actor.grants.flatMap(({ streetCode }) =>
      streetCode && actor.may(MAY_KEEP, { streetCodes: [streetCode] }) ? [streetCode] : [],
    ),
    units: actor.grants.flatMap(({ unitId }) => (unitId && actor.may(MAY_KEEP, { unitIds: [unitId] }) ? [unitId] : [])),
  };
}
