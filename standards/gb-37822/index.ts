/**
 * GB 37822-2019 挥发性有机物无组织排放控制标准: whether a plant catches its VOC, destroys it, and does so while it produces.
 *
 * Officers judge an abatement by the three rates 三率: collection (captured of generated), synchronous running (hours of
 * abatement of hours of production) and removal ((Cin·Qin − Cout·Qout)/(Cin·Qin)). No public text defines them in figures;
 * the formulas are the usual ones. Of the standard: gas with at least 3 kg/h of NMHC (2 in key regions) is treated to at
 * least 80 %, a hood draws with 0.3 m/s, and who has 2000 sealing points looks for leaks (LDAR) and repairs them in time. A
 * missing input gives no rate, a rate outside 0–100 % is shown and called implausible. Rows marked L are not certain: a
 * district passes what it has read in the text as `Corrections`.
 */
export {
  ldarRequired,
  leaks,
  type Material,
  nextCheck,
  type Repair,
  type RepairState,
  repairState,
} from './ldar.ts';
export {
  collectionRate,
  type Interval,
  initialRate,
  type Load,
  type Rate,
  removalOver,
  removalRate,
  synchronousRate,
  synchronousRunning,
} from './rates.ts';
export {
  APPLIES,
  type FacilityKind,
  RATE_SETTINGS,
  type RateSettings,
  REQUIREMENTS,
  type RequirementName,
  type RequirementRow,
  SEAL_PARTS,
  type SealPart,
} from './requirements.table.ts';
export { bindsOn, type Corrections, requirement } from './settings.ts';
export { STANDARD } from './standard.table.ts';
export { hoodFastEnough, type TreatmentVerdict, treatmentVerdict } from './treatment.ts';
