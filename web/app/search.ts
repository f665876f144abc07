/**
 * What stands in the address. Every parameter is a plain string (`?asOf=2021-10-31&lamp=behind,overdue`), so that an
 * address can be read and sent to a colleague; a value that its rule does not accept is dropped.
 */
export type Rule = (value: string) => boolean;
export type Search = Record<string, string | undefined>;

export const day: Rule = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
export const month: Rule = (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
export const year: Rule = (value) => /^(19|20)\d{2}$/.test(value);
export const whole: Rule = (value) => /^\d{1,9}$/.test(value);
export const words: Rule = (value) => value.length > 0 && value.length <= 200;
export const oneOf =
  (...allowed: string[]): Rule =>
  (value) =>
    allowed.includes(value);
/** comma-separated */
export const listOf =
  (rule: Rule): Rule =>
  (value) =>
    value.split(',').every(rule);

/** A route's `validateSearch`: each named parameter by its rule. */
export function searchOf<K extends string>(rules: Record<K, Rule>) {
  return (raw: Record<string, unknown>): { [P in K]?: string } => {
    const found: { [P in K]?: string } = {};
    for (const key of Object.keys(rules) as K[]) {
      const value = raw[key];
      found[key] = typeof value === 'string' && rules[key](value) ? value : undefined;
    }
    return found;
  };
}

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}
