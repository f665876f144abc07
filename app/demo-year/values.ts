import type { Column } from '#engines/ledgers';
import { addDays } from '#platform/clock';
import { creditCode, plateNumber, vehicleNumber } from './numbers.ts';
import type { ColumnProfile, YearProfile } from './profile.ts';
import type { Draw } from './random.ts';

export type Filled = Record<string, string | number | boolean | readonly string[]>;
export type RowContext = {
  readonly draw: Draw;
  readonly year: YearProfile;
  /** which of its ledger's rows it is, from 1 */
  readonly n: number;
  /** the day on which it came about, its month and its period's name */
  readonly day: string;
  readonly period: string;
  readonly street: { readonly code: string; readonly name: string };
  readonly units: readonly string[];
  /** nothing is known of later days */
  readonly limit: string;
  readonly diligence: number;
};

/** What one column of a row says; undefined: it is empty. */
export function columnValue(column: Column, profile: ColumnProfile | undefined, filled: Filled, row: RowContext) {
  const { draw } = row;
  if (profile?.needs && filled[profile.needs] === undefined) return undefined;
  if (profile?.when)
    for (const [other, allowed] of Object.entries(profile.when))
      if (!allowed.some((one) => String(one) === String(filled[other]))) return undefined;
  const chance = profile?.chance ?? (column.required ? 1 : 0.9);
  if (!draw.chance(profile?.slack ? chance * row.diligence : chance)) return undefined;
  return profile && Object.keys(profile).some((key) => !['chance', 'slack', 'when', 'needs'].includes(key))
    ? byProfile(column, profile, filled, row)
    : byType(column, filled, row);
}

function byProfile(column: Column, p: ColumnProfile, filled: Filled, row: RowContext): Filled[string] | undefined {
  const { draw } = row;
  if (p.value !== undefined) return p.value;
  if (p.same) return filled[p.same];
  const say = (weights: Readonly<Record<string, number>>) => {
    const said = draw.weighted(weights);
    return truth(column, said.includes('{') ? written(said, filled, row) : said);
  };
  if (p.weights) return say(p.weights);
  if (p.yes !== undefined) return draw.chance(p.slack ? 1 : p.yes);
  if (p.by && p.of) {
    const of = (one: string) => (one === 'year' ? row.day.slice(0, 4) : String(filled[one]));
    const weights = p.of[p.by.split(' ').map(of).join(' ')] ?? p.of['*'];
    return weights ? say(weights) : undefined;
  }
  if (p.given) {
    const weights = filled[p.given] === undefined ? p.blank : p.filled;
    return weights ? say(weights) : undefined;
  }
  if (p.after) {
    const from = filled[p.after];
    if (typeof from !== 'string') return undefined;
    const start = from.length === 7 ? `${from}-01` : from;
    return known(addDays(start, draw.whole(...(p.days ?? [3, 30]))), column, row);
  }
  if (p.from && p.until) {
    const days = Math.round((Date.parse(p.until) - Date.parse(p.from)) / 86_400_000);
    return known(addDays(p.from, draw.whole(0, days)), column, row);
  }
  if (p.range) return number(column, p, row);
  if (p.pattern) return written(p.pattern, filled, row);
  if (p.words) return draw.of(p.words);
  if (p.units) return draw.of(p.units);
  return byType(column, filled, row);
}

const truth = (column: Column, said: string) => (column.type === 'yes_no' ? said === 'yes' || said === 'true' : said);

/** A day to come is not known yet; a month is written as one. Days that are planned may lie ahead. */
function known(day: string, column: Column, { limit }: RowContext): string | undefined {
  const planned = /^(due|planned|permitUntil|contractUntil|validUntil)/.test(column.id) || column.id.endsWith('Until');
  if (day > limit && !planned) return undefined;
  return column.type === 'month' ? day.slice(0, 7) : day;
}

function number(
  column: Column,
  { range = [1, 100], drift = 0, yearly = 0, decimals }: ColumnProfile,
  { draw, day, year }: RowContext,
) {
  const places = column.type === 'integer' ? 0 : Math.min(decimals ?? 1, column.decimals ?? 2);
  const value =
    draw.between(...range) + drift * (Number(day.slice(5, 7)) - 1) + yearly * (Number(day.slice(0, 4)) - year.year);
  const bounded = Math.min(column.most ?? value, Math.max(column.least ?? value, value));
  return bounded.toFixed(places);
}

/** Text with its marks replaced: {n:4}, {street}, {surname}, {word}, {year}, {month}, {period}, {column}. */
export function written(pattern: string, filled: Filled, row: RowContext): string {
  const { draw, n, day, street, year, period } = row;
  return pattern.replace(/\{(\w+)(?::(\d))?\}/g, (_all, name: string, width?: string) => {
    if (name === 'n') return String(n).padStart(Number(width ?? 1), '0');
    if (name === 'street') return street.name;
    if (name === 'surname') return draw.of(year.surnames);
    if (name === 'word') return draw.of(year.words);
    if (name === 'year') return day.slice(0, 4);
    if (name === 'month') return day.slice(5, 7);
    if (name === 'period') return period;
    if (name === 'day') return day;
    return String(filled[name] ?? '');
  });
}

/** What a column of a type says when nobody has said anything about it. */
function byType(column: Column, filled: Filled, row: RowContext): Filled[string] | undefined {
  const { draw, day, n, street, units } = row;
  switch (column.type) {
    case 'choice':
      return draw.of(column.choices!).id;
    case 'choices':
      return [draw.of(column.choices!).id];
    case 'yes_no':
      return draw.chance(0.85);
    case 'street':
      return street.code;
    case 'unit':
      return draw.of(units);
    case 'date':
      return column.required ? day : known(addDays(day, draw.whole(3, 40)), column, row);
    case 'month':
      return column.required ? day.slice(0, 7) : undefined;
    case 'time':
      return `${String(draw.whole(7, 21)).padStart(2, '0')}:${String(draw.whole(0, 59)).padStart(2, '0')}`;
    case 'integer':
    case 'decimal':
      return number(column, { range: [column.least ?? 0, Math.min(column.most ?? 100, 100)] }, row);
    case 'credit_code':
      return creditCode(draw);
    case 'plate':
      return plateNumber(draw, n);
    case 'vin':
      return vehicleNumber(draw);
    case 'long_text':
    case 'entry':
      return undefined;
    default:
      return column.required || /name|title|owner|company|contractor|party|supplier|client|lab/i.test(column.id)
        ? written(`${row.year.words.length ? '{word}' : ''}{surname}记${column.title.zh.slice(0, 6)}{n}`, filled, row)
        : undefined;
  }
}
