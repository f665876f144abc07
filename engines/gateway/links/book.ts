import type { Protocol, Registered } from '#engines/devices';
import type { Db } from '#platform/store';
import { type LinkState, writeLinks } from '../store.ts';
import type { Link } from './link.ts';
import { Pace } from './pace.ts';

type Entry = LinkState & { link: Link; changed: boolean; takeovers: number; takeoverAt: number; pace: Pace };

/** what two devices of one number look like: each takes the other's place again and again */
const RIVALRY = { takeovers: 4, withinMs: 600_000 } as const;
const WRITE_EVERY_MS = 5000;

/**
 * Who is connected on which link, in this process. The newest connection of a device is the one that it is spoken to on;
 * the older one is closed when it carried nobody else, unless the two take turns: then two devices share one number,
 * which is told, and neither is cut off.
 */
export class LinkBook {
  readonly #db: Db;
  readonly #gateway: string;
  readonly #byDevice = new Map<number, Entry>();
  readonly #byLink = new Map<Link, Set<number>>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Db, gateway: string) {
    this.#db = db;
    this.#gateway = gateway;
    this.#timer = setInterval(() => void this.write(), WRITE_EVERY_MS);
    this.#timer.unref();
  }

  /** The link on which a device is spoken to. */
  linkOf(deviceId: number): Link | undefined {
    const entry = this.#byDevice.get(deviceId);
    return entry && entry.disconnectedAt === null ? entry.link : undefined;
  }

  get connected(): number {
    return this.#byLink.size;
  }

  /**
   * A message of a device came on the link, with its password where it has one. Who sends more than its model allows is
   * read slower: what it has to say waits in its own memory.
   */
  heard(link: Link, protocol: Protocol, device: Registered | undefined, at: number): void {
    if (!device) return;
    const entry = this.#byDevice.get(device.id);
    if (entry && entry.link === link && entry.disconnectedAt === null) {
      entry.lastHeardAt = at;
      entry.changed = true;
      const wait = entry.pace.afterOne(at, device.settings.mostPerMinute);
      if (wait > 0) {
        this.#count(entry, 'too-fast');
        link.slow(wait);
      }
      return;
    }
    this.#take(link, protocol, device, at, entry);
  }

  /** How far a device's clock is from ours as it last showed, s; null: it has not. */
  clockOffsetOf(deviceId: number): number | null {
    return this.#byDevice.get(deviceId)?.clockOffsetS ?? null;
  }

  #take(link: Link, protocol: Protocol, device: Registered, at: number, before: Entry | undefined): void {
    let takeovers = 0;
    if (before && before.disconnectedAt === null) {
      const rival = at - before.takeoverAt < RIVALRY.withinMs;
      takeovers = rival ? before.takeovers + 1 : 1;
      const others = this.#byLink.get(before.link);
      others?.delete(device.id);
      if (takeovers >= RIVALRY.takeovers) this.#count(before, 'two-senders');
      else if (others?.size === 0) before.link.close('the device has connected anew');
    }
    const entry: Entry = {
      deviceId: device.id,
      protocol,
      remote: link.remote,
      connectedAt: at,
      lastHeardAt: at,
      clockOffsetS: before?.clockOffsetS ?? null,
      disconnectedAt: null,
      disconnectReason: null,
      deviations: before?.deviations ?? {},
      link,
      changed: true,
      takeovers,
      takeoverAt: before && before.disconnectedAt === null ? at : (before?.takeoverAt ?? 0),
      pace: before?.pace ?? new Pace(),
    };
    this.#byDevice.set(device.id, entry);
    const on = this.#byLink.get(link) ?? new Set<number>();
    this.#byLink.set(link, on.add(device.id));
  }

  /** What a message of a device showed beside its values. */
  noted(deviceId: number, clockOffsetS: number | null, deviations: readonly string[]): void {
    const entry = this.#byDevice.get(deviceId);
    if (!entry) return;
    if (clockOffsetS !== null) entry.clockOffsetS = clockOffsetS;
    for (const name of deviations) this.#count(entry, name);
  }

  #count(entry: Entry, name: string): void {
    entry.deviations[name] = (entry.deviations[name] ?? 0) + 1;
    entry.changed = true;
  }

  gone(link: Link, reason: string): void {
    const at = Date.now();
    for (const deviceId of this.#byLink.get(link) ?? []) {
      const entry = this.#byDevice.get(deviceId);
      if (!entry || entry.link !== link) continue;
      entry.disconnectedAt = at;
      entry.disconnectReason = reason;
      entry.changed = true;
    }
    this.#byLink.delete(link);
  }

  /** Writes what changed; never two at a time. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const changed = [...this.#byDevice.values()].filter((entry) => entry.changed);
      const states = changed.map(
        ({ link: _link, changed: _changed, takeovers: _t, takeoverAt: _a, pace: _p, ...state }) => state,
      );
      for (const entry of changed) {
        entry.changed = false;
        entry.deviations = {};
      }
      try {
        await writeLinks(this.#db, this.#gateway, states);
        for (const [id, entry] of this.#byDevice)
          if (entry.disconnectedAt !== null && !entry.changed) this.#byDevice.delete(id);
      } catch {
        // the database is away: said again the next time
        for (const [i, entry] of changed.entries()) {
          entry.changed = true;
          for (const [name, n] of Object.entries(states[i]!.deviations))
            entry.deviations[name] = (entry.deviations[name] ?? 0) + n;
        }
      }
    });
    return this.#writing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const link of [...this.#byLink.keys()]) this.gone(link, 'the platform stops');
    await this.write();
  }
}
