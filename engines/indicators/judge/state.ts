import type { Sentence } from '#platform/refusal';
import { exact, multiply, roundExact } from '#standards/gb-t-8170';
import type { IndicatorDefinition, IndicatorScope } from '../definition.ts';
import type { ValueRow } from '../store.ts';
import type { IndicatorState } from '../wire.ts';
import { allowedCount, allowedMean, daysLeftOfYear, fraction } from './allowance.ts';
import { type Goal, isShared, type Term } from './goal.ts';
import { type Figures, type JudgeSettings, judge, momentOf, onLine, standingOf, toleranceOf } from './judge.ts';
import { changeOf, goalWords, idleWords, whyWords } from './words.ts';

export type StateQuestion = {
  readonly definition: IndicatorDefinition;
  readonly scope: IndicatorScope & { readonly name: Sentence };
  readonly goal: Goal | null;
  readonly term: Term;
  readonly year: number;
  readonly asOf: string;
  readonly row: ValueRow | undefined;
  readonly settings: Omit<JudgeSettings, 'asOf'>;
};

/** An indicator as a measure shows it: value, last year's, what is asked, what may still come, lamp and the reason. */
export function indicatorState(question: StateQuestion): IndicatorState {
  const { definition, scope, goal, term, year, asOf, row } = question;
  const figures: Figures = {
    value: row?.value ?? null,
    lastYear: row?.last_year ?? null,
    // a figure of evidence stands as it is until its evidence changes; one of days reaches as far as its days
    until: row ? (definition.how ? asOf : row.until_day) : null,
    start: row?.parts.start ?? null,
  };
  const moment = momentOf(term, asOf, figures.until);
  // a share of nothing that has happened is neither good nor bad: nothing waits to be done
  const idle = row !== undefined && row.value === null && row.parts.due === 0 && definition.kind === 'share';
  const shared = goal !== null && isShared(goal, scope);
  const standing = shared
    ? 'shared'
    : idle && goal
      ? 'kept'
      : goal
        ? standingOf(definition, goal, figures, term, { ...question.settings, asOf })
        : 'none';
  const [from, until] = [`${year}-01-01`, figures.until ?? asOf];
  return {
    id: definition.id,
    title: definition.title,
    unit: definition.unit,
    shownUnit: { zh: definition.unit, en: definition.spokenUnit.en },
    better: definition.better,
    scope,
    asOf,
    value: figures.value,
    lastYear: figures.lastYear,
    ...changeOf(definition, figures),
    shared,
    target:
      goal && !shared
        ? {
            text: tolerated(goalWords(definition, goal), toleranceOf(goal, question.settings)),
            operator: goal.operator,
            value: goal.value,
            letter: goal.letter,
            pace: goal.pace.kind,
            expected: expectedOf(definition, goal, figures, term, asOf),
          }
        : null,
    allowance: goal && row && !shared ? allowanceOf(definition, goal, row) : null,
    judgement: judge(moment, standing),
    why:
      idle && goal && !shared
        ? idleWords(definition, asOf)
        : whyWords(definition, goal, figures, { moment, standing, term, year }),
    edition: row?.edition ?? '',
    evidence: {
      count: row?.evidence ?? 0,
      excluded: row?.excluded ?? 0,
      counts: definition.counts,
      href: definition.evidenceHref(scope, from, until),
    },
    provenance: row?.provenance ?? [],
    computedAt: row?.computed_at.toISOString() ?? null,
  };
}

const tolerated = (words: Sentence, tolerance: number): Sentence => {
  const share = roundExact(multiply(exact(tolerance), exact(100)), 1).replace(/\.0$/, '');
  return tolerance === 0 ? words : { zh: `${words.zh}（允许偏差${share}%）`, en: `${words.en} (tolerance ${share}%)` };
};

/** Where the figure should be on the day, printed; null where its pace is no line. */
function expectedOf(definition: IndicatorDefinition, goal: Goal, figures: Figures, term: Term, asOf: string) {
  const rising = ['>=', '>', '=', 'about'].includes(goal.operator) && definition.better === 'higher';
  const falling = ['<=', '<', '=', 'about'].includes(goal.operator) && definition.better === 'lower';
  if (goal.value === null || goal.pace.kind !== 'line' || asOf < term.start) return null;
  if (!rising && !(falling && definition.kind !== 'count')) return null;
  const expected = onLine(goal, exact(goal.value), figures.start ?? null, term, asOf);
  return roundExact(expected, Math.max(1, definition.decimals));
}

/** What the rest of the year may still bring without missing “继续下降”; null for other goals and without last year's whole. */
export function allowanceOf(definition: IndicatorDefinition, goal: Goal, row: ValueRow): IndicatorState['allowance'] {
  const { sum, days = 0, lastYearWhole } = row.parts;
  const left = daysLeftOfYear(row.until_day);
  if (goal.operator !== 'decrease' || !lastYearWhole || row.value === null || left === 0) return null;
  const unit = definition.spokenUnit;
  if (definition.kind === 'mean' && sum !== undefined) {
    const value = allowedMean(fraction(sum), days, left, lastYearWhole, definition.decimals);
    return {
      value,
      days: left,
      text: value
        ? {
            zh: `其余${left}天均值不超过${value}${unit.zh}，全年即可低于上年的${lastYearWhole}${unit.zh}`,
            en: `With a mean of at most ${value} ${unit.en} on the ${left} days left, the year stays below last year's ${lastYearWhole} ${unit.en}`,
          }
        : {
            zh: `全年已无法低于上年的${lastYearWhole}${unit.zh}`,
            en: `The year can no longer stay below last year's ${lastYearWhole} ${unit.en}`,
          },
    };
  }
  if (definition.kind !== 'count') return null;
  const value = allowedCount(row.value, lastYearWhole);
  return {
    value,
    days: left,
    text: value
      ? {
          zh: `其余${left}天内再出现不超过${value}${unit.zh}，全年即可少于上年的${lastYearWhole}${unit.zh}`,
          en: `With at most ${value} more ${unit.en} on the ${left} days left, the year stays below last year's ${lastYearWhole}`,
        }
      : {
          zh: `全年已无法少于上年的${lastYearWhole}${unit.zh}`,
          en: `The year can no longer stay below last year's ${lastYearWhole}`,
        },
  };
}
