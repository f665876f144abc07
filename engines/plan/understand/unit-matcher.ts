import type { UnitDirectory } from '#engines/district';
import type { UnitPlace } from './units.ts';

/** A name found in a text: how it was written, its length there, whom it may mean. */
export type Match = { written: string; length: number; candidates: string[]; confidence: number };

type Entry = { text: string; unit: string; scope: string | undefined };

/** A name may end here: nothing follows, a separator, a word of duty, or the beginning of another name. */
const AFTER = /^(?:$|[、，,；;。/／\s（(]|等|及|和|与|以及|牵头|负责|配合|参与|按职责|分别|共同|落实)/;

/**
 * Finds the names and aliases of a directory. An alias holds everywhere unless it has a scope:
 * `measure 14.1`, `task 11` or `document`; `text-only` ones never stand in a unit cell.
 */
export function unitMatcher(directory: UnitDirectory, district: string | null) {
  const entries: Entry[] = directory.units.flatMap((unit) => [
    { text: unit.nameZh, unit: unit.nameZh, scope: undefined },
    ...unit.aliases.map(({ alias, scope }) => ({ text: alias, unit: unit.nameZh, scope })),
  ]);
  const longestFirst = entries.toSorted((a, b) => b.text.length - a.text.length);
  const byPlain = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.scope === 'text-only') continue;
    const key = plain(entry.text, district);
    byPlain.set(key, (byPlain.get(key) ?? new Set()).add(entry.unit));
  }
  const holding = (text: string, place: UnitPlace): string[] => {
    const named = entries.filter((entry) => entry.text === text && entry.scope !== 'text-only');
    if (named.length === 0) return [];
    const here = named.filter((entry) => entry.scope && inScope(entry.scope, place));
    const open = named.filter((entry) => entry.scope === undefined);
    const chosen = here.length > 0 ? here : open.length > 0 ? open : named;
    return [...new Set(chosen.map((entry) => entry.unit))];
  };

  /** The longest name with which a text begins and after which a name can end. */
  const at = (text: string, place: UnitPlace): Match | undefined => {
    for (const entry of longestFirst) {
      if (entry.scope === 'text-only' || !text.startsWith(entry.text)) continue;
      const rest = text.slice(entry.text.length);
      if (!AFTER.test(rest) && !longestFirst.some((other) => other.text.length > 2 && rest.startsWith(other.text)))
        continue;
      if (/^[（(]/.test(rest) && !/^[（(](?:牵头|主责|负责|配合)[）)]/.test(rest)) continue;
      const duty =
        /^(?:[（(](?:牵头|主责|负责|配合)[）)]|(?:牵头|负责|配合|参与|按职责(?:分工)?(?:分别)?负责|分别负责|共同负责|落实)+(?=$|[、，,；;。]))/.exec(
          rest,
        )?.[0] ?? '';
      const candidates = holding(entry.text, place);
      return { written: entry.text, length: entry.text.length + duty.length, candidates, confidence: 1 };
    }
    return undefined;
  };

  /** A text that is one name, exactly or in another usual spelling (西城区发展和改革委员会 for 区发展改革委). */
  const whole = (text: string, place: UnitPlace): Match | undefined => {
    const exact = holding(text, place);
    if (exact.length > 0) return { written: text, length: text.length, candidates: exact, confidence: 1 };
    const alike = byPlain.get(plain(text, district));
    return alike
      ? { written: text, length: text.length, candidates: [...alike], confidence: alike.size === 1 ? 0.9 : 0.5 }
      : undefined;
  };
  return { at, whole };
}

/** Whether an alias of that scope holds at a place. */
export function inScope(scope: string, place: UnitPlace): boolean {
  const [kind, value] = scope.trim().split(/\s+/);
  if (kind === 'measure') return value === place.measure;
  if (kind === 'task') return value === String(place.task);
  return kind === 'document';
}

/** A name without what varies in spelling: the district's own name, 委员会 and 办公室 in full, 和 between parts. */
function plain(name: string, district: string | null): string {
  let text = name.replace(/[\s\u3000]/g, '');
  const place = district?.replace(/(区|县|市)$/, '');
  if (place) text = text.replace(new RegExp(`^(?:[\\u4e00-\\u9fff]{2,3}市)?${place}(区|县|市)`), '$1');
  return text
    .replace(/人民政府/g, '政府')
    .replace(/委员会/g, '委')
    .replace(/办公室/g, '办')
    .replace(/(?<=.{2})[和与](?=.{2})/g, '')
    .replace(/城乡/g, '城市');
}
