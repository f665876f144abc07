/**
 * Reading 读取: the file as it is becomes one model.
 *
 * A plan arrives as a Word document, a workbook or a text. Whatever it is, `readDocument` gives a grid: tables of cells
 * with their merges, and the paragraphs around them, each with its place in the file. What the author sees is what is
 * read: accepted changes, restored numbers, no hidden text. Nothing is understood yet. A file that cannot or must not be
 * read is refused as a whole, with one sentence.
 */
import { readDocx } from './docx.ts';
import type { DocumentGrid } from './grid.ts';
import {
  damaged,
  encrypted,
  MAX_FILE_BYTES,
  macros,
  nothingInside,
  oldBinary,
  tooLarge,
  unknownKind,
} from './refusals.ts';
import { readTxt } from './txt.ts';
import { unzip } from './unzip.ts';
import { readXlsx } from './xlsx.ts';

/**
 * The document as a grid; what it is decides its content, not its name.
 * @param name file name, for messages and sources
 * @throws Refusal document_unreadable | document_encrypted | document_has_macros | document_too_large | document_empty |
 *   document_is_picture | document_kind_unknown
 */
export function readDocument(name: string, bytes: Uint8Array): DocumentGrid {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(bytes.length);
  if (bytes.length === 0) throw nothingInside('an empty file');
  const begins = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    if (includes(bytes, utf16('EncryptedPackage'))) throw encrypted();
    throw oldBinary(name);
  }
  if (begins(0x50, 0x4b)) {
    if (bytes[2]! > 8) throw damaged('not an archive');
    const parts = unzip(bytes);
    const names = [...parts.keys()];
    const macro = names.find((entry) => /vbaProject\.bin$|vbaData\.xml$|macrosheets\//i.test(entry));
    if (macro) throw macros(macro);
    if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) throw encrypted();
    if (names.some((entry) => entry.startsWith('word/'))) return readDocx(name, parts);
    if (names.some((entry) => entry.startsWith('xl/'))) return readXlsx(name, parts);
    throw unknownKind(name);
  }
  const binary = begins(0x25, 0x50, 0x44, 0x46) || begins(0x7b, 0x5c, 0x72, 0x74, 0x66) || isImage(bytes);
  if (binary) throw unknownKind(name);
  if (/\.(docx|xlsx|xlsm|docm)$/i.test(name)) throw damaged('the name promises an archive');
  if (!/\.(txt|text|tsv|md|csv)$/i.test(name) && /\.\w{2,5}$/.test(name)) throw unknownKind(name);
  return readTxt(name, bytes);
}

const isImage = (bytes: Uint8Array) =>
  (bytes[0] === 0x89 && bytes[1] === 0x50) ||
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  (bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46) ||
  (bytes[0] === 0x42 && bytes[1] === 0x4d && bytes[5] === 0);

const utf16 = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));

function includes(bytes: Uint8Array, pattern: Uint8Array): boolean {
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1))
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
