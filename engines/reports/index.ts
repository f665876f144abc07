/**
 * Reports 进展填报: what a responsible unit says it has done for a measure, with the documents that show it.
 *
 * A report is words and documents of a unit as of a day, never a percentage: figures come from evidence. A unit reports on
 * the measures in which the plan in force names it (itself, or through a collective of which it was a member on the day of
 * adoption). Reports follow the measure's lineage, so an amendment or next year's plan shows them too. Nothing is
 * rewritten: a mistaken report is withdrawn with a reason and stays readable.
 *
 * A month's report is owed by every unit of a duty: words, documents and the figures of the living table as they stood at
 * the month's end. It is submitted, reviewed by the head of the unit and accepted by the air office, or returned with a
 * reason and made again as a new version. Nobody passes a report that is their own, nor passes one twice.
 */
export { report } from './acts.ts';
export { dueOfMonth, type OwedReport, owedReports } from './month.ts';
export { mayMove as reviewable, moveReport, stateOf } from './review.ts';
export { reportRoutes } from './routes.ts';
export { monthReports as reportsOfMonths } from './store.ts';
export * from './wire.ts';
