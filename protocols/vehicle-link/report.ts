import {
  bytesOfHex,
  Cursor,
  codecOf,
  DataEnds,
  Deviations,
  type FieldRow,
  hexOf,
  type RecordOf,
  type Sink,
} from '#protocols/fields';
import type { BlockRow, Codecs } from './dialect.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One block of a report. `kept` is everything from a block on that could not be read. */
export type Block =
  | { readonly name: string; readonly type: number; readonly head: Fields; readonly values: Fields }
  | { readonly name: 'vendor'; readonly type: number; readonly head: Fields; readonly hex: string }
  | { readonly name: 'signature'; readonly r: string; readonly s: string }
  | { readonly name: 'kept'; readonly hex: string };

/** The blocks that a table describes, as the compiler sees them. */
export type BlockOf<Rows extends readonly BlockRow[], Head = Fields> = {
  [Row in Rows[number] as Row['name']]: Row['rows'] extends readonly FieldRow[]
    ? {
        readonly name: Row['name'];
        readonly type: Row['type'];
        readonly head: Head;
        readonly values: RecordOf<Row['rows']>;
      }
    : never;
}[Rows[number]['name']];

/** Lengths of r and s of SM2 with and without the leading zero of DER; a signature is told from a block by them. */
const SIGNATURE_LENGTHS = { least: 0x1e, most: 0x22 };

function signatureAt(cursor: Cursor): Block | null {
  const { bytes, at, end } = cursor;
  const length = (place: number) => {
    const found = place < end ? (bytes[place] as number) : 0;
    return found >= SIGNATURE_LENGTHS.least && found <= SIGNATURE_LENGTHS.most ? found : 0;
  };
  const r = length(at);
  const s = r > 0 ? length(at + 1 + r) : 0;
  if (s === 0 || at + 2 + r + s > end) return null;
  cursor.at = at + 2 + r + s;
  return {
    name: 'signature',
    r: hexOf(bytes.subarray(at + 1, at + 1 + r)),
    s: hexOf(bytes.subarray(at + 2 + r, at + 2 + r + s)),
  };
}

type HeadCodec = Codecs['blockHead'];

function blockAt({ dialect, blocks }: Codecs, blockHead: HeadCodec, cursor: Cursor): Block | null {
  if (dialect.signed) {
    const signature = signatureAt(cursor);
    if (signature) return signature;
  }
  const type = cursor.unsigned(1, 'blockType');
  const [from, to] = dialect.vendorBlocks ?? [0x100, 0];
  if (type >= from && type <= to) {
    const head = blockHead.read(cursor) as Fields;
    const length = cursor.unsigned(2, 'vendorLength');
    return { name: 'vendor', type, head, hex: hexOf(cursor.take(length, 'vendor')) };
  }
  const known = blocks.get(type);
  if (!known?.codec) {
    cursor.deviations.add('block-unknown', known?.row.name, `0x${type.toString(16)}`);
    return null;
  }
  return {
    name: known.row.name,
    type,
    head: blockHead.read(cursor) as Fields,
    values: known.codec.read(cursor) as Fields,
  };
}

const BARE = codecOf([]);

/**
 * The blocks of a report, up to the end of its data or to the first that cannot be read, from which on bytes are kept.
 * Where a dialect knows of blocks without their head, they are read so when that, and only that, divides the report.
 */
export function readBlocks(codecs: Codecs, cursor: Cursor): Block[] {
  const attempt = (head: HeadCodec) => {
    const trial = new Cursor(cursor.bytes, new Deviations(), cursor.at, cursor.end);
    const blocks = blocksWith(codecs, head, trial);
    return { blocks, odd: trial.deviations, whole: !blocks.some(({ name }) => name === 'kept') };
  };
  let found = attempt(codecs.blockHead);
  if (!found.whole && codecs.dialect.bareBlocks) {
    const bare = attempt(BARE);
    if (bare.whole) {
      bare.odd.add('block-head-missing');
      found = bare;
    }
  }
  cursor.deviations.take(found.odd);
  cursor.at = cursor.end;
  return found.blocks;
}

function blocksWith(codecs: Codecs, head: HeadCodec, cursor: Cursor): Block[] {
  const read: Block[] = [];
  const places: number[] = [];
  let keptFrom: number | null = null;
  while (cursor.left > 0 && keptFrom === null) {
    const place = cursor.at;
    try {
      const block = blockAt(codecs, head, cursor);
      if (block) {
        read.push(block);
        places.push(place);
      } else keptFrom = place;
    } catch (error) {
      if (!(error instanceof DataEnds)) throw error;
      cursor.deviations.add('truncated', error.field);
      keptFrom = place;
    }
  }
  const doubtful = read.findIndex((one) => 'type' in one && codecs.blocks.get(one.type)?.row.confidence === 'L');
  if (doubtful >= 0) cursor.deviations.add('block-unverified', read[doubtful]?.name);
  // a layout of one source that leaves a rest is not the device's: nothing behind it can be trusted
  if (doubtful >= 0 && keptFrom !== null) {
    keptFrom = places[doubtful] as number;
    read.length = doubtful;
  }
  if (keptFrom !== null) read.push({ name: 'kept', hex: hexOf(cursor.bytes.subarray(keptFrom, cursor.end)) });
  return read;
}

export function writeBlocks({ blocks, blockHead }: Codecs, list: readonly Block[], sink: Sink): void {
  const counted = (hex: string, bytes: 1 | 2, name: string): void => {
    sink.unsigned(hex.length / 2, bytes, name);
    sink.put(bytesOfHex(hex));
  };
  for (const block of list) {
    if ('r' in block) {
      counted(block.r, 1, 'r');
      counted(block.s, 1, 's');
    } else if (!('type' in block)) sink.put(bytesOfHex(block.hex));
    else {
      sink.unsigned(block.type, 1, 'blockType');
      if (Object.keys(block.head).length > 0) blockHead.write(block.head as never, sink);
      if ('hex' in block) counted(block.hex, 2, 'vendor');
      else {
        const codec = blocks.get(block.type)?.codec;
        if (!codec) throw new RangeError(`block ${block.type} has no layout to write by`);
        codec.write(block.values as never, sink);
      }
    }
  }
}
