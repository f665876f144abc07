import { parse } from 'csv-parse/sync';
import { Refusal } from '#platform/refusal';
import { TEXT_LIMITS } from '../messages/fields.table.ts';
import type { Report } from '../messages/message.ts';

const SPAN_COLUMN = 'spanminutes';
const DEVICE_COLUMN = 'device';

/**
 * The reports in a CSV text, by device: a line is a time of a device, a column a factor. Columns that name the time are those of
 * `timeFields`; `device` and `spanMinutes` are understood; an empty cell says nothing.
 * @param device for all lines, where no column says it
 * @throws Refusal bad_request
 */
export function reportsOfCsv(
  text: string,
  device: string | null,
  timeFields: (identity: string) => readonly string[],
): Map<string, Report[]> {
  let lines: Record<string, string>[];
  try {
    lines = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      to: TEXT_LIMITS.mostReports + 1,
    });
  } catch {
    throw unreadable('CSV 无法读取，请检查分隔符和引号。', 'The CSV cannot be read: check its separators and quotes.');
  }
  if (lines.length === 0) throw unreadable('CSV 中没有数据行，请核对。', 'The CSV has no lines of data.');
  if (lines.length > TEXT_LIMITS.mostReports)
    throw unreadable(
      `一次最多 ${TEXT_LIMITS.mostReports} 行，请分批上报。`,
      `At most ${TEXT_LIMITS.mostReports} lines at a time: send it in parts.`,
    );
  const byDevice = new Map<string, Report[]>();
  for (const line of lines) {
    const cells = Object.entries(line);
    const identity = cells.find(([name]) => name.toLowerCase() === DEVICE_COLUMN)?.[1] || device;
    if (!identity)
      throw unreadable(
        '不知道是哪台设备：请加 device 列，或在地址中写 ?device=。',
        'Which device is it? Add a column device, or ?device= to the address.',
      );
    const times = timeFields(identity);
    const report = reportOf(cells, times);
    const known = byDevice.get(identity);
    if (known) known.push(report);
    else byDevice.set(identity, [report]);
  }
  return byDevice;
}

function reportOf(cells: readonly (readonly [string, string])[], times: readonly string[]): Report {
  const values: Record<string, string> = {};
  let time: string | null = null;
  let spanMinutes = 0;
  for (const [name, cell] of cells) {
    const plain = name.toLowerCase();
    if (times.includes(name)) time ??= cell || null;
    else if (plain === SPAN_COLUMN) spanMinutes = /^\d{1,4}$/.test(cell) ? Math.min(Number(cell), 1440) : 0;
    else if (plain !== DEVICE_COLUMN && cell !== '') values[name] = cell;
  }
  return { time, spanMinutes, values };
}

const unreadable = (zh: string, en: string) => new Refusal('bad_request', { zh, en });
