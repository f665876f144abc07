import { inForceOn } from '#standards/editions';
import { GRADE_EDITIONS, type GradeEdition } from './grades.table.ts';

export { type FirmGrade, GRADE_EDITIONS, type GradeEdition, REQUIRED_CUTS, type RequiredCut } from './grades.table.ts';

/** The grades that were given on a day; null before they were. */
export const gradesOn = (date: string): GradeEdition | null => inForceOn(GRADE_EDITIONS, date);
