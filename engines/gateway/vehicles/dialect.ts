import { masked } from '#protocols/fields';
import { type Block, COMMAND_ITSELF, type Message } from '#protocols/vehicle-link';
import type { Dialect } from '../intake/arrival.ts';
import type { RowSink } from '../intake/row-sink.ts';
import { DATA_COMMANDS, FAMILIES, type Family, STREAM_BLOCK, STREAM_STEP_MS } from './families.table.ts';
import { quantitiesOf } from './quantities.ts';

type Quantities = ReturnType<typeof quantitiesOf>;
type Read = Extract<Block, { readonly values: object }>;

const UNSOUND: ReadonlySet<string> = new Set(['frame-short', 'checksum-wrong', 'length-wrong', 'start-wrong']);
/** user of a platform's log-in, characters; the password follows it (GB/T 32960.3-2016 table 22, HJ 1239.3-2021 table 19) */
const USER_BYTES = 12;
const PASSWORD_BYTES = { of: 20, short: 16 } as const;

/** How the messages of one vehicle protocol become rows: a packet for each time that its blocks have. */
export function vehicleDialect(family: Family): Dialect<Message> {
  const quantities = quantitiesOf(family.blocks);
  return {
    protocol: family.protocol,
    decode: family.decode,
    identityOf: ({ envelope }) => envelope?.vin?.trim() || null,
    isSound: ({ deviations }) => !deviations.some(({ code }) => UNSOUND.has(code)),
    passwordOf,
    bringsData: ({ command, body, envelope }) => {
      if (envelope?.response !== null && envelope?.response !== COMMAND_ITSELF) return false;
      return command === null || DATA_COMMANDS.has(command) || (body.kind === 'kept' && body.bytes.length > 0);
    },
    interpret: (message, sink) => interpret(family, quantities, message, sink),
    // its number is how the register knows it; the way it goes and what else it tells of a person is not shown
    shown: ({ command, body }) => masked({ command, ...body }, family.personal),
    deviationsOf: ({ deviations }) => deviations.map(({ code }) => code),
  };
}

export const VEHICLE_DIALECTS = {
  'gb-17691': vehicleDialect(FAMILIES['gb-17691']),
  'hj-1239': vehicleDialect(FAMILIES['hj-1239']),
  'gb-32960': vehicleDialect(FAMILIES['gb-32960']),
} as const;

/** Only the log-in of a platform has a password. */
function passwordOf({ command, body }: Message): string | null | undefined {
  if (command !== 'platformLogin' || body.kind !== 'record') return undefined;
  const { password, credentials } = body.values as { password?: string | null; credentials?: string };
  if (credentials === undefined) return password ?? null;
  const bytes = Buffer.from(credentials, 'hex');
  // of two known layouts the one with a key behind has the shorter password
  const length = bytes.length > USER_BYTES + PASSWORD_BYTES.of + 1 ? PASSWORD_BYTES.short : PASSWORD_BYTES.of;
  return bytes.toString('latin1', USER_BYTES, USER_BYTES + length).replace(/\0+$/, '') || null;
}

function interpret(family: Family, quantities: Quantities, message: Message, sink: RowSink): void {
  const { command, body, deviations } = message;
  if (body.kind === 'record' && command === 'tamper') {
    if (!sink.begin(instantOf(body.values.time), 0)) return;
    sink.put('tamper', 'value', 1, 'V', '');
    sink.end();
    return;
  }
  if (body.kind !== 'report') {
    const sealed = deviations.some(({ code }) => code === 'encrypted');
    if (sealed) sink.keep('unreadable', 'encrypted');
    else sink.keep('unknown_message', command ?? `0x${message.envelope?.command.toString(16)}`);
    return;
  }
  const time = instantOf(body.values.time);
  for (const [at, blocks] of byTime(family, body.blocks, time)) {
    if (!sink.begin(at, 0, command === 'realtime')) continue;
    for (const { name, values } of blocks) quantities.get(name)?.(values, sink);
    sink.end();
  }
  const unread = body.blocks.find((block) => block.name === 'vendor' || block.name === 'kept');
  if (unread) sink.keep('unknown_message', 'type' in unread ? `block 0x${unread.type.toString(16)}` : 'blocks');
}

const instantOf = (time: unknown): number | null => (typeof time === 'string' ? Date.parse(time) : null);

/** The blocks that are of one time each; see `STREAM_STEP_MS` for streams that say none. */
function byTime(family: Family, blocks: readonly Block[], reported: number | null): Map<number | null, Read[]> {
  const read = blocks.filter((block): block is Read => 'values' in block);
  const streams = read.filter(({ name }) => name === STREAM_BLOCK).length;
  const times = new Map<number | null, Read[]>();
  let stream = 0;
  for (const block of read) {
    const own = family.blockTime === 'own' ? instantOf((block.head as { collected?: unknown }).collected) : null;
    const behind = block.name === STREAM_BLOCK ? (streams - 1 - stream++) * STREAM_STEP_MS : 0;
    const at = own ?? (reported === null ? null : reported - behind);
    const same = times.get(at);
    if (same) same.push(block);
    else times.set(at, [block]);
  }
  return times;
}
