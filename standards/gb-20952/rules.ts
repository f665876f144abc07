import { inForceOn } from '#standards/editions';
import { RULE_ROWS, type RuleRow, type RuleSet } from './rules.table.ts';

export type { AirLiquidRule, ConcentrationRule, PressureRule, RuleRow, RuleSet } from './rules.table.ts';
export const RULE_SETS: readonly RuleSet[] = RULE_ROWS.map(({ ruleSet }) => ruleSet);

/** The rule set of a name. */
export const rulesOf = (ruleSet: RuleSet): RuleRow =>
  RULE_ROWS.find((row) => row.ruleSet === ruleSet) as (typeof RULE_ROWS)[number];

const RULING = (RULE_ROWS as readonly RuleRow[]).flatMap((row) =>
  row.inForce ? [{ ...row, inForce: row.inForce }] : [],
);

/** The rule set in force on a day, 'YYYY-MM-DD'; null before 2021-04-01. Drafts are never the answer. */
export const rulesOn = (date: string): RuleSet | null => inForceOn(RULING, date)?.ruleSet ?? null;
