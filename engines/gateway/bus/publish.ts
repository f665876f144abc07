import { headers } from '@nats-io/transport-node';
import type { DeviceRegister } from '#engines/devices';
import type { Arrival, Intake } from '../intake/arrival.ts';
import { ADMISSION_LIMITS } from '../intake/limits.table.ts';
import { type Bus, HEADERS, subjectOf } from './stream.ts';

export type BusIntakeDeps = {
  bus: Bus;
  register: DeviceRegister;
  /** told of every message of a device that is known */
  heard?: (deviceId: number, deviations: readonly string[]) => void;
  onTrouble?: (error: unknown) => void;
};

/** frames on their way at most: a bus that is away must not be answered with memory */
const MOST_WAITING = 10_000;
const LONGEST_PAUSE_MS = 2000;

/**
 * The intake of a gateway that does not write into the store itself: frames go onto the bus as they came, and a device is
 * answered when the bus has them, in as many copies as it was asked for. What becomes of a frame, a worker finds out.
 */
export class BusIntake implements Intake {
  readonly #deps: BusIntakeDeps;
  readonly #onRoom = new Set<() => void>();
  readonly #unreadable = new Map<string, number>();
  #minute = 0;
  #waiting = 0;
  #wasFull = false;
  #closed = false;
  readonly counts = { published: 0, retries: 0 };

  constructor(deps: BusIntakeDeps) {
    this.#deps = deps;
  }

  get full(): boolean {
    const full = this.#waiting >= MOST_WAITING;
    if (full) this.#wasFull = true;
    return full;
  }

  get waiting(): number {
    return this.#waiting;
  }

  whenRoom(call: () => void): void {
    this.#onRoom.add(call);
  }

  accept<M>(arrival: Arrival<M>): void {
    const { dialect, message, remote, bytes, receivedAt, settle } = arrival;
    const identity = dialect.identityOf(message);
    const device = identity === null ? undefined : this.#deps.register.find(dialect.protocol, identity);
    const sound = identity !== null && dialect.isSound(message, device?.settings);
    const said = device?.password ? dialect.passwordOf?.(message) : undefined;
    const welcome = said === undefined || said === device?.password;
    if (device) this.#deps.heard?.(device.id, dialect.deviationsOf(message));
    if (sound && device && !dialect.bringsData(message)) {
      settle('stored');
      return;
    }
    const answered = sound && welcome;
    if (!answered && !this.#takesUnreadable(remote)) {
      settle('refused');
      return;
    }
    void this.#publish(dialect.protocol, bytes, remote, receivedAt).then((there) =>
      settle(there ? (answered ? 'stored' : 'refused') : 'closed'),
    );
  }

  /** Until the bus has it, or this intake is closed. */
  async #publish(protocol: string, bytes: Uint8Array, remote: string | null, receivedAt: number): Promise<boolean> {
    const head = headers();
    head.set(HEADERS.protocol, protocol);
    head.set(HEADERS.receivedAt, String(receivedAt));
    if (remote) head.set(HEADERS.remote, remote);
    this.#waiting++;
    try {
      for (let pause = 100; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        if (this.#closed) return false;
        try {
          await this.#deps.bus.stream.publish(subjectOf(protocol), bytes, { headers: head });
          this.counts.published++;
          return true;
        } catch (error) {
          this.counts.retries++;
          this.#deps.onTrouble?.(error);
          await new Promise((done) => setTimeout(done, pause));
        }
      }
    } finally {
      this.#waiting--;
      if (this.#wasFull && this.#waiting < MOST_WAITING / 2) {
        this.#wasFull = false;
        for (const call of this.#onRoom) call();
      }
    }
  }

  #takesUnreadable(remote: string | null): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#unreadable.clear();
    }
    const count = (this.#unreadable.get(remote ?? '') ?? 0) + 1;
    this.#unreadable.set(remote ?? '', count);
    return count <= ADMISSION_LIMITS.unreadablePerMinute;
  }

  /** Waits a little for what is on its way; what is not there then is not answered. */
  async close(patienceMs = 5000): Promise<void> {
    const until = Date.now() + patienceMs;
    while (this.#waiting > 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
    this.#closed = true;
  }
}
