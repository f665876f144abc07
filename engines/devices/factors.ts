import type { FactorRow, ModelSettings, Statistic } from './model.ts';

/** A place for values that a device has to have: what the link calls it, and what the model makes of it. */
export type FactorNeed = {
  factor: string;
  statistic: Statistic;
  pollutant: string | null;
  unit: string | null;
};

const byName = new WeakMap<ModelSettings, Map<string, FactorRow>>();

/** The model's rows by name and alias; names compare without regard to case, because devices write them both ways. */
function rowsOf(settings: ModelSettings): Map<string, FactorRow> {
  const known = byName.get(settings);
  if (known) return known;
  const rows = new Map<string, FactorRow>();
  for (const row of settings.factors)
    for (const name of [row.factor, ...row.aliases]) rows.set(`${name.toLowerCase()}|${row.statistic}`, row);
  byName.set(settings, rows);
  return rows;
}

/** What a message brings: its factor, what of it, and the unit where the protocol itself states one. */
export type Wanted = readonly [factor: string, statistic: Statistic, unit?: string];

/**
 * What a factor becomes by the model; without a row it keeps its name and waits for a person.
 * @param stated the unit that the protocol's own table gives the field; none where no text says it
 */
export function needOf(settings: ModelSettings, factor: string, statistic: Statistic, stated?: string): FactorNeed {
  const row = rowsOf(settings).get(`${factor.toLowerCase()}|${statistic}`);
  if (row) return { factor: row.factor, statistic, pollutant: row.pollutant ?? null, unit: row.unit };
  // least, greatest and total of a quantity are of the quantity's own unit
  const value = statistic === 'value' ? undefined : rowsOf(settings).get(`${factor.toLowerCase()}|value`);
  const unit = statistic === 'total' ? null : (value?.unit ?? stated ?? null);
  return {
    factor: value?.factor ?? factor,
    statistic,
    pollutant: value && unit ? (value.pollutant ?? null) : null,
    unit,
  };
}

/** Several at once, each once. */
export function channelNeeds(
  settings: ModelSettings,
  wanted: Iterable<readonly [factor: string, statistic: Statistic]>,
): FactorNeed[] {
  const needs = new Map<string, FactorNeed>();
  for (const [factor, statistic] of wanted) {
    const need = needOf(settings, factor, statistic);
    needs.set(`${need.factor}|${statistic}`, need);
  }
  return [...needs.values()];
}
