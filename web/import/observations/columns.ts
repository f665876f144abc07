import type { ImportMapping } from '#app/api';

/** What a column of a file of measurements is read as. */
export type Role =
  | { kind: 'none' | 'station' | 'time' | 'date' | 'year' | 'month' | 'day' | 'hour' | 'item' | 'value' }
  | { kind: 'channel'; pollutant: string; unit: string };
export type RoleKind = Role['kind'];

export const WIDE_ROLES: readonly RoleKind[] = [
  'none',
  'channel',
  'station',
  'time',
  'date',
  'year',
  'month',
  'day',
  'hour',
];
export const LONG_ROLES: readonly RoleKind[] = [
  'none',
  'item',
  'value',
  'station',
  'time',
  'date',
  'year',
  'month',
  'day',
  'hour',
];

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
  /** long layout: names in the item column → quantity and unit */
  items: ImportMapping['channels'];
  missing: string[];
  sheet?: string;
  headerRow?: number;
};

const MISSING = ['', 'NA', 'NaN', '空', '-', '—', '--', 'null'];

/** The server's guess → roles of the columns; a guess of a column that the file does not have is dropped. */
export function draftOf(guess: Partial<ImportMapping>, columns: readonly string[]): Draft {
  const roles: Record<string, Role> = Object.fromEntries(columns.map((c) => [c, { kind: 'none' }]));
  const set = (column: string | undefined, role: Role) => {
    if (column !== undefined && columns.includes(column)) roles[column] = role;
  };
  const layout = guess.layout ?? 'wide';
  if (guess.station && 'column' in guess.station) set(guess.station.column, { kind: 'station' });
  const { time } = guess;
  if (time && 'column' in time) set(time.column, { kind: 'time' });
  else if (time && 'date' in time) {
    set(time.date, { kind: 'date' });
    set(time.hour, { kind: 'hour' });
  } else if (time) for (const part of ['year', 'month', 'day', 'hour'] as const) set(time[part], { kind: part });
  if (layout === 'long') {
    set(guess.item?.column, { kind: 'item' });
    set(guess.item?.value, { kind: 'value' });
  } else
    for (const { column, pollutant, unit } of guess.channels ?? []) set(column, { kind: 'channel', pollutant, unit });
  return {
    layout,
    roles,
    stationCode: guess.station && 'code' in guess.station ? guess.station.code : null,
    stations: guess.stations ?? {},
    timeFormat: time && 'column' in time ? time.format : undefined,
    hours: guess.hours ?? '0-23',
    stamp: guess.stamp ?? 'start',
    utcOffset: guess.utcOffset ?? 8,
    items: layout === 'long' ? (guess.channels ?? []) : [],
    missing: guess.missing ?? MISSING,
    sheet: guess.sheet,
    headerRow: guess.headerRow,
  };
}

/** A column takes a role; a role that only one column can have leaves the column that had it. */
export function withRole(draft: Draft, column: string, role: Role): Draft {
  const roles = { ...draft.roles, [column]: role };
  if (role.kind !== 'none' && role.kind !== 'channel')
    for (const [other, its] of Object.entries(draft.roles))
      if (other !== column && its.kind === role.kind) roles[other] = { kind: 'none' };
  return { ...draft, roles };
}

/** What is still missing before the file can be read. */
export type Gap = 'station' | 'time' | 'channels' | 'item';

/** The mapping that the server takes, or what it still lacks. */
export function mappingOf(draft: Draft): { mapping: ImportMapping } | { gaps: Gap[] } {
  const column = (kind: RoleKind) => Object.entries(draft.roles).find(([, role]) => role.kind === kind)?.[0];
  const gaps: Gap[] = [];
  const named = column('station');
  const station = named ? { column: named } : draft.stationCode ? { code: draft.stationCode } : null;
  if (!station) gaps.push('station');
  const time = timeOf(column, draft.timeFormat);
  if (!time) gaps.push('time');
  const channels =
    draft.layout === 'long'
      ? draft.items.filter((item) => item.pollutant !== '')
      : Object.entries(draft.roles).flatMap(([name, role]) =>
          role.kind === 'channel' ? [{ column: name, pollutant: role.pollutant, unit: role.unit }] : [],
        );
  if (channels.length === 0) gaps.push('channels');
  const item = column('item');
  const value = column('value');
  if (draft.layout === 'long' && !(item && value)) gaps.push('item');
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
      ...(draft.layout === 'long' && item && value ? { item: { column: item, value } } : {}),
      missing: draft.missing,
      ...(draft.sheet ? { sheet: draft.sheet } : {}),
      ...(draft.headerRow ? { headerRow: draft.headerRow } : {}),
    },
  };
}

function timeOf(column: (kind: RoleKind) => string | undefined, format?: string): ImportMapping['time'] | null {
  const time = column('time');
  if (time) return { column: time, ...(format ? { format } : {}) };
  const [date, year, month, day, hour] = (['date', 'year', 'month', 'day', 'hour'] as const).map(column);
  if (date && hour) return { date, hour };
  return year && month && day && hour ? { year, month, day, hour } : null;
}
