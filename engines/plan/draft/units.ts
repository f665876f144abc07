import type { UnitDirectory } from '#engines/district';
import type { Duty } from '../wire.ts';
import { invalidValue } from './refusals.ts';
import type { DraftUnit } from './working.types.ts';

type Unit = UnitDirectory['units'][number];
type Role = Duty['role'];

/** The directory's unit of a name: its full name, or an alias that holds in the whole document and means one unit only. */
export function unitNamed(directory: UnitDirectory, name: string): Unit | undefined {
  const wanted = squeezed(name);
  const full = directory.units.find((u) => squeezed(u.nameZh) === wanted);
  if (full) return full;
  const meant = directory.units.filter((u) =>
    u.aliases.some((a) => (!a.scope || a.scope === 'document') && squeezed(a.alias) === wanted),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

const squeezed = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/**
 * How a person names a unit: by id, by name, by a name that is to stay as written although no unit has it, or as a
 * collective with its members (ids or names).
 */
export type TypedUnit = string | { unitId: string } | { name: string; asWritten?: boolean; members?: string[] };

/** @returns the directory's names, each once, in the order given. @throws Refusal value_out_of_range for an unknown unit */
export function typedUnits(directory: UnitDirectory, typed: readonly TypedUnit[]): DraftUnit[] {
  return unitsOnce(typed.map((one) => typedUnit(directory, one)));
}

/** Units each once, by their names. */
export function unitsOnce(units: readonly DraftUnit[]): DraftUnit[] {
  return units.filter((unit, i) => units.findIndex((other) => nameOf(other) === nameOf(unit)) === i);
}

const nameOf = (unit: DraftUnit) => (typeof unit === 'string' ? unit : unit.name);

function typedUnit(directory: UnitDirectory, typed: TypedUnit): DraftUnit {
  if (typeof typed === 'object' && 'unitId' in typed) return known(directory, typed.unitId).nameZh;
  const name = (typeof typed === 'string' ? typed : typed.name).trim();
  if (!name) throw invalidValue('单位名称不能为空。', 'A unit needs a name.');
  const written = unitNamed(directory, name)?.nameZh ?? name;
  if (typeof typed === 'object' && typed.members?.length)
    return { name: written, members: [...new Set(typed.members.map((m) => known(directory, m).id))] };
  const isKnown = unitNamed(directory, name) !== undefined;
  if (isKnown || (typeof typed === 'object' && typed.asWritten)) return written;
  throw unknown(name);
}

/** The directory's unit of an id or a name. */
function known(directory: UnitDirectory, idOrName: string): Unit {
  const unit = directory.units.find((u) => u.id === idOrName) ?? unitNamed(directory, idOrName);
  if (unit) return unit;
  throw unknown(idOrName);
}

const unknown = (name: string) =>
  invalidValue(
    `单位名录里没有“${name}”，请从名录中选择，或者选择“按原文保留”。`,
    `The directory has no “${name}”: choose a unit from it, or keep the name as written.`,
  );

/** The duties of a measure, in the order of the plan; a collective with its members on the directory's date. */
export function dutiesOf(directory: UnitDirectory, names: { [R in Role]: readonly DraftUnit[] }): Duty[] {
  const zh = new Map(directory.units.map((u) => [u.id, u.nameZh]));
  return (['coordinator', 'lead', 'support'] as const).flatMap((role) =>
    names[role].map((written) => {
      const name = nameOf(written);
      const unit = unitNamed(directory, name);
      const ids = typeof written === 'string' ? unit?.members : written.members;
      const members = ids?.map((unitId) => ({ unitId, name: zh.get(unitId) ?? unitId }));
      return { unitId: unit?.id ?? null, name: unit?.nameZh ?? name, role, members: members?.length ? members : null };
    }),
  );
}
