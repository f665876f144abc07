import { z } from 'zod';
import {
  countDay,
  DEFAULT_SETTINGS,
  dayStart,
  type NozzleDay,
  nextDay,
  nozzleMachine,
  type RuleSet,
  recompute,
  rulesOf,
  stationVerdict,
} from '#standards/gb-20952';
import { type FacilityKind, treatmentVerdict } from '#standards/gb-37822';
import { exact } from '#standards/gb-t-8170';
import { checkEntry, FAMILIES, type Family, VOC_SETTINGS } from '#standards/voc-limits';
import { type Contract, contract, decimal, decimalOrNull } from './contract.ts';

const refuelling = z.object({ litres: decimalOrNull, ratio: decimalOrNull });
const ruleSet = z.enum(['GB20952-2020', 'draft-2020']) satisfies z.ZodType<RuleSet>;
const kind = z.enum(['new', 'existing']) satisfies z.ZodType<FacilityKind>;
const family = z.enum(Object.keys(FAMILIES) as [Family, ...Family[]]);
const date = z.string();
/** Refuellings of a case are a quarter of an hour apart, one minute each. */
const [APART, LONG] = [900_000, 60_000];

/** Filling stations, VOC in products and VOC abatement. */
export const VOC_CONTRACTS: Readonly<Record<string, Contract>> = {
  nozzleLevels: contract(
    z.object({
      rules: ruleSet,
      from: date,
      days: z.array(z.array(refuelling).nullable()),
      settings: z.record(z.string(), z.unknown()).optional(),
    }),
    ({ rules, from, days, settings }) => {
      const known = new Map<string, NozzleDay | null>();
      let on = from;
      for (const day of days) {
        const start = dayStart(on);
        const records = day?.map((one, i) => ({ ...one, start: start + i * APART, end: start + i * APART + LONG }));
        known.set(on, records ? countDay(rulesOf(rules).airLiquid, records) : null);
        on = nextDay(on);
      }
      const machine = nozzleMachine(rules, { ...DEFAULT_SETTINGS, ...settings });
      return recompute(machine, known).map(({ verdict }) => verdict.level);
    },
  ),
  stationPasses: contract(
    z.object({ date, nozzles: z.number(), results: z.array(z.boolean().nullable()) }),
    ({ date: on, nozzles, results }) => stationVerdict(on, nozzles, results)?.passes ?? null,
  ),
  vocCheck: contract(
    z.object({
      family,
      path: z.array(z.string()),
      value: decimalOrNull,
      unit: z.enum(['g/L', 'g/kg', '%']),
      density: decimalOrNull.optional(),
      state: z.enum(['delivered', 'application']).nullish(),
      manufactured: z.string().nullable(),
      comparison: z.enum(['full', 'rounded']).optional(),
    }),
    ({ value, density = null, state = null, comparison = VOC_SETTINGS.comparison, ...entry }) => {
      const { result, verdicts } = checkEntry(
        { ...entry, content: value === null ? null : { value }, density, state, origin: 'measured', used: null },
        { ...VOC_SETTINGS, comparison },
      );
      const reasons = verdicts.flatMap((verdict) => (verdict.result === 'open' ? [verdict.reason] : []));
      const over = verdicts.flatMap((verdict) =>
        verdict.result === 'exceeds' && verdict.by ? [verdict.by.amount] : [],
      );
      return { result, reasons, over };
    },
  ),
  vocTreatment: contract(
    z.object({
      date,
      kind,
      keyRegion: z.boolean(),
      lowVocMaterialsOnly: z.boolean(),
      stacks: z.array(decimalOrNull),
      removal: decimal.nullable(),
    }),
    ({ date: on, removal, ...workshop }) =>
      treatmentVerdict(on, { ...workshop, removal: removal === null ? null : exact(removal) }),
  ),
};
