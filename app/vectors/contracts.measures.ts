import { z } from 'zod';
import { type Comparison, countTargetMet, coverageRate, monthlySiteInspection } from '#methods/metrics';
import { EMERGENCY_PLANS, type EmergencyPlan, warningLevel } from '#standards/beijing-emergency';
import { collectionRate, removalRate, synchronousRate } from '#standards/gb-37822';
import { roundExact } from '#standards/gb-t-8170';
import { convertDustfall, dustfall, dustfallMean, dustfallReport, targetMet } from '#standards/hj-1221';
import { comparability, flowCheck, inletHeightOk, massCheck } from '#standards/tsp-grid';
import { type Contract, contract, decimal } from './contract.ts';

const comparison = z.enum(['>=', '<=', '>', '<', '=']) satisfies z.ZodType<Comparison>;
const plan = z.enum(EMERGENCY_PLANS) satisfies z.ZodType<EmergencyPlan>;
/** The ceiling of the plan's item 23, t/(km²·month), which the suite of dustfall compares with. */
const DUSTFALL_TARGET = '5.1';

/** Dustfall, device checks, warnings, and the rates of measures. */
export const MEASURE_CONTRACTS: Readonly<Record<string, Contract>> = {
  dustfall: contract(
    z.object({ w1: decimal, w0: decimal, wc: decimal, s_cm2: decimal, days: decimal }),
    ({ s_cm2: areaSquareCentimetres, ...sample }) => {
      const exact = dustfall({ ...sample, areaSquareCentimetres });
      return { exact4: roundExact(exact, 4), reported: roundExact(exact, 1) };
    },
  ),
  dustfallConvert: contract(z.object({ x: decimal, from: z.string(), to: z.string() }), ({ x, from, to }) =>
    roundExact(convertDustfall(x, from, to), 4),
  ),
  dustfallMean: contract(z.object({ values: z.array(decimal) }), ({ values }) => {
    const mean = dustfallMean(values);
    return { mean, meets5_1: mean === null ? null : targetMet(mean, DUSTFALL_TARGET) };
  }),
  dustfallReport: contract(z.object({ value: decimal }), ({ value }) => dustfallReport(value)),
  targetMet: contract(z.object({ value: decimal, target: decimal }), ({ value, target }) => targetMet(value, target)),

  flowCheck: contract(z.object({ measured: decimal, set: decimal, tolPct: decimal }), ({ measured, set, tolPct }) =>
    flowCheck(measured, set, tolPct),
  ),
  massCheck: contract(z.object({ device: decimal, standard: decimal, tolPct: decimal }), (input) =>
    massCheck(input.device, input.standard, input.tolPct),
  ),
  inletHeightOk: contract(z.object({ m: decimal }), ({ m }) => inletHeightOk(m)),
  comparability: contract(
    z.object({ reference: z.array(decimal), device: z.array(decimal) }),
    ({ reference, device }) => comparability(reference, device),
  ),

  warningLevel: contract(
    z.object({ plan, forecastDailyAqi: z.array(z.number().nullable()) }),
    ({ plan: by, forecastDailyAqi }) => warningLevel(by, forecastDailyAqi),
  ),

  coverageRate: contract(z.object({ done: decimal, base: decimal }), ({ done, base }) => coverageRate(done, base)),
  countTargetMet: contract(
    z.object({ done: decimal, target: decimal, comparison }),
    ({ done, target, comparison: by }) => countTargetMet(done, target, by),
  ),
  monthlySiteInspection: contract(z.object({ inspected: decimal, listed: decimal }), ({ inspected, listed }) =>
    monthlySiteInspection(inspected, listed),
  ),
  vocCollectionRate: contract(
    z.object({ captured: decimal, generated: decimal }),
    ({ captured, generated }) => collectionRate(captured, generated).percent,
  ),
  vocSyncRate: contract(
    z.object({ treatmentHoursWhileProducing: decimal, productionHours: decimal }),
    ({ treatmentHoursWhileProducing, productionHours }) =>
      synchronousRate(treatmentHoursWhileProducing, productionHours),
  ),
  vocRemovalRate: contract(
    z.object({ cIn: decimal, qIn: decimal, cOut: decimal, qOut: decimal }),
    ({ cIn, qIn, cOut, qOut }) =>
      removalRate({ concentration: cIn, flow: qIn }, { concentration: cOut, flow: qOut }).percent,
  ),
};
