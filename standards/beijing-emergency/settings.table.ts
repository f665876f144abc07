import type { EmergencyPlan, PlanRow } from './plans.table.ts';

/** What makes the air bad on a day; without a word it is taken for fine particles. */
export type Cause = 'pm25' | 'ozone' | 'sand' | 'wildfire' | 'transport';

export type EmergencySettings = {
  /**
   * triggers that a district with a plan's text in hand puts in the place of the table's: those of Beijing's plan of 2018
   * are known by report only
   */
  readonly triggers: Readonly<Partial<Record<EmergencyPlan, PlanRow['triggers']>>>;
  /** hours below the lowest trigger that lift a warning, and that two episodes need between them */
  readonly liftHours: number;
  /** hours before its start that a warning is announced */
  readonly announceAheadHours: number;
  /** the full hour at which a warning starts */
  readonly startHour: number;
  /** two episodes with too short a pause between them: one (从严), or two */
  readonly closeEpisodes: 'as-one' | 'apart';
  /** causes whose days count; ozone and sand days call for health advice, not for a warning */
  readonly causes: readonly Cause[];
  /** whether a warning steps down when the days ahead call for less, or stays until it is lifted */
  readonly stepDown: boolean;
};

/**
 * liftHours 36: wording of city plans and notices (M), in Beijing's own plan not read (L). closeEpisodes: guidance of 2017
 * (M). causes: 环大气〔2024〕6号 (M). Start at 0 h and a day ahead: the notices read (M). stepDown: L. Checked 2026-11-25.
 */
export const EMERGENCY_DEFAULTS: EmergencySettings = {
  triggers: {},
  liftHours: 36,
  announceAheadHours: 24,
  startHour: 0,
  closeEpisodes: 'as-one',
  causes: ['pm25'],
  stepDown: true,
};

export const HOURS_OF_DAY = 24;
