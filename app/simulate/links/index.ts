export { clockFrom, type SimulationClock, wall } from './clock.ts';
export { type Feed, Stream, type Streamed } from './flood/stream.ts';
export { type Template, templateOf } from './flood/template.ts';
export { Line } from './line.ts';
export type { Heard, Parcel, Speaker } from './parcel.ts';
export { Schedule } from './schedule.ts';
export { type Acknowledged, type Counts as TallyCounts, Histogram, Tally } from './tally.ts';
export { tcpTransport } from './tcp.ts';
export type { Transport } from './transport.ts';
