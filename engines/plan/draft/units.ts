import type { UnitDirectory } from '#engines/district';
import type { Duty } from '../wire.ts';
import { invalidValue } from './refusals.ts';

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

/** How a person names a unit: by id, by name, or by a name that is to stay as written although no unit has it. */
export type TypedUnit = string | { unitId: string } | { name: string; asWritten?: boolean };

/** @returns the directory's names, each once, in the order given. @throws Refusal value_out_of_range for an unknown unit */
export function typedUnits(directory: UnitDirectory, typed: readonly TypedUnit[]): string[] {
  return [...new Set(typed.map((one) => typedUnit(directory, one)))];
}

function typedUnit(directory: UnitDirectory, typed: TypedUnit): string {
  if (typeof typed === 'object' && 'unitId' in typed) {
    const unit = directory.units.find((u) => u.id === typed.unitId);
    if (unit) return unit.nameZh;
    throw invalidValue(
      `单位名录里没有编号为“${typed.unitId}”的单位，请从名录中选择。`,
      `The directory has no unit “${typed.unitId}”; choose one from the directory.`,
    );
  }
  const name = (typeof typed === 'string' ? typed : typed.name).trim();
  if (!name) throw invalidValue('单位名称不能为空。', 'A unit needs a name.');
  const unit = unitNamed(directory, name);
  if (unit) return unit.nameZh;
  if (typeof typed === 'object' && typed.asWritten) return name;
  throw invalidValue(
    `单位名录里没有“${name}”，请从名录中选择，或者选择“按原文保留”。`,
    `The directory has no “${name}”: choose a unit from it, or keep the name as written.`,
  );
}

/** The duties of a measure, in the order of the plan; a collective with its members on the directory's date. */
export function dutiesOf(directory: UnitDirectory, names: { [R in Role]: readonly string[] }): Duty[] {
  const nameOf = new Map(directory.units.map((u) => [u.id, u.nameZh]));
  return (['coordinator', 'lead', 'support'] as const).flatMap((role) =>
    names[role].map((name) => {
      const unit = unitNamed(directory, name);
      const members = unit?.members?.map((unitId) => ({ unitId, name: nameOf.get(unitId) ?? unitId }));
      return { unitId: unit?.id ?? null, name: unit?.nameZh ?? name, role, members: members?.length ? members : null };
    }),
  );
}
