/**
 * Supervision 督办: that what the plan orders is done, unit by unit.
 *
 * What a unit owes is one list: months' reports, letters to answer, measures that are due, extensions that run out, orders
 * of dispatch meetings, stale ledgers, open findings (`owedBy`). A measure that is overdue or behind its pace raises a
 * supervision letter 督办函, one for each unit and lapse; the air office issues it under the year's next number, on paper
 * with its figures, and the unit answers. An extension is asked, reasoned and decided. A measure is struck off 销号 against
 * written criteria, each with its evidence; the lamp goes on following the evidence. Scores add up parts, each with its
 * arithmetic, by weights that the air office may change from a day on.
 *
 * `mattersFor` says what there is to tell whom on a day; whoever sends notices reads it.
 */
export type { SupervisionDeps } from './deps.ts';
export { askExtension, decideExtension } from './extensions.ts';
export { supervisionTask } from './jobs.ts';
export { answerLetter, issueLetters } from './letters.ts';
export { type Matter, mattersFor } from './matters.ts';
export { type OwedLine, owedBy, owedByAll } from './owed.ts';
export { raiseLetters } from './raise.ts';
export { supervisionRoutes } from './routes.ts';
export { lateFindings, ledgerFreshness, ownComponents } from './score-parts.ts';
export { type ScoreComponent, type ScoreShare, scoresOf } from './scores.ts';
export * from './wire.ts';
