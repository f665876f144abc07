import { Cursor, DataEnds, type Deviation, Deviations, Sink, xorOf } from '#protocols/fields';
import { type Body, bodyBytes, readBody } from './body.ts';
import { escaped, FLAG, unescaped } from './escape.ts';
import { type Header, LONGEST_BODY, readHeader, writeHeader } from './header.ts';

/** One decoded packet of JT/T 808. */
export type Jt808Message = {
  /** null when the bytes are too few for one, or cannot be unescaped */
  readonly header: Header | null;
  readonly body: Body;
  readonly deviations: readonly Deviation[];
  /** the frame as it came */
  readonly raw: Uint8Array;
};

/** Reads one frame of any quality: what is odd is in `deviations`, what cannot be read is kept. Never throws. */
export function decodeJt808(raw: Uint8Array): Jt808Message {
  const deviations = new Deviations();
  const kept = { header: null, body: { kind: 'kept', bytes: raw }, deviations: deviations.list, raw } as const;
  const from = raw[0] === FLAG ? 1 : 0;
  const to = raw.length > from && raw[raw.length - 1] === FLAG ? raw.length - 1 : raw.length;
  if (from === 0 || to === raw.length) deviations.add('start-wrong');
  const bytes = unescaped(raw.subarray(from, to));
  if (!bytes) {
    deviations.add('escape-wrong');
    return kept;
  }
  if (raw.subarray(from, to).includes(FLAG)) deviations.add('escape-wrong', 'flag');
  const last = bytes.length - 1;
  const cursor = new Cursor(bytes, deviations, 0, Math.max(0, last));
  try {
    const { header, length } = readHeader(cursor, deviations);
    if (xorOf(bytes, 0, last) !== bytes[last]) deviations.add('checksum-wrong');
    if (length !== cursor.left) deviations.add('length-wrong', undefined, `${length}, not ${cursor.left}`);
    return { header, body: bodyOf(header, cursor.rest(), deviations), deviations: deviations.list, raw };
  } catch (error) {
    if (!(error instanceof DataEnds)) throw error;
    deviations.add('frame-short', error.field, String(bytes.length));
    return kept;
  }
}

function bodyOf(header: Header, bytes: Uint8Array, deviations: Deviations): Body {
  if (header.part) return { kind: 'part', bytes };
  if (header.encryption === 0) return readBody(header, bytes, deviations);
  deviations.add('encrypted');
  return { kind: 'kept', bytes };
}

/** A message whose parts have come together. */
export function decodeWhole(header: Header, bytes: Uint8Array): Jt808Message {
  const deviations = new Deviations();
  const whole = { ...header, part: null };
  return { header: whole, body: bodyOf(whole, bytes, deviations), deviations: deviations.list, raw: bytes };
}

function frame(header: Header, bytes: Uint8Array): Uint8Array {
  const sink = new Sink();
  writeHeader(header, bytes.length, sink);
  sink.put(bytes);
  sink.put(Uint8Array.of(0));
  const packet = sink.done();
  packet[packet.length - 1] = xorOf(packet, 0, packet.length - 1);
  return escaped(packet);
}

/** Writes one packet; length, checksum and escapes are computed. A RangeError names what does not fit. */
export const encodeJt808 = (header: Header, body: Body): Uint8Array => frame(header, bodyBytes(body));

/** Writes a message of any length: one packet, or sub-packets with serial numbers from the header's on. */
export function encodeJt808Parts(header: Header, body: Body, longest: number = LONGEST_BODY): Uint8Array[] {
  const bytes = bodyBytes(body);
  if (bytes.length <= longest) return [frame(header, bytes)];
  const total = Math.ceil(bytes.length / longest);
  return Array.from({ length: total }, (_, i) =>
    frame(
      { ...header, serial: (header.serial + i) % 0x10000, part: { total, index: i + 1 } },
      bytes.subarray(i * longest, (i + 1) * longest),
    ),
  );
}
