import { z } from 'zod';
import type { Gb3095Edition } from '#standards/gb-3095';
import { meanRound, ratioPercent, roundHalfEven } from '#standards/gb-t-8170';
import {
  annualAttainment,
  changeRate,
  compositeIndex,
  dailyMean,
  dayCounts,
  exceedMultiple,
  type FigureLevel,
  type Hj663Edition,
  mda8,
  percentile,
  roundConcentration,
} from '#standards/hj-663';
import type { Pollutant, SixPollutant } from '#standards/pollutants';
import { competitionRank, worstN } from '#standards/ranking';
import { type Contract, contract, decimal, decimalOrNull } from './contract.ts';

const pollutant = z.string().transform((text) => text as Pollutant);
const six = z.record(z.string(), decimalOrNull).transform((values) => values as Record<SixPollutant, string | number>);
const items = z.array(z.object({ name: z.string(), value: decimalOrNull }));
const quality = z.object({ standard: z.string(), phase: z.string().nullish() });
/** The suites of means and roundings name no edition; day values have the same decimals in both. */
const DAY_VALUES: Hj663Edition = 'HJ663-2013';
const CITIES = 2;

const qualityEdition = ({ standard, phase }: z.output<typeof quality>) =>
  (standard === 'GB3095-2026' ? `${standard}-${phase ?? 'transition'}` : standard) as Gb3095Edition;

/** Rounding, means, percentiles, composite index, days, ranking: GB/T 8170, HJ 663 and the ranking rules. */
export const EVALUATION_CONTRACTS: Readonly<Record<string, Contract>> = {
  gbRound: contract(z.object({ x: decimal, digits: z.number() }), ({ x, digits }) => roundHalfEven(x, digits)),
  roundConcentration: contract(
    z.object({
      pollutant,
      x: decimal,
      level: z.enum(['daily', 'statistic', 'published']) satisfies z.ZodType<FigureLevel>,
    }),
    ({ pollutant: of, x, level }) => roundConcentration(DAY_VALUES, of, x, level),
  ),
  meanRound: contract(z.object({ values: z.array(decimal), digits: z.number() }), ({ values, digits }) =>
    meanRound(values, digits),
  ),
  ratioPercent: contract(z.object({ num: decimal, den: decimal, digits: z.number() }), ({ num, den, digits }) =>
    ratioPercent(num, den, digits),
  ),

  dailyMean: contract(z.object({ pollutant, hours: z.array(decimalOrNull) }), ({ pollutant: of, hours }) =>
    dailyMean(DAY_VALUES, of, hours),
  ),
  mda8: contract(z.object({ hours: z.array(decimalOrNull), limit: decimal }), ({ hours, limit }) => mda8(hours, limit)),
  percentile: contract(
    z.object({ values: z.array(decimalOrNull), p: decimal, digits: z.number() }),
    ({ values, p, digits }) => percentile(values, p, digits),
  ),

  compositeIndex: contract(
    z.object({ concentrations: six, limits: six, weights: six, mode: z.enum(['sumThenRound', 'roundEachThenSum']) }),
    ({ concentrations, limits, weights, mode }) => compositeIndex(concentrations, limits, weights, mode),
  ),
  annualAttainment: contract(
    quality.extend({
      values: z.record(
        z.string(),
        z.object({ annualMean: decimalOrNull.optional(), percentile: decimalOrNull.optional() }),
      ),
    }),
    ({ values, ...edition }) => annualAttainment(qualityEdition(edition), values, CITIES),
  ),
  changeRate: contract(
    z.object({ current: decimalOrNull, previous: decimalOrNull, digits: z.number() }),
    ({ current, previous, digits }) => changeRate(current, previous, digits).rate,
  ),
  exceedMultiple: contract(z.object({ c: decimal, limit: decimal }), ({ c, limit }) => exceedMultiple(c, limit)),
  dayCounts: contract(
    z.object({ days: z.array(z.object({ aqi: z.number().nullable(), sand: z.boolean() })) }),
    ({ days }) => dayCounts(days),
  ),

  competitionRank: contract(z.object({ items, order: z.enum(['asc', 'desc']) }), ({ items: list, order }) =>
    Object.fromEntries(competitionRank(list, ({ value }) => value, order).map(({ item, place }) => [item.name, place])),
  ),
  worstN: contract(z.object({ items, n: z.number() }), ({ items: list, n }) =>
    Object.fromEntries(
      worstN(list, ({ value }) => value, n).map(({ item, place, inWorst }) => [
        item.name,
        { rankFromWorst: place, inWorst },
      ]),
    ),
  ),
};
