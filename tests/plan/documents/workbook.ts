import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './word.ts';

/** Small workbooks, made in memory, so that each test shows the markup that it is about. */
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell of a sheet: text, a number, nothing, or the attributes and inside of its `c` element. */
export type SheetCell = string | number | null | { attributes?: string; inside: string };
export type SheetOf = {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  merges?: readonly string[];
  state?: string;
  columns?: string;
  /** attributes of a row, by its index */
  rowAttributes?: Record<number, string>;
};
export type BookParts = { formats?: readonly string[]; properties?: string; more?: Record<string, Uint8Array> };

const letters = (n: number): string =>
  (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

/** @param parts.formats number formats; the n-th is used by cells with `s="n"`, from 1 */
export function xlsxOf(sheets: readonly SheetOf[], parts: BookParts = {}): Uint8Array {
  const strings: string[] = [];
  const cellOf = (cell: SheetCell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${at}" ${cell.attributes ?? ''}>${cell.inside}</c>`;
    strings.push(cell);
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheetOf = (sheet: SheetOf) => {
    const rows = sheet.rows.map(
      (cells, r) =>
        `<row r="${r + 1}" ${sheet.rowAttributes?.[r] ?? ''}>${cells.map((cell, c) => cellOf(cell, `${letters(c)}${r + 1}`)).join('')}</row>`,
    );
    const merges = sheet.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet>${sheet.columns ? `<cols>${sheet.columns}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
  };
  const drawn = sheets.map(sheetOf);
  const formats = parts.formats ?? [];
  const styles = `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`;
  return zipSync({
    '_rels/.rels': strToU8(`<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${RELATION}">${parts.properties ?? ''}<sheets>${sheets.map((s, i) => `<sheet name="${escapeXml(s.name)}" sheetId="${i + 1}" ${s.state ? `state="${s.state}"` : ''} r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('st', 'styles', '/xl/styles.xml')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    ...Object.fromEntries(drawn.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(xml)])),
    'xl/styles.xml': strToU8(styles),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((s) => `<si><t xml:space="preserve">${escapeXml(s)}</t></si>`).join('')}</sst>`,
    ),
    ...parts.more,
  });
}
