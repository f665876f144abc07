import { Cursor, codecOf, type Deviations, Sink, xorOf } from '#protocols/fields';
import { HEADS } from './heads.table.ts';
import { DATA_LIMIT, FRAME_OVERHEAD, HEAD, type Starts } from './span.ts';

/** Which head a frame has: 'terminal' with the version of the software, 'platform' with the response byte. */
export type HeadKind = 'terminal' | 'platform';

/** What every frame of the vehicle protocols has around its data. */
export type Envelope = {
  readonly start: number;
  readonly head: HeadKind;
  readonly command: number;
  /** FE for a command; null where the head has none */
  readonly response: number | null;
  /** null where the head has none */
  readonly softwareVersion: number | null;
  /** 17 characters; of a platform its code; null when filled with FF */
  readonly vin: string | null;
  readonly encryption: number;
};

const CODECS = { terminal: codecOf(HEADS.terminal), platform: codecOf(HEADS.platform) } as const;

/** Opens one frame: the envelope and the bytes of its data, with what is odd about them; null when too short for a head. */
export function openFrame(
  raw: Uint8Array,
  head: HeadKind,
  starts: Starts,
  deviations: Deviations,
): { envelope: Envelope; data: Uint8Array } | null {
  if (raw.length < FRAME_OVERHEAD) {
    deviations.add('frame-short', undefined, String(raw.length));
    return null;
  }
  const start = raw[0] as number;
  if (raw[1] !== start || !starts.some((one) => one === start)) deviations.add('start-wrong');
  const record: Record<string, unknown> & { length: number } = CODECS[head].read(new Cursor(raw, deviations, 2));
  if (record.length !== raw.length - FRAME_OVERHEAD)
    deviations.add('length-wrong', undefined, `${record.length}, not ${raw.length - FRAME_OVERHEAD}`);
  const last = raw.length - 1;
  if (xorOf(raw, 2, last) !== raw[last]) deviations.add('checksum-wrong');
  const { command, vin, encryption, response = null, softwareVersion = null } = record as unknown as Envelope;
  const envelope = { start, head, command, response, softwareVersion, vin, encryption };
  return { envelope, data: raw.subarray(HEAD, last) };
}

/** A whole frame around data. */
export function closeFrame(envelope: Envelope, data: Uint8Array): Uint8Array {
  if (data.length > DATA_LIMIT) throw new RangeError(`data of ${data.length} bytes are more than ${DATA_LIMIT}`);
  const sink = new Sink();
  sink.put(Uint8Array.of(envelope.start, envelope.start));
  const record = { ...envelope, response: envelope.response ?? 0, softwareVersion: envelope.softwareVersion ?? 0 };
  CODECS[envelope.head].write({ ...record, length: data.length }, sink);
  sink.put(data);
  sink.put(Uint8Array.of(0));
  const bytes = sink.done();
  bytes[bytes.length - 1] = xorOf(bytes, 2, bytes.length - 1);
  return bytes;
}
