import { qnAt, WAITING } from '#protocols/hj-212';
import type { LonLat, World } from '../../world/index.ts';
import type { SimulatedDevice } from '../device.ts';
import type { FaultName } from '../faults.table.ts';
import type { Instrument } from '../instrument.ts';
import type { Hj212Model } from '../models.table.ts';

/** The data logger of a device (数采仪): what it is, and what a platform can set in it. */
export type Logger = {
  readonly world: World;
  readonly device: SimulatedDevice;
  readonly model: Hj212Model;
  readonly fault: FaultName | null;
  readonly instrument: Instrument;
  readonly where: (instant: number) => LonLat & { readonly driving: boolean };
  pw: string;
  overTimeSeconds: number;
  reCount: number;
  realtimeSeconds: number | null;
  minutes: number | null;
  realtimeOn: boolean;
  stateOn: boolean;
  /** how far its clock is ahead, ms */
  clockError: number;
  /** true time until which values are marked as calibration */
  calibratingUntil: number;
  readonly parameters: Map<string, string>;
  readonly restarted: number;
  /** a number for an exchange, never the same twice */
  readonly qn: (now: number) => string;
};

export const FIRST_PASSWORD = '123456';

export function loggerOf(
  given: Pick<Logger, 'world' | 'device' | 'model' | 'fault' | 'instrument' | 'where' | 'clockError' | 'restarted'> & {
    readonly leastMs: number;
  },
): Logger {
  let last = 0;
  const logger: Logger = {
    ...given,
    pw: FIRST_PASSWORD,
    ...WAITING,
    realtimeSeconds: given.model.realtimeSeconds && Math.max(given.model.realtimeSeconds, given.leastMs / 1000),
    minutes: given.model.minutes,
    realtimeOn: true,
    stateOn: false,
    calibratingUntil: 0,
    parameters: new Map(),
    qn(now) {
      last = Math.max(last + 1, Math.floor(now + logger.clockError));
      return qnAt(last);
    },
  };
  return logger;
}

/** What its clock shows. */
export const clockOf = ({ clockError }: Logger, now: number): number => now + clockError;
/** Whether a value of this instant is one of a calibration. */
export const flagAt = ({ calibratingUntil }: Logger, instant: number): string =>
  instant < calibratingUntil ? 'C' : 'N';
