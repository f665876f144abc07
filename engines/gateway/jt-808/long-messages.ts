import { type Jt808Message, PART_LIMITS, PartAssembler, resendRequest } from '#protocols/jt-808';
import type { Link } from '../links/link.ts';

/** When missing parts are asked for again, and when a message is given up; ms. JT/T 808 states no times. */
const PATIENCE = { askAgainAfter: 5000, giveUpAfter: 60_000, mostAsking: 3 } as const;

type Begun = { frames: Uint8Array[]; serials: number[]; asked: number; askedAt: number };
/** A message that has become whole: all frames that it came in, and the serial numbers to answer. */
export type Whole = { message: Jt808Message; bytes: Uint8Array; serials: readonly number[] };

/** Puts long messages of one connection together and asks for the parts that do not come. */
export class LongMessages {
  readonly #parts = new PartAssembler(PART_LIMITS);
  readonly #begun = new Map<string, Begun>();

  /** @returns the whole message when this was its last part, 'waiting' for more, or 'refused' when it is too much */
  add(message: Jt808Message, bytes: Uint8Array, now: number): Whole | 'waiting' | 'refused' {
    const { header } = message;
    const outcome = this.#parts.add(message, now);
    if (outcome.kind === 'refused' || !header?.part) return 'refused';
    const first = (header.serial - (header.part.index - 1) + 0x10000) % 0x10000;
    const key = keyOf(header.phone, header.id, first);
    const begun = this.#begun.get(key) ?? { frames: [], serials: [], asked: 0, askedAt: now };
    this.#begun.set(key, begun);
    // a part that came twice takes its own place
    begun.frames[header.part.index - 1] = bytes;
    begun.serials[header.part.index - 1] = header.serial;
    if (outcome.kind === 'waiting') return 'waiting';
    this.#begun.delete(key);
    return { message: outcome.message, bytes: Buffer.concat(begun.frames), serials: begun.serials };
  }

  /** Asks again for what is missing, gives up what stays away. */
  tick(link: Link, now: number, nextSerial: () => number): void {
    for (const { header, firstSerial } of this.#parts.drop(now - PATIENCE.giveUpAfter))
      this.#begun.delete(keyOf(header.phone, header.id, firstSerial));
    for (const { header, firstSerial, missing } of this.#parts.unfinishedBefore(now - PATIENCE.askAgainAfter)) {
      const begun = this.#begun.get(keyOf(header.phone, header.id, firstSerial));
      if (!begun || begun.asked >= PATIENCE.mostAsking || now - begun.askedAt < PATIENCE.askAgainAfter) continue;
      begun.asked++;
      begun.askedAt = now;
      link.send(resendRequest(header, firstSerial, missing, nextSerial()));
    }
  }
}

const keyOf = (phone: string, id: number, firstSerial: number) => `${phone} ${id} ${firstSerial}`;
