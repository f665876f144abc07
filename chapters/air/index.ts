/**
 * Air 空气质量目标: the first chapter of the plan, and what every other chapter is for.
 *
 * It declares the indicators by which the district's air is judged (the PM2.5 mean and the heavily polluted days of
 * the year so far, beside last year's) and the monthly bulletin that tells of it. How they are computed, judged and
 * printed is the engines' work.
 */
export { monthlyAirBulletin } from './bulletins/monthly.ts';
export { progressFrom, type TableRead } from './bulletins/plan-progress.ts';
export { storedAir } from './bulletins/stored.ts';
export { airIndicators } from './indicators/index.ts';
