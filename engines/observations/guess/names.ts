import type { Pollutant } from '#standards/pollutants';
import { knownUnit } from '../import/units.ts';
import * as tables from './names.table.ts';
import { CHANNEL_NAMES } from './names.table.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const IN_BRACKETS = /[（([【]\s*([^）)\]】]+?)\s*[）)\]】]/;
const AFTER_UNDERSCORE = /_(ug\/?m3|mg\/?m3|ppb|ppm)$/i;
/** how long a mean is, as in O3_8h, PM2.5_24h, O3(8小时滑动) */
const SPAN = /(8|24)\s*(h|小时|hr|hour)|日均|日平均|滑动|moving|daily/i;

/** The unit that stands in a column's name: 'PM2.5(μg/m³)' → 'μg/m³'. */
export function unitInName(name: string): string | undefined {
  const found = IN_BRACKETS.exec(name)?.[1] ?? AFTER_UNDERSCORE.exec(name)?.[1]?.replace(/^(ug|mg)m3$/i, '$1/m3');
  return found && knownUnit(found);
}

/** A column's name without its unit, blanks, subscripts and case: 'PM₂.₅ (μg/m³)' → 'pm2.5'. */
export function plainName(name: string): string {
  const inside = IN_BRACKETS.exec(name)?.[1];
  return (inside && SPAN.test(inside) ? name : name.replace(IN_BRACKETS, ''))
    .replace(AFTER_UNDERSCORE, '')
    .replace(/[₀-₉]/g, (c) => String(SUBSCRIPTS.indexOf(c)))
    .replace(/[\s_]+/g, '')
    .replace(/(?<=.)(1?小时)?(平均)?(质量)?(浓度|均值)$/, '')
    .toLowerCase();
}

export function pollutantOfName(name: string): Pollutant | undefined {
  const plain = plainName(name).replace(/(?<=.)(1?小时|1h)?(监测)?值$/, '');
  if (plain === 'no' && !name.startsWith('NO')) return undefined; // "No" numbers the rows
  return CHANNEL_NAMES.find(([code, names]) => names.includes(plain) || code.toLowerCase() === plain)?.[0];
}

/** Whether a name means a running mean, a daily mean or an index: what is computed here from hours and not imported. */
export function isDerivedName(name: string): boolean {
  if (/^(aqi|iaqi|api|空气质量指数|空气质量分指数)/i.test(name.trim())) return true;
  if (!SPAN.test(name)) return false;
  return (
    pollutantOfName(name.replace(/[（([【_\s]*(8|24)\s*(h|小时|hr|hour).*$|(日均|日平均|滑动).*$/i, '')) !== undefined
  );
}

/** Finds the column that bears one of some names. */
export const nameFinder = (columns: readonly string[]) => (names: readonly string[]) =>
  columns.find((column) => names.includes(plainName(column)));

const NAMES = Object.values(tables).flatMap((names) => names.filter((name) => typeof name === 'string'));
/** Whether a name is one of those that stand at the head of such tables. */
export const known = (name: string): boolean =>
  NAMES.includes(plainName(name)) || pollutantOfName(name) !== undefined || isDerivedName(name);
