import { z } from 'zod';
import { provenance } from '#engines/evaluation';
import { measureCore, sourcePlace } from '#engines/plan';
import { sentence } from '#platform/http';

export const lamp = z.enum(['done', 'on_track', 'behind', 'overdue', 'not_started', 'no_data']);

/** an indicator's value for one scope, year to date as of a day, beside what the target asks */
export const indicatorState = z.object({
  id: z.string(),
  title: sentence,
  unit: z.string(),
  /** the unit as each language shows it beside the figure */
  shownUnit: sentence,
  better: z.enum(['lower', 'higher']),
  scope: z.object({ kind: z.string(), code: z.string(), name: sentence }),
  asOf: z.string(),
  /** printed decimal string */
  value: z.string().nullable(),
  lastYear: z.string().nullable(),
  /** % against last year, one decimal; null where either is missing or the unit is a count (then `difference`) */
  change: z.string().nullable(),
  difference: z.string().nullable(),
  target: z
    .object({
      text: sentence,
      operator: z.string(),
      value: z.string().nullable(),
      /** the letter that assigned it */
      letter: z.string().nullable(),
      /** line: it has to get there over the term; level: it has to be there at any time */
      pace: z.enum(['line', 'level']),
      /** where the figure should be on the day; null where its pace is no line */
      expected: z.string().nullable(),
    })
    .nullable(),
  /** what may still come until the period's end without missing the target, e.g. mean allowed for the rest of the year */
  allowance: z.object({ value: z.string().nullable(), days: z.number(), text: sentence }).nullable(),
  /** a part of the district whose sum has no target of its own: the district's is that of all together */
  shared: z.boolean(),
  judgement: lamp,
  why: sentence,
  edition: z.string(),
  /** `counts` is what one piece of evidence is: 天, 份通报 */
  evidence: z.object({ count: z.number(), excluded: z.number(), counts: sentence, href: z.string() }),
  provenance: z.array(provenance),
  computedAt: z.string().nullable(),
});

/** how far along against how far it should be, both 0…1; null where a measure has no countable pace */
export const pace = z.object({ actual: z.number(), expected: z.number() });

export const measureRow = measureCore.extend({
  lamp,
  why: sentence,
  pace: pace.nullable(),
  /** days until due, negative = past; null without a date */
  daysLeft: z.number().nullable(),
  indicators: z.array(indicatorState),
});

/** GET /api/plans/:year/table?asOf&version */
export const livingTable = z.object({
  year: z.number(),
  title: z.string(),
  versionNo: z.number(),
  adoptedOn: z.string(),
  asOf: z.string(),
  lamps: z.record(z.string(), z.number()),
  chapters: z.array(
    z.object({
      no: z.number(),
      title: z.string(),
      lamps: z.record(z.string(), z.number()),
      tasks: z.array(z.object({ no: z.number(), title: z.string(), measures: z.array(measureRow) })),
    }),
  ),
});

/** GET /api/plans/:year/measures/:id?asOf&version */
export const measureDetail = z.object({
  year: z.number(),
  versionNo: z.number(),
  asOf: z.string(),
  chapter: z.object({ no: z.number(), title: z.string() }),
  task: z.object({ no: z.number(), title: z.string() }),
  measure: measureRow.extend({ source: sourcePlace, fileId: z.string().nullable(), fileName: z.string().nullable() }),
  /** per indicator: the year's course, last year's beside it, and the line of what is needed */
  series: z.array(
    z.object({
      indicatorId: z.string(),
      points: z.array(
        z.object({
          date: z.string(),
          value: z.string().nullable(),
          lastYear: z.string().nullable(),
          pace: z.string().nullable(),
        }),
      ),
      /** what a sum or a mean comes to at the end of its term if it goes on as it went: four times of five between low and high */
      forecast: z
        .object({
          due: z.string(),
          low: z.string(),
          mid: z.string(),
          high: z.string(),
          /** what it is drawn from */
          basis: sentence,
        })
        .nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      year: z.number(),
      versionNo: z.number(),
      id: z.string(),
      effectiveOn: z.string(),
      kind: z.string(),
      text: z.string(),
    }),
  ),
  /** neighbours for going through the table */
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
});

/** GET /api/indicators: what can be bound to a measure */
export const indicatorSummary = z.object({
  id: z.string(),
  title: sentence,
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  method: sentence,
  sources: z.array(z.string()),
  shownUnit: sentence,
  /** the district's figure as of the day asked for */
  value: z.string().nullable(),
  lastYear: z.string().nullable(),
  evidence: z.number(),
  serves: z.array(z.object({ year: z.number(), measureId: z.string() })),
});

export type Lamp = z.infer<typeof lamp>;
export type IndicatorState = z.infer<typeof indicatorState>;
export type MeasureRow = z.infer<typeof measureRow>;
export type LivingTable = z.infer<typeof livingTable>;
export type MeasureDetail = z.infer<typeof measureDetail>;
export type IndicatorSummary = z.infer<typeof indicatorSummary>;
