import type { Header } from './header.ts';
import { decodeWhole, type Jt808Message } from './message.ts';

/** What an assembler may hold at once; more is refused, and what is refused stays with the caller. */
export type PartLimits = {
  /** packets of one message */
  readonly parts: number;
  /** bytes of all messages together */
  readonly bytes: number;
  /** messages that are begun */
  readonly messages: number;
};
export const PART_LIMITS: PartLimits = { parts: 256, bytes: 256 * 1024, messages: 8 };

export type PartOutcome =
  | { readonly kind: 'whole'; readonly message: Jt808Message }
  | { readonly kind: 'waiting'; readonly have: number; readonly total: number }
  | {
      readonly kind: 'refused';
      readonly why: 'no part' | 'number wrong' | 'too many parts' | 'too much' | 'too many messages';
    };

/** A message that did not become whole in time. */
export type Unfinished = { readonly header: Header; readonly firstSerial: number; readonly missing: readonly number[] };

type Begun = {
  header: Header;
  firstSerial: number;
  total: number;
  since: number;
  bytes: number;
  parts: Map<number, Uint8Array>;
};

/**
 * Puts the sub-packets of long messages together, for one connection. It has no clock: `now` is the caller's, in any unit,
 * and the caller says with `unfinishedBefore` and `drop` when waiting has been long enough.
 */
export class PartAssembler {
  readonly #limits: PartLimits;
  readonly #begun = new Map<string, Begun>();
  #bytes = 0;

  constructor(limits: PartLimits = PART_LIMITS) {
    this.#limits = limits;
  }

  /** Bytes held; never more than the limit. */
  get held(): number {
    return this.#bytes;
  }

  /** Takes one packet. Its serial number and index name the message: the parts of one message are numbered on. */
  add({ header, body }: Jt808Message, now: number): PartOutcome {
    if (!header?.part || body.kind !== 'part') return { kind: 'refused', why: 'no part' };
    const { total, index } = header.part;
    if (index < 1 || index > total) return { kind: 'refused', why: 'number wrong' };
    if (total > this.#limits.parts) return { kind: 'refused', why: 'too many parts' };
    const firstSerial = (header.serial - (index - 1) + 0x10000) % 0x10000;
    const key = `${header.phone} ${header.id} ${firstSerial} ${total}`;
    const begun = this.#begun.get(key) ?? { header, firstSerial, total, since: now, bytes: 0, parts: new Map() };
    const grown = body.bytes.length - (begun.parts.get(index)?.length ?? 0);
    if (this.#bytes + grown > this.#limits.bytes) return { kind: 'refused', why: 'too much' };
    if (!this.#begun.has(key)) {
      if (this.#begun.size >= this.#limits.messages) return { kind: 'refused', why: 'too many messages' };
      this.#begun.set(key, begun);
    }
    begun.parts.set(index, body.bytes.slice());
    begun.bytes += grown;
    this.#bytes += grown;
    if (begun.parts.size < total) return { kind: 'waiting', have: begun.parts.size, total };
    this.#forget(key, begun);
    return { kind: 'whole', message: decodeWhole({ ...header, serial: firstSerial }, joined(begun)) };
  }

  #forget(key: string, { bytes }: Begun): void {
    this.#begun.delete(key);
    this.#bytes -= bytes;
  }

  /** Messages begun before a moment and not whole: what to ask for again with `resendRequest`. */
  unfinishedBefore(moment: number): Unfinished[] {
    return [...this.#begun.values()].filter(({ since }) => since < moment).map(unfinished);
  }

  /** Gives up messages begun before a moment and says which. */
  drop(moment: number): Unfinished[] {
    const old = [...this.#begun].filter(([, { since }]) => since < moment);
    for (const [key, begun] of old) this.#forget(key, begun);
    return old.map(([, begun]) => unfinished(begun));
  }
}

const unfinished = ({ header, firstSerial, total, parts }: Begun): Unfinished => ({
  header,
  firstSerial,
  missing: Array.from({ length: total }, (_, i) => i + 1).filter((index) => !parts.has(index)),
});

function joined({ total, bytes, parts }: Begun): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (let index = 1; index <= total; index++) {
    const part = parts.get(index) as Uint8Array;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
