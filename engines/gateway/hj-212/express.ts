import type { DeviceRegister, Registered, Statistic } from '#engines/devices';
import type { PacketRow } from '#engines/observations';
import {
  type CrcVariant,
  crcOf,
  fitSkeleton,
  type Hj212Frame,
  type Hj212Message,
  type Skeleton,
  skeletonOf,
} from '#protocols/hj-212';
import type { Outcome } from '../intake/arrival.ts';
import type { DirectIntake } from '../intake/direct.ts';
import { CLOCK_LIMITS } from '../intake/limits.table.ts';
import type { FlagLetter, RowSink } from '../intake/row-sink.ts';
import { hj212Dialect } from './dialect.ts';

/** A packet that was read by its device's skeleton: what the full way would have made of it. */
export type Read = { device: Registered; row: PacketRow; clockOffsetS: number | null; answer: Uint8Array | null };

/** What is known of a device's usual packet. */
type Usual = {
  readonly skeleton: Skeleton;
  readonly crcVariant: CrcVariant | null;
  readonly numbers: Float64Array;
  /** place in the row of each number */
  readonly places: readonly number[];
  readonly width: number;
  readonly flags: string;
  readonly spanMinutes: number;
  /** to be taken off the time stamp, ms: a clock that is known to be ahead, a stamp at the end */
  readonly shiftMs: number;
  readonly now: boolean;
  readonly answer: Buffer | null;
  /** where the QN stands in the answer; −1: nowhere */
  readonly answerQnAt: number;
  misses: number;
};

const HEAD = 6;
const QN_LENGTH = 17;
const TAIL = 6;
const HEX = Buffer.from('0123456789ABCDEF');
/** a device whose packets change their shape all the time is read in full; it may settle later */
const MOST_MISSES = 50;
/** devices with several usual packets (minute, hour, of the moment) have one for each command */
const MOST_USUAL = 6;
/** a device of which nothing could be learnt from so many packets is not listened to any more */
const MOST_LESSONS = 200;

/**
 * The short way for packets that look like the device's last ones: no message, no items, numbers straight into the row.
 * What is learnt belongs to the device as it stands in the register and goes with it: a new model, password or state is
 * met in full first.
 */
export class Express {
  readonly #register: DeviceRegister;
  readonly #intake: DirectIntake;
  readonly #sources: { gateway: number; simulated: number };
  readonly #usual = new WeakMap<Registered, Usual[]>();
  readonly #lessons = new WeakMap<Registered, number>();

  constructor(register: DeviceRegister, intake: DirectIntake, sources: { gateway: number; simulated: number }) {
    this.#register = register;
    this.#intake = intake;
    this.#sources = sources;
  }

  /** Reads a frame the short way; null when it has to be read in full. */
  read(frame: Hj212Frame, receivedAt: number): Read | null {
    if (frame.crcVariant === null || frame.terminator !== 'crlf' || frame.extra !== '') return null;
    if (frame.declaredLength !== frame.segmentLength) return null;
    const mn = mnOf(frame);
    const device = mn === null ? undefined : this.#register.find('hj-212', mn);
    if (device?.state !== 'admitted') return null;
    const usual = this.#usual.get(device);
    if (!usual?.length) return null;
    for (let i = 0; i < usual.length; i++) {
      const one = usual[i]!;
      if (one.crcVariant !== frame.crcVariant) continue;
      const found = fitSkeleton(one.skeleton, frame, one.numbers);
      if (!found) continue;
      if (i > 0) {
        usual[i] = usual[i - 1]!;
        usual[i - 1] = one;
      }
      const at = found.at - one.shiftMs;
      if (at - receivedAt > CLOCK_LIMITS.aheadMs || at < CLOCK_LIMITS.earliest) return null;
      one.misses = 0;
      return {
        device,
        row: this.#row(device, one, at, receivedAt),
        clockOffsetS: one.now ? (at - receivedAt) / 1000 : null,
        answer: one.answer && answered(one, one.answer, frame.bytes, found.qnAt),
      };
    }
    const worst = usual[usual.length - 1]!;
    if (++worst.misses > MOST_MISSES) usual.pop();
    return null;
  }

  /** Hands over what was read. */
  store({ device, row }: Read, frame: Hj212Frame, remote: string, settle: (outcome: Outcome) => void): void {
    const came = { protocol: 'hj-212', remote, bytes: frame.bytes, receivedAt: row.receivedAt };
    this.#intake.store(device, row, came, settle);
  }

