import {
  type CpItem,
  DATA_FLAGS,
  decode,
  type Edition,
  fieldOf,
  type Hj212Message,
  instantOf,
} from '#protocols/hj-212';
import type { Dialect } from '../intake/arrival.ts';
import type { FlagLetter, RowSink } from '../intake/row-sink.ts';
import {
  DATA_COMMANDS,
  FLAG_LETTERS,
  LINK_COMMANDS,
  NOT_QUANTITIES,
  NOT_VALUES,
  SUFFIX_STATISTICS,
} from './messages.table.ts';

const DEFAULT_CRC = ['hj212'] as const;

/** How messages of HJ 212 become rows: see `messages.table.ts` for what each command and suffix brings. */
export const hj212Dialect: Dialect<Hj212Message> = {
  protocol: 'hj-212',
  decode: (bytes) => decode(bytes),
  identityOf: ({ mn }) => (mn === null || mn.trim() === '' ? null : mn.trim()),
  isSound: ({ crcVariant }, settings) =>
    crcVariant !== null && (settings?.crc ?? DEFAULT_CRC).some((variant) => variant === crcVariant),
  passwordOf: ({ pw }) => pw,
  unseal: (message, key) =>
    key && message.cipher !== null && message.deviations.some(({ name }) => name === 'encrypted-without-key')
      ? (decode(message.bytes, { key }) ?? message)
      : message,
  bringsData: ({ cn, groups }) =>
    cn !== null && cn in DATA_COMMANDS ? true : (cn === null || !LINK_COMMANDS.has(cn)) && groups.length > 0,
  interpret,
  deviationsOf: ({ deviations }) => deviations.map(({ name }) => name),
};

function interpret(message: Hj212Message, sink: RowSink): void {
  const { cn, groups } = message;
  const command = cn === null ? undefined : DATA_COMMANDS[cn];
  if (message.cipher !== null && message.deviations.some(({ name }) => name.startsWith('encrypted-'))) {
    sink.keep('unreadable', 'encrypted');
    return;
  }
  if (!command && fieldOf(message, 'DataTime') === null) {
    sink.keep('unknown_message', cn);
    return;
  }
  const span = command === undefined ? 0 : command.span === 'interval' ? sink.settings.minuteInterval : command.span;
  const stamp = fieldOf(message, 'DataTime') ?? (span === 0 ? message.qn : null);
  if (!sink.begin(stamp === null ? null : instantOf(stamp), span, cn === '2011' && message.rf === null)) return;
  const edition = message.edition ?? '2017';
  // a bare Flag at the end is meant for all
  const everywhere = bareFlag(message, edition);
  const apart = flagsApart(message, edition);
  for (const group of groups) {
    const flag = groupFlag(group, edition) ?? (group[0] && apart?.get(group[0].code)) ?? everywhere ?? 'V';
    for (const one of group) item(one, flag, sink);
  }
  sink.end();
}

function item({ code, suffix, value, name }: CpItem, flag: FlagLetter, sink: RowSink): void {
  if (suffix === null) {
    if (NOT_QUANTITIES.has(name.toLowerCase())) return;
    put(name, 'value', value, flag, sink);
    return;
  }
  if (NOT_VALUES.has(suffix)) return;
  const known = SUFFIX_STATISTICS[suffix];
  if (known) put(known.as ? code + known.as : code, known.statistic, value, flag, sink);
  else put(name, 'value', value, flag, sink);
}

function put(
  factor: string,
  statistic: 'value' | 'min' | 'max' | 'total',
  text: string,
  flag: FlagLetter,
  sink: RowSink,
): void {
  if (text === '') {
    sink.put(factor, statistic, null, flag);
    return;
  }
  const value = Number(text);
  if (Number.isFinite(value)) sink.put(factor, statistic, value, flag);
  // the text stays with the frame
  else sink.keep('not_numeric', factor);
}

function groupFlag(group: readonly CpItem[], edition: Edition): FlagLetter | null {
  for (const { suffix, value } of group) if (suffix === 'Flag') return letterOf(value, edition);
  return null;
}

/** Flags that stand in a group of their own, behind or before their value's: by factor; null when there are none. */
function flagsApart({ groups }: Hj212Message, edition: Edition): Map<string, FlagLetter> | null {
  let apart: Map<string, FlagLetter> | null = null;
  for (const group of groups) {
    const only = group[0];
    if (group.length !== 1 || only?.suffix !== 'Flag') continue;
    apart ??= new Map();
    apart.set(only.code, letterOf(only.value, edition));
  }
  return apart;
}

function bareFlag({ groups }: Hj212Message, edition: Edition): FlagLetter | null {
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i]!;
    if (group.length === 1 && group[0]!.suffix === null && group[0]!.name.toLowerCase() === 'flag')
      return letterOf(group[0]!.value, edition);
  }
  return null;
}

/** A letter that the edition does not have makes the value suspect: it is neither said to be normal nor to be wrong. */
function letterOf(text: string, edition: Edition): FlagLetter {
  if (text === 'N') return 'V';
  const row = DATA_FLAGS[edition][text] ?? DATA_FLAGS[edition][text.toUpperCase()];
  return row ? FLAG_LETTERS[row.meaning] : 'S';
}
