import type { ImportMapping } from '#app/api';

/** What a column of a file of measurements is read as. */
export type Role =
  | { kind: 'none' | 'station' | 'time' | 'date' | 'year' | 'month' | 'day' | 'hour' | 'item' | 'value' | 'across' }
  | { kind: 'channel'; pollutant: string; unit: string };
export type RoleKind = Role['kind'];

const TIME_ROLES = ['time', 'date', 'year', 'month', 'day', 'hour'] as const;
/** What a column may be in each layout; `across` is a column whose name is a station. */
export const ROLES: Readonly<Record<ImportMapping['layout'], readonly RoleKind[]>> = {
  wide: ['none', 'channel', 'station', ...TIME_ROLES],
  long: ['none', 'item', 'value', 'station', ...TIME_ROLES],
  across: ['none', 'across', 'item', ...TIME_ROLES],
};
const MANY: readonly RoleKind[] = ['none', 'channel', 'across'];

/** The mapping as the page edits it: a role for each column, and what is not said by columns. */
export type Draft = {
  layout: ImportMapping['layout'];
  roles: Record<string, Role>;
  /** one station for the whole file, where no column names it */
  stationCode: string | null;
  stations: Record<string, string>;
  timeFormat?: string;
  hours: ImportMapping['hours'];
  stamp: ImportMapping['stamp'];
  utcOffset: number;
  /** long and across: names in the item column → quantity and unit */
  items: ImportMapping['channels'];
  /** long and across: names in the item column that are left out on purpose */
  ignored: string[];
  missing: string[];
  decimal: ImportMapping['decimal'];
  sheet?: string;
  headerRow?: number;
};

/** The server's guess → roles of the columns; a guess of a column that the file does not have is dropped. */
export function draftOf(guess: Partial<ImportMapping>, columns: readonly string[]): Draft {
  const roles: Record<string, Role> = Object.fromEntries(columns.map((c) => [c, { kind: 'none' }]));
  const set = (column: string | undefined, role: Role) => {
    if (column !== undefined && columns.includes(column)) roles[column] = role;
  };
  const layout = guess.layout ?? 'wide';
  const { station, time } = guess;
  if (station && 'column' in station) set(station.column, { kind: 'station' });
  if (station && 'columns' in station) for (const column of station.columns) set(column, { kind: 'across' });
  if (time && 'column' in time) set(time.column, { kind: 'time' });
  else if (time && 'date' in time) {
    set(time.date, { kind: 'date' });
    set(time.hour, { kind: 'hour' });
  } else if (time) for (const part of ['year', 'month', 'day', 'hour'] as const) set(time[part], { kind: part });
  if (layout === 'wide')
    for (const { column, pollutant, unit } of guess.channels ?? []) set(column, { kind: 'channel', pollutant, unit });
  else {
    set(guess.item?.column, { kind: 'item' });
    set(guess.item?.value, { kind: 'value' });
  }
  return {
    layout,
    roles,
    stationCode: station && 'code' in station ? station.code : null,
    stations: guess.stations ?? {},
    timeFormat: time && 'column' in time ? time.format : undefined,
    hours: guess.hours ?? '0-23',
    stamp: guess.stamp ?? 'start',
    utcOffset: guess.utcOffset ?? 8,
    items: layout === 'wide' ? [] : (guess.channels ?? []),
    ignored: guess.ignored ?? [],
    missing: guess.missing ?? [''],
    decimal: guess.decimal ?? '.',
    sheet: guess.sheet,
    headerRow: guess.headerRow,
  };
}

/** A column takes a role; a role that only one column can have leaves the column that had it. */
export function withRole(draft: Draft, column: string, role: Role): Draft {
  const roles = { ...draft.roles, [column]: role };
  if (!MANY.includes(role.kind))
    for (const [other, its] of Object.entries(draft.roles))
      if (other !== column && its.kind === role.kind) roles[other] = { kind: 'none' };
  return { ...draft, roles };
}

/** Another layout; columns whose role it does not have become free. */
export function withLayout(draft: Draft, layout: ImportMapping['layout']): Draft {
  const allowed = ROLES[layout];
  const roles = Object.fromEntries(
    Object.entries(draft.roles).map(([column, role]) => [column, allowed.includes(role.kind) ? role : NO_ROLE]),
  );
  return { ...draft, layout, roles };
}
const NO_ROLE: Role = { kind: 'none' };

/** An item of a long table becomes a quantity, or is left out (null). */
export function withItem(draft: Draft, name: string, channel: { pollutant: string; unit: string } | null): Draft {
  const items = draft.items.filter((item) => item.column !== name);
  const ignored = draft.ignored.filter((one) => one !== name);
  return channel
    ? { ...draft, items: [...items, { column: name, ...channel }], ignored }
    : { ...draft, items, ignored: [...ignored, name] };
}

/** What is still missing before the file can be read. */
export type Gap = 'station' | 'time' | 'channels' | 'item';

/** The mapping that the server takes, or what it still lacks. */
export function mappingOf(draft: Draft): { mapping: ImportMapping } | { gaps: Gap[] } {
  const column = (kind: RoleKind) => Object.entries(draft.roles).find(([, role]) => role.kind === kind)?.[0];
  const gaps: Gap[] = [];
  const station = stationOf(draft, column('station'));
  if (!station) gaps.push('station');
  const time = timeOf(column, draft.timeFormat);
  if (!time) gaps.push('time');
  const channels =
    draft.layout === 'wide'
      ? Object.entries(draft.roles).flatMap(([name, role]) =>
          role.kind === 'channel' ? [{ column: name, pollutant: role.pollutant, unit: role.unit }] : [],
        )
      : draft.items;
  if (channels.length === 0) gaps.push('channels');
  const item = itemOf(draft.layout, column('item'), column('value'));
  if (draft.layout !== 'wide' && !item) gaps.push('item');
  if (!station || !time || gaps.length > 0) return { gaps };
  return {
    mapping: {
      layout: draft.layout,
      station,
      ...(Object.keys(draft.stations).length ? { stations: draft.stations } : {}),
      time,
      hours: draft.hours,
      stamp: draft.stamp,
      utcOffset: draft.utcOffset,
      channels,
      ...(item ? { item } : {}),
      ignored: draft.layout === 'wide' ? [] : draft.ignored,
      missing: draft.missing,
      decimal: draft.decimal,
      ...(draft.sheet ? { sheet: draft.sheet } : {}),
      ...(draft.headerRow ? { headerRow: draft.headerRow } : {}),
    },
  };
}

function stationOf(draft: Draft, named: string | undefined): ImportMapping['station'] | null {
  if (draft.layout === 'across') {
    const columns = Object.keys(draft.roles).filter((name) => draft.roles[name]?.kind === 'across');
    return columns.length > 0 ? { columns } : null;
  }
  if (named) return { column: named };
  return draft.stationCode ? { code: draft.stationCode } : null;
}

function itemOf(layout: Draft['layout'], item?: string, value?: string): ImportMapping['item'] | null {
  if (layout === 'wide' || !item) return null;
  if (layout === 'across') return { column: item };
  return value ? { column: item, value } : null;
}

function timeOf(column: (kind: RoleKind) => string | undefined, format?: string): ImportMapping['time'] | null {
  const time = column('time');
  if (time) return { column: time, ...(format ? { format } : {}) };
  const [date, year, month, day, hour] = (['date', 'year', 'month', 'day', 'hour'] as const).map(column);
  if (date && hour) return { date, hour };
  return year && month && day && hour ? { year, month, day, hour } : null;
}
