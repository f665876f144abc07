/** Begins and ends a frame; never inside one. */
export const FLAG = 0x7e;
const ESCAPE = 0x7d;

/** What stood between two flags, with 7D 01 → 7D and 7D 02 → 7E; null when a 7D is followed by something else. */
export function unescaped(bytes: Uint8Array): Uint8Array | null {
  const first = bytes.indexOf(ESCAPE);
  if (first < 0) return bytes;
  const out = new Uint8Array(bytes.length);
  out.set(bytes.subarray(0, first));
  let length = first;
  for (let at = first; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte !== ESCAPE) out[length++] = byte;
    else {
      const mark = bytes[++at];
      if (mark !== 0x01 && mark !== 0x02) return null;
      out[length++] = mark === 0x01 ? ESCAPE : FLAG;
    }
  }
  return out.subarray(0, length);
}

/** A frame: flags around the bytes, flags and escapes among them escaped. */
export function escaped(bytes: Uint8Array): Uint8Array {
  let extra = 0;
  for (const byte of bytes) if (byte === FLAG || byte === ESCAPE) extra++;
  const out = new Uint8Array(bytes.length + extra + 2);
  let at = 0;
  out[at++] = FLAG;
  for (const byte of bytes) {
    if (byte === FLAG || byte === ESCAPE) {
      out[at++] = ESCAPE;
      out[at++] = byte === FLAG ? 0x02 : 0x01;
    } else out[at++] = byte;
  }
  out[at] = FLAG;
  return out;
}
