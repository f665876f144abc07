import { servedMeasures } from '../bind/serves.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { asOfDay, type TableDeps } from '../living-table.ts';
import { type ValueRow, valuesAsOf, valuesOfPlaces, valuesOfYear, yearsOf } from '../store.ts';
import { talliesOf } from '../verbs/declare.ts';
import type { How } from '../verbs/definition.ts';
import { commonRows, readTheSame } from '../verbs/overlap.ts';
import { partsOf } from '../verbs/rows.ts';
import { needIndicator } from './need.ts';
import { type NamedScope, placeNames } from './places.ts';
import type { IndicatorDetail, Standing } from './wire.ts';

export type SourceNames = (id: string) => Promise<{ title: { zh: string; en: string }; href: string } | null>;
export type IndicatorQuestion = { id: string; year?: number; asOf?: string; scope?: string };

/**
 * One figure with all that can be asked of it: how it is computed, its course, every street and unit that has it, which
 * measures it serves and which other figures count the same rows.
 * @throws Refusal not_found
 */
export async function indicatorDetailOf(
  deps: TableDeps & { sourceNames: SourceNames },
  { id, year: askedYear, asOf: askedDay, scope: askedScope }: IndicatorQuestion,
): Promise<IndicatorDetail> {
  const { db, districtCode, clock, registry } = deps;
  const definition = await needIndicator({ db, registry }, id);
  const names = await placeNames(db, districtCode);
  const scope = names.scope(askedScope);
  const year = askedYear ?? Number((askedDay ?? clock.today()).slice(0, 4));
  const asOf = asOfDay(clock, year, askedDay);
  const [values, points, places, years, serves] = await Promise.all([
    valuesAsOf(db, [id], scope, year, asOf),
    valuesOfYear(db, id, scope, year, asOf),
    valuesOfPlaces(db, id, year, asOf),
    yearsOf(db, id),
    servedMeasures(db, districtCode),
  ]);
  const own = values.get(id);
  const named = places.flatMap((row): (NamedScope & { standing: Standing })[] => {
    const name = row.scope_kind === 'street' ? names.street(row.scope_code) : names.unit(row.scope_code);
    return name ? [{ kind: row.scope_kind, code: row.scope_code, name, standing: standingOf(row) }] : [];
  });
  const { how } = definition;
  return {
    id,
    title: definition.title,
    unit: definition.unit,
    declared: registry.declared.some((one) => one.id === id),
    shownUnit: { zh: definition.unit, en: definition.spokenUnit.en },
    better: definition.better,
    method: definition.method,
    counts: definition.counts,
    sources: await Promise.all(
      definition.sources.map(async (source) => {
        const known = await deps.sourceNames(source);
        return { id: source, title: known?.title ?? null, href: known?.href ?? null };
      }),
    ),
    exclusions: how ? exclusionsOf(how) : [],
    parts: how ? [...partsOf(how)] : [],
    evidenceHref: how ? null : definition.evidenceHref(scope, `${year}-01-01`, asOf),
    scopes: [...definition.scopes],
    scope,
    year,
    years,
    asOf,
    standing: own ? standingOf(own) : null,
    points: points.map((row) => ({ date: row.until_day, value: row.value, lastYear: row.last_year })),
    places: named,
    serves: serves.get(id) ?? [],
    shared: how ? await sharedWith(deps, definition, how, year, serves) : [],
  };
}

const exclusionsOf = (how: How) => [
  ...new Map(
    talliesOf(how).flatMap(({ exclude = [] }) => exclude.map(({ id, title }) => [id, { id, title }])),
  ).values(),
];

export const standingOf = (row: ValueRow): Standing => ({
  value: row.value,
  lastYear: row.last_year,
  done: row.parts.done ?? null,
  due: row.parts.due ?? null,
  evidence: row.evidence,
  excluded: row.excluded,
  edition: row.edition,
  provenance: row.provenance,
  computedAt: row.computed_at.toISOString(),
});

/** Other bound figures that count some of the same rows: evidence that two measures claim. */
async function sharedWith(
  { db, registry }: TableDeps,
  { id }: IndicatorDefinition,
  how: How,
  year: number,
  serves: Awaited<ReturnType<typeof servedMeasures>>,
): Promise<IndicatorDetail['shared']> {
  const found: IndicatorDetail['shared'] = [];
  for (const other of registry.all) {
    if (other.id === id || !other.how || !serves.has(other.id) || !readTheSame(how, other.how)) continue;
    const rows = await commonRows(db, how, other.how, year);
    if (rows > 0) found.push({ id: other.id, title: other.title, rows, serves: serves.get(other.id) ?? [] });
  }
  return found;
}
