import type { Parcel, Speaker } from '../../links/index.ts';
import { SECOND } from '../../world/index.ts';
import type { Cast } from '../cast.ts';
import { printed } from '../instrument.ts';
import type { Factor } from '../models.table.ts';
import { isoBeijing, PATIENCE, timetable } from '../routine.ts';

/** One moment of a station as its maker writes it. */
type Observation = { readonly stamp: number; readonly values: Float64Array };
type Written = { readonly what: string; readonly body: unknown };
type Write = (code: string, factors: readonly Factor[], observations: readonly Observation[]) => Written;

const numbers = (factors: readonly Factor[], values: Float64Array): Record<string, number> =>
  Object.fromEntries(factors.map((factor, i) => [factor.code, Number(printed(values[i]!, factor))]));
/** a period's beginning is an instant of SensorThings in UTC */
const utc = (stamp: number) => new Date(stamp).toISOString().replace('.000Z', 'Z');

/** Flat JSON, as micro-stations publish it. */
const flat: Write = (_, factors, [one]) => ({
  what: 'data',
  body: { ts: isoBeijing(one!.stamp), ...numbers(factors, one!.values) },
});

/** Several moments in one body. */
const batch: Write = (_, factors, observations) => ({
  what: 'observations',
  body: {
    observations: observations.map(({ stamp, values }) => ({
      time: isoBeijing(stamp),
      values: numbers(factors, values),
    })),
  },
});

/** OGC SensorThings 1.1 `CreateObservations`: a data array for each datastream. */
const sensorThings: Write = (code, factors, observations) => ({
  what: 'CreateObservations',
  body: factors.map((factor, i) => ({
    Datastream: { '@iot.id': `${code}:${factor.code}` },
    components: ['phenomenonTime', 'result'],
    'dataArray@iot.count': observations.length,
    dataArray: observations.map(({ stamp, values }) => [utc(stamp), Number(printed(values[i]!, factor))]),
  })),
});

/** How each edition writes, and how many moments go into one body. */
const FORMS: Readonly<Record<string, { readonly write: Write; readonly moments: number }>> = {
  flat: { write: flat, moments: 1 },
  json: { write: batch, moments: 2 },
  sensorthings: { write: sensorThings, moments: 2 },
};

/** A station that publishes or posts texts; its transport hears the answers. */
export function postSpeaker(cast: Cast): Speaker {
  const { device, instrument } = cast;
  const { edition, realtimeSeconds } = cast.model as { edition: string; realtimeSeconds: number };
  const { write, moments } = FORMS[edition]!;
  const every = Math.max(realtimeSeconds * SECOND, cast.leastMs);
  let made = 0;
  const table = timetable(cast, [
    {
      every,
      make(instant, stamp): Parcel[] {
        const observations = Array.from({ length: moments }, (_, i) => {
          const back = ((moments - 1 - i) * every) / moments;
          return { stamp: stamp - back, values: instrument.read(instant - back) };
        });
        const { what, body } = write(device.code, instrument.factors, observations);
        made += 1;
        return [
          {
            kind: 'data',
            key: `${made}`,
            what,
            stamps: observations.map((one) => one.stamp),
            awaits: true,
            bytes: () => Buffer.from(JSON.stringify(body), 'utf8'),
          },
        ];
      },
    },
  ]);
  return {
    ...table,
    greet: () => [],
    admitted: () => true,
    hear: () => [],
    closed: () => undefined,
    patience: () => PATIENCE,
  };
}
