import type { ReadTarget } from '../reading.types.ts';
import type { Uncertain } from '../recognise/raw.ts';
import { clausesOf, maskNames } from './clauses.ts';
import { FigureReader } from './figures.ts';
import { quantitiesIn } from './quantities.ts';
import { wordedTargets } from './worded-targets.ts';

/** Below this a target is shown among what a person should look at. */
const SURE = 0.75;

/**
 * The targets that a measure's words set: printed figures, all-or-none in words (全部, 禁止), directions of measured things
 * (继续下降) and what a higher level assigns. Figures that are names (standards, dates, emission stages) or that only
 * describe (4.5吨以下车辆) are none.
 * @param title the task's title, which names the thing where the measure only says 减排目标
 * @returns targets in the order of the text, each with its place, and remarks on those that are not certain
 */
export function targetsIn(text: string, title: string): { targets: ReadTarget[]; uncertain: Uncertain[] } {
  const masked = maskNames(text);
  const quantities = quantitiesIn(masked);
  const targets: ReadTarget[] = [];
  const reader = new FigureReader(text);
  for (const clause of clausesOf(text)) {
    const here = quantities.filter((q) => q.start >= clause.start && q.end <= clause.end);
    const figures = reader.read(clause, here);
    const worded = wordedTargets({ text, masked, clause, title, hasFigure: figures.length > 0 });
    const ranked = worded.some((t) => t.unit === '名' || t.unit === '位');
    targets.push(...(ranked ? [] : figures), ...worded);
  }
  const uncertain = targets
    .filter((t) => t.confidence < SURE)
    .map((t) => ({
      where: 'targets',
      what: t.quote,
      note: {
        zh: `“${t.quote}”是否作为目标考核，请确认`,
        en: `Please confirm whether “${t.quote}” is meant as a target`,
      },
    }));
  return { targets, uncertain };
}
