import type { Db } from '#platform/store';
import { type FactorNeed, needOf, type Wanted } from './factors.ts';
import { identityKey } from './identity.ts';
import { type ModelSettings, type Protocol, type Statistic, settingsOf } from './model.ts';
import {
  type DeviceState,
  makeChannels,
  registerChannels,
  registerIdentities,
  registerModels,
  registerRows,
  registerVersion,
} from './store.ts';

/** A device as a gateway sees it. */
export type Registered = {
  readonly id: number;
  readonly code: string;
  readonly kind: string;
  readonly state: DeviceState;
  readonly simulated: boolean;
  readonly settings: ModelSettings;
  readonly password: string | null;
  readonly sm4Key: Uint8Array | null;
  /** factor and statistic as the link says them → place in a packet's arrays; filled as they come */
  readonly places: Map<string, number>;
  /** how many places a packet has */
  width: number;
};

/** the statistic's letter in a key of `places`: one short text per factor and packet, not two */
const LETTER: Readonly<Record<Statistic, string>> = { value: '', min: '\u0001', max: '\u0002', total: '\u0003' };
/** factors that one device may bring; more is a fault, not a device */
const MOST_CHANNELS = 256;

/**
 * All devices in memory, read again when the register's version moves. Which device an identity is, and which place of a
 * packet a factor has, are answered without the database; a factor that comes for the first time is given a channel first.
 */
export class DeviceRegister {
  readonly #db: Db;
  #version = -1;
  #byIdentity = new Map<string, Registered>();
  #byId = new Map<number, Registered>();
  #timer: NodeJS.Timeout | undefined;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  readonly #making = new Map<number, Promise<boolean>>();

  private constructor(db: Db) {
    this.#db = db;
  }

  /** @param everyMs how often it looks whether something changed; 0: only when told */
  static async open(db: Db, everyMs = 1000): Promise<DeviceRegister> {
    const register = new DeviceRegister(db);
    await register.renew();
    if (everyMs > 0) {
      register.#timer = setInterval(() => void register.renew().catch(() => undefined), everyMs);
      register.#timer.unref();
    }
    return register;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  get size(): number {
    return this.#byId.size;
  }

  /** The device that an identity of a link belongs to. */
  find(protocol: Protocol, identity: string): Registered | undefined {
    return this.#byIdentity.get(identityKey(protocol, identity));
  }

  byId(id: number): Registered | undefined {
    return this.#byId.get(id);
  }

  all(): IterableIterator<Registered> {
    return this.#byId.values();
  }

  /** The place of a factor in the device's packets; undefined when it has none yet: `makeRoom` first. */
  place(device: Registered, factor: string, statistic: Statistic): number | undefined {
    return device.places.get(factor + LETTER[statistic]);
  }

  /**
   * Gives a device channels for what it has none for; while that is under way, others that ask for the same device wait and
   * then look again.
   * @returns whether there was room: a device may have 256 channels
   */
  async makeRoom(device: Registered, wanted: readonly Wanted[]): Promise<boolean> {
    const making = this.#making.get(device.id);
    if (making) {
      await making;
      return true;
    }
    const work = this.#make(device, wanted).finally(() => this.#making.delete(device.id));
    this.#making.set(device.id, work);
    return work;
  }

  async #make(device: Registered, wanted: readonly Wanted[]): Promise<boolean> {
    const needs = new Map<string, FactorNeed>();
    for (const [factor, statistic, stated] of wanted) {
      const need = needOf(device.settings, factor, statistic, stated);
      needs.set(need.factor + LETTER[statistic], need);
    }
    if (device.width + needs.size > MOST_CHANNELS) return false;
    fill(device, await makeChannels(this.#db, device.id, [...needs.values()]));
    for (const [factor, statistic] of wanted) {
      const at = device.places.get(needOf(device.settings, factor, statistic).factor + LETTER[statistic]);
      if (at !== undefined) device.places.set(factor + LETTER[statistic], at);
    }
    return true;
  }

  /** Reads the register again if it moved. */
  renew(): Promise<void> {
    // one under way may have begun before the change that this call is about: all who ask meanwhile share the next one
    this.#next ??= this.#current
      .catch(() => undefined)
      .then(() => {
        this.#current = this.#next ?? Promise.resolve();
        this.#next = undefined;
        return this.#read();
      });
    return this.#next;
  }

  async #read(): Promise<void> {
    const version = await registerVersion(this.#db);
    if (version === this.#version) return;
    const models = new Map((await registerModels(this.#db)).map((model) => [model.id, model]));
    const byId = new Map<number, Registered>();
    for (const row of await registerRows(this.#db)) {
      byId.set(row.id, {
        id: row.id,
        code: row.code,
        kind: row.kind,
        state: row.state,
        simulated: row.simulated,
        settings: settingsOf(row.model_id === null ? undefined : models.get(row.model_id), row.settings),
        password: row.password,
        sm4Key: row.sm4_key === null ? null : Buffer.from(row.sm4_key, 'hex'),
        places: new Map(),
        width: 0,
      });
    }
    const channels = await registerChannels(this.#db);
    for (const channel of channels) {
      const device = byId.get(channel.device_id);
      if (device) fill(device, [channel as { no: number; factor: string; statistic: Statistic }]);
    }
    const byIdentity = new Map<string, Registered>();
    for (const { protocol, identity, device_id } of await registerIdentities(this.#db)) {
      const device = byId.get(device_id);
      if (device) byIdentity.set(identityKey(protocol, identity), device);
    }
    this.#byId = byId;
    this.#byIdentity = byIdentity;
    this.#version = version;
  }
}

function fill(device: Registered, channels: readonly { no: number; factor: string; statistic: Statistic }[]): void {
  for (const { no, factor, statistic } of channels) {
    device.places.set(factor + LETTER[statistic], no - 1);
    if (no > device.width) device.width = no;
  }
}
