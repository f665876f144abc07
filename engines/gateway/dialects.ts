import type { Protocol } from '#engines/devices';
import { hj212Dialect } from './hj-212/dialect.ts';
import type { Dialect } from './intake/arrival.ts';
import { jt808Dialect } from './jt-808/dialect.ts';
import { VEHICLE_DIALECTS } from './vehicles/dialect.ts';

type Known = Dialect<never>;
const DIALECTS: Partial<Record<Protocol, Known>> = {
  'hj-212': hj212Dialect as Known,
  'jt-808': jt808Dialect as Known,
  'gb-17691': VEHICLE_DIALECTS['gb-17691'] as Known,
  'hj-1239': VEHICLE_DIALECTS['hj-1239'] as Known,
  'gb-32960': VEHICLE_DIALECTS['gb-32960'] as Known,
};

/** The dialect of a protocol, for whoever has a frame's bytes: the bus, and frames that were kept. */
export const dialectOf = (protocol: string): Dialect<unknown> | undefined =>
  DIALECTS[protocol as Protocol] as Dialect<unknown> | undefined;
