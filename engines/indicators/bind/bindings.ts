import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { operator } from '#engines/plan';
import { Refusal } from '#platform/refusal';
import type { IndicatorRegistry } from '../definition.ts';

const binding = z.strictObject({
  indicator: z.string(),
  /** what is asked where the measure's words name no target of this indicator */
  target: z
    .strictObject({
      operator,
      value: z
        .string()
        .regex(/^-?\d+(\.\d+)?$/)
        .nullable()
        .default(null),
      unit: z.string().nullable().default(null),
    })
    .optional(),
  /** line: it has to get there in a straight line over the term; level: it has to be there at any time (counts: line) */
  pace: z.enum(['line', 'level']).optional(),
  /** quantities planned for January to December, instead of a straight line */
  months: z
    .array(z.string().regex(/^\d+(\.\d+)?$/))
    .length(12)
    .optional(),
});
const schema = z.record(z.string().regex(/^\d+\.\d+$/, 'a measure like 24.2'), z.array(binding).min(1));

/** measure id → the indicators that serve it, the first one leading */
export type Bindings = z.infer<typeof schema>;

/**
 * Reads and checks a plan's `bindings.yaml`.
 * @throws Refusal district_invalid: names file, path and remedy
 */
export async function readBindings(path: string, registry: IndicatorRegistry): Promise<Bindings> {
  let read: unknown;
  try {
    read = parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw invalid(path, '', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const checked = schema.safeParse(read ?? {});
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw invalid(path, issue.path.join('/'), issue.message);
  }
  for (const [measure, rows] of Object.entries(checked.data))
    for (const { indicator } of rows)
      if (!registry.find(indicator))
        throw invalid(path, measure, `${indicator}: ${registry.all.map(({ id }) => id).join(', ')}`);
  return checked.data;
}

const invalid = (path: string, at: string, why: string) =>
  new Refusal(
    'district_invalid',
    {
      zh: `${path} 的 ${at || '内容'} 不符合要求（${why}），请按 docs/guides 中的说明改正后重新启动。`,
      en: `${path}: ${at || 'its content'} is not as expected (${why}); correct it as docs/guides says and start again.`,
    },
    { path, at },
  );
