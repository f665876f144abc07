import type pg from 'pg';
import type { ImportReport } from '../wire.ts';
import type { StationDevice } from './devices.ts';
import { DIFFERS, IS_REPLAY, type Landed } from './land.ts';

export type Comparison = Landed & {
  replays: number;
  stations: NonNullable<ImportReport['stations']>;
  pollutants: NonNullable<ImportReport['pollutants']>;
  coverage: NonNullable<ImportReport['coverage']>;
};

type Month = {
  device_id: number;
  month: string;
  hours: number;
  inserted: number;
  changed: number;
  replays: number;
  present: number[];
  fresh: number[];
  corrected: number[];
};

/**
 * What the staged rows would do to what is stored, by station, month and quantity; writes nothing. Call it after
 * `mergeStored` and before `landStaged`, whose counts it gives in advance.
 */
export async function compareStaged(client: pg.ClientBase, devices: readonly StationDevice[]): Promise<Comparison> {
  const used = devices.filter((d) => d.rows > 0);
  const width = Math.max(1, ...used.map((d) => d.channels.length));
  const each = (test: (i: number) => string) =>
    `array[${Array.from({ length: width }, (_, i) => `count(*) filter (where ${test(i + 1)})`).join(', ')}]::int[]`;
  const { rows } = await client.query<Month>(
    `select s.device_id, to_char(s.at at time zone interval '8 hours', 'YYYY-MM') as month, count(*)::int as hours,
       (count(*) filter (where p.at is null))::int as inserted,
       (count(*) filter (where p.at is not null and (${DIFFERS} or ${IS_REPLAY})))::int as changed,
       (count(*) filter (where p.at is not null and ${IS_REPLAY}))::int as replays,
       ${each((i) => `s.values[${i}] is not null`)} as present,
       ${each((i) => `s.values[${i}] is not null and p.values[${i}] is null`)} as fresh,
       ${each((i) => `s.values[${i}] <> p.values[${i}]`)} as corrected
     from staged s left join packet p on p.device_id = s.device_id and p.at = s.at and p.span_minutes = 60
     group by 1, 2 order by 1, 2`,
  );
  const sum = (of: (m: Month) => number, device?: number) =>
    rows.reduce((total, m) => (device === undefined || m.device_id === device ? total + of(m) : total), 0);
  const inserted = sum((m) => m.inserted);
  const changed = sum((m) => m.changed);
  return {
    inserted,
    changed,
    unchanged: sum((m) => m.hours) - inserted - changed,
    replays: sum((m) => m.replays),
    stations: used.map((d) => {
      const [fresh, other] = [sum((m) => m.inserted, d.id), sum((m) => m.changed, d.id)];
      const unchanged = sum((m) => m.hours, d.id) - fresh - other;
      const name = { zh: d.names[1]!, en: d.names[2]! };
      return { code: d.station, name, rows: d.rows, inserted: fresh, changed: other, unchanged };
    }),
    pollutants: pollutantsOf(rows, used),
    coverage: coverageOf(rows, used),
  };
}

function pollutantsOf(rows: readonly Month[], used: readonly StationDevice[]): Comparison['pollutants'] {
  const codes = [...new Set(used.flatMap((d) => d.places.map((place) => d.channels[place]!)))];
  return codes.map((code) => {
    const found = { code, values: 0, inserted: 0, changed: 0 };
    for (const m of rows) {
      const at = used.find((d) => d.id === m.device_id)!.channels.indexOf(code);
      found.values += m.present[at] ?? 0;
      found.inserted += m.fresh[at] ?? 0;
      found.changed += m.corrected[at] ?? 0;
    }
    return found;
  });
}

function coverageOf(rows: readonly Month[], used: readonly StationDevice[]): Comparison['coverage'] {
  return rows.map((m) => {
    const device = used.find((d) => d.id === m.device_id)!;
    const values = Object.fromEntries(
      [...new Set(device.places)].map((place) => [device.channels[place]!, m.present[place] ?? 0]),
    );
    return { station: device.station, month: m.month, hours: m.hours, values };
  });
}
