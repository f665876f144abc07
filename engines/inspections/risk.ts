import { daysBetween } from '#platform/clock';
import type { Sentence } from '#platform/refusal';

/** What a choice of whom to visit first goes by. */
export type RiskFacts = {
  readonly lastSeenOn: string | null;
  /** found in the half year before */
  readonly findings: number;
  /** not mended yet */
  readonly open: number;
};
export type Risk = { readonly points: number; readonly parts: readonly { points: number; why: Sentence }[] };

/** Points by which entries are put in order; shown with each of them. */
export const RISK_POINTS = {
  neverSeen: 40,
  perMonthUnseen: 10,
  mostUnseen: 40,
  perOpen: 20,
  mostOpen: 60,
  perFinding: 5,
  mostFindings: 30,
};

const months = (days: number) => Math.floor(days / 30);

/** The risk of an entry on the first day of a month, with the arithmetic. */
export function riskOf({ lastSeenOn, findings, open }: RiskFacts, day: string): Risk {
  const p = RISK_POINTS;
  const parts: { points: number; why: Sentence }[] = [];
  if (lastSeenOn === null) parts.push({ points: p.neverSeen, why: { zh: '从未检查', en: 'never seen' } });
  else {
    const unseen = months(daysBetween(lastSeenOn, day));
    if (unseen > 0)
      parts.push({
        points: Math.min(p.mostUnseen, unseen * p.perMonthUnseen),
        why: { zh: `${unseen}个月未检查`, en: `${unseen} months unseen` },
      });
  }
  if (open > 0)
    parts.push({
      points: Math.min(p.mostOpen, open * p.perOpen),
      why: { zh: `${open}个问题未整改`, en: `${open} findings open` },
    });
  if (findings > 0)
    parts.push({
      points: Math.min(p.mostFindings, findings * p.perFinding),
      why: { zh: `半年内${findings}个问题`, en: `${findings} findings in half a year` },
    });
  return { points: parts.reduce((sum, part) => sum + part.points, 0), parts };
}
