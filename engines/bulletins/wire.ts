import { z } from 'zod';
import { provenance } from '#engines/evaluation';
import { sentence } from '#platform/http';

/** a figure inside a bulletin's text or table: printed, and where it opens */
export const figure = z.object({
  text: z.string(),
  href: z.string(),
  /** what the figure is, in words: 10月PM2.5平均浓度 */
  label: z.string().optional(),
});
/** running text: plain strings and figures */
export const runs = z.array(z.union([z.string(), figure]));

export const cell = z.object({
  runs,
  align: z.enum(['left', 'center', 'right']).optional(),
  header: z.boolean().optional(),
});

export const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), runs }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    unit: z.string().nullable(),
    rows: z.array(z.array(cell)),
    notes: z.array(z.string()),
  }),
  /** an ECharts option without functions; the paper editions draw the same one */
  z.object({
    kind: z.literal('chart'),
    caption: z.string(),
    unit: z.string().nullable(),
    option: z.record(z.string(), z.unknown()),
    alt: z.string(),
    heightPx: z.number(),
  }),
  z.object({ kind: z.literal('note'), runs }),
]);

export const bulletinSummary = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** 〔2021〕10号 */
  number: z.string().nullable(),
  period: z.object({ from: z.string(), until: z.string() }),
  state: z.enum(['draft', 'issued', 'corrected']),
  versionNo: z.number(),
  issuedOn: z.string().nullable(),
  issuedBy: z.string().nullable(),
  issuer: z.string(),
  correction: z.string().nullable(),
  provenance: z.array(provenance),
});

/** GET /api/bulletins/:id; papers at /api/bulletins/:id/bulletin.docx and .pdf */
export const bulletin = bulletinSummary.extend({
  blocks: z.array(block),
  editions: z.array(z.string()),
  cutOff: sentence,
  validity: sentence,
  /** other versions of the same period, newest first */
  versions: z.array(
    z.object({ id: z.string(), versionNo: z.number(), state: z.string(), issuedOn: z.string().nullable() }),
  ),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
});

/** a kind of bulletin that this installation can make */
export const bulletinKind = z.object({ id: z.string(), title: sentence, period: z.literal('month') });

/** GET /api/bulletins?kind&year&state, newest period first */
export const bulletinList = z.object({ kinds: z.array(bulletinKind), bulletins: z.array(bulletinSummary) });

/** how much there is to report of a month: days with data of those that have passed, and which are missing */
export const coverage = z.object({ valid: z.number(), of: z.number(), missing: z.array(z.string()) });

/** GET /api/bulletins/due?kind&year → the months of a year up to today, made or not */
export const bulletinDue = z.object({
  kind: z.string(),
  year: z.number(),
  months: z.array(
    z.object({
      month: z.string(),
      /** its last day, and whether that day is over */
      until: z.string(),
      over: z.boolean(),
      /** over, with data, and not issued */
      due: z.boolean(),
      coverage: coverage.nullable(),
      /** the newest version of its period */
      bulletin: z
        .object({ id: z.string(), state: z.enum(['draft', 'issued', 'corrected']), number: z.string().nullable() })
        .nullable(),
    }),
  ),
});

export type Coverage = z.infer<typeof coverage>;
export type BulletinDue = z.infer<typeof bulletinDue>;
export type BulletinList = z.infer<typeof bulletinList>;
export type BulletinKind = z.infer<typeof bulletinKind>;
export type Bulletin = z.infer<typeof bulletin>;
export type BulletinSummary = z.infer<typeof bulletinSummary>;
export type BulletinBlock = z.infer<typeof block>;
export type BulletinRuns = z.infer<typeof runs>;
