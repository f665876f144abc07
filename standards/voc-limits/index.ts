/**
 * VOC limits 挥发性有机物含量限值: how much VOC a glue, ink, cleaner or paint may contain.
 *
 * Each product class of a standard has a limit, in g/L, g/kg or % by mass, for the product as delivered or as applied, and
 * from a day on: most of 2020-12-01, inks of 2021-04-01, and the coatings anew by GB 30981.1 and .2 since 2026-06-01. A
 * ledger entry names its class; `checkEntry` says that it complies, that it exceeds and by how much, or that it is open and
 * why. The standards are not public as text, so a row says how many places give its number, and what could not be found is
 * a stated gap: a class without a limit is open, never passed. A district that has the text at hand adds its rows by
 * `additionalRows`. Mass fractions become g/L with the density only where the limit counts the whole product, water
 * included. A value is compared as measured (GB/T 8170 full value), or rounded first, as set.
 */
export { checkEntry, editionDate, isLowVoc, type OpenReason, type VocEntry, type VocVerdict } from './check.ts';
export { classesOf, type Found, findRow, standardsOn } from './classes.ts';
export { type Content, type ContentProblem, inUnitOf } from './content.ts';
export {
  type ProductState,
  VOC_GAPS,
  VOC_LIMITS,
  type VocGap,
  type VocLimitRow,
  type VocUnit,
} from './limits.table.ts';
export { rowProblems, VOC_SETTINGS, type VocSettings } from './settings.ts';
export { STANDARD } from './standard.table.ts';
export { FAMILIES, type Family, VOC_STANDARDS, type VocStandard, type VocStandardId } from './standards.table.ts';
