import { hj212Dialect } from './hj-212/dialect.ts';
import type { Dialect } from './intake/arrival.ts';
import { jt808Dialect } from './jt-808/dialect.ts';
import { httpDialect, mqttDialect } from './messages/dialect.ts';
import { VEHICLE_DIALECTS } from './vehicles/dialect.ts';

const KNOWN = [hj212Dialect, jt808Dialect, mqttDialect, httpDialect, ...Object.values(VEHICLE_DIALECTS)];

/** The dialect of each protocol, for whoever has a frame's bytes: workers behind the bus, and frames that were kept. */
export const DIALECTS: ReadonlyMap<string, Dialect<unknown>> = new Map(
  KNOWN.map((dialect) => [dialect.protocol, dialect as Dialect<never> as Dialect<unknown>]),
);
