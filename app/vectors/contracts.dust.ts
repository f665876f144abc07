import { z } from 'zod';
import { type NowcastVersion, nowcast } from '#methods/forecast';
import { assess, EMERGENCY_PLANS, type ForecastDay } from '#standards/beijing-emergency';
import { residue, residueChange, roadResidue } from '#standards/db11-353';
import { load, loadPlaces } from '#standards/db11-1926';
import { deductSand, dustfallYear, exposureDays, type SandWay } from '#standards/hj-1221';
import { halfMonthOf, listing, readCityTable } from '#standards/tsp-ranking';
import { type Contract, contract, decimal, decimalOrNull } from './contract.ts';

const cells = z.array(z.array(z.string().nullable()));
const figure = decimalOrNull.transform((x) => (x === null ? null : residue(x)));
const way = z.enum(['drop-month', 'drop-days', 'reference-point']) satisfies z.ZodType<SandWay>;
const version = z.enum(['pm', 'pmAsian']) satisfies z.ZodType<NowcastVersion>;
const sample = z.object({ w1: decimal, w0: decimal, wc: decimal, areaSquareCentimetres: decimal, days: decimal });
const days = z.array(z.object({ date: z.string(), aqi: z.number().nullable() })) satisfies z.ZodType<ForecastDay[]>;

/** Dust on dishes, roads and in lists of streets; warnings from dated forecasts; NowCast. */
export const DUST_CONTRACTS: Readonly<Record<string, Contract>> = {
  exposureDays: contract(z.object({ setOut: z.string(), takenIn: z.string() }), ({ setOut, takenIn }) =>
    exposureDays(setOut, takenIn),
  ),
  deductSand: contract(
    z.object({ sample, sandDays: decimalOrNull, sandGrams: decimalOrNull.optional(), way }),
    ({ sample: dish, way: sandWay, ...sand }) => {
      const { withSand, withoutSand } = deductSand(dish, sand, { sandWay });
      return { withSand: withSand.value, withoutSand: withoutSand.value, reason: withoutSand.reason };
    },
  ),
  dustfallYear: contract(z.object({ values: z.array(decimalOrNull), target: decimal }), ({ values, target }) =>
    dustfallYear(
      values.map((value, i) => ({ month: i + 1, value })),
      values.length,
      target,
    ),
  ),

  roadResidue: contract(z.object({ points: z.array(figure), pointsPerRoad: z.number() }), ({ points, ...settings }) =>
    roadResidue(points, settings),
  ),
  residueChange: contract(z.object({ current: figure, base: figure }), ({ current, base }) =>
    residueChange(current, base),
  ),
  loadPlaces: contract(
    z.object({ items: z.array(z.object({ name: z.string(), value: decimalOrNull })) }),
    ({ items }) =>
      Object.fromEntries(
        loadPlaces(items, ({ value }) => (value === null ? null : load(value))).map(({ item, place }) => [
          item.name,
          place,
        ]),
      ),
  ),

  halfMonth: contract(z.object({ date: z.string() }), ({ date }) => halfMonthOf(date)),
  tspListing: contract(
    z.object({ cells, district: z.string(), street: z.string() }),
    ({ cells: table, district, street }) => listing(readCityTable(table), district, street),
  ),

  assessForecast: contract(z.object({ plan: z.enum(EMERGENCY_PLANS), days }), ({ plan, days: series }) => {
    const { level, days: meeting, bridged } = assess(plan, series);
    return { level, days: meeting, bridged };
  }),
  nowcast: contract(
    z.object({ hours: z.array(z.number().nullable()), version }),
    ({ hours, version: by }) => nowcast(hours, by)?.toFixed(4) ?? null,
  ),
};
