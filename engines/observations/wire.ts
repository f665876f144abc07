import { z } from 'zod';
import { sentence } from '#platform/http';

/** what stands for “no data” unless the mapping says otherwise; numbers are compared as numbers: -999 is also -999.0 */
export const MISSING_MARKS = [
  ...['', 'NA', 'N/A', '#N/A', 'NaN', 'null', 'none', '空', '缺测', '无', '-', '—', '--', '——', '/'],
  ...['-999', '-9999', '-99999'],
];

/** how a file's columns are read; the page builds it, `--map` takes the same as JSON or YAML */
export const importMapping = z.object({
  /** wide: a column per quantity; long: a row per value; across: a column per station and a row per hour and quantity */
  layout: z.enum(['wide', 'long', 'across']),
  /** a column that names the station, one station for the whole file, or (across) the columns that are stations */
  station: z.union([
    z.object({ column: z.string() }),
    z.object({ code: z.string() }),
    z.object({ columns: z.array(z.string()).min(1) }),
  ]),
  /** names in the station column, or of the stations' columns → station codes */
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
  /** wide: one per column; long and across: names in `item.column` */
  channels: z.array(z.object({ column: z.string(), pollutant: z.string(), unit: z.string() })),
  /** long: the columns of the quantity's name and of its value; across: the first of them */
  item: z.object({ column: z.string(), value: z.string().optional() }).optional(),
  /** long and across: names in `item.column` that are left out on purpose (running means, indices) */
  ignored: z.array(z.string()).default([]),
  missing: z.array(z.string()).default(MISSING_MARKS),
  /** what parts the whole from the fraction: 12.5 or 12,5 */
  decimal: z.enum(['.', ',']).default('.'),
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
  bytes: z.number(),
  /** of how the file is written: CSV with its encoding and separator, packed or not, or a workbook */
  kind: z.object({ content: z.string(), encoding: z.string().optional(), separator: z.string().optional() }),
  /** number in the file of the first row of `rows` and of the row that names the columns */
  firstRow: z.number(),
  headerRow: z.number(),
  /** every registered station, to choose from */
  stations: z.array(z.object({ code: z.string(), name: sentence })),
  /** the stations that the first rows name, as they are called there → the station, null for one that is not known */
  stationNames: z.array(z.object({ name: z.string(), code: z.string().nullable() })),
  /** long and across: what the first rows have in the item column */
  itemNames: z.array(z.string()),
  /** what the mapping makes of the rows shown: station code, beginning of the hour (Beijing time), values in the catalogue's units */
  understood: z
    .array(
      z.object({
        row: z.number(),
        station: z.string().nullable(),
        hour: z.string().nullable(),
        /** by quantity; where stations stand across, by station */
        values: z.record(z.string(), z.number().nullable()),
        /** left out on purpose */
        left: z.boolean(),
        errors: z.array(sentence),
      }),
    )
    .optional(),
});

/** one thing in a file that could not be taken: where it stands, what was read, why, and what to do */
export const importError = z.object({
  row: z.number(),
  column: z.string().nullable(),
  value: z.string(),
  message: sentence,
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
  /** rows of the file and, of the hours that they make, how many are new, corrected, the same */
  stations: z.array(
    z.object({
      code: z.string(),
      name: sentence.optional(),
      rows: z.number(),
      inserted: z.number().optional(),
      changed: z.number().optional(),
      unchanged: z.number().optional(),
    }),
  ),
  /** values by quantity: new where there was none, corrected where there was another */
  pollutants: z
    .array(z.object({ code: z.string(), values: z.number(), inserted: z.number(), changed: z.number() }))
    .optional(),
  /** hours by station and month that the file brings, with the hours that have a value of each quantity */
  coverage: z
    .array(
      z.object({
        station: z.string(),
        month: z.string(),
        hours: z.number(),
        values: z.record(z.string(), z.number()),
      }),
    )
    .optional(),
  /** names that lead to no station, and items that are not mapped, with how many rows were refused for them */
  unknownStations: z.array(z.object({ name: z.string(), rows: z.number() })).optional(),
  unknownItems: z.array(z.object({ name: z.string(), rows: z.number() })).optional(),
  /** rows that say again what an earlier row of the file said, and rows of items that are left out on purpose */
  repeated: z.number().optional(),
  ignored: z.number().optional(),
  /** hours in which a real record takes the place of a replay or a simulation; they count as changed */
  replays: z.number().optional(),
  /** the first 200; all of them in the downloadable sheet */
  errors: z.array(importError),
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
  mapping: importMapping.partial().nullable(),
});

/** GET /api/observations/imports/:workId/errors: a stretch of what an import could not take */
export const importErrorList = z.object({
  errors: z.array(importError),
  /** all that are kept (the sheet has the same) and all that were found */
  kept: z.number(),
  count: z.number(),
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
export type ImportError = z.infer<typeof importError>;
export type ImportErrorList = z.infer<typeof importErrorList>;
export type RecordSource = z.infer<typeof recordSource>;
export type SandPeriod = z.infer<typeof sandPeriod>;
