import { isCalendarDate } from '#platform/clock';
import type { Sentence } from '#platform/refusal';
import type { Choice, Column, ColumnType } from '../definition.ts';
import { creditCodeIsSound, isPlate, isVin } from './numbers.ts';
import { isUnit } from './units.ts';

/** A value as it is stored: texts, decimal numbers as the text they were written, truths, several choices. */
export type Value = string | number | boolean | readonly string[] | null;
export type Names = {
  /** id of a unit by its name, alias or id; undefined: there is none */
  unit(text: string): string | undefined;
  street(text: string): string | undefined;
  unitName(id: string): Sentence | undefined;
  streetName(code: string): Sentence | undefined;
};
export type Read = { value: Value } | { fault: Sentence };

type Kind = {
  /** what a person or a file has written; never called with a blank */
  readonly read: (text: string, column: Column, names: Names) => Read;
  /** as a file is given it, so that it can be read again */
  readonly print: (value: Exclude<Value, null>, column: Column, names: Names) => string;
  /** how lists order and narrow it */
  readonly index: 'text' | 'number';
};

const fault = (zh: string, en: string): Read => ({ fault: { zh, en } });
const asText = (value: Exclude<Value, null>) => String(value);

const choiceOf = (text: string, choices: readonly Choice[] = []): Choice | undefined => {
  const wanted = text.trim().toLowerCase();
  return choices.find(
    ({ id, title: t, aliases = [] }) =>
      id.toLowerCase() === wanted ||
      t.zh === text.trim() ||
      t.en.toLowerCase() === wanted ||
      aliases.some((alias) => alias.toLowerCase() === wanted),
  );
};
const offered = (choices: readonly Choice[] = [], language: 'zh' | 'en') =>
  choices.map(({ title: t }) => t[language]).join(language === 'zh' ? '、' : ', ');
const notOffered = (text: string, column: Column): Read =>
  fault(
    `“${text}”不在可选项中，请从${offered(column.choices, 'zh')}中选择。`,
    `“${text}” is none of ${offered(column.choices, 'en')}.`,
  );

const text: Kind['read'] = (given, { longest = 200 }) =>
  given.length <= longest
    ? { value: given }
    : fault(`超过${longest}字，请精简。`, `More than ${longest} characters: shorten it.`);

/** 1,234.5 and １２３４ are numbers too; nothing is rounded silently. */
function number(given: string, column: Column, decimals: number): Read {
  const [, plain = '', written = ''] =
    /^\+?(-?\d{1,15}(?:\.\d+)?)([\p{L}%℃°].*)?$/u.exec(given.replace(/[,，\s]/g, '')) ?? [];
  if (plain !== '' && written !== '' && !isUnit(written, column.unit))
    return fault(
      column.unit ? `单位应为${column.unit}，请换算后只填数字。` : '这一列没有单位，请只填数字。',
      column.unit
        ? `The unit is ${column.unit}: convert it and write digits only.`
        : 'This column has no unit: write digits only.',
    );
  if (plain === '')
    return fault(
      '不是数字，请只填数字，单位已写在表头。',
      'This is no number: write digits only, the unit stands in the heading.',
    );
  const places = /\.(\d*?)0*$/.exec(plain)?.[1]?.length ?? 0;
  if (places > decimals)
    return fault(
      decimals === 0 ? '应为整数。' : `最多${decimals}位小数，请四舍六入后填写。`,
      decimals === 0 ? 'A whole number is expected.' : `At most ${decimals} decimals: round it first.`,
    );
  const value = Number(plain);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, unit = '' } = column;
  if (value < least || value > most)
    return fault(
      `应在${least === Number.NEGATIVE_INFINITY ? '…' : least}到${most === Number.POSITIVE_INFINITY ? '…' : most}${unit}之间，请核对。`,
      `Between ${least} and ${most} ${unit}, please check.`,
    );
  if (decimals === 0) return { value };
  const [whole, fraction = ''] = plain.replace(/^(-?)0+(?=\d)/, '$1').split('.') as [string, string?];
  const kept = fraction.replace(/0+$/, '');
  return { value: kept ? `${whole}.${kept}` : whole };
}

/** 2021-3-5, 2021/3/5, 2021.3.5, 2021年3月5日, 20210305 and a workbook's own dates. */
function dateText(given: string): string | null {
  // a day that a workbook shows as a number: days since 1899-12-30
  if (/^[34]\d{4}$/.test(given))
    return new Date(Date.UTC(1899, 11, 30) + Number(given) * 86_400_000).toISOString().slice(0, 10);
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(given) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(given);
  if (!found) return null;
  const written = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
  return isCalendarDate(written) ? written : null;
}

const YES = new Set(['是', '有', '√', '✓', 'yes', 'y', 'true', '1']);
const NO = new Set(['否', '无', '×', '✗', 'no', 'n', 'false', '0']);

