import type { Protocol } from '#engines/devices';
import type { Dialect } from '../intake/arrival.ts';
import type { FlagLetter, RowSink } from '../intake/row-sink.ts';
import { NEVER_QUANTITIES } from './fields.table.ts';
import { messageOfBytes, type Report, type TextMessage } from './message.ts';
import { reportsOfText } from './read.ts';
import { instantOfTime } from './time.ts';

/** How messages of MQTT and HTTP become rows: a field is a factor, by its name or an alias of the model. */
const textDialect = (protocol: Protocol): Dialect<TextMessage> => ({
  protocol,
  decode: messageOfBytes,
  identityOf: ({ identity }) => identity,
  isSound: () => true,
  bringsData: () => true,
  interpret,
  deviationsOf: () => [],
});

export const mqttDialect = textDialect('mqtt');
export const httpDialect = textDialect('http');

function interpret(message: TextMessage, sink: RowSink): void {
  const reports = 'reports' in message ? message.reports : reportsOfText(message.text, sink.settings, message.factor);
  if (!reports) {
    sink.keep('unreadable', message.by);
    return;
  }
  const ignored = new Set(sink.settings.ignoredFields.map((field) => field.toLowerCase()));
  for (const report of reports) one(report, ignored, sink);
}

function one({ time, spanMinutes, values }: Report, ignored: ReadonlySet<string>, sink: RowSink): void {
  const at = time === null && sink.settings.missingTime === 'received' ? sink.receivedAt : instantOfTime(time);
  if (at === null) sink.keep('no_time', time === null ? null : String(time).slice(0, 40));
  if (at === null || !sink.begin(at, spanMinutes)) return;
  for (const [name, value] of Object.entries(values)) {
    const plain = name.toLowerCase();
    if (!NEVER_QUANTITIES.has(plain) && !ignored.has(plain)) put(name, value, sink);
  }
  sink.end();
}

const LETTERS: ReadonlySet<string> = new Set(['V', 'N', 'M', 'C', 'S', 'I']);

function put(name: string, said: unknown, sink: RowSink): void {
  const marked = typeof said === 'object' && said !== null ? (said as { value?: unknown; flag?: unknown }) : null;
  const value = marked ? marked.value : said;
  const flag = marked && typeof marked.flag === 'string' && LETTERS.has(marked.flag) ? marked.flag : 'V';
  if (value === null || value === undefined || value === '') {
    sink.put(name, 'value', null, flag as FlagLetter);
    return;
  }
  const number = typeof value === 'boolean' ? Number(value) : typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(number)) sink.put(name, 'value', number, flag as FlagLetter);
  else sink.keep('not_numeric', name);
}
