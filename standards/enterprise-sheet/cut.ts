import { inForceOn } from '#standards/editions';
import {
  compare,
  divide,
  type Exact,
  exact,
  largest,
  multiply,
  type Numeric,
  percentRound,
  roundExact,
  sum,
  ZERO,
} from '#standards/gb-t-8170';
import { DECIMALS, REQUIRED_CUTS } from './grades.table.ts';
import { type Action, type EnterpriseSheet, POLLUTANTS, type SheetLevel, type SheetPollutant } from './sheet.ts';

export type PollutantCut =
  | {
      /** kg a day, two decimals */
      readonly base: string;
      readonly cut: string;
      /** of the base, %; null on a base of zero */
      readonly sharePercent: string | null;
      readonly missing: readonly [];
    }
  | { readonly base: null; readonly cut: null; readonly sharePercent: null; readonly missing: readonly string[] };
export type FirmCut = Readonly<Record<SheetPollutant, PollutantCut>>;

const ALL = exact(1);
const HUNDRED = exact(100);
const kilograms = (x: Exact) => roundExact(x, DECIMALS.kilograms);
const share = (part: Exact, of: Exact) => (of.num === 0n ? null : percentRound(divide(part, of), DECIMALS.share));

/** What an action takes away: all, or its percentage. */
const taken = (action: Action): Exact => (action.does === 'stop' ? ALL : divide(exact(action.percent), HUNDRED));

/** Exact kilograms of a firm and level, or the points that have none. Where actions overlap on a point the largest counts. */
function exactCut(sheet: EnterpriseSheet, level: SheetLevel, pollutant: SheetPollutant) {
  const { actions } = sheet.levels[level];
  const missing = sheet.points.filter(({ daily }) => daily[pollutant] === null).map(({ id }) => id);
  if (missing.length > 0 || sheet.points.length === 0) return { missing, base: null, cut: null };
  const points = sheet.points.map(({ id, line, daily }) => {
    const here = actions.filter((one) => one.line === line && (one.point === undefined || one.point === id));
    const base = exact(daily[pollutant] as Numeric);
    return { base, cut: multiply(base, largest(here.map(taken)) ?? ZERO) };
  });
  return { missing, base: sum(points.map(({ base }) => base)), cut: sum(points.map(({ cut }) => cut)) };
}

/** What a firm's sheet takes away at a level, by pollutant; a point without a figure leaves the pollutant without a result. */
export function firmCut(sheet: EnterpriseSheet, level: SheetLevel): FirmCut {
  const entries = POLLUTANTS.map((pollutant): [SheetPollutant, PollutantCut] => {
    const { base, cut, missing } = exactCut(sheet, level, pollutant);
    if (base === null) return [pollutant, { base: null, cut: null, sharePercent: null, missing }];
    return [
      pollutant,
      { base: kilograms(base), cut: kilograms(cut), sharePercent: share(cut, base), missing: [] as const },
    ];
  });
  return Object.fromEntries(entries) as FirmCut;
}

export type DistrictCut = {
  /** kg a day of all firms that could be counted, two decimals */
  readonly cut: string;
  /** of all emissions of the district, %; null without them */
  readonly sharePercent: string | null;
  /** what is asked for, %; null when no rule is known for the day */
  readonly required: string | null;
  /** null = cannot be judged */
  readonly met: boolean | null;
  /** names of firms whose sheet has a point without a figure: the true cut may be larger */
  readonly incomplete: readonly string[];
};

/**
 * The cut of all sheets at a level against what is asked for on a day, by pollutant.
 * @param total all emissions of the district, kg a day, traffic and dust included; null = not known
 */
export function districtCut(
  sheets: readonly EnterpriseSheet[],
  level: SheetLevel,
  total: Readonly<Record<SheetPollutant, Numeric | null>>,
  date: string,
): Readonly<Record<SheetPollutant, DistrictCut>> {
  const rule = inForceOn(
    REQUIRED_CUTS.filter((row) => row.level === level),
    date,
  );
  const entries = POLLUTANTS.map((pollutant): [SheetPollutant, DistrictCut] => {
    const firms = sheets.map((sheet) => ({ name: sheet.name, ...exactCut(sheet, level, pollutant) }));
    const cut = sum(firms.map((firm) => firm.cut ?? ZERO));
    const incomplete = firms.filter(({ base }) => base === null).map(({ name }) => name);
    const all = total[pollutant] === null ? null : exact(total[pollutant]);
    const required = rule?.sharePercent ?? null;
    const enough =
      all === null || all.num === 0n || required === null
        ? null
        : compare(multiply(cut, HUNDRED), multiply(all, exact(required))) >= 0;
    return [
      pollutant,
      {
        cut: kilograms(cut),
        sharePercent: all && share(cut, all),
        required,
        // What is missing can only add: enough stays enough, too little is open.
        met: enough === false && incomplete.length > 0 ? null : enough,
        incomplete,
      },
    ];
  });
  return Object.fromEntries(entries) as Record<SheetPollutant, DistrictCut>;
}
