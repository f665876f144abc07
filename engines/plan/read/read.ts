/**
 * Reading 读取: the file as it is becomes one model.
 *
 * A plan arrives as a Word document, a workbook or a text. Whatever it is, `readDocument` gives a grid: tables of cells
 * with their merges, and the paragraphs around them, each with its place in the file. What the author sees is what is
 * read: accepted changes, restored numbers, no hidden text. Nothing is understood yet. A file that cannot or must not be
 * read is refused as a whole, with one sentence.
 */
import { readDocx } from './docx/document.ts';
import type { DocumentGrid } from './grid.ts';
import { openPackage } from './package.ts';
import {
  damaged,
  encrypted,
  isPdf,
  isPicture,
  MAX_CELL_TEXT,
  MAX_CELLS,
  MAX_ROWS,
  MAX_TEXT,
  macros,
  nothingInside,
  oldFormat,
  refuseLarge,
  tooMuch,
  unknownKind,
} from './refusals.ts';
import { readTxt } from './txt/text.ts';
import { openArchive } from './unzip.ts';
import { readXlsx } from './xlsx/workbook.ts';

const OLD = /\.(docm?|dot|xls|xlsb|xlt|wps|wpt|et|ett|rtf|html?|mht|mhtml|odt|ods|uot|uos|ofd)$/i;

/**
 * The document as a grid; what it is decides its content, not its name.
 * @param name file name, for messages and sources
 * @throws Refusal document_unreadable | document_encrypted | document_has_macros | document_too_large | document_empty |
 *   document_is_picture | document_kind_unknown
 */
export function readDocument(name: string, bytes: Uint8Array): DocumentGrid {
  refuseLarge(bytes.length);
  const grid = gridOf(name, bytes);
  const cells = grid.tables.flatMap((table) => table.cells);
  const longest = [...cells, ...grid.paragraphs].reduce((most, { text }) => Math.max(most, text.length), 0);
  const total = [...cells, ...grid.paragraphs].reduce((sum, { text }) => sum + text.length, 0);
  const area = grid.tables.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const rows = Math.max(grid.paragraphs.length, ...grid.tables.map((table) => table.rows));
  if (longest > MAX_CELL_TEXT || total > MAX_TEXT || area > MAX_CELLS || rows > MAX_ROWS)
    throw tooMuch({ longest, total, area, rows });
  return grid;
}

function gridOf(name: string, bytes: Uint8Array): DocumentGrid {
  if (bytes.length === 0) throw nothingInside('an empty file');
  const begins = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    if (includes(bytes, utf16('EncryptedPackage'))) throw encrypted();
    throw oldFormat(name);
  }
  if (begins(0x50, 0x4b)) return readPackage(name, bytes);
  if (begins(0x25, 0x50, 0x44, 0x46)) throw isPdf(name);
  if (isImage(bytes)) throw isPicture();
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  if (/^\{\\rtf|^\s*(ï»¿)?\s*(<!doctype html|<html|<\?xml|mime-version:)/i.test(opening)) throw oldFormat(name);
  if (/\.(docx|xlsx|xlsm|docm)$/i.test(name)) throw damaged('the name promises an archive');
  if (OLD.test(name)) throw oldFormat(name);
  if (!/\.(txt|text|tsv|tab|md|csv|prn)$/i.test(name) && /\.[a-z]\w{1,4}$/i.test(name)) throw unknownKind(name);
  return readTxt(name, bytes);
}

function readPackage(name: string, bytes: Uint8Array): DocumentGrid {
  const archive = openArchive(bytes);
  const has = (pattern: RegExp) => archive.names.find((entry) => pattern.test(entry));
  const macro = has(/vbaProject\w*\.bin$|vbaData\.xml$|^xl\/(macrosheets|dialogsheets)\//i);
  if (macro) throw macros(macro);
  if (has(/^(EncryptedPackage|EncryptionInfo)$/i)) throw encrypted();
  if (has(/^xl\/workbook\.bin$|^mimetype$|^content\.xml$|^OFD\.xml$/i)) throw oldFormat(name);
  if (!has(/^_rels\/\.rels$|^word\/|^xl\//i)) throw unknownKind(name);
  const opened = openPackage(archive);
  if (opened.main.root.name === 'document') return readDocx(name, opened);
  if (opened.main.root.name === 'workbook') return readXlsx(name, opened);
  throw unknownKind(name);
}

const isImage = (bytes: Uint8Array) =>
  (bytes[0] === 0x89 && bytes[1] === 0x50) ||
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  (bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46) ||
  (bytes[0] === 0x49 && bytes[1] === 0x49 && bytes[2] === 0x2a && bytes[3] === 0) ||
  (bytes[0] === 0x4d && bytes[1] === 0x4d && bytes[2] === 0 && bytes[3] === 0x2a) ||
  (bytes[0] === 0x42 && bytes[1] === 0x4d && bytes[5] === 0);

const utf16 = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));

function includes(bytes: Uint8Array, pattern: Uint8Array): boolean {
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1))
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
