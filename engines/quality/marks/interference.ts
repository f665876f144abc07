import { sql } from 'kysely';
import { addDays, type CalendarDate, startOfDay } from '#platform/clock';
import type { Db } from '#platform/store';
import type { InterferenceList } from '../wire.ts';

/** Suspected interference by station: one entry an interval, its channels together, those that were overruled left out. */
export async function interferenceOf(db: Db, from: CalendarDate, until: CalendarDate): Promise<InterferenceList> {
  const { rows } = await sql<{
    device_id: number;
    code: string;
    name: string | null;
    street_code: string | null;
    simulated: boolean;
    mark_id: number;
    from_at: Date;
    until_at: Date;
    says: string;
    change: number | null;
    rise: number | null;
    review: 'open' | 'accepted';
    audited: boolean;
  }>`
    select m.device_id, d.code, d.name, d.street_code, d.simulated, min(m.id)::int as mark_id, m.from_at, m.until_at,
      m.evidence->>'says' as says, min((m.evidence->>'change')::float8) as change, max((m.evidence->>'humidityRise')::float8) as rise,
      case when bool_or(m.review = 'accepted') then 'accepted' else 'open' end as review, bool_and(m.audited) as audited
    from qc_mark m join device d on d.id = m.device_id
    where m.test = 'interference' and m.gone_at is null and m.review <> 'overruled' and m.from_at < ${startOfDay(addDays(until, 1))}
      and m.until_at > ${startOfDay(from)}
    group by 1, 2, 3, 4, 5, 7, 8, 9 order by d.code, m.from_at desc limit 2000`.execute(db);
  const stations = new Map<number, InterferenceList['stations'][number]>();
  for (const row of rows) {
    const station = stations.get(row.device_id) ?? {
      device: {
        id: row.device_id,
        code: row.code,
        name: row.name,
        streetCode: row.street_code,
        simulated: row.simulated,
      },
      suspicions: [],
    };
    station.suspicions.push({
      markId: row.mark_id,
      from: row.from_at.toISOString(),
      until: row.until_at.toISOString(),
      kind: row.says === 'spraying' ? 'spraying' : 'covering',
      change: row.change,
      humidityRise: row.rise,
      review: row.review,
      audited: row.audited,
    });
    stations.set(row.device_id, station);
  }
  return {
    stations: [...stations.values()].sort((a, b) => b.suspicions.length - a.suspicions.length),
  };
}
