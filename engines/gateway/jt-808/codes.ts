import { randomBytes } from 'node:crypto';
import type { Registered } from '#engines/devices';
import type { Db } from '#platform/store';
import { sameSecret } from '../intake/secret.ts';
import { forgetTerminalCode, terminalCode } from '../store.ts';

const CODE_BYTES = 9;

/**
 * The codes with which terminals come back after they have registered. Where a person has given the device a password, that
 * alone counts and no code is handed out; otherwise the platform makes one at the first registration and keeps it.
 */
export class TerminalCodes {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The code of a terminal, made when it has none; null where a password was given to it. */
  async handOut({ id, password }: Registered): Promise<string | null> {
    if (password !== null) return null;
    return terminalCode(this.#db, id, randomBytes(CODE_BYTES).toString('base64url'));
  }

  async fits({ id, password }: Registered, said: string): Promise<boolean> {
    const expected = password ?? (await terminalCode(this.#db, id, null));
    return expected !== null && sameSecret(expected, said);
  }

  async forget({ id }: Registered): Promise<void> {
    await forgetTerminalCode(this.#db, id);
  }
}
