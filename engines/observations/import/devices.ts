import type pg from 'pg';
import { POLLUTANTS, type Pollutant } from '#standards/pollutants';

/** A station as the import sees it: its device (registered when its first row comes) and where its channels go. */
export type StationDevice = {
  id: number;
  station: string;
  /** what the station may be called in a file */
  names: string[];
  streetCode: string | null;
  /** registered before this import */
  known: boolean;
  /** pollutants by channel number − 1, those of this import included */
  channels: Pollutant[];
  knownChannels: number;
  /** place in the file's channel list → index in `values` */
  places: number[];
  rows: number;
};

const CATALOGUE = Object.keys(POLLUTANTS) as Pollutant[];

/**
 * All stations that a file may name, each with a device id of its own, in the import's transaction.
 * `pollutants` are the channels of the file in their order; in a long table two names may lead to one pollutant.
 * A new device numbers its channels in the catalogue's order; on a known one new pollutants come after those it has.
 */
export async function stationDevices(
  client: pg.ClientBase,
  pollutants: readonly Pollutant[],
): Promise<StationDevice[]> {
  const { rows } = await client.query<{
    code: string;
    name_zh: string;
    name_en: string;
    street_code: string | null;
    device_id: number | null;
    channels: Pollutant[] | null;
  }>(`select s.code, s.name_zh, s.name_en, s.street_code, d.id as device_id,
        (select array_agg(case when c.statistic = 'value' then c.pollutant end order by c.no) from channel c where c.device_id = d.id) as channels
      from station s left join device d on d.code = s.code order by s.code`);
  const without = rows.filter((r) => r.device_id === null);
  const ids = await client.query<{ id: number }>(
    "select nextval(pg_get_serial_sequence('device', 'id'))::int as id from generate_series(1, $1)",
    [without.length],
  );
  const fresh = ids.rows.map((r) => r.id).reverse();
  const ordered = [...new Set(pollutants)].sort((a, b) => CATALOGUE.indexOf(a) - CATALOGUE.indexOf(b));
  return rows.map((row) => {
    const before = row.channels ?? [];
    const channels = [...before, ...ordered.filter((p) => !before.includes(p))];
    return {
      id: row.device_id ?? fresh.pop()!,
      station: row.code,
      names: [row.code, row.name_zh, row.name_en],
      streetCode: row.street_code,
      known: row.device_id !== null,
      channels,
      knownChannels: before.length,
      places: pollutants.map((p) => channels.indexOf(p)),
      rows: 0,
    };
  });
}

/** Registers what the file really brought: new devices, new channels. */
export async function registerDevices(client: pg.ClientBase, devices: readonly StationDevice[]): Promise<void> {
  const used = devices.filter((d) => d.rows > 0);
  for (const device of used.filter((d) => !d.known)) {
    await client.query(
      `insert into device (id, code, kind, station_code, street_code) overriding system value
       values ($1, $2, 'air_station', $2, $3)`,
      [device.id, device.station, device.streetCode],
    );
  }
  for (const device of used) {
    const added = device.channels.slice(device.knownChannels);
    if (added.length === 0) continue;
    await client.query(
      `insert into channel (device_id, no, pollutant, unit)
       select $1, p.no + $2, p.code, p.unit from unnest($3::text[], $4::text[]) with ordinality as p(code, unit, no)`,
      [device.id, device.knownChannels, added, added.map((p) => POLLUTANTS[p].unit)],
    );
  }
}
