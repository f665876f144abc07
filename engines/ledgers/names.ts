import { type DistrictTables, unitDirectory } from '#engines/district';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Names } from './columns/kinds.ts';

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Units and streets of a district by what people write: name in either language, id, an alias that holds everywhere;
 * 月坛 for 月坛街道, 广外 for 广安门外街道.
 */
export async function namesOf(db: Db, districtCode: string, on: string): Promise<Names> {
  const { units } = await unitDirectory(db, districtCode, on);
  const t = db.withTables<DistrictTables>();
  const rows = await t.selectFrom('unit').where('district_code', '=', districtCode).selectAll().execute();
  const streets = await t.selectFrom('street').where('district_code', '=', districtCode).selectAll().execute();
  const unitNames = new Map<string, Sentence>(rows.map((r) => [r.id, { zh: r.name_zh, en: r.name_en }]));
  const streetNames = new Map<string, Sentence>(streets.map((s) => [s.code, { zh: s.name_zh, en: s.name_en }]));
  const byUnit = new Map<string, string>();
  for (const unit of units) {
    byUnit.set(plain(unit.id), unit.id);
    byUnit.set(plain(unit.nameZh), unit.id);
    const english = unitNames.get(unit.id)?.en;
    if (english) byUnit.set(plain(english), unit.id);
    // an alias with a scope means different bodies in different places: a person has to write the name
    for (const { alias, scope } of unit.aliases)
      if (!scope && !byUnit.has(plain(alias))) byUnit.set(plain(alias), unit.id);
  }
  const byStreet = new Map<string, string>();
  for (const street of streets) {
    for (const name of [street.code, street.name_zh, street.name_en, street.name_zh.replace(/街道$/, '')])
      byStreet.set(plain(name), street.code);
    byStreet.set(plain(`${street.name_zh}办事处`), street.code);
  }
  // a street is also called as its office is, without the office: 广外街道, 广外
  const offices = new Map(rows.map((row) => [row.id, row.street_code]));
  for (const unit of units) {
    const code = offices.get(unit.id);
    if (!code) continue;
    for (const { alias, scope } of unit.aliases) {
      if (scope) continue;
      const street = plain(alias).replace(/办(事处)?$/, '');
      for (const name of [plain(alias), street, street.replace(/街道$/, '')])
        if (!byStreet.has(name)) byStreet.set(name, code);
    }
  }
  return {
    unit: (text) => byUnit.get(plain(text)),
    street: (text) => byStreet.get(plain(text)),
    unitName: (id) => unitNames.get(id),
    streetName: (code) => streetNames.get(code),
  };
}
