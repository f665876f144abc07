import {
  bytesOfHex,
  Cursor,
  codecOf,
  DataEnds,
  type Deviations,
  type FieldRow,
  hexOf,
  type RecordCodec,
  type RecordOf,
  Sink,
} from '#protocols/fields';
import type { Header } from './header.ts';
import { type Location, readLocation, writeLocation } from './location.ts';
import {
  type AUTHENTICATION,
  type GENERAL_ANSWER,
  MESSAGES,
  type REGISTRATION,
  type REGISTRATION_ANSWER,
  type RESEND,
} from './messages.table.ts';

/** Which edition's fields a message has; 2011 and 2013 share the header and are told apart by the fields. */
export type Edition = '2011' | '2013' | '2019';

type Of<Name, Values> = {
  readonly kind: Name;
  readonly edition: Edition;
  readonly values: Values;
  /** bytes behind the last field */
  readonly rest: Uint8Array;
};
/** A position of a batch; one that cannot be read is kept as hex. */
export type Batched = Location | { readonly kept: string };

export type Body =
  | Of<'terminalAnswer' | 'platformAnswer', RecordOf<typeof GENERAL_ANSWER>>
  | Of<'heartbeat' | 'deregistration', Readonly<Record<string, never>>>
  | Of<'terminalResend' | 'platformResend', RecordOf<(typeof RESEND)['2019']>>
  | Of<'registration', RecordOf<(typeof REGISTRATION)['2019']>>
  | Of<'authentication', RecordOf<(typeof AUTHENTICATION)['2013']> | RecordOf<(typeof AUTHENTICATION)['2019']>>
  | Of<'registrationAnswer', RecordOf<typeof REGISTRATION_ANSWER>>
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'locationAnswer'; readonly answers: number; readonly location: Location }
  | {
      readonly kind: 'batch';
      readonly count: number;
      /** 0 as they came up, 1 from where there was no network */
      readonly reason: number;
      readonly locations: readonly Batched[];
      readonly rest: string;
    }
  /** one of several packets of a long message */
  | { readonly kind: 'part'; readonly bytes: Uint8Array }
  /** encrypted, not defined here, or unreadable */
  | { readonly kind: 'kept'; readonly bytes: Uint8Array };

type Loose = RecordCodec<readonly FieldRow[]>;
type Shape = Loose | Readonly<Record<Edition, Loose>> | string;
type Editions = Readonly<Record<Edition, readonly FieldRow[]>>;

const shapeOf = (body: (typeof MESSAGES)[number]['body']): Shape => {
  if (typeof body === 'string') return body;
  if (Array.isArray(body)) return codecOf(body);
  const { '2011': first, '2013': second, '2019': third } = body as Editions;
  return { '2011': codecOf(first), '2013': codecOf(second), '2019': codecOf(third) };
};
const BY_ID = new Map(MESSAGES.map(({ id, name, body }) => [id as number, { name, shape: shapeOf(body) }]));
const BY_NAME = new Map<string, Shape>(MESSAGES.map(({ name, body }) => [name, shapeOf(body)]));

const PLATE_COLOUR_AT = { '2011': 24, '2013': 36 };
const LAST_PLATE_COLOUR = 9;

/** A registration of 2011 is shorter by twelve bytes; where the colour of the plate would stand tells them apart. */
function editionOf(header: Header, name: string, bytes: Uint8Array): Edition {
  if (name !== 'registration' || header.edition === '2019') return header.edition;
  const colour = bytes[PLATE_COLOUR_AT['2013']] ?? 0xff;
  return colour <= LAST_PLATE_COLOUR || bytes.length < PLATE_COLOUR_AT['2011'] + 1 ? '2013' : '2011';
}

/** Reads the body of a whole message. */
export function readBody(header: Header, bytes: Uint8Array, deviations: Deviations): Body {
  const kept = { kind: 'kept', bytes } as const;
  const known = BY_ID.get(header.id);
  if (!known) {
    deviations.add('command-unknown', undefined, `0x${header.id.toString(16).padStart(4, '0')}`);
    return kept;
  }
  const { name, shape } = known;
  const cursor = new Cursor(bytes, deviations);
  try {
    if (shape === 'location') return { kind: 'location', location: readLocation(cursor) };
    if (shape === 'answered-location')
      return { kind: 'locationAnswer', answers: cursor.unsigned(2, 'answers'), location: readLocation(cursor) };
    if (shape === 'batch') return readBatch(cursor);
    const edition = editionOf(header, name, bytes);
    const codec = 'read' in (shape as object) ? (shape as Loose) : (shape as Record<Edition, Loose>)[edition];
    const values = codec.read(cursor);
    if (cursor.left > 0) deviations.add('trailing-bytes', undefined, String(cursor.left));
    return { kind: name, edition, values, rest: cursor.rest() } as unknown as Body;
  } catch (error) {
    if (!(error instanceof DataEnds)) throw error;
    deviations.add('truncated', error.field);
    return kept;
  }
}

function readBatch(cursor: Cursor): Body {
  const count = cursor.unsigned(2, 'count');
  const reason = cursor.unsigned(1, 'reason');
  const locations: Batched[] = [];
  let rest = '';
  while (cursor.left > 0) {
    const { at, bytes, end } = cursor;
    const length = at + 1 < end ? cursor.unsigned(2, 'length') : Number.POSITIVE_INFINITY;
    if (length > cursor.left) {
      cursor.deviations.add('truncated', 'batch');
      cursor.at = at;
      rest = hexOf(cursor.rest());
    } else {
      locations.push(batchedAt(new Cursor(bytes, cursor.deviations, cursor.at, cursor.at + length)));
      cursor.at += length;
    }
  }
  if (count !== locations.length) cursor.deviations.add('length-wrong', 'count', `${count}, not ${locations.length}`);
  return { kind: 'batch', count, reason, locations, rest };
}

function batchedAt(cursor: Cursor): Batched {
  const { at, bytes, end } = cursor;
  try {
    return readLocation(cursor);
  } catch (error) {
    if (!(error instanceof DataEnds)) throw error;
    cursor.deviations.add('truncated', error.field);
    return { kept: hexOf(bytes.subarray(at, end)) };
  }
}

/** Writes the body of a message; a RangeError names what does not fit. */
export function bodyBytes(body: Body): Uint8Array {
  const sink = new Sink();
  switch (body.kind) {
    case 'part':
    case 'kept':
      return body.bytes;
    case 'location':
      writeLocation(body.location, sink);
      break;
    case 'locationAnswer':
      sink.unsigned(body.answers, 2, 'answers');
      writeLocation(body.location, sink);
      break;
    case 'batch':
      sink.unsigned(body.count, 2, 'count');
      sink.unsigned(body.reason, 1, 'reason');
      for (const one of body.locations) {
        const inner = new Sink();
        if ('kept' in one) inner.put(bytesOfHex(one.kept));
        else writeLocation(one, inner);
        sink.unsigned(inner.length, 2, 'length');
        sink.put(inner.done());
      }
      sink.put(bytesOfHex(body.rest));
      break;
    default: {
      const shape = BY_NAME.get(body.kind) as Exclude<Shape, string>;
      const codec = 'read' in shape ? (shape as Loose) : (shape as Record<Edition, Loose>)[body.edition];
      codec.write(body.values as never, sink);
      sink.put(body.rest);
    }
  }
  return sink.done();
}
