import type { Cast } from './devices/cast.ts';
import type { FaultName } from './devices/faults.table.ts';
import type { SimulationClock } from './links/index.ts';
import { type SourceTruth, truthOf, type World } from './world/index.ts';

/** The truth of a simulation: what really was, for judging tracing, hot spots and quality control. */
export type Told = {
  readonly seed: number;
  readonly from: string;
  readonly until: string;
  readonly sources: readonly SourceTruth[];
  readonly devices: readonly {
    readonly code: string;
    readonly kind: string;
    readonly name: string;
    readonly lon: number | null;
    readonly lat: number | null;
    readonly fault: FaultName | null;
    /** how far its clock was ahead at the beginning, s */
    readonly clockAheadSeconds: number;
  }[];
};

export function truthTold(world: World, casts: readonly Cast[], clock: SimulationClock): Told {
  return {
    seed: world.seed,
    from: new Date(clock.began).toISOString(),
    until: new Date(clock.now()).toISOString(),
    sources: truthOf(world, clock.began, clock.now()),
    devices: casts.map(({ device: { code, kind, name, lon, lat }, fault, clockError }) => ({
      code,
      kind,
      name,
      lon,
      lat,
      fault,
      clockAheadSeconds: Math.round(clockError / 1000),
    })),
  };
}
