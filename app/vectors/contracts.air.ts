import { z } from 'zod';
import {
  type AirClass,
  type Averaging,
  concentrationState,
  dayValid,
  type Gb3095Edition,
  hourValid,
  limitOn,
  monthValid,
  toReferenceState,
  yearValid,
} from '#standards/gb-3095';
import { roundExact } from '#standards/gb-t-8170';
import {
  type AqiItem,
  type AqiResult,
  aqiCategory,
  dailyAqi,
  type Hj633Edition,
  iaqi,
  realtimeAqi,
  roundThenIaqi,
} from '#standards/hj-633';
import type { Pollutant, SixPollutant } from '#standards/pollutants';
import { ruleBookOn } from '#standards/rule-book';
import { type Contract, contract, decimal, decimalOrNull } from './contract.ts';

const edition = z.enum(['HJ633-2012', 'HJ633-2026']) satisfies z.ZodType<Hj633Edition>;
const item = z.string().transform((text) => text as AqiItem);
const pollutant = z.string().transform((text) => text as Pollutant);
const report = z.object({
  standard: edition,
  values: z.record(z.string(), decimalOrNull),
  notMonitored: z.array(z.string()).optional(),
  notMonitoredThreeYearsNeverPrimaryAbove100: z.boolean().optional(),
  settings: z
    .object({ realtimePmBasis: z.enum(['moving24h', 'hour']), realtimeIncompleteAbove: z.number().nullable() })
    .partial()
    .optional(),
});
type Report = z.output<typeof report>;
const counts = z.object({ days: z.number(), perMonth: z.array(z.number()) });

/** The report in the words of the suites. */
const inWords = ({ iaqi: indices, aqi, primary, over100, aqiClass, aqiComputed, missing }: AqiResult) => ({
  iaqi: indices,
  aqi,
  primary,
  over100,
  level: aqiClass?.level ?? null,
  category: aqiClass?.zh ?? null,
  aqiComputed,
  missing,
});

const notMonitoredOf = ({ notMonitored = [], notMonitoredThreeYearsNeverPrimaryAbove100 = false }: Report) => ({
  pollutants: notMonitored.map((name) => name.split('_', 1)[0] as SixPollutant),
  neverPrimaryAbove100InThreeYears: notMonitoredThreeYearsNeverPrimaryAbove100,
});

const [QUALITY, PHASE] = [/^GB3095-\d{4}/, /^GB3095-\d{4}-(.+)$/];
/** The suites of validity name no edition; table 4 is the same in all. */
const TABLE_4: Gb3095Edition = 'GB3095-2012';

/** Index, limits, validity and state: GB 3095 and HJ 633. */
export const AIR_CONTRACTS: Readonly<Record<string, Contract>> = {
  iaqi: contract(z.object({ standard: edition, item, c: decimalOrNull }), ({ standard, item: of, c }) => ({
    iaqi: iaqi(standard, of, c).iaqi,
  })),
  roundThenIaqi: contract(z.object({ standard: edition, item, raw: decimalOrNull }), ({ standard, item: of, raw }) =>
    roundThenIaqi(standard, of, raw),
  ),
  aqiCategory: contract(z.object({ aqi: z.number() }), ({ aqi }) => {
    const { level, zh, colorZh, rgb } = aqiCategory(aqi);
    return { level, category: zh, color: colorZh, rgb };
  }),
  dailyAqi: contract(report, (input) => inWords(dailyAqi(input.standard, input.values, notMonitoredOf(input)))),
  realtimeAqi: contract(report, (input) =>
    inWords(realtimeAqi(input.standard, input.values, notMonitoredOf(input), input.settings)),
  ),

  standardOn: contract(z.object({ date: z.string() }), ({ date }) => {
    const book = ruleBookOn(date);
    if (!book) return { aqi: null, quality: null, phase: null, evaluation: null };
    return {
      aqi: book.index,
      quality: QUALITY.exec(book.quality)?.[0],
      phase: PHASE.exec(book.quality)?.[1] ?? null,
      evaluation: book.evaluation,
    };
  }),
  limit: contract(
    z.object({ date: z.string(), pollutant, averaging: z.string(), class: z.number() }),
    ({ date, pollutant: of, averaging, class: airClass }) =>
      limitOn(date, of, averaging as Averaging, airClass as AirClass)?.value ?? null,
  ),

  hourValid: contract(z.object({ minutes: z.number() }), ({ minutes }) => hourValid(TABLE_4, 'SO2', minutes)),
  monthValid: contract(z.object({ month: z.number(), days: z.number() }), ({ month, days }) =>
    monthValid(TABLE_4, 'PM25', month, days),
  ),
  yearValid: contract(counts, (input) => yearValid(TABLE_4, 'PM25', input)),
  tspYearValid: contract(counts, (input) => yearValid(TABLE_4, 'TSP', input)),
  tspDayValid: contract(z.object({ samplingHours: z.number() }), ({ samplingHours }) =>
    dayValid(TABLE_4, 'TSP', samplingHours),
  ),

  toReferenceState: contract(z.object({ c: decimal, fromK: decimal, fromHPa: decimal }), ({ c, fromK, fromHPa }) => ({
    exact4: roundExact(toReferenceState(c, fromK, fromHPa), 4),
  })),
  concentrationState: contract(z.object({ pollutant, date: z.string() }), ({ pollutant: of, date }) =>
    concentrationState(of, date),
  ),
};
