import { SHEET_COLUMNS, type SheetDevice, type SheetNames } from './columns.table.ts';

const WIDTHS: Readonly<Record<string, number>> = { code: 26, site: 30, identities: 34, name: 24, nameEn: 24 };
const WIDTH = 14;

/** A workbook of devices; without any, the template: the heading and under it what each column takes. */
export async function devicesXlsx(devices: readonly SheetDevice[], names: SheetNames): Promise<Uint8Array> {
  // loaded when first needed: the library is large
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const sheet = book.addWorksheet('设备');
  sheet.columns = SHEET_COLUMNS.map(({ key }) => ({ width: WIDTHS[key] ?? WIDTH }));
  sheet.addRow(SHEET_COLUMNS.map(({ zh, needed }) => (needed ? `${zh}*` : zh)));
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  if (devices.length === 0) {
    // a row that begins with # is read over
    sheet.addRow(SHEET_COLUMNS.map(({ hint }, i) => (i === 0 ? `# ${hint.zh}` : hint.zh)));
    sheet.getRow(2).font = { italic: true, color: { argb: 'FF6B7684' } };
    sheet.getRow(2).alignment = { wrapText: true, vertical: 'top' };
  }
  for (const device of devices) sheet.addRow(SHEET_COLUMNS.map((column) => column.write(device, names)));
  // numbers of devices are texts: 0100001 keeps its zeros
  sheet.eachRow((row) => row.eachCell((cell) => (cell.numFmt = '@')));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same as CSV that Excel opens as UTF-8; what begins like a formula stays words. */
export function devicesCsv(devices: readonly SheetDevice[], names: SheetNames): string {
  const lines = [SHEET_COLUMNS.map(({ zh }) => zh), ...devices.map((d) => SHEET_COLUMNS.map((c) => c.write(d, names)))];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
