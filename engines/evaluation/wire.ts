import { z } from 'zod';
import { sentence } from '#platform/http';

/** where a figure's measurements come from when they are not plain observations of their day */
export const provenance = z.object({
  kind: z.enum(['replay', 'simulated']),
  /** e.g. 2016年实测回放 / replay of the 2016 record */
  label: sentence,
});

/** a station, the district, later a street */
export const airScope = z.object({ kind: z.enum(['district', 'station', 'street']), code: z.string() });

export const pollutantCode = z.enum(['SO2', 'NO2', 'PM10', 'PM25', 'CO', 'O3']);

/** one day of one scope: printed figures (decimal strings), null = no valid value */
export const airDay = z.object({
  date: z.string(),
  values: z.object({
    SO2: z.string().nullable(),
    NO2: z.string().nullable(),
    PM10: z.string().nullable(),
    PM25: z.string().nullable(),
    CO: z.string().nullable(),
    O3_8h: z.string().nullable(),
    O3_1h: z.string().nullable(),
  }),
  /** valid hours behind each value, of 24 */
  hours: z.record(z.string(), z.number()),
  /** individual index of each value */
  iaqi: z.record(z.string(), z.number().nullable()),
  aqi: z.number().nullable(),
  level: z.number().nullable(),
  primary: z.array(z.string()),
  missing: z.array(z.string()),
  sand: z.boolean(),
  provenance: z.array(provenance),
});

/** statistics of one scope over one period; every value printed, with its edition */
export const airPeriod = z.object({
  scope: airScope,
  kind: z.enum(['month', 'year_to_date', 'year']),
  from: z.string(),
  until: z.string(),
  edition: z.string(),
  /** true: sand periods are left out */
  sandExcluded: z.boolean(),
  /** mean of SO2 NO2 PM10 PM25 (and CO), percentiles as HJ 663 asks: keys like PM25_mean, PM25_p95, CO_p95, O3_p90, SO2_p98 */
  statistics: z.record(z.string(), z.string().nullable()),
  /** per pollutant: valid days and whether they suffice (GB 3095 table 4) */
  validDays: z.record(z.string(), z.object({ days: z.number(), sufficient: z.boolean() })),
  days: z.object({
    valid: z.number(),
    byLevel: z.array(z.number()),
    good: z.number(),
    goodRatio: z.string().nullable(),
    heavy: z.number(),
    sandExceeding: z.number(),
  }),
  composite: z.object({
    index: z.string().nullable(),
    single: z.record(z.string(), z.string().nullable()),
    leading: z.array(z.string()),
  }),
  provenance: z.array(provenance),
  computedAt: z.string(),
});

/** a figure beside the same one of the year before, by one edition */
export const comparison = z.object({
  now: airPeriod,
  before: airPeriod.nullable(),
  /** per statistic: change rate in % (one decimal) from the printed figures; null when either is missing */
  change: z.record(z.string(), z.string().nullable()),
});

/** GET /api/air/days?scope=district:110102&from&until&edition? */
export const airDays = z.object({
  scope: airScope,
  edition: z.string(),
  /** item of a day → its limit (GB 3095 class 2), where there is one */
  limits: z.record(z.string(), z.string()),
  days: z.array(airDay),
});

/** GET /api/air/hours?station=1006A&from&until → parallel arrays, one entry an hour */
export const airHours = z.object({
  station: z.string(),
  from: z.string(),
  hours: z.number(),
  /** pollutant → unit */
  units: z.record(z.string(), z.string()),
  /** pollutant → value (as measured, CO mg/m³) or null; pollutant → one flag letter an hour, blank = none */
  values: z.record(z.string(), z.array(z.number().nullable())),
  flags: z.record(z.string(), z.string()),
  /** pollutant → hours with a value; pollutant → its limit of an hour (GB 3095 class 2), where there is one */
  valid: z.record(z.string(), z.number()),
  limits: z.record(z.string(), z.string()),
  provenance: z.array(provenance),
});