/** How a value of each type is read and printed. */
export const KINDS: Readonly<Record<ColumnType, Kind>> = {
  text: { read: text, print: asText, index: 'text' },
  long_text: {
    read: (given, column, names) => text(given, { longest: 5000, ...column }, names),
    print: asText,
    index: 'text',
  },
  integer: { read: (given, column) => number(given, column, 0), print: asText, index: 'number' },
  decimal: { read: (given, column) => number(given, column, column.decimals ?? 2), print: asText, index: 'number' },
  date: {
    read: (given) => {
      const value = dateText(given);
      return value ? { value } : fault('不是日期，请写成如 2021-10-08。', 'This is no date: write it like 2021-10-08.');
    },
    print: asText,
    index: 'text',
  },
  month: {
    read: (given) => {
      const found = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(given) ?? /^(\d{4})(\d{2})$/.exec(given);
      const [, year, month = ''] = found ?? [];
      const whole = dateText(given)?.slice(0, 7);
      if (found && Number(month) >= 1 && Number(month) <= 12) return { value: `${year}-${month.padStart(2, '0')}` };
      return whole
        ? { value: whole }
        : fault('不是月份，请写成如 2021-10。', 'This is no month: write it like 2021-10.');
    },
    print: asText,
    index: 'text',
  },
  time: {
    read: (given) => {
      const found = /^(\d{1,2})[:：](\d{2})(?::00)?$/.exec(given);
      if (!found || Number(found[1]) > 24 || Number(found[2]) > 59)
        return fault('不是时刻，请写成如 07:30。', 'This is no time of day: write it like 07:30.');
      return { value: `${found[1]!.padStart(2, '0')}:${found[2]}` };
    },
    print: asText,
    index: 'text',
  },
  choice: {
    read: (given, column) => {
      const found = choiceOf(given, column.choices);
      return found ? { value: found.id } : notOffered(given, column);
    },
    print: (value, { choices = [] }) => choices.find(({ id }) => id === value)?.title.zh ?? String(value),
    index: 'text',
  },
  choices: {
    read: (given, column) => {
      const ids: string[] = [];
      for (const part of given.split(/[、,，;；\n]/).flatMap((one) => one.trim() || [])) {
        const found = choiceOf(part, column.choices);
        if (!found) return notOffered(part, column);
        if (!ids.includes(found.id)) ids.push(found.id);
      }
      return { value: ids };
    },
    print: (value, { choices = [] }) =>
      (value as readonly string[]).map((id) => choices.find((choice) => choice.id === id)?.title.zh ?? id).join('、'),
    index: 'text',
  },
  yes_no: {
    read: (given) => {
      const said = given.toLowerCase();
      if (YES.has(said)) return { value: true };
      if (NO.has(said)) return { value: false };
      return fault('请填“是”或“否”。', 'Write yes or no.');
    },
    print: (value) => (value ? '是' : '否'),
    index: 'text',
  },
  unit: {
    read: (given, _column, names) => {
      const value = names.unit(given);
      return value
        ? { value }
        : fault(
            `没有名为“${given}”的单位，请用辖区单位表中的名称。`,
            `There is no unit “${given}”: use a name of the district's units.`,
          );
    },
    print: (value, _column, names) => names.unitName(String(value))?.zh ?? String(value),
    index: 'text',
  },
  street: {
    read: (given, _column, names) => {
      const value = names.street(given);
      return value
        ? { value }
        : fault(`没有名为“${given}”的街道，请核对。`, `There is no street “${given}”, please check.`);
    },
    print: (value, _column, names) => names.streetName(String(value))?.zh ?? String(value),
    index: 'text',
  },
  entry: { read: text, print: asText, index: 'text' },
  credit_code: {
    read: (given) => {
      const value = given.toUpperCase();
      return creditCodeIsSound(value)
        ? { value }
        : fault(
            '统一社会信用代码应为18位且校验位正确，请核对。',
            'A unified credit code has 18 characters and a check character; this one does not fit.',
          );
    },
    print: asText,
    index: 'text',
  },
  plate: {
    read: (given) => {
      const value = given.toUpperCase().replace(/[\s·.-]/g, '');
      return isPlate(value)
        ? { value }
        : fault('不是机动车号牌，请写成如 京A12345。', 'This is no number plate: write it like 京A12345.');
    },
    print: asText,
    index: 'text',
  },
  vin: {
    read: (given) => {
      const value = given.toUpperCase().replace(/\s/g, '');
      return isVin(value)
        ? { value }
        : fault('车辆识别代号应为17位，不含 I、O、Q。', 'A vehicle number has 17 characters and no I, O, Q.');
    },
    print: asText,
    index: 'text',
  },
};
