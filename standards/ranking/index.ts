/**
 * Ranking 排名: places as the bulletins print them.
 *
 * Places are given on the printed (rounded) figure, not on what stands behind it; equal figures share the better place
 * and the next place skips (1, 2, 2, 4). Which end is first is stated by the bulletin: PM2.5 of the districts ascends,
 * the street TSP list is in reverse order (倒序, the worst first). Who has no figure has no place.
 */
export { competitionRank, type Order, type Ranked, worstN } from './ranking.ts';
export { STANDARD } from './standard.table.ts';