  #row(
    device: Registered,
    { numbers, places, width, flags, spanMinutes }: Usual,
    at: number,
    receivedAt: number,
  ): PacketRow {
    const values = new Array<number | null>(width).fill(null);
    for (let i = 0; i < places.length; i++) values[places[i]!] = numbers[i]!;
    const sourceId = device.simulated ? this.#sources.simulated : this.#sources.gateway;
    return { deviceId: device.id, sourceId, at, spanMinutes, values, flags, receivedAt };
  }

  /** Whether another kind of packet of the device could still be learnt. */
  wants(device: Registered): boolean {
    if (device.state !== 'admitted' || (this.#lessons.get(device) ?? 0) > MOST_LESSONS) return false;
    return (this.#usual.get(device)?.length ?? 0) < MOST_USUAL;
  }

  /** Learns from a message that was read in full and stored, if the device is one that says the same things again. */
  learn(device: Registered, frame: Hj212Frame, message: Hj212Message, answer: Uint8Array | null): void {
    if (!this.wants(device)) return;
    const known = this.#usual.get(device) ?? [];
    // others of its kind were under way when the first was learnt
    if (known.some(({ skeleton, numbers }) => fitSkeleton(skeleton, frame, numbers))) return;
    this.#lessons.set(device, (this.#lessons.get(device) ?? 0) + 1);
    const skeleton = skeletonOf(message, frame);
    if (!skeleton || !hj212Dialect.bringsData(message)) return;
    const said = listen(message, device);
    if (!said || said.puts.length !== skeleton.items.length) return;
    const places: number[] = [];
    const letters: string[] = [];
    for (const [i, { factor, statistic, value, flag }] of said.puts.entries()) {
      const place = this.#register.place(device, factor, statistic);
      if (place === undefined || value !== Number(skeleton.items[i]!.value)) return;
      places.push(place);
      while (letters.length <= place) letters.push(' ');
      letters[place] = flag;
    }
    const reply = answer && Buffer.from(answer);
    const stampShift = said.spanMinutes > 0 && device.settings.stamp === 'end' ? said.spanMinutes * 60_000 : 0;
    known.unshift({
      skeleton,
      crcVariant: message.crcVariant,
      numbers: new Float64Array(places.length),
      places,
      width: letters.length,
      flags: letters.join(''),
      spanMinutes: said.spanMinutes,
      shiftMs: device.settings.clockAheadMinutes * 60_000 + stampShift,
      now: said.now,
      answer: reply,
      answerQnAt: reply?.indexOf(message.qn!) ?? -1,
      misses: 0,
    });
    this.#usual.set(device, known);
  }
}

/** The MN of a frame, without reading the rest. */
function mnOf({ bytes, segmentLength }: Hj212Frame): string | null {
  const at = bytes.indexOf('MN=', HEAD, 'latin1');
  if (at < 0 || at > HEAD + segmentLength) return null;
  const end = bytes.indexOf(0x3b, at);
  return end < 0 ? null : bytes.toString('latin1', at + 3, end);
}

/** The answer to the usual packet, with the QN of this one. */
function answered({ answerQnAt, crcVariant }: Usual, template: Buffer, bytes: Buffer, qnAt: number): Uint8Array {
  const answer = Buffer.from(template);
  if (answerQnAt < 0) return answer;
  bytes.copy(answer, answerQnAt, qnAt, qnAt + QN_LENGTH);
  const crcAt = answer.length - TAIL;
  const crc = crcOf(crcVariant ?? 'hj212', answer, HEAD, crcAt);
  for (let i = 0; i < 4; i++) answer[crcAt + i] = HEX[(crc >> (12 - 4 * i)) & 15]!;
  return answer;
}

type Put = { factor: string; statistic: Statistic; value: number | null; flag: FlagLetter };

/** What the full way would put, value by value; null where it would keep the frame or not take it. */
function listen(message: Hj212Message, device: Registered): { puts: Put[]; spanMinutes: number; now: boolean } | null {
  const puts: Put[] = [];
  let [spanMinutes, now, begun, kept] = [0, false, 0, false];
  const sink: Pick<RowSink, 'begin' | 'put' | 'end' | 'keep' | 'settings'> = {
    settings: device.settings,
    begin: (_stamped, span, isNow = false) => {
      begun++;
      spanMinutes = span;
      now = isNow;
      return true;
    },
    put: (factor, statistic, value, flag) => {
      puts.push({ factor, statistic, value, flag });
    },
    end: () => undefined,
    keep: () => {
      kept = true;
    },
  };
  hj212Dialect.interpret(message, sink as RowSink);
  return kept || begun !== 1 ? null : { puts, spanMinutes, now };
}
