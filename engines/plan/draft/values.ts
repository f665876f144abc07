import { z } from 'zod';
import type { UnitDirectory } from '#engines/district';
import { isCalendarDate } from '#platform/clock';
import { type Deadline, deadline, operator, type Target } from '../wire.ts';
import { typedDecimal } from './decimal.ts';
import type { Place } from './paths.ts';
import { invalidValue } from './refusals.ts';
import { typedUnits } from './units.ts';
import type { WorkingMeasure } from './working.types.ts';

/** operators that state a direction or a duty and no figure */
export const WITHOUT_VALUE: readonly Target['operator'][] = ['increase', 'decrease', 'assigned'];

const typedDeadline = z.object({
  kind: deadline.shape.kind,
  raw: z.string().optional(),
  date: z.string().nullish(),
  months: z.array(z.int().min(1).max(12)).nullish(),
});
const typedTarget = z.object({
  what: z.string(),
  operator,
  value: z.union([z.string(), z.number()]).nullish(),
  unit: z.string().nullish(),
  scope: z.string().nullish(),
  period: z.string().nullish(),
  soft: z.string().nullish(),
  quote: z.string().optional(),
  at: z.object({ start: z.int().min(0), end: z.int().min(0) }).nullish(),
});
const typedUnitList = z.array(
  z.union([
    z.string(),
    z.object({ unitId: z.string() }),
    z.object({ name: z.string(), asWritten: z.boolean().optional(), members: z.array(z.string()).optional() }),
  ]),
);

/**
 * What a person typed at a place, checked and in the form it is kept.
 * @throws Refusal value_out_of_range with one sentence that says what is expected
 */
export function checkedValue(
  place: Place,
  typed: unknown,
  given: { directory: UnitDirectory; measure?: WorkingMeasure },
): unknown {
  switch (place.name) {
    case 'year':
      return wholeNumber(typed, 2000, 2100, '年份', 'the year');
    case 'no':
      return wholeNumber(typed, 1, 999, '序号', 'the number');
    case 'title':
      return words(typed, 300, '标题', 'The title');
    case 'text':
      return words(typed, 20_000, '措施内容', 'The wording');
    case 'deadline':
      return checkedDeadline(typed, given.measure?.fields.deadline.value.raw ?? '');
    case 'targets':
      return checkedTargets(typed, given.measure?.fields.text.value ?? '');
    default:
      return typedUnits(
        given.directory,
        shaped(typedUnitList, typed, '单位应是名称的列表。', 'Units are given as a list of names.'),
      );
  }
}

function wholeNumber(typed: unknown, least: number, most: number, zh: string, en: string): number {
  const n = typeof typed === 'string' && /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
  if (typeof n === 'number' && Number.isInteger(n) && n >= least && n <= most) return n;
  throw invalidValue(
    `${zh}应为 ${least} 到 ${most} 的整数。`,
    `For ${en}, give a whole number from ${least} to ${most}.`,
  );
}

function words(typed: unknown, most: number, zh: string, en: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (typeof typed === 'string' && typed.trim() && typed.length <= most && !/[\u0000-\u0008\u000b-\u001f]/.test(typed))
    return typed.trim();
  throw invalidValue(
    `${zh}不能为空，且不超过 ${most} 字。`,
    `${en} may not be empty or longer than ${most} characters.`,
  );
}

function shaped<T>(schema: z.ZodType<T>, typed: unknown, zh: string, en: string): T {
  const result = schema.safeParse(typed);
  if (result.success) return result.data;
  throw invalidValue(zh, en);
}

function checkedDeadline(typed: unknown, rawBefore: string): Deadline {
  const { kind, raw, date, months } = shaped(
    typedDeadline,
    typed,
    '完成时限应写明类别，月份为1至12。',
    'A deadline states its kind; months run from 1 to 12.',
  );
  const kept: Deadline = { kind, raw: raw?.trim() || rawBefore, date: null, months: null };
  if (kind === 'by_date' || kind === 'before_heating') {
    if (!date || !isCalendarDate(date))
      throw invalidValue('请填写完成日期，如 2021-12-31。', 'Give the date of the deadline, like 2021-12-31.');
    kept.date = date;
  } else if (kind === 'season') {
    if (!months?.length) throw invalidValue('请选择季节性措施的月份。', 'Choose the months of a seasonal measure.');
    kept.months = [...new Set(months)];
  }
  return kept;
}

function checkedTargets(typed: unknown, text: string): Target[] {
  const list = shaped(
    z.array(typedTarget).max(50),
    typed,
    '目标应写明内容、比较方式和数值。',
    'A target states what is counted, how it compares and its figure.',
  );
  return list.map((t, i) => {
    const value = t.value === null || t.value === undefined || t.value === '' ? null : typedDecimal(t.value);
    const wants = !WITHOUT_VALUE.includes(t.operator);
    if (wants && value === null)
      throw invalidValue(
        `第 ${i + 1} 个目标的数值应为十进制数，如 5.1 或 34000。`,
        `Target ${i + 1} needs a decimal figure, like 5.1 or 34000.`,
      );
    if (!t.what.trim()) throw invalidValue(`请写明第 ${i + 1} 个目标的内容。`, `Say what target ${i + 1} is about.`);
    const quote = t.quote ?? '';
    return {
      no: i + 1,
      what: t.what.trim(),
      operator: t.operator,
      value: wants ? value : null,
      unit: t.unit?.trim() || null,
      scope: t.scope?.trim() || null,
      period: t.period?.trim() || null,
      soft: t.soft?.trim() || null,
      quote,
      at: t.at && text.slice(t.at.start, t.at.end) === quote ? t.at : placeInText(text, quote),
      confidence: 1,
    };
  });
}

/** Where a quote stands in a text, or null when it does not. */
export function placeInText(text: string, quote: string): { start: number; end: number } | null {
  const start = quote ? text.indexOf(quote) : -1;
  return start < 0 ? null : { start, end: start + quote.length };
}
