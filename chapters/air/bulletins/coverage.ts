import type { ComposeContext, Coverage } from '#engines/bulletins';
import { datesBetween } from '#platform/clock';
import type { AirReads } from './reads.ts';

/** What a month's bulletin would be made of: the district's days that have an index, of those that have passed. */
export async function coverageOf(
  { db, districtCode, clock, month }: ComposeContext,
  reads: AirReads,
): Promise<Coverage> {
  const today = clock.today();
  const dates = datesBetween(month.from, month.until < today ? month.until : today);
  const days = await reads.days(db, { kind: 'district', code: districtCode }, month.from, month.until);
  const valid = new Set(days.filter(({ aqi }) => aqi !== null).map(({ date }) => date));
  return {
    valid: dates.filter((date) => valid.has(date)).length,
    of: dates.length,
    missing: dates.filter((date) => !valid.has(date)),
  };
}