/** GET /api/air/months?scope&year → twelve months beside last year's, and year to date */
export const airMonths = z.object({
  scope: airScope,
  year: z.number(),
  months: z.array(comparison.extend({ month: z.string() })),
});

/** GET /api/air/overview?asOf → district and stations: latest day, year to date against last year's */
export const airOverview = z.object({
  asOf: z.string(),
  scopes: z.array(
    z.object({
      scope: airScope,
      name: sentence,
      latest: airDay.nullable(),
      yearToDate: comparison.nullable(),
      month: comparison.nullable(),
    }),
  ),
});

/** GET /api/air/evidence?scope&statistic&from&until&edition → the days behind a figure, the rules, what was left out */
export const airEvidence = z.object({
  scope: airScope,
  statistic: z.string(),
  from: z.string(),
  until: z.string(),
  edition: z.string(),
  value: z.string().nullable(),
  rules: z.array(z.object({ standard: z.string(), clause: z.string(), text: sentence })),
  used: z.array(z.object({ date: z.string(), value: z.string() })),
  /** of a figure that is made of other figures: theirs, with what each adds */
  parts: z.array(z.object({ key: z.string(), value: z.string().nullable(), share: z.string().nullable() })),
  excluded: z.array(z.object({ date: z.string(), reason: sentence })),
  provenance: z.array(provenance),
});

/** one statistic that a year is judged by: PM25_mean, PM25_p95 … against its limit */
export const airAttainmentItem = z.object({
  key: z.string(),
  pollutant: pollutantCode,
  averaging: z.string(),
  value: z.string().nullable(),
  limit: z.string(),
  unit: z.string(),
  /** null while there is no value */
  attained: z.boolean().nullable(),
});

/** GET /api/air/years?scope&asOf → every year with figures, oldest first; the last may be a year so far */
export const airYears = z.object({
  scope: airScope,
  years: z.array(
    z.object({
      year: z.number(),
      /** true: the year is over */
      whole: z.boolean(),
      /** how many days from its first to its last, to which valid days are compared */
      daysPassed: z.number(),
      sandDays: z.number(),
      period: airPeriod,
      /** editions of limits, index and evaluation: GB3095-2012 … */
      rules: z.array(z.string()),
      items: z.array(airAttainmentItem),
      /** pollutant → all of its statistics within their limits */
      attained: z.record(z.string(), z.boolean().nullable()),
      allAttained: z.boolean().nullable(),
    }),
  ),
});

const primaryCounts = z.object({
  /** pollutant → days on which it is named; a tie counts for each that is named */
  days: z.record(z.string(), z.number()),
  /** days that name any, days that name several, days with an index */
  named: z.number(),
  tied: z.number(),
  valid: z.number(),
});

/** GET /api/air/primary?scope&year&asOf → days by primary pollutant, by month, beside the same time a year before */
export const airPrimary = z.object({
  scope: airScope,
  edition: z.string(),
  from: z.string(),
  until: z.string(),
  months: z.array(primaryCounts.extend({ month: z.string(), from: z.string(), until: z.string() })),
  total: primaryCounts,
  before: primaryCounts.nullable(),
  provenance: z.array(provenance),
});

export type Provenance = z.infer<typeof provenance>;
export type AirScope = z.infer<typeof airScope>;
export type AirDay = z.infer<typeof airDay>;
export type AirPeriod = z.infer<typeof airPeriod>;
export type Comparison = z.infer<typeof comparison>;
export type AirOverview = z.infer<typeof airOverview>;
export type AirMonths = z.infer<typeof airMonths>;
export type AirHours = z.infer<typeof airHours>;
export type AirDays = z.infer<typeof airDays>;
export type AirEvidence = z.infer<typeof airEvidence>;
export type AirYears = z.infer<typeof airYears>;
export type AirPrimary = z.infer<typeof airPrimary>;
