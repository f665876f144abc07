import type pg from 'pg';
import { modelSettings, moveRegister, storeDeviceModels } from '#engines/devices';
import type { Db } from '#platform/store';

export const FACTORS = [
  'a34004',
  'a34002',
  'a34001',
  'a21026',
  'a21004',
  'a05024',
  'a01001',
  'a01002',
  'a01006',
  'a01007',
];

/** Registers devices of the benches: admitted, of one model with ten factors. */
export async function registerDevices(db: Db, pool: pg.Pool, codes: readonly string[]): Promise<void> {
  const settings = modelSettings.parse({
    mostPerMinute: 60_000,
    factors: FACTORS.map((factor) => ({ factor, title: { zh: factor, en: factor }, unit: 'µg/m³' })),
  });
  await storeDeviceModels(db, [
    { id: 'bench', title: { zh: '压测', en: 'bench' }, maker: null, kind: 'micro', protocol: 'hj-212', settings },
  ]);
  await pool.query(
    `with d as (insert into device (code, kind, model_id) select code, 'micro', 'bench' from unnest($1::text[]) code returning id, code)
     insert into device_identity (protocol, identity, device_id) select 'hj-212', code, id from d`,
    [codes],
  );
  await moveRegister(db);
}
