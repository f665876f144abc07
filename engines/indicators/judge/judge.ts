import { daysBetween, lastDayOfMonth } from '#platform/clock';
import { add, compare, compareDecimal, divide, type Exact, exact, multiply, subtract } from '#standards/gb-t-8170';
import type { IndicatorDefinition } from '../definition.ts';
import type { Lamp } from '../wire.ts';
import type { Goal, Term } from './goal.ts';
import { LAMP_ORDER, LAMPS, type Moment, type Standing } from './lamps.table.ts';

/** The figures that are judged, as printed. */
export type Figures = {
  readonly value: string | null;
  readonly lastYear: string | null;
  /** last day that is in the value; null without a value */
  readonly until: string | null;
  /** the figure when the term began, from which a line leads to the target; nought where it is not known */
  readonly start?: string | null;
};

export type JudgeSettings = {
  /** 左右: how far from the figure still counts, as a share of it */
  readonly aboutTolerance: number;
  /** 基本: the same; of nought, as a share of where the figure stood when the term began */
  readonly basicallyTolerance: number;
  /** the day on which it is judged: what is counted up to has to be there by then, however old its last record */
  readonly asOf: string;
};

/** The moment of a term on a day: over from the day after it, or on its last day once that day's figures are in. */
export function momentOf(term: Term, asOf: string, until: string | null): Moment {
  if (asOf < term.start) return 'before';
  return asOf > term.due || (asOf === term.due && until !== null && until >= term.due) ? 'over' : 'running';
}

/** The share of a term that has passed at the end of a day, exact, at most one. */
const passed = (term: Term, day: string) => {
  const all = daysBetween(term.start, term.due) + 1;
  const done = Math.min(all, Math.max(0, daysBetween(term.start, day) + 1));
  return divide(exact(done), exact(all));
};

/**
 * Where the line stands at the end of a day: from the start straight to what is asked, or by the quantities planned for
 * the months, each spread evenly over its days.
 */
export function onLine(goal: Goal, asked: Exact, start: string | null, term: Term, asOf: string): Exact {
  const { months } = goal.pace;
  if (!months) {
    const from = exact(start ?? 0);
    return add(from, multiply(subtract(asked, from), passed(term, asOf)));
  }
  if (asOf > term.due) return asked;
  const month = Number(asOf.slice(5, 7));
  const whole = months.slice(0, month - 1).reduce((total, one) => add(total, exact(one)), exact(0));
  const days = Number(lastDayOfMonth(asOf.slice(0, 7)).slice(8));
  return add(whole, divide(multiply(exact(months[month - 1] ?? 0), exact(Number(asOf.slice(8)))), exact(days)));
}

const against = (figure: string, before: string | null, strictly: -1 | 1): Standing => {
  if (before === null) return 'none';
  const order = compareDecimal(figure, before);
  // nothing against nothing: what does not exist cannot fall further
  if (strictly === -1 && order === 0 && compareDecimal(figure, 0) === 0) return 'kept';
  return order === strictly ? 'kept' : 'short';
};

/** How far from the figure asked still counts, as a share of it: 左右, 基本; else nothing. */
export function toleranceOf(
  { operator, soft }: Goal,
  { aboutTolerance, basicallyTolerance }: Omit<JudgeSettings, 'asOf'>,
): number {
  if (operator === 'about') return aboutTolerance;
  return soft?.includes('基本') ? basicallyTolerance : 0;
}

/** How a figure stands to what is asked of it. */
export function standingOf(
  definition: Pick<IndicatorDefinition, 'kind' | 'better'>,
  goal: Goal,
  { value, lastYear, start = null }: Figures,
  term: Term,
  { asOf, ...tolerances }: JudgeSettings,
): Standing {
  if (goal.operator === 'assigned') return 'unassigned';
  if (value === null) return 'none';
  if (goal.operator === 'decrease') return against(value, lastYear, -1);
  if (goal.operator === 'increase') return against(value, lastYear, 1);
  if (goal.value === null) return 'none';
  const asked = exact(goal.value);
  // what is basically to be gone may leave its share of what there was
  const slack = multiply(
    asked.num === 0n && start !== null ? exact(start) : asked,
    exact(toleranceOf(goal, tolerances)),
  );
  const atLeast = (least: typeof asked, strictly = false): Standing => {
    const there = compare(exact(value), least) >= (strictly ? 1 : 0);
    if (there) return definition.kind === 'count' ? 'reached' : 'kept';
    if (goal.pace.kind === 'level') return 'short';
    return compare(exact(value), onLine(goal, least, start, term, asOf)) >= (strictly ? 1 : 0) ? 'kept' : 'short';
  };
  const atMost = (most: typeof asked, strictly = false): Standing => {
    if (compare(exact(value), most) <= (strictly ? -1 : 0)) return 'kept';
    if (goal.pace.kind === 'level' || definition.kind === 'count') return 'short';
    return compare(exact(value), onLine(goal, most, start, term, asOf)) <= 0 ? 'kept' : 'short';
  };
  const higher = definition.better === 'higher';
  switch (goal.operator) {
    case '>=':
    case '>':
      return atLeast(subtract(asked, slack), goal.operator === '>');
    case '<=':
    case '<':
      return atMost(add(asked, slack), goal.operator === '<');
    case '=':
    case 'about':
      return higher ? atLeast(subtract(asked, slack)) : atMost(add(asked, slack));
    default:
      return 'none';
  }
}

/** The lamp of a moment and a standing, by the table. */
export const judge = (moment: Moment, standing: Standing): Lamp =>
  LAMPS.find((row) => row.moment === moment && (row.standing === 'any' || row.standing === standing))!.lamp;

/** The worst of several lamps; no_data of none. */
export const worstLamp = (lamps: readonly Lamp[]): Lamp =>
  lamps.reduce<Lamp | null>(
    (worst, lamp) => (worst && LAMP_ORDER.indexOf(worst) >= LAMP_ORDER.indexOf(lamp) ? worst : lamp),
    null,
  ) ?? 'no_data';
