import { Cursor, codecOf, DataEnds, type Deviation, Deviations, Sink } from '#protocols/fields';
import type { Codecs, Dialect } from './dialect.ts';
import { closeFrame, type Envelope, type HeadKind, openFrame } from './frame.ts';
import { COMMAND_ITSELF } from './heads.table.ts';
import { type Block, readBlocks, writeBlocks } from './report.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a message says. `kept`: encrypted, unknown or unreadable data; `rest`: bytes behind the last field. */
export type Body =
  | { readonly kind: 'record'; readonly values: Fields; readonly rest: Uint8Array }
  | { readonly kind: 'answer'; readonly values: Fields; readonly rest: Uint8Array }
  | { readonly kind: 'report'; readonly values: Fields; readonly blocks: readonly Block[] }
  | { readonly kind: 'kept'; readonly bytes: Uint8Array };

export type Message = {
  /** null when the bytes are too short for a head */
  readonly envelope: Envelope | null;
  /** name of the command; null when it is not defined */
  readonly command: string | null;
  readonly body: Body;
  readonly deviations: readonly Deviation[];
  /** the frame as it came */
  readonly raw: Uint8Array;
};

/** Makes the readers and writers of a dialect, once. */
export function codecsOf(dialect: Dialect): Codecs {
  return {
    dialect,
    commands: new Map(
      dialect.commands.map((row) => [row.command, { row, codec: Array.isArray(row.data) ? codecOf(row.data) : null }]),
    ),
    blocks: new Map(dialect.blocks.map((row) => [row.type, { row, codec: row.rows ? codecOf(row.rows) : null }])),
    reportHead: codecOf(dialect.reportHead),
    blockHead: codecOf(dialect.blockHead),
    answer: dialect.answer ? codecOf(dialect.answer) : null,
  };
}

function bodyOf(codecs: Codecs, envelope: Envelope, data: Uint8Array, deviations: Deviations): Body {
  const kept = { kind: 'kept', bytes: data } as const;
  const { encryption, response } = envelope;
  const known = codecs.commands.get(envelope.command);
  if (!(encryption in codecs.dialect.encryptions)) deviations.add('value-reserved', 'encryption', String(encryption));
  else if (!codecs.dialect.plain.includes(encryption)) {
    deviations.add('encrypted');
    return kept;
  }
  if (!known) {
    deviations.add('command-unknown', undefined, `0x${envelope.command.toString(16)}`);
    return kept;
  }
  const cursor = new Cursor(data, deviations);
  try {
    if (codecs.answer && response !== null && response !== COMMAND_ITSELF) {
      if (data.length === 0) return kept;
      return { kind: 'answer', values: codecs.answer.read(cursor) as Fields, rest: left(cursor) };
    }
    if (known.row.data === 'report') {
      const values = codecs.reportHead.read(cursor) as Fields;
      return { kind: 'report', values, blocks: readBlocks(codecs, cursor) };
    }
    return { kind: 'record', values: (known.codec?.read(cursor) ?? {}) as Fields, rest: left(cursor) };
  } catch (error) {
    if (!(error instanceof DataEnds)) throw error;
    deviations.add('truncated', error.field);
    return kept;
  }
}

function left(cursor: Cursor): Uint8Array {
  if (cursor.left > 0) cursor.deviations.add('trailing-bytes', undefined, String(cursor.left));
  return cursor.rest();
}

/** Reads one frame; never throws, whatever the bytes. */
export function decodeMessage(codecs: Codecs, raw: Uint8Array, head: HeadKind): Message {
  const deviations = new Deviations();
  const opened = openFrame(raw, head, codecs.dialect.starts, deviations);
  if (!opened)
    return { envelope: null, command: null, body: { kind: 'kept', bytes: raw }, deviations: deviations.list, raw };
  const { envelope, data } = opened;
  const body = bodyOf(codecs, envelope, data, deviations);
  const command = codecs.commands.get(envelope.command)?.row.name ?? null;
  return { envelope, command, body, deviations: deviations.list, raw };
}

/** Writes one frame; the length and the checksum are computed. A RangeError names a value that does not fit. */
export function encodeMessage(codecs: Codecs, envelope: Envelope, body: Body): Uint8Array {
  const sink = new Sink();
  if (body.kind === 'kept') sink.put(body.bytes);
  else if (body.kind === 'report') {
    codecs.reportHead.write(body.values as never, sink);
    writeBlocks(codecs, body.blocks, sink);
  } else {
    const codec = body.kind === 'answer' ? codecs.answer : codecs.commands.get(envelope.command)?.codec;
    codec?.write(body.values as never, sink);
    sink.put(body.rest);
  }
  return closeFrame(envelope, sink.done());
}
