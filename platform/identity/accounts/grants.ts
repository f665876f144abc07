import type { Grant, RoleRow } from '#platform/permissions';
import { Refusal } from '#platform/refusal';

/** Whether a unit or street exists; asked when a role is given for one. */
export type PlaceCheck = (place: { unitId?: string; streetCode?: string }) => Promise<boolean> | boolean;

/**
 * The grants of an account, checked and put in order: each role is known, says its unit or street exactly where the
 * role needs one, and stands once.
 * @throws Refusal bad_request
 */
export async function checkedGrants(
  given: readonly { role: string; unitId?: string | null; streetCode?: string | null }[],
  roles: readonly RoleRow[],
  placeExists?: PlaceCheck,
): Promise<Grant[]> {
  const grants = new Map<string, Grant>();
  for (const grant of given) {
    const role = roles.find((r) => r.id === grant.role && r.id !== 'public');
    if (!role) throw bad(`没有“${grant.role}”这个角色。`, `There is no role “${grant.role}”.`);
    if (role.needs === 'unit' && !grant.unitId)
      throw bad(`角色“${role.title.zh}”需要选择所属单位。`, `The role “${role.title.en}” needs a unit.`);
    if (role.needs === 'street' && !grant.streetCode)
      throw bad(`角色“${role.title.zh}”需要选择所属街道。`, `The role “${role.title.en}” needs a street.`);
    const kept: Grant = {
      role: role.id,
      ...(role.needs === 'unit' ? { unitId: grant.unitId! } : {}),
      ...(role.needs === 'street' ? { streetCode: grant.streetCode! } : {}),
    };
    grants.set([kept.role, kept.unitId, kept.streetCode].join('|'), kept);
  }
  const all = [...grants.values()];
  for (const { unitId, streetCode } of all)
    if (placeExists && (unitId || streetCode) && !(await placeExists({ unitId, streetCode })))
      throw bad('所选单位或街道不在本区名录中，请重新选择。', 'The unit or street is not in the district’s directory.');
  return all;
}

const bad = (zh: string, en: string) => new Refusal('bad_request', { zh, en });
