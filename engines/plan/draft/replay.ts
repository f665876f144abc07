import { isRefusal } from '#platform/refusal';
import { beginDraft, type KeptReading, oneSentence } from './begin.ts';
import { everyField, fieldAt, measureOf, placeOf } from './paths.ts';
import { laterActsDepend, noSuchPath } from './refusals.ts';
import { applyStructure, structureAct } from './structure.ts';
import { placeInText } from './values.ts';
import type { Act, Field, Working, WorkingMeasure } from './working.types.ts';

/**
 * The draft as its reviewers have made it: the machine's reading with every act that was not undone, in order. The
 * reading itself stays as it is; what counts at a place is what was said last.
 * @throws Refusal not_in_this_state when an act leans on one that was undone
 */
export function replay(reading: KeptReading, acts: readonly Act[]): Working {
  const working = beginDraft(structuredClone(reading));
  for (const act of acts) {
    if (act.undone) continue;
    try {
      apply(working, act);
    } catch (error) {
      if (isRefusal(error)) throw laterActsDepend();
      throw error;
    }
  }
  return working;
}

/** One act on top of a working copy, in place. @throws Refusal when it names what is not there */
export function apply(working: Working, act: Act): void {
  if (act.kind === 'structure') {
    const parsed = structureAct.safeParse(act.corrected);
    if (!parsed.success) throw noSuchPath('structure');
    applyStructure(working, parsed.data, `+${act.id}`);
    return;
  }
  const place = placeOf(act.path);
  const at = fieldAt(working, place);
  at.settled = true;
  at.by = act.by;
  at.at = act.at;
  at.reason = act.reason;
  if (act.kind === 'settled') return;
  at.value = act.corrected;
  at.corrected = true;
  if (place.of === 'measure' && place.name === 'text') followText(measureOf(working, place.key));
}

/** A corrected wording moves its targets' quotes; a quote that is gone has to be looked at again. */
function followText(measure: WorkingMeasure): void {
  const { text, targets } = measure.fields;
  const lost: string[] = [];
  targets.value = targets.value.map((t) => {
    const at = placeInText(text.value, t.quote);
    if (!at && t.quote) lost.push(t.quote);
    return { ...t, at };
  });
  if (!lost.length) return;
  const quotes = lost.map((q) => `“${q}”`);
  const gone = {
    zh: `修改后的文字里没有${quotes.join('、')}，请核对目标。`,
    en: `The corrected wording no longer has ${quotes.join(', ')}; check the targets.`,
  };
  targets.uncertain = oneSentence(targets.uncertain && !targets.settled ? [targets.uncertain, gone] : [gone]);
  targets.settled = false;
}

/** How much of a draft is uncertain, and how much of that was settled by a person. */
export function doubts(working: Working): { uncertain: number; settled: number; measures: number } {
  let uncertain = 0;
  let settled = 0;
  for (const { field } of everyField(working)) {
    if (!field.uncertain) continue;
    uncertain++;
    if (isSettled(field)) settled++;
  }
  const measures = working.chapters.reduce((n, c) => n + c.tasks.reduce((m, t) => m + t.measures.length, 0), 0);
  return { uncertain, settled, measures };
}

export const isSettled = (field: Field<unknown>): boolean => !field.uncertain || field.settled;
