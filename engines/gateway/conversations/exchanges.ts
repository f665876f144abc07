import { addIdentity, type DeviceRegister, keepSecret, type Registered } from '#engines/devices';
import type { Db } from '#platform/store';
import {
  COMMANDS,
  type CrcVariant,
  decode,
  type Edition,
  encode,
  fieldsOf,
  type Hj212Message,
  isEncryptedCommand,
  qnAt,
  REQUESTS,
  type RequestName,
  request,
  requestFaults,
  stepOf,
  timeText,
} from '#protocols/hj-212';
import type { LinkBook } from '../links/book.ts';
import type { Link } from '../links/link.ts';
import { lineOf } from './lines.ts';
import {
  type CommandState,
  claimCommand,
  endStale,
  keepLines,
  moveCommand,
  type Outcome,
  touchCommands,
  waitingCommands,
} from './store.ts';
import { AT_SENDING, CONVERSATION } from './waiting.table.ts';

/** How a device of HJ 212 is spoken to: as it speaks itself. */
export type Peer = {
  readonly device: Registered;
  readonly link: Link;
  readonly mn: string;
  readonly st: string;
  readonly pw: string;
  readonly edition: Edition;
  readonly crc: CrcVariant;
};

type Exchange = {
  readonly id: string;
  readonly deviceId: number;
  readonly name: RequestName;
  readonly cn: string;
  readonly qn: string;
  readonly values: Readonly<Record<string, string>>;
  state: 'sent' | 'accepted';
  tries: number;
  /** when the next repeat, or the end, is due */
  deadline: number;
  touchedAt: number;
  packets: number;
  told: Record<string, string>;
  /** over, only still being written down: nothing that comes belongs to it */
  ended: boolean;
  writing: Promise<void>;
};

type Line = Parameters<typeof keepLines>[1][number];
export type ExchangesDeps = {
  db: Db;
  register: DeviceRegister;
  book: LinkBook;
  onTrouble?: (error: unknown) => void;
  timing?: Partial<Record<'lookEveryMs' | 'overdueEveryMs', number>>;
  /** a second in ms, shorter in tests */
  secondMs?: number;
};

/** ST of what is said about another message: no system of the device's own */
const INTERACTION = '91';

/**
 * The exchanges of this process with its devices: takes commands that wait, sends them when the device is connected here,
 * one at a time, repeats what is not answered, and writes down what becomes of them.
 */
export class Exchanges {
  readonly #deps: ExchangesDeps;
  readonly #peers = new Map<number, Peer>();
  /** a storm closes thousands of links: none of them may search all devices */
  readonly #onLink = new Map<Link, Set<number>>();
  readonly #active = new Map<number, Exchange>();
  readonly #lines: Line[] = [];
  readonly #timers: NodeJS.Timeout[];
  readonly #secondMs: number;
  #looking: Promise<void> | undefined;
  /** told of a device that is spoken to on a new connection, and of one that asks for the time */
  onContact: ((peer: Peer) => void) | undefined;
  onClockWish: ((device: Registered) => void) | undefined;

  constructor(deps: ExchangesDeps) {
    this.#deps = deps;
    this.#secondMs = deps.secondMs ?? 1000;
    const every = { ...CONVERSATION, ...deps.timing };
    this.#timers = [
      setInterval(() => void this.look(), every.lookEveryMs),
      setInterval(() => this.#overdue(Date.now()), every.overdueEveryMs),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  get underWay(): number {
    return this.#active.size;
  }

  /** A message that a device said, with a sound checksum and its password: who it is, and whether it answers something. */
  said(link: Link, device: Registered, message: Hj212Message): void {
    const known = this.#peers.get(device.id);
    if (
      !known ||
      known.link !== link ||
      known.device !== device ||
      (known.st === INTERACTION && message.st !== INTERACTION)
    )
      this.#meet(link, device, message, known);
    if (message.cn === '1013') this.onClockWish?.(device);
    const exchange = this.#active.get(device.id);
    if (exchange) this.#step(exchange, device, message);
  }

  /** Whether the next message of a device has to be seen whole: something is asked of it, or who it is here is not known yet. */
  listens(link: Link, device: Registered): boolean {
    const known = this.#peers.get(device.id);
    return known?.link !== link || known.device !== device || known.st === INTERACTION || this.#active.has(device.id);
  }

  #meet(link: Link, device: Registered, message: Hj212Message, known: Peer | undefined): void {
    const { mn, st, pw, edition, crcVariant } = message;
    const peer = {
      device,
      link,
      mn: mn ?? device.code,
      st: st ?? INTERACTION,
      pw: device.password ?? pw ?? '',
      edition: edition ?? '2017',
      crc: crcVariant ?? 'hj212',
    } as const;
    this.#peers.set(device.id, peer);
    if (known?.link === link) return;
    const on = this.#onLink.get(link) ?? new Set<number>();
    this.#onLink.set(link, on.add(device.id));
    this.onContact?.(peer);
  }

