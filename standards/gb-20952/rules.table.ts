import type { Confidence, InForce } from '#standards/editions';

export type RuleSet = 'GB20952-2020' | 'draft-2020';

/** An open band: a value below `below` or above `above` is outside; both ends are inside. */
export type Band = { readonly below: string; readonly above: string };

export type AirLiquidRule = {
  /** L, one continuous delivery of at least this much is a valid refuelling */
  readonly validLitres: string;
  /** ratio, unit 1 */
  readonly preAlarm: Band & { readonly moreThanPercent: number; readonly alarmAfterDays: number };
  /** ratio, unit 1; null when the rule set has no such alarm */
  readonly extreme: (Band & { readonly longerThanHours: number }) | null;
  /** fewer refuellings than this are not judged but carried to the next day */
  readonly leastRefuellings: number;
};
export type PressureRule = {
  /** Pa gauge, both ends inside */
  readonly band: { readonly from: string; readonly to: string };
  readonly longerThanHours: number;
  readonly sampleSecondsAtMost: number;
  readonly alarmAfterDays: number;
};
/** µmol/mol, both inclusive */
export type ConcentrationRule = {
  readonly preAlarmFrom: string;
  readonly alarmFrom: string;
  readonly alarmAfterDays: number;
};

export type RuleRow = {
  readonly ruleSet: RuleSet;
  /** null: never in force, kept to recognise devices that run it */
  readonly inForce: InForce | null;
  readonly airLiquid: AirLiquidRule;
  readonly pressure: PressureRule;
  /** null: not known */
  readonly concentration: ConcentrationRule | null;
  readonly citation: string;
  readonly checkedOn: string;
  readonly confidence: Confidence;
};

/** What an on-line monitoring system of a station decides by. A new edition is one more row. */
export const RULE_ROWS = [
  {
    ruleSet: 'GB20952-2020',
    inForce: { from: '2021-04-01' },
    airLiquid: {
      validLitres: '15',
      preAlarm: { below: '0.9', above: '1.3', moreThanPercent: 25, alarmAfterDays: 7 },
      extreme: { below: '0.6', above: '1.5', longerThanHours: 24 },
      leastRefuellings: 5,
    },
    pressure: { band: { from: '-50', to: '50' }, longerThanHours: 12, sampleSecondsAtMost: 30, alarmAfterDays: 7 },
    concentration: { preAlarmFrom: '4000', alarmFrom: '8000', alarmAfterDays: 7 },
    citation: 'GB 20952-2020 附录E（资料性）E.3.3.1–E.3.3.4',
    checkedOn: '2026-11-25',
    confidence: 'H',
  },
  {
    ruleSet: 'draft-2020',
    inForce: null,
    airLiquid: {
      validLitres: '15',
      preAlarm: { below: '1.0', above: '1.2', moreThanPercent: 25, alarmAfterDays: 5 },
      extreme: null,
      leastRefuellings: 5,
    },
    pressure: { band: { from: '-50', to: '50' }, longerThanHours: 12, sampleSecondsAtMost: 30, alarmAfterDays: 5 },
    concentration: null,
    citation: 'GB 20952 征求意见稿，一家厂商 2020-09 的设备程序按此判断',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
] as const satisfies readonly RuleRow[];
