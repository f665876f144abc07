import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { type Pollutant, pollutantOfHj212 } from '#standards/pollutants';
import type { DeviceOthers } from '../deps.ts';
import type { Statistic } from '../model.ts';
import { unitsOf } from './units.table.ts';

/** A factor that devices of a model send and that nobody has given a meaning yet. */
export type UnmappedFactor = {
  modelId: string | null;
  protocol: string | null;
  factor: string;
  statistic: Statistic;
  devices: number;
  /** a few devices with their last value of it */
  examples: { deviceId: number; code: string; no: number; value: number | null; at: string | null }[];
  /** what the catalogue knows the code as; the unit is the person's to say */
  suggestion: { pollutant: Pollutant; units: string[] } | null;
};

/** least and greatest values follow their factor, and are not asked for apart */
const WAITS = sql`c.unit is null and c.mapped_by_name is null and c.factor is not null and c.statistic in ('value', 'total')
  and d.state in ('admitted', 'maintenance')`;
const EXAMPLES = 5;
const MOST = 500;

/**
 * Factors without a meaning over all devices in use, those of most devices first. Least and greatest values are left out:
 * they follow their factor.
 */
export async function unmappedFactors(db: Db, latest: DeviceOthers['latest']): Promise<UnmappedFactor[]> {
  const { rows } = await sql<{
    model_id: string | null;
    protocol: string | null;
    factor: string;
    statistic: Statistic;
    devices: number;
    examples: { id: number; code: string; no: number }[];
  }>`
    select d.model_id, m.protocol, c.factor, c.statistic, count(*)::int as devices,
      (array_agg(jsonb_build_object('id', d.id, 'code', d.code, 'no', c.no) order by d.id))[1:${sql.lit(EXAMPLES)}] as examples
    from channel c join device d on d.id = c.device_id left join device_model m on m.id = d.model_id
    where ${WAITS}
    group by 1, 2, 3, 4 order by devices desc, c.factor, c.statistic limit ${MOST}`.execute(db);
  const values = await latest(db, [...new Set(rows.flatMap((row) => row.examples.map(({ id }) => id)))]);
  return rows.map((row) => {
    const pollutant = row.statistic === 'value' ? pollutantOfHj212(row.factor) : null;
    return {
      modelId: row.model_id,
      protocol: row.protocol,
      factor: row.factor,
      statistic: row.statistic,
      devices: row.devices,
      examples: row.examples.map(({ id, code, no }) => ({
        deviceId: id,
        code,
        no,
        value: values.get(id)?.values[no - 1] ?? null,
        at: values.get(id)?.at.toISOString() ?? null,
      })),
      suggestion: pollutant && { pollutant, units: unitsOf(pollutant) },
    };
  });
}

/** How many factors wait for a meaning, and of how many devices. */
export async function unmappedCount(db: Db): Promise<{ factors: number; devices: number }> {
  const { rows } = await sql<{ factors: number; devices: number }>`
    select count(distinct (d.model_id, c.factor, c.statistic))::int as factors, count(distinct d.id)::int as devices
    from channel c join device d on d.id = c.device_id where ${WAITS}`.execute(db);
  return rows[0]!;
}
