import type { UnitDirectory } from '#engines/district';
import type { Uncertain } from '../recognise/raw.ts';
import { inScope } from './unit-matcher.ts';
import type { UnitPlace } from './units.ts';

/**
 * Names in a measure's words that stand for different units at different places: a person decides each time.
 * @returns one remark per such name, with the units that the directory's scopes offer here
 */
export function ambiguousNames(text: string, directory: UnitDirectory, place: UnitPlace): Uncertain[] {
  const meanings = new Map<string, { unit: string; scope: string | undefined }[]>();
  for (const unit of directory.units)
    for (const { alias, scope } of unit.aliases)
      meanings.set(alias, [...(meanings.get(alias) ?? []), { unit: unit.nameZh, scope }]);
  const names = new Set(directory.units.map((unit) => unit.nameZh));
  const remarks: Uncertain[] = [];
  for (const [alias, all] of meanings) {
    const units = [...new Set(all.map((m) => m.unit))];
    if (units.length < 2 || !standsAlone(text, alias, names)) continue;
    const here = [...new Set(all.filter((m) => m.scope && inScope(m.scope, place)).map((m) => m.unit))];
    const offered = (here.length ? here : units).join('、');
    remarks.push({
      where: 'text',
      what: alias,
      note:
        here.length === 1
          ? {
              zh: `文中的“${alias}”在此处应指${offered}，请确认`,
              en: `“${alias}” in the text should mean ${offered} here, please confirm`,
            }
          : {
              zh: `文中的“${alias}”可能指${offered}，请确认`,
              en: `“${alias}” in the text may mean ${offered}, please confirm`,
            },
    });
  }
  return remarks;
}

/** Whether the alias occurs other than inside a longer name of the directory. */
function standsAlone(text: string, alias: string, names: ReadonlySet<string>): boolean {
  let rest = text;
  for (const name of names) if (name.length > alias.length && name.includes(alias)) rest = rest.replaceAll(name, '');
  return rest.includes(alias);
}
