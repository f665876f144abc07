import { loadedDistrict, loadedStreets, loadedUnits } from '#engines/district';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { IndicatorScope } from '../definition.ts';

export type NamedScope = IndicatorScope & { readonly name: Sentence };

/** What the places of a district are called: itself, its streets and units. */
export async function placeNames(db: Db, districtCode: string) {
  const [district, streets, units] = await Promise.all([
    loadedDistrict(db, districtCode),
    loadedStreets(db, districtCode),
    loadedUnits(db, districtCode),
  ]);
  const own: NamedScope = {
    kind: 'district',
    code: districtCode,
    name: { zh: district.name_zh, en: district.name_en },
  };
  const byStreet = new Map(streets.map(({ code, name }) => [code, name]));
  const byUnit = new Map(units.map(({ id, name }) => [id, name]));
  return {
    own,
    street: (code: string | null) => (code === null ? null : (byStreet.get(code) ?? null)),
    unit: (id: string | null) => (id === null ? null : (byUnit.get(id) ?? null)),
    membership: district.settings.inspections.members,
    /** @throws Refusal not_found: no such street or unit */
    scope(asked: string | undefined): NamedScope {
      const [kind, code = ''] = (asked ?? `district:${districtCode}`).split(':') as [string, string?];
      if (kind === 'district' && code === districtCode) return own;
      const name = kind === 'street' ? byStreet.get(code) : kind === 'unit' ? byUnit.get(code) : undefined;
      if (name) return { kind: kind as 'street' | 'unit', code, name };
      throw new Refusal('not_found', {
        zh: '没有这个街道或单位，请从列表中选择。',
        en: 'There is no such street or unit; choose one from the list.',
      });
    },
  };
}
