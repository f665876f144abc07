import { routeOf, type Underway, type World } from '../world/index.ts';
import type { SimulatedDevice } from './device.ts';
import { DUTIES } from './duties.table.ts';
import type { FaultName } from './faults.table.ts';
import { clockErrorOf, faultOf } from './faults.ts';
import { type Instrument, instrumentOf } from './instrument.ts';
import { type Model, modelOf } from './models.table.ts';

/** A device with its part in the world: where it is, what it shows, what is wrong with it. */
export type Cast = {
  readonly world: World;
  readonly device: SimulatedDevice;
  readonly model: Model;
  readonly fault: FaultName | null;
  readonly clockError: number;
  readonly where: (instant: number) => Underway;
  readonly instrument: Instrument;
  /** it reports no more often than this, ms */
  readonly leastMs: number;
};

const STANDING = { driving: false, kmh: 0, directionDegrees: 0, odometerKm: 0 };

export function castOf(world: World, device: SimulatedDevice, faults: number, leastSeconds = 0): Cast {
  const model = modelOf(device.model);
  const fault = faultOf(world.seed, device.code, model.protocol, faults);
  const { lon, lat } = device;
  const place = lon === null || lat === null ? null : { lon, lat, ...STANDING };
  const where = place
    ? () => place
    : routeOf(world.ground, world.seed, device.code, DUTIES[device.kind] ?? DUTIES.other);
  const instrument = instrumentOf({ world, code: device.code, factors: model.factors, fault, where });
  return {
    world,
    device,
    model,
    fault,
    clockError: clockErrorOf(world.seed, device.code, fault),
    where,
    instrument,
    leastMs: leastSeconds * 1000,
  };
}
