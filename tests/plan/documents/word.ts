import { strToU8, zipSync } from 'fflate';

/** Small Word documents, made in memory, so that each test shows the markup that it is about. */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const MORE =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of words or of markup. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export const numbered = (numId: number, text = '', level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A cell: its text (lines become paragraphs) or markup, with spans; `merge` 1 begins a vertical merge, 2 continues it. */
export type WordCell = string | { text?: string; xml?: string; span?: number; merge?: 1 | 2; properties?: string };

export function tc(cell: WordCell): string {
  const c = typeof cell === 'string' ? { text: cell } : cell;
  const merge = c.merge === 1 ? '<w:vMerge w:val="restart"/>' : c.merge === 2 ? '<w:vMerge/>' : '';
  const span = c.span ? `<w:gridSpan w:val="${c.span}"/>` : '';
  const body =
    c.xml ??
    (c.text ?? '')
      .split('\n')
      .map((line) => p(line))
      .join('');
  return `<w:tc><w:tcPr>${span}${merge}${c.properties ?? ''}</w:tcPr>${body}</w:tc>`;
}
export const tr = (cells: readonly WordCell[], properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map(tc).join('')}</w:tr>`;
/** A table of rows: cells, or the markup of a whole row. */
export const tbl = (...rows: (readonly WordCell[] | string)[]) =>
  `<w:tbl>${rows.map((row) => (typeof row === 'string' ? row : tr(row))).join('')}</w:tbl>`;

export type WordParts = {
  numbering?: string;
  styles?: string;
  footnotes?: string;
  strict?: boolean;
  /** name of the main part */
  main?: string;
  encode?: (xml: string) => Uint8Array;
  more?: Record<string, Uint8Array>;
};

export function docxOf(body: string, parts: WordParts = {}): Uint8Array {
  const names = `xmlns:w="${parts.strict ? STRICT : W}" ${MORE}`;
  const encode = parts.encode ?? strToU8;
  const xml = (root: string, inside: string) =>
    encode(`<?xml version="1.0"?><w:${root} ${names}>${inside}</w:${root}>`);
  const main = parts.main ?? 'word/document.xml';
  const [folder, file] = [main.slice(0, main.lastIndexOf('/') + 1), main.slice(main.lastIndexOf('/') + 1)];
  const beside = (['numbering', 'styles', 'footnotes'] as const).filter((kind) => parts[kind]);
  const relations = (list: string[]) => strToU8(`<Relationships>${list.join('')}</Relationships>`);
  return zipSync({
    '_rels/.rels': relations([`<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="/${main}"/>`]),
    [main]: xml('document', `<w:body>${body}<w:sectPr/></w:body>`),
    [`${folder}_rels/${file}.rels`]: relations(
      beside.map((kind) => `<Relationship Id="${kind}" Type="${RELATION}/${kind}" Target="${kind}7.xml"/>`),
    ),
    ...Object.fromEntries(beside.map((kind) => [`${folder}${kind}7.xml`, xml(kind, parts[kind]!)])),
    ...parts.more,
  });
}
