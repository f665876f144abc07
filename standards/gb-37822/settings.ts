import { inForceOn } from '#standards/editions';
import { APPLIES, type FacilityKind, REQUIREMENTS, type RequirementName } from './requirements.table.ts';

/** Values that a district has checked in the text and set; uncertain rows (L) may be changed, the others may not. */
export type Corrections = Partial<Readonly<Record<RequirementName, string>>>;

/** A requirement's value: the district's correction of an uncertain row, or the row. */
export function requirement(name: RequirementName, corrections: Corrections): string {
  const row = REQUIREMENTS[name];
  return row.confidence === 'L' ? (corrections[name] ?? row.value) : row.value;
}

/** Whether GB 37822-2019 binds an enterprise on a day, 'YYYY-MM-DD'. */
export const bindsOn = (date: string, kind: FacilityKind): boolean =>
  inForceOn([{ inForce: APPLIES[kind] }], date) !== null;
