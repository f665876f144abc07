import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The document part of a Word file. */
export const docxXml = (file: Uint8Array): string => strFromU8(unzipSync(file)['word/document.xml']!);

/** What a Word file reads as. */
export const docxText = (file: Uint8Array): string =>
  [...docxXml(file).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => decode(match[1]!)).join('');

type Objects = ReadonlyMap<string, { head: string; data: Buffer | null }>;

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const objects = new Map<string, { head: string; data: Buffer | null }>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const begins = match.index + match[0].length;
    const end = text.indexOf('endobj', begins);
    const stream = text.indexOf('stream\n', begins);
    if (stream === -1 || stream > end) {
      objects.set(match[1]!, { head: text.slice(begins, end), data: null });
      continue;
    }
    const head = text.slice(begins, stream);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const raw = pdf.subarray(stream + 7, stream + 7 + length);
    objects.set(match[1]!, { head, data: head.includes('FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph number → text, from a font's ToUnicode map. */
function unicodeOf(cmap: string): Map<number, string> {
  const known = new Map<number, string>();
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [i, one] of [...list!.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      known.set(Number.parseInt(from!, 16) + i, utf16(one[1]!.replaceAll(' ', '')));
  }
  return known;
}

/** What a PDF reads as, and how many glyphs in it are the font's "no such character". */
export function pdfText(pdf: Buffer): { text: string; missing: number } {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!)?.head ?? '')?.[1];
      const cmap = map && objects.get(map)?.data;
      if (cmap) fonts.set(name!, unicodeOf(cmap.toString('latin1')));
    }
  }
  let [text, missing] = ['', 0];
  for (const { data } of objects.values()) {
    const page = data?.toString('latin1');
    if (!page || !/ Tf\b/.test(page)) continue;
    let font: Map<number, string> | undefined;
    for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name);
      for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
        for (const glyph of hex!.match(/.{4}/g) ?? []) {
          const number = Number.parseInt(glyph, 16);
          if (number === 0) missing += 1;
          text += font?.get(number) ?? '';
        }
      }
    }
  }
  return { text, missing };
}
