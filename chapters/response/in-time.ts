import type { LedgerDefinition } from '#engines/ledgers';

/** In time is what the two dates say: done by the day it was due, later, or not done. */
export const deriveInTime: NonNullable<LedgerDefinition['derive']> = ({ dueOn, doneOn }) => {
  if (typeof dueOn !== 'string') return {};
  return { inTime: typeof doneOn !== 'string' ? 'open' : doneOn <= dueOn ? 'yes' : 'late' };
};
