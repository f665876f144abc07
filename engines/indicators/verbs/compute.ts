import { createHash } from 'node:crypto';
import { loadedStreets } from '#engines/district';
import { yearOf } from '#platform/clock';
import type { ComputeContext, IndicatorDefinition, IndicatorPoint, IndicatorScope } from '../definition.ts';
import { coverageSteps } from './coverage.ts';
import { sourcesOf, talliesOf } from './declare.ts';
import type { EvidenceSource, How } from './definition.ts';
import { changed, figureYear, type Read } from './figure.ts';
import { monthCounts, monthYear } from './months.ts';
import { type Step, sourceMark, stepsOf } from './read.ts';
import { type FigureYear, pointsOfYear } from './year.ts';

export type ScopedPoint = { readonly scope: IndicatorScope; readonly year: number; readonly point: IndicatorPoint };
type WithHow = IndicatorDefinition & { readonly how: How };

/** Years before the running one that are still computed anew when their evidence changes. */
const YEARS_BACK = 5;

/** A mark that changes whenever the evidence of an indicator, or how it is computed, does. */
export async function evidenceMark(context: ComputeContext, { how, decimals, scopes }: WithHow): Promise<string> {
  const sources = await Promise.all(
    talliesOf(how)
      .flatMap(sourcesOf)
      .map((source) => markOf(context, source)),
  );
  const clockwork =
    how.verb === 'monthlyShare' ? [context.today.slice(0, 7), context.membership] : yearOf(context.today);
  return createHash('md5')
    .update(JSON.stringify([how, decimals, scopes, sources.map(({ mark }) => mark), clockwork]))
    .digest('hex');
}

const markOf = ({ db, once }: ComputeContext, source: EvidenceSource) =>
  once(`mark ${JSON.stringify(source)}`, () => sourceMark(db, source));

/** All points of an indicator that is computed by a verb: of every scope it is declared for and every year with evidence. */
export async function evidencePoints(context: ComputeContext, definition: WithHow): Promise<ScopedPoint[]> {
  const { how, decimals } = definition;
  const thisYear = yearOf(context.today);
  if (how.verb === 'monthlyShare') {
    const span = { from: `${thisYear - 1}-01-01`, until: context.today, membership: context.membership };
    const counts = await monthCounts(context.db, how, span);
    const scopes = await scopesOf(context, definition, counts);
    // a year in which nobody wrote anything down is no year of nought
    const visited = (year: number) => counts.some(({ month, done }) => done > 0 && month.startsWith(String(year)));
    return scopes.flatMap((scope) =>
      [thisYear - 1, thisYear]
        .filter((year) => year === thisYear || visited(year))
        .flatMap((year) =>
          pointsOfYear(
            scope,
            year,
            monthYear(counts, scope, year, decimals),
            year === thisYear && visited(year - 1) ? monthYear(counts, scope, year - 1, decimals) : null,
          ),
        ),
    );
  }
  const tallies = talliesOf(how);
  const steps = await Promise.all(
    tallies.map((tally) =>
      how.verb === 'coverage' && tally === how.of
        ? coverageSteps(context.db, how)
        : context.once(`steps ${JSON.stringify(tally)}`, () => stepsOf(context.db, tally)),
    ),
  );
  const known = (await Promise.all(tallies.map(({ of }) => markOf(context, of)))).some(({ rows }) => rows > 0);
  const read: Read = { steps, known };
  const all = steps.flat();
  const stock = how.verb === 'coverage' || tallies.some(({ over }) => over === 'stock');
  const years = yearsOf(all, thisYear, stock);
  const scopes = await scopesOf(context, definition, all);
  return scopes.flatMap((scope) => {
    const made = new Map<number, FigureYear>();
    const of = (year: number): FigureYear => {
      const found = made.get(year) ?? figureYear(how, decimals, read, scope, year);
      made.set(year, found);
      return found;
    };
    return years.flatMap((year) => {
      const then = years.includes(year - 1) ? of(year - 1) : null;
      const now = how.verb !== 'change' ? of(year) : then ? changed(of(year), then) : null;
      return now ? pointsOfYear(scope, year, now, how.verb === 'change' ? null : then) : [];
    });
  });
}

function yearsOf(steps: readonly Step[], thisYear: number, carries: boolean): number[] {
  const first = steps.reduce((least, { day }) => Math.min(least, yearOf(day)), thisYear);
  const last = steps.reduce((most, { day }) => Math.max(most, yearOf(day)), thisYear);
  const from = Math.max(first, thisYear - YEARS_BACK);
  const withRows = new Set(steps.map(({ day }) => yearOf(day)));
  return Array.from({ length: Math.min(last, thisYear) - from + 1 }, (_, i) => from + i).filter(
    (year) => carries || year === thisYear || withRows.has(year),
  );
}

async function scopesOf(
  { db, districtCode, once }: ComputeContext,
  { scopes }: WithHow,
  of: readonly { unit: string | null }[],
): Promise<IndicatorScope[]> {
  const found: IndicatorScope[] = scopes.includes('district') ? [{ kind: 'district', code: districtCode }] : [];
  if (scopes.includes('street'))
    for (const { code } of await once('streets', () => loadedStreets(db, districtCode)))
      found.push({ kind: 'street', code });
  if (scopes.includes('unit'))
    for (const unit of new Set(of.map((one) => one.unit))) if (unit) found.push({ kind: 'unit', code: unit });
  return found;
}
