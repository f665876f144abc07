import type { Deadline, MeasureCore, PlanChanges } from '../wire.ts';
import { textSimilarity } from './match.ts';

type Change = PlanChanges['changes'][number];
export type LineageMeasure = MeasureCore & { lineage: string };
type Side = { year: number; measures: readonly LineageMeasure[] };

/**
 * What became of each measure from one version of a plan to another, of the same year or not, in the order of the
 * later one; a dropped measure stands after the one that it followed.
 *
 * Measures are one where their lineage is. Where the years differ, a wording that only moves its year on (2021年 → 2022年)
 * and a deadline that moves by as many years are no change.
 */
export function planChangesBetween(from: Side | null, to: Side): Change[] {
  const earlier = new Map((from?.measures ?? []).map((m) => [m.lineage, m]));
  const present = new Set(to.measures.map((m) => m.lineage));
  const shift = from ? to.year - from.year : 0;
  const changes: Change[] = to.measures.map((current) => {
    const previous = earlier.get(current.lineage);
    if (!previous) return side('new', null, current);
    const differs = differences(previous, current, from!.year, shift);
    return { ...side(differs.length ? 'changed' : 'same', previous, current), differs };
  });
  let after: string | undefined;
  for (const gone of from?.measures ?? []) {
    if (!present.has(gone.lineage)) {
      const at = changes.findIndex((c) => after !== undefined && c.previousId === after);
      changes.splice(at + 1, 0, side('dropped', gone, null));
    }
    after = gone.id;
  }
  return changes;
}

function side(kind: Change['kind'], previous: LineageMeasure | null, current: LineageMeasure | null): Change {
  return {
    kind,
    id: current?.id ?? null,
    previousId: previous?.id ?? null,
    previous: previous && plain(previous),
    current: current && plain(current),
    differs: [],
    similarity: previous && current ? textSimilarity(previous.text, current.text) : 0,
  };
}

const plain = ({ lineage: _, ...core }: LineageMeasure): MeasureCore => core;

function differences(a: MeasureCore, b: MeasureCore, year: number, shift: number): string[] {
  const on = (text: string) =>
    shift ? text.replaceAll(/(\d{4})年/g, (_, y: string) => `${Number(y) + shift}年`) : text;
  const found: string[] = [];
  if (squeezed(a.text) !== squeezed(b.text) && squeezed(on(a.text)) !== squeezed(b.text)) found.push('text');
  if (due(a.deadline, year) !== due(b.deadline, year + shift)) found.push('deadline');
  if (duties(a) !== duties(b)) found.push('duties');
  if (aims(a) !== aims(b)) found.push('targets');
  return found;
}

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
/** a date counts from its plan's year */
const due = (d: Deadline, year: number) =>
  JSON.stringify([
    d.kind,
    d.date ? `${Number(d.date.slice(0, 4)) - year}${d.date.slice(4)}` : null,
    d.months,
    d.kind === 'other' || d.kind === 'recurring' ? squeezed(d.raw) : null,
  ]);
const duties = (m: MeasureCore) => JSON.stringify(m.duties.map((d) => `${d.role} ${d.unitId ?? d.name}`).sort());
const aims = (m: MeasureCore) =>
  JSON.stringify(
    m.targets.map((t) => JSON.stringify([t.what, t.operator, t.value, t.unit, t.scope, t.period, t.soft])).sort(),
  );
