import type { Db } from '#platform/store';
import type { DistrictFolder } from './read.ts';
import type { DistrictTables } from './store.ts';

/** The district's units as the reading of a plan needs them. */
export type UnitDirectory = {
  /** whose units they are; a plan that says it is another district's is not read with them */
  district?: string;
  units: {
    id: string;
    nameZh: string;
    kind: string;
    aliases: { alias: string; scope?: string }[];
    members?: string[];
  }[];
};

/** @param on the date on which collectives are expanded */
export async function unitDirectory(db: Db, districtCode: string, on: string): Promise<UnitDirectory> {
  const t = db.withTables<DistrictTables>();
  const units = await t
    .selectFrom('unit')
    .where('district_code', '=', districtCode)
    .orderBy('position')
    .selectAll()
    .execute();
  const aliases = await t.selectFrom('unit_alias').orderBy('position').selectAll().execute();
  const members = await t
    .selectFrom('unit_member')
    .where('valid_from', '<=', on)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', on)]))
    .selectAll()
    .execute();
  return {
    units: units.map((unit) => {
      const own = members.filter((m) => m.collective_id === unit.id).map((m) => m.unit_id);
      return {
        id: unit.id,
        nameZh: unit.name_zh,
        kind: unit.kind,
        aliases: aliases
          .filter((a) => a.unit_id === unit.id)
          .map((a) => ({ alias: a.alias, ...(a.scope ? { scope: a.scope } : {}) })),
        ...(own.length ? { members: own } : {}),
      };
    }),
  };
}

/** The members of a collective in the directory, or the unit itself. */
export function expandUnit(directory: UnitDirectory, unitId: string): string[] {
  return directory.units.find((unit) => unit.id === unitId)?.members ?? [unitId];
}

/** The same directory straight from a district's folder, without a database. */
export function directoryOf(folder: DistrictFolder): UnitDirectory {
  return {
    district: folder.district.name_zh,
    units: folder.units.map((unit) => {
      const ruled = unit.all_of
        ? folder.units.filter((o) => o.kind === unit.all_of && o.id !== unit.id).map((o) => o.id)
        : [];
      const members = [...unit.members.map((member) => member.unit), ...ruled];
      return {
        id: unit.id,
        nameZh: unit.name_zh,
        kind: unit.in_text_only ? 'in_text_only' : unit.kind,
        aliases: unit.aliases.map(({ alias, scope }) => ({ alias, ...(scope ? { scope } : {}) })),
        ...(members.length ? { members } : {}),
      };
    }),
  };
}
