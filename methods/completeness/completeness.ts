import { ratioPercent } from '#standards/gb-t-8170';

/** The state of one due step (a minute, an hour, a day). */
export type StepState = 'valid' | 'invalid' | 'maintenance' | 'missing';

export type Completeness = {
  readonly due: number;
  readonly counts: Readonly<Record<StepState, number>>;
  /** what arrived (valid, invalid or marked maintenance) of what was due, %; null when nothing was due */
  readonly capturePercent: string | null;
  /** valid of what was due, % */
  readonly validPercent: string | null;
  /** valid of what was due outside maintenance, %; null when all was maintenance */
  readonly validOutsideMaintenancePercent: string | null;
  /** longest run of steps without a valid value, and where it begins (index); null when there is none */
  readonly longestGap: { readonly from: number; readonly steps: number } | null;
};

const DECIMALS = 1;
const STATES: readonly StepState[] = ['valid', 'invalid', 'maintenance', 'missing'];

/** Steps of a length between two moments (milliseconds since 1970, the end not included). */
export function stepsDue(from: number, to: number, stepMinutes: number): number {
  if (!(stepMinutes > 0)) throw new RangeError(`a step has a length: ${stepMinutes}`);
  return Math.max(0, Math.floor((to - from) / (stepMinutes * 60_000)));
}

function longestGap(steps: readonly StepState[]): Completeness['longestGap'] {
  let best: Completeness['longestGap'] = null;
  let from: number | null = null;
  steps.forEach((state, i) => {
    from = state === 'valid' ? null : (from ?? i);
    if (from !== null && i - from + 1 > (best?.steps ?? 0)) best = { from, steps: i - from + 1 };
  });
  return best;
}

/** The completeness of a period, one state for each step that was due, in the order of time. */
export function completeness(steps: readonly StepState[]): Completeness {
  const count = (state: StepState) => steps.filter((one) => one === state).length;
  const counts = Object.fromEntries(STATES.map((state) => [state, count(state)])) as Record<StepState, number>;
  const due = steps.length;
  return {
    due,
    counts,
    capturePercent: ratioPercent(due - counts.missing, due, DECIMALS),
    validPercent: ratioPercent(counts.valid, due, DECIMALS),
    validOutsideMaintenancePercent: ratioPercent(counts.valid, due - counts.maintenance, DECIMALS),
    longestGap: longestGap(steps),
  };
}
