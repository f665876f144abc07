import { EDITIONS, type Hj212Draft, item, timeText } from '#protocols/hj-212';
import { HOUR, MINUTE } from '../../world/index.ts';
import { type Instrument, printed } from '../instrument.ts';
import type { Hj212Model } from '../models.table.ts';

type Groups = Hj212Draft['groups'];
const NORMAL = 'N';

/** Flag of an upload: the bits of the edition, and whether an answer is wanted. */
export const flagOf = ({ edition }: Pick<Hj212Model, 'edition'>, answer: boolean): number =>
  (EDITIONS[edition].versionBits << 2) | (answer ? 1 : 0);

/** A code that holds its own suffix (`q0000-TankPress`) stands alone; the others get one. */
const suffixed = (code: string, suffix: string) => (code.includes('-') ? code : `${code}-${suffix}`);
const infoOf = (model: Hj212Model) => (model.refuellings === 'i' ? 'Info' : 'Rtd');

/** The data area of a real-time packet at an instant of true time. `flag`: N, C while it is calibrated. */
export function realtime(
  model: Hj212Model,
  instrument: Instrument,
  instant: number,
  stamp: number,
  place: { lon: number; lat: number } | null,
  flag = NORMAL,
): Groups {
  const values = instrument.read(instant);
  const position =
    place && model.position
      ? [
          [item(`${model.position.lon}-Rtd`, place.lon.toFixed(6))],
          [item(`${model.position.lat}-Rtd`, place.lat.toFixed(6))],
        ]
      : [];
  return [
    [item('DataTime', timeText(stamp))],
    ...position,
    ...instrument.factors.map((factor, i) => {
      const value = item(suffixed(factor.code, infoOf(model)), printed(values[i]!, factor));
      return factor.code.includes('-') || model.refuellings === 'i'
        ? [value]
        : [value, item(`${factor.code}-Flag`, flag)];
    }),
  ];
}

/** Mean, least and greatest of each factor over a time, from values every so often. */
function spread(instrument: Instrument, from: number, length: number) {
  const step = length >= HOUR ? 5 * MINUTE : Math.max(10_000, length / 6);
  const readings: Float64Array[] = [];
  for (let at = from; at < from + length; at += step) readings.push(instrument.read(at));
  return instrument.factors.map((_, i) => {
    const values = readings.map((reading) => reading[i]!);
    return {
      avg: values.reduce((sum, value) => sum + value, 0) / values.length,
      min: Math.min(...values),
      max: Math.max(...values),
    };
  });
}

/** The data area of minutes or hours that begin at an instant of true time. */
export function averages(
  model: Hj212Model,
  instrument: Instrument,
  instant: number,
  length: number,
  stamp: number,
  flag = NORMAL,
): Groups {
  const all = spread(instrument, instant, length);
  return [
    [item('DataTime', timeText(stamp))],
    ...instrument.factors.map((factor, i) => {
      const { avg, min, max } = all[i]!;
      const text = (suffix: string, value: number) => item(`${factor.code}-${suffix}`, printed(value, factor));
      const extremes = model.extremes ? [text('Min', min), text('Max', max)] : [];
      return [text('Avg', avg), ...extremes, item(`${factor.code}-Flag`, flag)];
    }),
  ];
}
