import { bytesOfHex, type Cursor, type Deviations, hexOf, type Sink } from '#protocols/fields';

/** JT/T 808-2019 4.4.3, JT/T 808-2011 4.4.3: bits of the properties of the body. */
const PROPERTIES = { length: 0x03ff, encryption: 0x1c00, subPackets: 0x2000, edition2019: 0x4000, reserved: 0x8000 };
const ENCRYPTION_SHIFT = 10;

/** The longest body of one packet. */
export const LONGEST_BODY = PROPERTIES.length;

/** Where a part of a long message belongs. */
export type Part = { readonly total: number; readonly index: number };

export type Header = {
  readonly id: number;
  /** the terminal's header: 2019 with its flag, a version byte and a longer number; 2011 and 2013 have the same */
  readonly edition: '2013' | '2019';
  /** 2019: which revision of the protocol, from 1; null otherwise */
  readonly protocolVersion: number | null;
  /** the digits of the number, 12 or 20 with leading zeros */
  readonly phone: string;
  readonly serial: number;
  /** bits 10 to 12: 0 none, 1 RSA */
  readonly encryption: number;
  readonly part: Part | null;
};

const PHONE_BYTES = { '2013': 6, '2019': 10 } as const;

/** Reads the header; throws `DataEnds` when the bytes are too few. */
export function readHeader(cursor: Cursor, deviations: Deviations): { header: Header; length: number } {
  const id = cursor.unsigned(2, 'id');
  const properties = cursor.unsigned(2, 'properties');
  const edition = properties & PROPERTIES.edition2019 ? '2019' : '2013';
  if (properties & PROPERTIES.reserved) deviations.add('value-reserved', 'properties', '0x8000');
  const protocolVersion = edition === '2019' ? cursor.unsigned(1, 'protocolVersion') : null;
  const phone = hexOf(cursor.take(PHONE_BYTES[edition], 'phone'));
  if (/[A-F]/.test(phone)) deviations.add('digits-wrong', 'phone');
  const serial = cursor.unsigned(2, 'serial');
  const part =
    properties & PROPERTIES.subPackets
      ? { total: cursor.unsigned(2, 'total'), index: cursor.unsigned(2, 'index') }
      : null;
  if (part && (part.index < 1 || part.index > part.total))
    deviations.add('sub-packet-wrong', undefined, `${part.index} of ${part.total}`);
  const encryption = (properties & PROPERTIES.encryption) >> ENCRYPTION_SHIFT;
  const header = { id, edition, protocolVersion, phone, serial, encryption, part } as const;
  return { header, length: properties & PROPERTIES.length };
}

/** Writes a header for a body of `length` bytes; a RangeError names what does not fit. */
export function writeHeader(header: Header, length: number, sink: Sink): void {
  const { id, edition, protocolVersion, phone, serial, encryption, part } = header;
  if (length > LONGEST_BODY) throw new RangeError(`a body of ${length} bytes needs sub-packets of ${LONGEST_BODY}`);
  if (phone.length !== 2 * PHONE_BYTES[edition])
    throw new RangeError(`phone: ${edition} has ${2 * PHONE_BYTES[edition]} digits`);
  const flags = (edition === '2019' ? PROPERTIES.edition2019 : 0) | (part ? PROPERTIES.subPackets : 0);
  sink.unsigned(id, 2, 'id');
  sink.unsigned(length | (encryption << ENCRYPTION_SHIFT) | flags, 2, 'properties');
  if (edition === '2019') sink.unsigned(protocolVersion ?? 1, 1, 'protocolVersion');
  sink.put(bytesOfHex(phone));
  sink.unsigned(serial, 2, 'serial');
  if (!part) return;
  sink.unsigned(part.total, 2, 'total');
  sink.unsigned(part.index, 2, 'index');
}
