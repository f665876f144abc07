/**
 * Paper 纸面: the adopted plan as the table that was issued, to print and to send: six columns, chapters across, tasks
 * merged over their measures, and a column of lamps where one is wanted.
 */
export { planDocx } from './docx.ts';
export type { LampMark, PaperOptions, PaperPlan } from './layout.ts';
export { paperRoutes } from './routes.ts';
export { planXlsx } from './xlsx.ts';
