import { SOURCE_KINDS } from './sources.table.ts';
import { isWorking, mishapOn, type Source, strengthAt } from './sources.ts';
import { dayOf, HOUR } from './time.ts';
import type { World } from './world.ts';

const iso = (instant: number) => new Date(instant).toISOString();
/** how finely the truth is written */
const STEP = HOUR;

export type SourceTruth = Source & {
  readonly heightMetres: number;
  /** g/s by matter while it works at strength 1 */
  readonly gramsPerSecond: Readonly<Record<string, number>>;
  readonly workingHours: (typeof SOURCE_KINDS)[keyof typeof SOURCE_KINDS]['working'];
  /** strength at the beginning of each hour, 1 being what its kind gives */
  readonly hours: readonly { readonly at: string; readonly working: boolean; readonly strength: number }[];
  readonly mishaps: readonly { readonly from: string; readonly until: string; readonly times: number }[];
};

/** What really happened at every source from one instant to another: what tracing and hot spots are judged by. */
export function truthOf(world: World, from: number, until: number): SourceTruth[] {
  const first = Math.floor(from / STEP) * STEP;
  const instants = Array.from({ length: Math.max(0, Math.ceil((until - first) / STEP)) }, (_, i) => first + i * STEP);
  const days = [...new Set([dayOf(from), ...instants.map(dayOf)])];
  return world.sources.map((source) => {
    const kind = SOURCE_KINDS[source.kind];
    return {
      ...source,
      heightMetres: kind.heightMetres,
      gramsPerSecond: kind.gramsPerSecond,
      workingHours: kind.working,
      hours: instants.map((at) => ({
        at: iso(at),
        working: isWorking(kind, at),
        strength: Number(strengthAt(world.seed, source, at).toFixed(3)),
      })),
      mishaps: days.flatMap((day) => {
        const mishap = mishapOn(world.seed, source, day);
        if (!mishap || mishap.until < from || mishap.from > until) return [];
        return [{ from: iso(mishap.from), until: iso(mishap.until), times: mishap.times }];
      }),
    };
  });
}
