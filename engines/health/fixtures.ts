import { modelSettings, moveRegister, storeDeviceModels } from '#engines/devices';
import { readDistrict, storeDistrict } from '#engines/district';
import type { Mark } from '#engines/observations';
import type { Store } from '#platform/store';
import { type LookDeps, lookAtDevices } from './look.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** ten in the morning of 2026-11-02 in Beijing */
export const TEN = Date.UTC(2026, 10, 2, 2);

/** A network of micro-stations in Xicheng that send PM2.5 every minute, on a clock of the test's own. */
export async function network({ db, pool }: Pick<Store, 'db' | 'pool'>) {
  await storeDistrict(db, await readDistrict('districts/xicheng'));
  const settings = modelSettings.parse({ factors: [{ factor: 'a34004', pollutant: 'PM25', unit: 'µg/m³' }] });
  const title = { zh: '微站', en: 'micro-station' };
  await storeDeviceModels(db, [{ id: 'm', title, maker: null, kind: 'micro-station', protocol: 'hj-212', settings }]);
  const ids = new Map<string, number>();
  const marks: Mark[] = [];
  const deps: LookDeps = { db, pool, districtCode: '110102', marksOf: async () => marks };
  const idOf = (code: string) => ids.get(code)!;

  return {
    idOf,
    /** what quality control says */
    marks,
    async device(
      code: string,
      over: { kind?: string; street?: string; state?: string; lon?: number; lat?: number } = {},
    ) {
      const { rows } = await pool.query<{ id: number }>(
        `insert into device (code, kind, model_id, street_code, state, lon, lat, admitted_at)
         values ($1, $2, 'm', $3, $4, $5, $6, $7) returning id`,
        [
          code,
          over.kind ?? 'micro-station',
          over.street ?? '110102001',
          over.state ?? 'admitted',
          over.lon ?? null,
          over.lat ?? null,
          new Date(TEN - 24 * HOUR),
        ],
      );
      ids.set(code, rows[0]!.id);
      await pool.query(`insert into device_identity values ('hj-212', $1, $2)`, [code, rows[0]!.id]);
      await pool.query(
        `insert into channel (device_id, no, pollutant, unit, factor) values ($1, 1, 'PM25', 'µg/m³', 'a34004')`,
        [rows[0]!.id],
      );
      await moveRegister(db);
      return rows[0]!.id;
    },
    /** its newest real-time packet */
    async sends(code: string, at: number, flags = 'V') {
      await pool.query(
        `insert into latest_packet (device_id, span_minutes, at, received_at, source_id, values, flags)
         values ($1, 0, $2, $2, 1, '{30}', $3)
         on conflict (device_id, span_minutes) do update set at = excluded.at, received_at = excluded.received_at, flags = excluded.flags`,
        [idOf(code), new Date(at), flags],
      );
    },
    /** its connection, as a gateway says it */
    async link(
      code: string,
      at: number,
      over: { clock?: number; deviations?: object; gateway?: string; gone?: boolean } = {},
    ) {
      await pool.query(
        `insert into device_link (device_id, protocol, gateway, connected_at, last_heard_at, clock_offset_s, deviations, disconnected_at)
         values ($1, 'hj-212', $2, $3, $3, $4, $5, $6) on conflict (device_id) do update set last_heard_at = excluded.last_heard_at,
           clock_offset_s = excluded.clock_offset_s, deviations = excluded.deviations, disconnected_at = excluded.disconnected_at`,
        [
          idOf(code),
          over.gateway ?? 'g1',
          new Date(at),
          over.clock ?? null,
          JSON.stringify(over.deviations ?? {}),
          over.gone ? new Date(at) : null,
        ],
      );
    },
    async keeps(code: string, at: number, reason: string, count: number) {
      await pool.query(
        `insert into kept_frame (received_at, protocol, identity, device_id, reason, bytes)
         select $1, 'hj-212', $2, $3, $4, convert_to('##' || i, 'UTF8') from generate_series(1, $5) i`,
        [new Date(at), code, idOf(code), reason, count],
      );
    },
    look: (at: number) => lookAtDevices(deps, new Date(at)),
    /** a look each minute from one time to another, while these go on sending */
    async minutes(from: number, until: number, sending: readonly string[]) {
      for (let at = from; at <= until; at += MINUTE) {
        for (const code of sending)
          await pool.query('update latest_packet set at = $2, received_at = $2 where device_id = $1', [
            idOf(code),
            new Date(at - 1000),
          ]);
        await lookAtDevices(deps, new Date(at));
      }
    },
    async health(code: string) {
      const { rows } = await pool.query('select * from device_health where device_id = $1', [idOf(code)]);
      return rows[0];
    },
    async alarms() {
      const { rows } = await pool.query(
        `select a.kind, a.common, a.cause, a.words ->> 'zh' as words, a.closed_at is null as open,
           (select count(*)::int from health_alarm_device d where d.alarm_id = a.id) as devices
         from health_alarm a order by a.opened_at, a.kind`,
      );
      return rows;
    },
  };
}
