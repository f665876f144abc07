import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { freshDatabase } from '../../tests/database.ts';
import type { DeviceEntry } from './device-file.ts';
import { storeDeviceFiles } from './store-file.ts';

const entry = (code: string, more: Partial<DeviceEntry> = {}): DeviceEntry => ({
  code,
  kind: 'micro-station',
  name: { zh: '某站', en: null },
  purpose: [],
  identities: [{ protocol: 'hj-212', identity: code }],
  simulated: true,
  file: 'simulated.yaml',
  ...more,
});

describe("the district's devices", async () => {
  const { db, pool } = await freshDatabase();
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
  });
  const store = (...entries: DeviceEntry[]) => storeDeviceFiles(db, '110102', entries);
  const device = async (code: string) => (await pool.query('select * from device where code = $1', [code])).rows[0];

  it('stand in the register, admitted, in the street that they lie in; a second time nothing changes', async () => {
    expect(await store(entry('A', { lon: 116.3775, lat: 39.9094, owner: 'ecology-environment-bureau' }))).toBe(1);
    expect(await device('A')).toMatchObject({
      state: 'admitted',
      simulated: true,
      street_code: '110102001',
      owner: null,
    });
    expect((await device('A')).unit_id).toBe('ecology-environment-bureau');
    expect(await store(entry('A', { lon: 116.3775, lat: 39.9094, owner: 'ecology-environment-bureau' }))).toBe(0);
    expect(await store(entry('A', { name: { zh: '改名', en: null } }))).toBe(1);
  });

  it('are left alone once a person has edited them', async () => {
    await store(entry('B'));
    await pool.query(`update device set name = '人工改名', edited_at = now() where code = 'B'`);
    expect(await store(entry('B', { name: { zh: '文件改名', en: null } }))).toBe(0);
    expect((await device('B')).name).toBe('人工改名');
  });

  it('take over who waits in probation under their number, and nobody who is in use', async () => {
    const { rows } = await pool.query(
      `insert into device (code, kind, state) values ('C', 'unknown', 'probation'), ('other', 'site', 'admitted') returning id`,
    );
    await pool.query(`insert into device_identity values ('hj-212', 'C', $1), ('hj-212', 'taken', $2)`, [
      rows[0].id,
      rows[1].id,
    ]);
    await store(entry('C'), entry('D', { identities: [{ protocol: 'hj-212', identity: 'taken' }] }));
    expect(await device('C')).toMatchObject({ id: rows[0].id, state: 'admitted', kind: 'micro-station' });
    const owners = await pool.query(`select device_id from device_identity where identity = 'taken'`);
    expect(owners.rows).toEqual([{ device_id: rows[1].id }]);
  });
});
