import { type PacketRow, UNTOLD } from './packet.ts';

/** PostgreSQL's binary COPY: signature, flags, length of the header's extension (manual, COPY, file formats). */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const FIELDS = 7;
const REAL_OID = 700;
/** 2000-01-01, from which PostgreSQL counts */
const EPOCH_MS = 946_684_800_000;
const TWO_32 = 4_294_967_296;
/** count, seven lengths, five fixed fields, array header */
const FIXED_BYTES = 2 + FIELDS * 4 + 8 + 8 + 4 + 4 + 2 + 20;
const PER_VALUE_BYTES = 8 + 1;

/** The columns in the order in which `packetCopy` writes them. */
export const PACKET_COLUMNS = 'at, received_at, device_id, source_id, span_minutes, values, flags';

/**
 * Packets as the text of a binary COPY, one buffer.
 * @param keepUntold leave blanks among the flags (for a staging table); otherwise they become N
 */
export function packetCopy(rows: readonly PacketRow[], keepUntold: boolean): Buffer {
  let size = HEADER.length + 2;
  for (const row of rows) size += FIXED_BYTES + row.flags.length * PER_VALUE_BYTES;
  const out = Buffer.allocUnsafe(size);
  let at = HEADER.copy(out);
  const blank = (keepUntold ? UNTOLD : 'N').charCodeAt(0);
  for (const row of rows) {
    const { flags, values } = row;
    const width = flags.length;
    at = out.writeInt16BE(FIELDS, at);
    at = instant(out, at, row.at);
    at = instant(out, at, row.receivedAt);
    at = out.writeInt32BE(4, at);
    at = out.writeInt32BE(row.deviceId, at);
    at = out.writeInt32BE(4, at);
    at = out.writeInt32BE(row.sourceId, at);
    at = out.writeInt32BE(2, at);
    at = out.writeInt16BE(row.spanMinutes, at);
    const lengthAt = at;
    at = out.writeInt32BE(0, at);
    at = out.writeInt32BE(width === 0 ? 0 : 1, at);
    const nullsAt = at;
    at = out.writeInt32BE(0, at);
    at = out.writeInt32BE(REAL_OID, at);
    if (width > 0) {
      at = out.writeInt32BE(width, at);
      at = out.writeInt32BE(1, at);
      let nulls = 0;
      for (let i = 0; i < width; i++) {
        const value = values[i];
        if (value == null) {
          at = out.writeInt32BE(-1, at);
          nulls = 1;
        } else {
          at = out.writeInt32BE(4, at);
          at = out.writeFloatBE(value, at);
        }
      }
      out.writeInt32BE(nulls, nullsAt);
    }
    out.writeInt32BE(at - lengthAt - 4, lengthAt);
    at = out.writeInt32BE(width, at);
    for (let i = 0; i < width; i++) {
      const letter = flags.charCodeAt(i);
      out[at++] = letter === 0x20 ? blank : letter;
    }
  }
  at = out.writeInt16BE(-1, at);
  return out.subarray(0, at);
}

function instant(out: Buffer, at: number, ms: number): number {
  const micros = (ms - EPOCH_MS) * 1000;
  const high = Math.floor(micros / TWO_32);
  let next = out.writeInt32BE(8, at);
  next = out.writeInt32BE(high, next);
  return out.writeUInt32BE(micros - high * TWO_32, next);
}
