import { type ModelSettings, type Registered, type Statistic, settingsOf } from '#engines/devices';
import { DIALECTS } from '../dialects.ts';
import { type FlagLetter, RowSink } from '../intake/row-sink.ts';

/** A frame for a person's eyes: what it says, packet by packet, whoever sent it. */
export type ExplainedFrame = {
  /** false: the bytes are not a frame of this protocol, or a checksum is wrong that the device may not use */
  readable: boolean;
  identity: string | null;
  deviations: string[];
  packets: {
    at: string | null;
    spanMinutes: number;
    values: { factor: string; statistic: Statistic; value: number | null; flag: FlagLetter }[];
  }[];
  /** the text of a text protocol, without its password; of others what they say, places blurred; else the number of bytes */
  text: string;
};

const MOST_SHOWN = 4000;
/** where a vehicle is, to a kilometre: a list of frames is no track */
const PLACES: ReadonlySet<string> = new Set(['lon', 'lat']);

/** Takes what a message says and keeps it as it was said, without a register: factors by their names on the link. */
class ListeningSink extends RowSink {
  readonly packets: ExplainedFrame['packets'] = [];

  override get settings(): ModelSettings {
    return this.device.settings;
  }

  override begin(stamped: number | null, spanMinutes: number): boolean {
    this.packets.push({ at: stamped === null ? null : isoOf(stamped), spanMinutes, values: [] });
    return true;
  }

  override put(factor: string, statistic: Statistic, value: number | null, flag: FlagLetter): void {
    const shown = value !== null && PLACES.has(factor) ? Math.round(value * 100) / 100 : value;
    this.packets.at(-1)?.values.push({ factor, statistic, value: shown, flag });
  }

  override end(): void {
    // packets are complete as they stand
  }
}

/** @param settings of the device, where it is known: which checksum fits */
export function explainFrame(protocol: string, bytes: Uint8Array, settings?: ModelSettings): ExplainedFrame {
  const dialect = DIALECTS.get(protocol);
  const message = dialect?.decode(bytes) ?? null;
  if (!dialect || message === null)
    return { readable: false, identity: null, deviations: [], packets: [], text: readableText(protocol, bytes) };
  const text = dialect.shown
    ? JSON.stringify(dialect.shown(message), null, 1).slice(0, MOST_SHOWN)
    : readableText(protocol, bytes);
  const sink = new ListeningSink(null as never, listener(settings), 0, Date.now());
  if (dialect.bringsData(message)) dialect.interpret(message, sink);
  return {
    readable: dialect.isSound(message, settings),
    identity: dialect.identityOf(message),
    deviations: [...new Set(dialect.deviationsOf(message))],
    packets: sink.packets,
    text,
  };
}

const isoOf = (ms: number) => (Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : null);

/** a device of nobody: only its settings are asked for */
const listener = (settings: ModelSettings | undefined): Registered => ({
  id: 0,
  code: '',
  kind: 'unknown',
  state: 'probation',
  simulated: false,
  settings: settings ?? settingsOf(undefined, {}),
  password: null,
  sm4Key: null,
  places: new Map(),
  width: 0,
});

const TEXT_PROTOCOLS: ReadonlySet<string> = new Set(['hj-212', 'mqtt', 'http']);

function readableText(protocol: string, bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_SHOWN));
  // what no dialect reads may hold anything
  if (!TEXT_PROTOCOLS.has(protocol)) return `${bytes.byteLength} bytes`;
  return buffer
    .toString('utf8')
    .replace(/\bPW=[^;&#]*/gi, 'PW=******')
    .replace(/("(?:password|token|secret)"\s*:\s*")[^"]*/gi, '$1******');
}
