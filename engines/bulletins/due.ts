import { loadedDistrict } from '#engines/district';
import { yearOf } from '#platform/clock';
import type { BulletinDeps } from './acts.ts';
import { monthOfText } from './period.ts';
import { listRows } from './store.ts';
import type { BulletinDue } from './wire.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/**
 * The months of a year up to today with what there is of each: its newest bulletin, and how much data it would be made
 * of. A month that is over, has data and no issued bulletin is due (29.1 定期通报).
 */
export async function dueMonths(deps: BulletinDeps, kind: string, asked?: number): Promise<BulletinDue> {
  const definition = deps.registry.of(kind);
  const today = deps.clock.today();
  const year = asked ?? yearOf(today);
  const [rows, district] = await Promise.all([
    listRows(deps.db, deps.districtCode, { kind, year, drafts: true }),
    loadedDistrict(deps.db, deps.districtCode),
  ]);
  const begun = MONTHS.map((no) => monthOfText(`${year}-${no}`)).filter(({ from }) => from <= today);
  const months = await Promise.all(
    begun.map(async (month) => {
      const newest = rows.find((row) => row.period_from === month.from && row.period_until === month.until);
      const coverage =
        (await definition.coverage?.({
          db: deps.db,
          districtCode: deps.districtCode,
          districtName: { zh: district.name_zh, en: district.name_en },
          clock: deps.clock,
          month,
        })) ?? null;
      const over = month.until < today;
      const issued = !!newest && newest.state !== 'draft';
      return {
        month: month.id,
        until: month.until,
        over,
        due: over && !issued && coverage?.valid !== 0,
        coverage,
        bulletin: newest ? { id: newest.id, state: newest.state, number: newest.number } : null,
      };
    }),
  );
  return { kind, year, months };
}
