const LONGEST_LINE = 2000;
const SECRETS = /\b(PW|NewPW|NewSK)=[^;,&#]*/g;

/** A frame of HJ 212 as the conversation shows it: without passwords and keys; bytes that are no text as dots. */
export function lineOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_LINE))
    .toString('utf8')
    .replace(SECRETS, '$1=***')
    .replace(/[^\P{C}]+/gu, '·')
    .replace(/·+$/, '');
}
