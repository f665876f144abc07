export type Difference = { path: string; before: string | null; after: string | null };

/** What differs between two records, leaf by leaf; null where a leaf is missing on that side. */
export function differences(before: unknown, after: unknown): Difference[] {
  const was = new Map(leaves(before, ''));
  const is = new Map(leaves(after, ''));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((d) => d.before !== d.after);
}

function leaves(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path || '·', typeof value === 'string' ? value : JSON.stringify(value)]];
  const parts = Object.entries(value);
  if (!parts.length) return path ? [[path, Array.isArray(value) ? '[]' : '{}']] : [];
  return parts.flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}
