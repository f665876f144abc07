/**
 * Watches the bytes of an MQTT connection for packets that are longer than allowed, before anybody collects them: a packet says
 * its length at its beginning (MQTT 3.1.1, 2.2.3).
 * @returns for each chunk whether all is well
 */
export function packetGuard(longest: number): (chunk: Uint8Array) => boolean {
  /** bytes of the packet that are still to come; while its length is read, null */
  let left: number | null = null;
  let length = 0;
  let shift = 0;
  let begun = false;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (left !== null) {
        const step = Math.min(left, chunk.length - at);
        at += step;
        left -= step;
        if (left === 0) left = null;
        continue;
      }
      const byte = chunk[at++]!;
      if (!begun) {
        begun = true;
        length = shift = 0;
        continue;
      }
      length += (byte & 0x7f) << shift;
      shift += 7;
      if (length > longest || shift > 28) return false;
      if ((byte & 0x80) === 0) {
        begun = false;
        left = length === 0 ? null : length;
      }
    }
    return true;
  };
}
