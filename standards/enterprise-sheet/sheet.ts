import type { Numeric } from '#standards/gb-t-8170';
import type { FirmGrade } from './grades.table.ts';

export const LEVELS = ['yellow', 'orange', 'red'] as const;
export type SheetLevel = (typeof LEVELS)[number];
export const POLLUTANTS = ['SO2', 'NOx', 'PM', 'VOCs'] as const;
export type SheetPollutant = (typeof POLLUTANTS)[number];

/** Kilograms a day by pollutant; null = not known, which is not zero. */
export type Kilograms = Readonly<Record<SheetPollutant, Numeric | null>>;

/** A production line and what is done on it */
export type Line = { readonly id: string; readonly name: string; readonly process: string };
export type EmissionPoint = {
  readonly id: string;
  /** the line that it belongs to */
  readonly line: string;
  readonly name: string;
  readonly kind: 'stack' | 'fugitive';
  readonly daily: Kilograms;
};

/** What is done at a level with a line (all of its points) or with one point. */
export type Action =
  | { readonly does: 'stop'; readonly line: string; readonly point?: string }
  | { readonly does: 'cut'; readonly line: string; readonly point?: string; readonly percent: Numeric };

/** How it is seen from outside that an action is carried out. */
export type Check = {
  readonly line: string;
  readonly by: 'power' | 'line-status' | 'online-monitoring' | 'on-site';
  /** what is looked at, e.g. the meter and the power it may draw at most */
  readonly what: string;
  /** kW that the line may draw at most at this level, for 'power' */
  readonly mostKilowatts?: Numeric | null;
};

export type Transport = {
  /** emission stages of trucks that may still come, e.g. ['6', 'new-energy']; empty = none */
  readonly trucksAllowed: readonly string[];
  /** whether non-road machines of the firm stand still */
  readonly machinesStop: boolean;
};

export type LevelPlan = {
  readonly actions: readonly Action[];
  readonly checks: readonly Check[];
  readonly transport: Transport | null;
};

export type Responsible = { readonly role: string; readonly name: string; readonly phone: string };

/** One firm's sheet of a year. */
export type EnterpriseSheet = {
  readonly name: string;
  /** 统一社会信用代码, GB 32100 */
  readonly creditCode: string;
  readonly address: string;
  readonly street: string;
  /** 排污许可证编号, null when the firm needs none */
  readonly permit: string | null;
  readonly industry: string;
  readonly grade: FirmGrade;
  readonly year: number;
  readonly lines: readonly Line[];
  readonly points: readonly EmissionPoint[];
  readonly levels: Readonly<Record<SheetLevel, LevelPlan>>;
  readonly responsible: readonly Responsible[];
  /** 公示牌 hangs at the gate */
  readonly board: boolean;
};
