import { createContext, useContext } from 'react';
import { ApiError } from '../../app/api.ts';
import type { Sentence } from '../../app/language.ts';

/** What is wrong, at the row that has to change: `columns.2.choices.1`. */
export type RowFault = { at: string; text: string };
type ServerFault = Sentence & { at: string };

const Known = createContext<readonly RowFault[]>([]);
export const FaultsKnown = Known.Provider;

/** What is wrong with this row, beside it. */
export function Faults({ at }: { at: string }) {
  return useContext(Known)
    .filter((one) => one.at === at)
    .map(({ text }) => (
      <p key={text} role="alert" className="ledger-refused ledger-declare-fault">
        {text}
      </p>
    ));
}

/** The faults that a refusal of the server carries, each with its row. */
export const serverFaults = (error: unknown): readonly ServerFault[] =>
  error instanceof ApiError ? ((error.sentence as Sentence & { faults?: ServerFault[] }).faults ?? []) : [];
