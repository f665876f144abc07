import type { Sentence } from '#platform/refusal';
import type { TimeFault } from './time.ts';

/** One thing in a file that could not be taken: where it stands and what to do. */
export type RowError = { row: number; column: string | null; value: string; message: Sentence };

export const TIME_FAULTS: Readonly<Record<TimeFault, Sentence>> = {
  unreadable: {
    zh: '时间无法识别，请写成如 2016-01-05 13:00，或在映射中说明格式。',
    en: 'The time cannot be read: write it like 2016-01-05 13:00, or state its format in the mapping.',
  },
  ambiguous: {
    zh: '日与月的先后不明确，请在映射中说明格式，如 DD/MM/YYYY HH:mm。',
    en: 'Day and month cannot be told apart: state the format in the mapping, e.g. DD/MM/YYYY HH:mm.',
  },
  no_hour: {
    zh: '时间里没有小时，请补上，或在映射中另选小时列。',
    en: 'There is no hour in this time: add it, or choose an hour column in the mapping.',
  },
  not_whole_hour: {
    zh: '不是整点，本导入只收小时值，请先统计为小时值。',
    en: 'This is no whole hour: only hour values are imported here, so make hour values first.',
  },
  hour_24: {
    zh: '小时为24，但映射写明0–23时，请把小时改为“1–24”。',
    en: 'The hour is 24 while the mapping says 0–23: set the hours to “1–24”.',
  },
  hour_0: {
    zh: '小时为0，但映射写明1–24时，请把小时改为“0–23”。',
    en: 'The hour is 0 while the mapping says 1–24: set the hours to “0–23”.',
  },
  no_such_date: { zh: '没有这一天，请核对日期。', en: 'There is no such date: check it.' },
};

export const NOT_A_NUMBER: Sentence = {
  zh: '不是数值，该项按无数据处理，请核对。',
  en: 'This is no number; it counts as no data. Check it.',
};
/** The hour stands in an earlier row already, with other values. */
export function repeated(device: { names: string[] }, hour: number, row: number): Sentence {
  const at = new Date(hour + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const [code, zh, en] = device.names as [string, string, string];
  return {
    zh: `${zh}（${code}）${at} 已在第${row}行出现且数值不同，本行未采用，请删去其中一行。`,
    en: `${en} (${code}) ${at} stands in row ${row} already with other values; this row was not taken. Remove one of them.`,
  };
}
export const UNKNOWN_ITEM: Sentence = {
  zh: '项目不在映射中，本行未采用，请在映射中补上，或标为不导入。',
  en: 'This item is not in the mapping; the row was not taken. Add it to the mapping, or mark it as left out.',
};
export const unknownStation = (name: string): Sentence =>
  name === ''
    ? { zh: '没有站点，请补上站点名称或编码。', en: 'There is no station: add its name or code.' }
    : {
        zh: `站点“${name}”未登记，请先在辖区站点表中登记，或在映射中把它对应到已有站点。`,
        en: `The station “${name}” is not registered: register it among the district's stations, or map its name to one of them.`,
      };

/** What the downloadable sheet holds at most; the report counts all. */
export const MOST_KEPT = 20_000;

export class FaultList {
  readonly kept: RowError[] = [];
  count = 0;
  add(row: number, column: string | null, value: string, message: Sentence): void {
    this.count++;
    if (this.kept.length < MOST_KEPT) this.kept.push({ row, column, value: value.slice(0, 80), message });
  }
}

/** The error sheet as CSV for Excel (with byte order mark); a text that a spreadsheet would run as a formula is defused. */
export function errorSheet(errors: readonly RowError[], total: number): string {
  const lines = [['行 row', '列 column', '内容 value', '问题', 'problem']];
  for (const e of errors) lines.push([String(e.row), e.column ?? '', e.value, e.message.zh, e.message.en]);
  if (total > errors.length)
    lines.push(['', '', '', `共${total}处，此处列出前${errors.length}处。`, `The first ${errors.length} of ${total}.`]);
  return `\ufeff${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
