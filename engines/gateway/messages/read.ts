import type { ModelSettings } from '#engines/devices';
import { NAME_FIELDS, TEXT_LIMITS, WRAPPERS } from './fields.table.ts';
import type { Report } from './message.ts';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The reports of a JSON payload: an object of fields, a list of such, or an object with one list in it, whose elements are
 * reports, or pairs of a name and a value. Objects inside are fields with dotted names, but for those that only wrap.
 * @returns null when the text is no JSON, or says nothing that could be a report
 */
export function reportsOfText(
  text: string,
  settings: Pick<ModelSettings, 'timeFields'>,
  factor?: string,
): Report[] | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (factor !== undefined) return observationsOf(body, factor);
  const list = Array.isArray(body) ? body : isFields(body) ? elementsOf(body) : null;
  if (!list || list.length === 0 || list.length > TEXT_LIMITS.mostReports || !list.every(isFields)) return null;
  return list.map((fields) => reportOf(fields, settings));
}

/** One object as its reports: the list inside it spread out, each element with what stands around the list. */
function elementsOf(body: Fields): Fields[] {
  const lists = Object.entries(body).filter(
    (entry): entry is [string, Fields[]] => Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every(isFields),
  );
  const [first, ...others] = lists;
  if (!first || others.length > 0) return [body];
  const { [first[0]]: _, ...around } = body;
  const names = first[1].map(nameOf);
  if (names.every((name) => name !== null))
    return [{ ...around, ...Object.fromEntries(first[1].map((pair, i) => [names[i], pair.value])) }];
  return first[1].map((element) => ({ ...around, ...element }));
}

function nameOf(pair: Fields): string | null {
  if (!('value' in pair)) return null;
  for (const field of NAME_FIELDS) if (typeof pair[field] === 'string') return pair[field];
  return null;
}

function reportOf(fields: Fields, { timeFields }: Pick<ModelSettings, 'timeFields'>): Report {
  const timeField = timeFields.find((field) => fields[field] !== undefined && fields[field] !== null);
  const time = timeField === undefined ? null : (fields[timeField] as Report['time']);
  const values: Fields = {};
  flatten(fields, '', values, TEXT_LIMITS.deepest);
  for (const field of timeFields) delete values[field];
  return { time, spanMinutes: 0, values };
}

function flatten(fields: Fields, prefix: string, into: Fields, deep: number): void {
  for (const [name, value] of Object.entries(fields)) {
    if (isFields(value) && !('value' in value)) {
      if (deep > 1) flatten(value, WRAPPERS.has(name.toLowerCase()) ? prefix : `${prefix}${name}.`, into, deep - 1);
    } else into[prefix + name] = value;
  }
}

/** An observation of SensorThings, or several, about one datastream. */
function observationsOf(body: unknown, factor: string): Report[] | null {
  const list = Array.isArray(body) ? body : [body];
  if (list.length === 0 || list.length > TEXT_LIMITS.mostReports) return null;
  const reports = list.map((one) => observationOf(one, factor));
  return reports.every((report) => report !== null) ? reports : null;
}

const MINUTE_MS = 60_000;
const LONGEST_SPAN_MINUTES = 1440;

/** One observation (OGC 18-088, table 11): its phenomenon's time is an instant, or a period written with a stroke. */
export function observationOf(one: unknown, factor: string): Report | null {
  if (!isFields(one) || one.result === undefined) return null;
  const said = one.phenomenonTime ?? one.resultTime ?? null;
  const values = { [factor]: one.result };
  if (typeof said !== 'string' || !said.includes('/')) return { time: said as Report['time'], spanMinutes: 0, values };
  const [from, until] = said.split('/') as [string, string];
  const minutes = Math.round((Date.parse(until) - Date.parse(from)) / MINUTE_MS);
  return { time: from, spanMinutes: minutes >= 1 && minutes <= LONGEST_SPAN_MINUTES ? minutes : 0, values };
}
