import type { Pool } from 'pg';
import type { Acting } from '#platform/audit';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { JobLog } from '../task.ts';

export type WorkContext<Input> = {
  id: string;
  db: Db;
  pool: Pool;
  input: Input;
  /** who started it, for the audit */
  by: Acting;
  log: JobLog;
  /** how far it is; call it as often as you like, it is written a few times a second */
  progress(done: number, total?: number | null, note?: Sentence | null): void;
  /** whether it should stop */
  cancelled(): boolean;
  /** @throws Refusal cancelled */
  throwIfCancelled(): void;
};

export type WorkKind<Input = unknown> = {
  /** `observations.import` */
  kind: string;
  /** may be started again from the beginning after a crash */
  resumable?: boolean;
  /** @returns the result that the page shows */
  run(context: WorkContext<Input>): Promise<unknown>;
};

/** A kind of work, with its input's type kept to itself. */
export function workKind<Input>(kind: WorkKind<Input>): WorkKind {
  return { ...kind, run: (context) => kind.run(context as WorkContext<Input>) };
}
