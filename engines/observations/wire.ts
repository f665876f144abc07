import { z } from 'zod';
import { sentence } from '#platform/http';

/** how a file's columns are read; the page builds it, `--map` takes the same as JSON or YAML */
export const importMapping = z.object({
  layout: z.enum(['wide', 'long']),
  /** a column that names the station, or one station for the whole file */
  station: z.union([z.object({ column: z.string() }), z.object({ code: z.string() })]),
  /** names in the station column → station codes */
  stations: z.record(z.string(), z.string()).optional(),
  time: z.union([
    z.object({ column: z.string(), format: z.string().optional() }),
    z.object({ year: z.string(), month: z.string(), day: z.string(), hour: z.string() }),
    z.object({ date: z.string(), hour: z.string() }),
  ]),
  /** 0–23 or 1–24 */
  hours: z.enum(['0-23', '1-24']),
  /** whether the time stands at the beginning or the end of the hour it describes */
  stamp: z.enum(['start', 'end']),
  utcOffset: z.number().default(8),
  /** wide: one per column; long: names in `item.column` */
  channels: z.array(z.object({ column: z.string(), pollutant: z.string(), unit: z.string() })),
  item: z.object({ column: z.string(), value: z.string() }).optional(),
  missing: z.array(z.string()).default(['', 'NA', 'NaN', '空', '-', '—', '--', 'null']),
  sheet: z.string().optional(),
  /** which row of the file names the columns; the first that is not blank when left out */
  headerRow: z.number().int().min(1).optional(),
});

export const importPreview = z.object({
  fileId: z.string(),
  fileName: z.string(),
  sheets: z.array(z.string()),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  rowCount: z.number().nullable(),
  /** a guess from the column names; the person confirms */
  mapping: importMapping.partial(),
  warnings: z.array(sentence),
  /** what the mapping makes of the first rows: station code, beginning of the hour (Beijing time), values in the catalogue's units */
  understood: z
    .array(
      z.object({
        row: z.number(),
        station: z.string().nullable(),
        hour: z.string().nullable(),
        values: z.record(z.string(), z.number().nullable()),
        errors: z.array(sentence),
      }),
    )
    .optional(),
});

export const importReport = z.object({
  rows: z.number(),
  inserted: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  values: z.number(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  stations: z.array(z.object({ code: z.string(), rows: z.number() })),
  /** the first 200; all of them in the downloadable sheet */
  errors: z.array(z.object({ row: z.number(), column: z.string().nullable(), value: z.string(), message: sentence })),
  dryRun: z.boolean(),
  /** all errors, of rows and of single cells */
  errorCount: z.number().optional(),
  /** values kept with a mark: suspect (above what an instrument can report) and invalid (below) */
  suspect: z.number().optional(),
  invalid: z.number().optional(),
});

/** GET /api/observations/imports: where records came from, newest first */
export const recordSource = z.object({
  id: z.number(),
  kind: z.enum(['import', 'replay', 'gateway', 'simulated']),
  label: sentence,
  replayOfYear: z.number().nullable(),
  fileId: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  workId: z.string().nullable(),
  report: importReport.nullable(),
});

/** GET/POST /api/sand-periods */
export const sandPeriod = z.object({
  id: z.number(),
  begins: z.string(),
  ends: z.string(),
  source: z.string(),
  createdAt: z.string(),
});

export type ImportMapping = z.infer<typeof importMapping>;
export type ImportPreview = z.infer<typeof importPreview>;
export type ImportReport = z.infer<typeof importReport>;
export type RecordSource = z.infer<typeof recordSource>;
export type SandPeriod = z.infer<typeof sandPeriod>;