  /** The link is closed: nothing is sent to its devices before they come again. */
  gone(link: Link): void {
    for (const id of this.#onLink.get(link) ?? []) if (this.#peers.get(id)?.link === link) this.#peers.delete(id);
    this.#onLink.delete(link);
  }

  peers(): IterableIterator<Peer> {
    return this.#peers.values();
  }

  /** Looks for commands that wait for devices of this process; never two looks at a time. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#deps.onTrouble?.(error))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { db } = this.#deps;
    await this.#writeLines();
    await endStale(db, CONVERSATION.staleSeconds);
    const now = Date.now();
    const touched = [...this.#active.values()].filter((e) => now - e.touchedAt > CONVERSATION.touchEveryMs);
    for (const exchange of touched) exchange.touchedAt = now;
    await touchCommands(
      db,
      touched.map(({ id }) => id),
    );
    if (this.#peers.size === 0) return;
    for (const command of await waitingCommands(db, () => [...this.#peers.keys()])) {
      const peer = this.#peers.get(command.deviceId);
      if (!peer || this.#active.has(command.deviceId)) continue;
      const name = command.name as RequestName;
      const values = { ...command.arguments, ...command.secret };
      const fault = this.#faultOf(name, values, peer);
      if (fault) await moveCommand(db, command.id, { state: 'refused', outcome: { why: fault } });
      else {
        // two exchanges of a device never share a QN, and a QN is a time
        const qn = qnAt(Date.now());
        if (await claimCommand(db, command.id, qn)) this.#begin({ id: command.id, name, values, qn }, peer);
      }
    }
  }

  #faultOf(name: RequestName, values: Record<string, string>, { edition }: Peer): Outcome['why'] | null {
    const row = REQUESTS[name];
    if (!row) return 'values_wrong';
    if (!(COMMANDS[row.cn].editions as readonly string[]).includes(edition)) return 'not_in_edition';
    return requestFaults(name, timed(name, values)).length > 0 ? 'values_wrong' : null;
  }

  #begin(command: Pick<Exchange, 'id' | 'name' | 'values' | 'qn'>, peer: Peer): void {
    const now = Date.now();
    const exchange: Exchange = {
      ...command,
      deviceId: peer.device.id,
      cn: REQUESTS[command.name].cn,
      state: 'sent',
      tries: 1,
      deadline: now + this.#patience(peer.device),
      touchedAt: now,
      packets: 0,
      told: {},
      ended: false,
      writing: Promise.resolve(),
    };
    this.#active.set(exchange.deviceId, exchange);
    this.#send(exchange, peer);
  }

  #patience({ settings }: Registered): number {
    return settings.overTimeSeconds * this.#secondMs;
  }

  #send(exchange: Exchange, { device, link, mn, st, pw, edition, crc }: Peer): void {
    const draft = request(exchange.name, timed(exchange.name, exchange.values), {
      edition,
      qn: exchange.qn,
      st,
      pw,
      mn,
    });
    const key = edition === '2025' && device.sm4Key && isEncryptedCommand(exchange.cn) ? device.sm4Key : undefined;
    link.send(encode(draft, { crc, key }));
    this.#line(exchange, 'out', encode(draft, { crc }));
  }

  #line({ deviceId, id: commandId }: Exchange, direction: 'in' | 'out', bytes: Uint8Array): void {
    this.#lines.push({ deviceId, commandId, at: Date.now(), direction, text: lineOf(bytes) });
  }

  async #writeLines(): Promise<void> {
    const lines = this.#lines.splice(0);
    try {
      await keepLines(this.#deps.db, lines);
    } catch (error) {
      this.#lines.unshift(...lines);
      throw error;
    }
  }

  #step(exchange: Exchange, device: Registered, message: Hj212Message): void {
    const step = exchange.ended ? null : stepOf(exchange, message);
    if (!step) return;
    exchange.deadline = Date.now() + this.#patience(device);
    if (step.step === 'data') {
      exchange.packets++;
      if (exchange.packets <= CONVERSATION.mostDataLines) {
        this.#line(exchange, 'in', message.bytes);
        const open = device.sm4Key && message.cipher !== null ? decode(message.bytes, { key: device.sm4Key }) : message;
        exchange.told = { ...exchange.told, ...fieldsOf(open ?? message) };
      }
      return;
    }
    this.#line(exchange, 'in', message.bytes);
    if (step.step === 'accepted') {
      exchange.state = 'accepted';
      this.#write(exchange, { state: 'accepted' });
    } else this.#end(exchange, step.step, step.code === '' ? {} : { code: step.code });
  }

  #overdue(now: number): void {
    for (const exchange of this.#active.values()) {
      if (exchange.ended || now < exchange.deadline) continue;
      const peer = this.#peers.get(exchange.deviceId);
      const settings = this.#deps.register.byId(exchange.deviceId)?.settings;
      if (exchange.state === 'accepted' || exchange.packets > 0)
        // the data came, only the word that they are all is missing
        this.#end(exchange, exchange.packets > 0 ? 'done' : 'unanswered', { why: 'no_result' });
      else if (settings && exchange.tries <= settings.reCount) {
        exchange.tries++;
        exchange.deadline = now + settings.overTimeSeconds * this.#secondMs;
        if (peer) this.#send(exchange, peer);
        this.#write(exchange, { state: 'sent', tries: exchange.tries });
      } else this.#end(exchange, 'unanswered', { why: peer ? 'no_answer' : 'not_connected' });
    }
  }

  #end(exchange: Exchange, state: CommandState, outcome: Outcome): void {
    exchange.ended = true;
    const values = Object.keys(exchange.told).length > 0 ? { values: exchange.told } : {};
    const packets = exchange.packets > 0 ? { packets: exchange.packets } : {};
    this.#write(exchange, { state, outcome: { ...outcome, ...values, ...packets } });
    if (state === 'done') exchange.writing = exchange.writing.then(() => this.#carried(exchange)).catch(this.#trouble);
    void exchange.writing.finally(() => {
      this.#active.delete(exchange.deviceId);
      void this.look();
    });
  }

  #write(exchange: Exchange, to: Parameters<typeof moveCommand>[2]): void {
    exchange.touchedAt = Date.now();
    exchange.writing = exchange.writing
      .then(() => this.#writeLines())
      .then(() => moveCommand(this.#deps.db, exchange.id, to))
      .catch(this.#trouble);
  }

  readonly #trouble = (error: unknown) => this.#deps.onTrouble?.(error);

  /** What the platform has to know too, once the device has taken it. */
  async #carried({ name, deviceId, values }: Exchange): Promise<void> {
    const { db } = this.#deps;
    if (name === 'set-password') await keepSecret(db, deviceId, { password: values.NewPW! });
    if (name === 'set-key') await keepSecret(db, deviceId, { sm4Key: values.NewSK! });
    if (name === 'set-mn') await addIdentity(db, deviceId, 'hj-212', values.MN!);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#looking;
    const ends = [...this.#active.values()].map(async (exchange) => {
      if (!exchange.ended) this.#write(exchange, { state: 'unanswered', outcome: { why: 'interrupted' } });
      await exchange.writing;
    });
    await Promise.all(ends);
    await this.#writeLines().catch(this.#trouble);
  }
}

/** Values of a request with the moment of sending where the person has given none. */
function timed(name: RequestName, values: Readonly<Record<string, string>>): Record<string, string> {
  const now = timeText(Date.now());
  const items: readonly { item: string }[] = REQUESTS[name].items;
  const missing = items.filter(({ item }) => AT_SENDING.has(item) && !values[item]).map(({ item }) => [item, now]);
  return { ...values, ...Object.fromEntries(missing) };
}
