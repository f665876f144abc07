import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import { Refusal } from '#platform/refusal';

const day = z.string().refine(isCalendarDate, 'a date like 2021-03-01');
const weights = z.record(z.string(), z.number().min(0));
const months = z.array(z.number().min(0)).length(12);
const range = z.tuple([z.number(), z.number()]);

/** How one column is filled; a column without a line is filled by its type. */
export const columnProfile = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  weights: weights.optional(),
  /** of a share of true: 0…1 */
  yes: z.number().min(0).max(1).optional(),
  range: range.optional(),
  /** added to the range for every month since January: a figure that rises or falls in the year */
  drift: z.number().optional(),
  /** added for every year after the demonstration's, taken away for every year before it */
  yearly: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  /** {n} {n:4} {street} {surname} {year} {month} {day} {period} {word} and {column} of what is filled before */
  pattern: z.string().optional(),
  words: z.array(z.string()).min(1).optional(),
  /** a date some days after another column, or a date between two */
  after: z.string().optional(),
  days: range.optional(),
  from: day.optional(),
  until: day.optional(),
  /** weights when another column is filled, and when it is not */
  given: z.string().optional(),
  filled: weights.optional(),
  blank: weights.optional(),
  /** weights by the value of another column, or of several and the row's `year`: `by: mass year`, `of: { "3.5 2021": … }` */
  by: z.string().optional(),
  of: z.record(z.string(), weights).optional(),
  same: z.string().optional(),
  /** the key of an entry of another ledger that stands on the row's day, from one of its days to the first of others */
  entry: z.strictObject({ ledger: z.string(), from: z.string(), until: z.array(z.string()).default([]) }).optional(),
  /** what the entry that another column names says in a column of its own */
  take: z.strictObject({ from: z.string(), column: z.string() }).optional(),
  units: z.array(z.string()).min(1).optional(),
  /** how often it is filled at all; `slack` makes that smaller in a street that is behind */
  chance: z.number().min(0).max(1).optional(),
  slack: z.boolean().optional(),
  /** filled only where another column is filled */
  needs: z.string().optional(),
  /** filled only where another column has one of these values */
  when: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).optional(),
});

export const ledgerProfile = z.strictObject({
  /** how many in all, or in each year by the day of `when` */
  rows: z.union([z.int().min(0), z.record(z.string(), z.int().min(0))]).optional(),
  /** one row for each of these: street, month, half-month, quarter, day, or a column of choices */
  each: z.array(z.string()).min(1).optional(),
  years: z.array(z.int()).optional(),
  /** the day on which all rows came into the ledger, where `when` is planned for later */
  kept: day.optional(),
  /** the date or month column that says when a row came about; the first required one when left out */
  when: z.string().optional(),
  from: day.optional(),
  until: day.optional(),
  months: months.optional(),
  /** looked at again and again, in time but for streets that are behind */
  refresh: z.boolean().optional(),
  units: z.array(z.string()).min(1).optional(),
  columns: z.record(z.string(), columnProfile).default({}),
});

export const visitProfile = z.strictObject({
  /** share of the entries that are seen in a month (of those on the books) */
  monthly: z.number().min(0).max(1).optional(),
  /** how many in a year */
  rows: z.record(z.string(), z.int().min(0)).optional(),
  months: months.optional(),
  from: day.optional(),
  until: day.optional(),
  units: z.array(z.string()).min(1),
  found: z.number().min(0).max(1).default(0.15),
  /** how often each item is what was found; all alike when left out */
  items: weights.optional(),
  mended: z.number().min(0).max(1).default(0.92),
  mendDays: range.default([1, 6]),
  penalty: z.strictObject({ chance: z.number().min(0).max(1), range }).optional(),
  night: z.number().min(0).max(1).default(0.03),
  joint: z.number().min(0).max(1).default(0.05),
  places: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
  columns: z.record(z.string(), columnProfile).default({}),
});

const file = z.strictObject({
  ledgers: z.record(z.string(), ledgerProfile).default({}),
  inspections: z.record(z.string(), visitProfile).default({}),
});
const yearFile = z.strictObject({
  seed: z.string(),
  year: z.int(),
  /** what is done of what should be, by street; 1 when left out */
  diligence: z.record(z.string(), z.number().min(0).max(1)).default({}),
  surnames: z.array(z.string()).min(1),
  words: z.array(z.string()).min(1),
});

export type ColumnProfile = z.infer<typeof columnProfile>;
export type LedgerProfile = z.infer<typeof ledgerProfile>;
export type VisitProfile = z.infer<typeof visitProfile>;
export type YearProfile = z.infer<typeof yearFile> & {
  ledgers: Readonly<Record<string, LedgerProfile>>;
  inspections: Readonly<Record<string, VisitProfile>>;
  path: string;
};

/**
 * The profiles of a district's demonstration year, `demo/year.yaml` and one file a chapter; null without that folder.
 * @throws Refusal district_invalid: names file, path and remedy
 */
export async function readYearProfile(districtPath: string): Promise<YearProfile | null> {
  const folder = join(districtPath, 'demo');
  if (!existsSync(join(folder, 'year.yaml'))) return null;
  const year = await checked(join(folder, 'year.yaml'), yearFile);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && name !== 'year.yaml').sort();
  const parts = await Promise.all(names.map((name) => checked(join(folder, name), file)));
  return {
    ...year,
    path: folder,
    ledgers: Object.assign({}, ...parts.map(({ ledgers }) => ledgers)),
    inspections: Object.assign({}, ...parts.map(({ inspections }) => inspections)),
  };
}

async function checked<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
  let read: unknown;
  try {
    read = parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw profileInvalid(path, '', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const found = schema.safeParse(read);
  if (found.success) return found.data;
  const issue = found.error.issues[0]!;
  throw profileInvalid(path, issue.path.join('/'), issue.message);
}

export const profileInvalid = (path: string, at: string, why: string) =>
  new Refusal(
    'district_invalid',
    {
      zh: `${path} 的 ${at || '内容'} 不符合要求（${why}），请按 docs/guides/simulate-a-year.md 改正后重新启动。`,
      en: `${path}: ${at || 'its content'} is not as expected (${why}); correct it as docs/guides/simulate-a-year.md says and start again.`,
    },
    { path, at },
  );
