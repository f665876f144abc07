import type { DeviceRegister, Registered } from '#engines/devices';
import type { Db } from '#platform/store';
import type { LinkBook } from '../links/book.ts';
import type { Exchanges, Peer } from './exchanges.ts';
import { askCommand, askedSince } from './store.ts';
import { CONVERSATION, PLATFORM } from './waiting.table.ts';

export type UnaskedDeps = {
  db: Db;
  register: DeviceRegister;
  book: LinkBook;
  exchanges: Exchanges;
  onTrouble?: (error: unknown) => void;
};

const NEVER = new Date(0);

/**
 * What the platform asks of its own accord, where the model says so: the sequence of first contact (HJ 212-2017 §6.7), and the
 * clock when it has drifted or the device asks for it (1013). They are commands like a person's, seen in the conversation.
 */
export class Unasked {
  readonly #deps: UnaskedDeps;
  readonly #greeted = new Set<number>();
  readonly #clockAt = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;
  #working: Promise<void> = Promise.resolve();

  constructor(deps: UnaskedDeps, everyMs = 10_000) {
    this.#deps = deps;
    deps.exchanges.onContact = (peer) => this.#contact(peer);
    deps.exchanges.onClockWish = (device) => this.#setClock(device, CONVERSATION.clockEveryMs.asked);
    this.#timer = setInterval(() => this.#drift(), everyMs);
    this.#timer.unref();
  }

  #contact({ device }: Peer): void {
    if (device.state !== 'admitted' || device.settings.firstContact.length === 0 || this.#greeted.has(device.id))
      return;
    this.#greeted.add(device.id);
    this.#work(async () => {
      const { db } = this.#deps;
      for (const name of device.settings.firstContact)
        if (!(await askedSince(db, device.id, name, NEVER))) await this.#ask(device, name, firstValues(device, name));
    });
  }

  #drift(): void {
    for (const { device } of this.#deps.exchanges.peers()) {
      const tolerance = device.settings.clockToleranceSeconds;
      const offset = tolerance === null ? null : this.#deps.book.clockOffsetOf(device.id);
      if (offset === null || tolerance === null) continue;
      // a model whose clock stands ahead on purpose is measured by that
      if (Math.abs(offset) > tolerance) this.#setClock(device, CONVERSATION.clockEveryMs.drift);
    }
  }

  #setClock(device: Registered, everyMs: number): void {
    const now = Date.now();
    if (device.state !== 'admitted' || now - (this.#clockAt.get(device.id) ?? 0) < everyMs) return;
    this.#clockAt.set(device.id, now);
    this.#work(async () => {
      if (!(await askedSince(this.#deps.db, device.id, 'set-clock', new Date(now - everyMs))))
        await this.#ask(device, 'set-clock', {});
    });
  }

  async #ask(device: Registered, name: string, values: Record<string, string>): Promise<void> {
    await askCommand(this.#deps.db, {
      deviceId: device.id,
      name,
      arguments: values,
      by: PLATFORM,
      waitHours: device.settings.commandWaitHours,
    });
  }

  #work(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((error: unknown) => this.#deps.onTrouble?.(error));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }
}

function firstValues({ settings }: Registered, name: string): Record<string, string> {
  switch (name) {
    case 'set-timeouts':
      return { OverTime: String(settings.overTimeSeconds), ReCount: String(settings.reCount) };
    case 'set-realtime-interval':
      return { RtdInterval: String(settings.realtimeInterval) };
    case 'set-minute-interval':
      return { MinInterval: String(settings.minuteInterval) };
    default:
      return {};
  }
}
