const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase());

/** Upper-case hex of bytes. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += HEX[bytes[i] as number];
  return text;
}

/** Bytes of a hex text; a RangeError when it is none. */
export function bytesOfHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new RangeError(`not hex: ${text.slice(0, 40)}`);
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** One character a byte, so that nothing is lost; `printable` says whether all of them are ASCII that can be read. */
export function latin1Of(bytes: Uint8Array): { text: string; printable: boolean } {
  let text = '';
  let printable = true;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x20 || byte > 0x7e) printable = false;
    text += String.fromCharCode(byte);
  }
  return { text, printable };
}

/** Bytes of a text whose characters are bytes; a RangeError that names the field otherwise. */
export function bytesOfLatin1(text: string, field: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) throw new RangeError(`${field}: ${JSON.stringify(text)} is not ASCII`);
    bytes[i] = code;
  }
  return bytes;
}

const GBK = new TextDecoder('gbk');
let reverse: ReadonlyMap<string, number> | undefined;

/** The platform only decodes GBK, so its own decoder, asked once for every pair of bytes, gives the way back. */
function reverseGbk(): ReadonlyMap<string, number> {
  if (reverse) return reverse;
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = GBK.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, (lead << 8) | trail);
    }
  reverse = table;
  return table;
}

export const gbkOf = (bytes: Uint8Array): string => GBK.decode(bytes);

/** GBK bytes of a text, or null when a character is not in GBK. */
export function bytesOfGbk(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const pair = code < 0x80 ? code : reverseGbk().get(character);
    if (pair === undefined) return null;
    if (pair > 0xff) bytes.push(pair >> 8);
    bytes.push(pair & 0xff);
  }
  return Uint8Array.from(bytes);
}
