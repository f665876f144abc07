import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refusal } from '#platform/refusal';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** What has to be shown before a measure is struck off: a figure's judgement, or something a person has to see. */
const criterion = z.strictObject({ words, indicator: z.string().optional() });
const part = z.strictObject({
  part: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a short name like taxis'),
  /** the measure's own words */
  quote: z.string().min(4),
  units: z.array(z.string()).min(1),
  indicators: z.array(z.string()).default([]),
  criteria: z.array(criterion).default([]),
});
const schema = z.record(z.string().regex(/^\d+\.\d+$/, 'a measure like 24.2'), z.array(part).min(1));

export type Criterion = z.infer<typeof criterion>;
/** measure id → its parts, in the order of its words */
export type DutyFile = z.infer<typeof schema>;

/**
 * Reads and checks a plan's `duties.yaml`.
 * @throws Refusal district_invalid: names file, path and remedy
 */
export async function readDuties(
  path: string,
  known: { units: ReadonlySet<string>; indicators: ReadonlySet<string> },
): Promise<DutyFile> {
  let read: unknown;
  try {
    read = parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw invalidDuties(path, '', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const checked = schema.safeParse(read ?? {});
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw invalidDuties(path, issue.path.join('/'), issue.message);
  }
  for (const [measure, parts] of Object.entries(checked.data)) {
    const names = parts.map((one) => one.part);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw invalidDuties(path, measure, `part ${twice} stands twice`);
    for (const one of parts) {
      const unit = one.units.find((id) => !known.units.has(id));
      if (unit) throw invalidDuties(path, `${measure}/${one.part}`, `no unit ${unit} in units.yaml`);
      const named = [...one.indicators, ...one.criteria.flatMap((c) => c.indicator ?? [])];
      const indicator = named.find((id) => !known.indicators.has(id));
      if (indicator) throw invalidDuties(path, `${measure}/${one.part}`, `no indicator ${indicator}`);
    }
  }
  return checked.data;
}

export const invalidDuties = (path: string, at: string, why: string) =>
  new Refusal(
    'district_invalid',
    {
      zh: `${path} 有误（${at || '整个文件'}）：${why}。请改正后重新启动。`,
      en: `${path} is wrong at ${at || 'the whole file'}: ${why}. Mend it and start again.`,
    },
    { path, at },
  );
