import { masked } from '#protocols/fields';
import { decodeJt808, type Jt808Message, Jt808Reader, type Location, PartAssembler, PERSONAL } from '#protocols/jt-808';
import type { Dialect } from '../intake/arrival.ts';
import type { RowSink } from '../intake/row-sink.ts';
import { putLocation } from './quantities.ts';

const UNSOUND: ReadonlySet<string> = new Set(['frame-short', 'checksum-wrong', 'escape-wrong']);
/** What is said about the link and holds no value. */
const LINK_MESSAGES: ReadonlySet<string> = new Set([
  'terminalAnswer',
  'heartbeat',
  'deregistration',
  'terminalResend',
  'registration',
  'authentication',
]);

/** How messages of JT/T 808 become rows: one packet a position. A terminal's telephone number is its identity. */
export const jt808Dialect: Dialect<Jt808Message> = {
  protocol: 'jt-808',
  decode: decodeParts,
  identityOf: ({ header }) => header?.phone.replace(/^0+(?=\d)/, '') ?? null,
  isSound: ({ header, deviations }) => header !== null && !deviations.some(({ code }) => UNSOUND.has(code)),
  bringsData: ({ body }) => !LINK_MESSAGES.has(body.kind),
  interpret,
  shown: ({ header, body }) => masked({ id: header?.id, serial: header?.serial, ...body }, PERSONAL),
  deviationsOf: ({ deviations }) => deviations.map(({ code }) => code),
};

/** One frame, or the frames of a message that came in parts, one behind the other. */
function decodeParts(bytes: Uint8Array): Jt808Message | null {
  const frames = new Jt808Reader().push(bytes).flatMap((piece) => (piece.kind === 'frame' ? [piece.bytes] : []));
  if (frames.length <= 1) return decodeJt808(frames[0] ?? bytes);
  const parts = new PartAssembler();
  for (const frame of frames) {
    const outcome = parts.add(decodeJt808(frame), 0);
    if (outcome.kind === 'whole') return outcome.message;
  }
  return null;
}

function interpret({ header, body }: Jt808Message, sink: RowSink): void {
  if (body.kind === 'location' || body.kind === 'locationAnswer') position(body.location, true, sink);
  else if (body.kind === 'batch') {
    // the times of a batch are of the past, whatever its kind says
    for (const one of body.locations) {
      if ('kept' in one) sink.keep('unknown_message', 'batch');
      else position(one, false, sink);
    }
    if (body.rest !== '') sink.keep('unknown_message', 'batch');
  } else sink.keep('unknown_message', header && `0x${header.id.toString(16).padStart(4, '0')}`);
}

function position(location: Location, now: boolean, sink: RowSink): void {
  if (!sink.begin(location.time === null ? null : Date.parse(location.time), 0, now)) return;
  putLocation(location, sink);
  sink.end();
}
