import type { Protocol } from '#engines/devices';
import type { Db } from '#platform/store';
import { framesWaiting, meetDevice, probationCount } from '../store.ts';
import { ADMISSION_LIMITS } from './limits.table.ts';

/** Who is let in: unknown devices are put into probation, up to a limit, and so are their frames. */
export class Admission {
  readonly #db: Db;
  readonly #meeting = new Map<string, Promise<boolean>>();
  readonly #waiting = new Map<number, number>();
  readonly #unreadable = new Map<string, number>();
  #minute = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Puts an unknown identity into the register, in probation. @returns false when there are too many of them */
  meet(protocol: Protocol, identity: string, remote: string | null): Promise<boolean> {
    if (identity.length > ADMISSION_LIMITS.longestIdentity) return Promise.resolve(false);
    const key = `${protocol}|${identity}`;
    const known = this.#meeting.get(key);
    if (known) return known;
    const meeting = this.#meet(protocol, identity, remote).finally(() => this.#meeting.delete(key));
    this.#meeting.set(key, meeting);
    return meeting;
  }

  async #meet(protocol: Protocol, identity: string, remote: string | null): Promise<boolean> {
    if ((await probationCount(this.#db)) >= ADMISSION_LIMITS.mostInProbation) return false;
    await meetDevice(this.#db, protocol, identity, remote);
    return true;
  }

  /** Whether another frame of a device in probation is kept; its count is read once, then kept here. */
  takesFrame(deviceId: number): boolean {
    const count = this.#waiting.get(deviceId);
    if (count === undefined) {
      this.#waiting.set(deviceId, 1);
      void framesWaiting(this.#db, deviceId)
        .then((stored) => this.#waiting.set(deviceId, stored + (this.#waiting.get(deviceId) ?? 0)))
        .catch(() => this.#waiting.delete(deviceId));
      return true;
    }
    if (count >= ADMISSION_LIMITS.mostFramesInProbation) return false;
    this.#waiting.set(deviceId, count + 1);
    return true;
  }

  /** Forgets what it counted of a device, when a person has admitted or removed it. */
  forget(deviceId: number): void {
    this.#waiting.delete(deviceId);
  }

  /** Whether another unreadable frame of an address is kept in this minute; noise must not fill the store. */
  takesUnreadable(remote: string | null): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#unreadable.clear();
    }
    const of = remote ?? '';
    const count = (this.#unreadable.get(of) ?? 0) + 1;
    this.#unreadable.set(of, count);
    return count <= ADMISSION_LIMITS.unreadablePerMinute;
  }
}
