import { NOWCAST_VERSIONS, type NowcastVersion } from './nowcast.table.ts';
import { present, type Series } from './pairs.ts';

export { NOWCAST_VERSIONS, type NowcastVersion } from './nowcast.table.ts';

/**
 * NowCast of particles: Σ w^k·c_k / Σ w^k over the hours that are there (k = hours ago), w = cmin/cmax but not less than
 * the version's least weight.
 * @param hours hourly means in the order of time, the last one is the present hour; µg/m³
 * @returns µg/m³, unrounded; null when fewer than two of the last three hours are there
 */
export function nowcast(hours: Series, version: NowcastVersion = 'pm'): number | null {
  const { hours: span, leastWeight, recentHours, leastRecent } = NOWCAST_VERSIONS[version];
  const ago = Array.from({ length: Math.min(span, hours.length) }, (_, k) => hours[hours.length - 1 - k] ?? null);
  if (ago.slice(0, recentHours).filter(present).length < leastRecent) return null;
  const there = ago.flatMap((c, k) => (present(c) ? [{ c, k }] : []));
  const values = there.map(({ c }) => c);
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const weight = largest <= 0 ? 1 : Math.max(leastWeight, smallest / largest);
  const total = there.reduce((sum, { c, k }) => sum + weight ** k * c, 0);
  return total / there.reduce((sum, { k }) => sum + weight ** k, 0);
}
