import { damaged } from '../refusals.ts';

/**
 * UTF-8 with or without mark, UTF-16 with a mark or by its line ends, else GB 18030.
 * @throws Refusal document_unreadable when it is no text in any of them
 */
export function decodeText(bytes: Uint8Array): string {
  const as = (label: string) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const text = wide(bytes) ? as(wide(bytes)!) : (as('utf-8') ?? as('gb18030'));
  if (text === undefined) throw damaged('not a text in UTF-8, UTF-16 or GB 18030');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) throw damaged('control characters in the text');
  return text.replace(/^\ufeff/, '');
}

/** Which UTF-16 it is: by its mark, else by which half of line ends, blanks and digits is zero. */
function wide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let [little, big] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const [a, b] = [bytes[i]!, bytes[i + 1]!];
    if (b === 0 && a >= 9 && a < 0x80) little++;
    if (a === 0 && b >= 9 && b < 0x80) big++;
  }
  if (Math.max(little, big) < 3) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}
