import type { LivingTable } from '#engines/indicators';
import type { Db } from '#platform/store';
import type { ProgressRead } from './reads.ts';

/** The living table of the plan in force on a day; null where no plan of that year is adopted. */
export type TableRead = (db: Db, districtCode: string, asOf: string) => Promise<LivingTable | null>;

/** The indicator by which the plan judges the district's air. */
const JUDGED_BY = 'air.pm25-mean';

/**
 * Finds the measure that this bulletin's figures serve: the first of the plan that the PM2.5 mean is bound to. Its
 * number is not written anywhere, because next year's plan may number otherwise.
 */
export const progressFrom =
  (read: TableRead): ProgressRead =>
  async (db, districtCode, asOf) => {
    const table = await read(db, districtCode, asOf);
    const measures = table?.chapters.flatMap(({ tasks }) => tasks.flatMap((task) => task.measures)) ?? [];
    const measure = measures.find(({ indicators }) => indicators.some(({ id }) => id === JUDGED_BY));
    if (!measure) return null;
    const states = measure.indicators.filter(({ scope }) => scope.kind === 'district');
    return { measureId: measure.id, text: measure.text, states };
  };
