import { beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#platform/identity';
import { Caller } from '../../../tests/caller.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { wholeServer } from '../../../tests/server.ts';
import { tableTexts } from './texts.ts';

const PASSWORD = '很长的一句口令 2021';
const HEAD = '编号*,类型,名称,经度,纬度,街道,协议,设备标识,服务措施';

describe('a sheet of devices', async () => {
  const store = await freshDatabase();
  const http = await wholeServer(store);
  await http.ready();
  const engineer = new Caller(http, '10.1.0.1');
  beforeAll(async () => {
    const grants = [{ role: 'data_engineer' }];
    await createAccount(
      store.db,
      { accountId: null, name: 'system' },
      { login: 'engineer', name: '数据员', grants, password: PASSWORD },
    );
    await engineer.logIn('engineer', PASSWORD);
  });

  const give = async (content: Buffer | string, dryRun = true, name = '设备.csv') => {
    const edge = 'x123';
    const payload = Buffer.concat([
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      Buffer.from(content),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]);
    const type = { 'content-type': `multipart/form-data; boundary=${edge}` };
    return (await engineer.ask('POST', `/api/device-sheets?dryRun=${dryRun ? 'yes' : 'no'}`, payload, type)).json();
  };
  const count = async () => (await store.pool.query('select count(*)::int as n from device')).rows[0].n;

  it('is tried first: what would be new, what changes, what is wrong and why, and nothing is written', async () => {
    const outcome = await give(
      [
        HEAD,
        'A-1,微型站,甲站,116.3775,39.9094,,hj-212,0100001,',
        'A-2,烤面包机,乙站,,,,,,',
        'A-3,微型站,丙站,116.3,,月坛,,,',
        'A-3,工地扬尘,,,,,,,',
        'A-4,微型站,,,,天上,,,',
        'A-5,微型站,,,,,hj-212,0100001,',
      ].join('\n'),
    );
    expect(outcome).toMatchObject({ written: false });
    expect(outcome.rows[0]).toMatchObject({ row: 2, code: 'A-1', what: 'new' });
    expect(outcome.rows[0].changes).toContainEqual({ column: '街道', before: '', after: '西长安街街道' });
    expect(outcome.errors.map((e: { row: number; column: string }) => [e.row, e.column])).toEqual([
      [3, '类型'],
      [3, '类型'],
      [4, null],
      [5, '编号'],
      [6, '街道'],
      [7, '设备标识'],
    ]);
    expect(outcome.errors[5].message.zh).toContain('A-1');
    expect(await count()).toBe(0);
  });

  it('with one wrong row writes nothing, and whole when all are right', async () => {
    expect(await give([HEAD, 'B-1,微型站,,,,,,,', 'B-2,烤面包机,,,,,,,'].join('\n'), false)).toMatchObject({
      written: false,
    });
    expect(await count()).toBe(0);
    const outcome = await give(
      [HEAD, 'B-1,微型站,甲站,,,月坛,hj-212,0B1、0B2,', 'B-2,工地扬尘,,,,,,,'].join('\n'),
      false,
    );
    expect(outcome).toMatchObject({ written: true, errors: [] });
    const [device] = (await engineer.get('/api/devices?q=0B2')).json().devices;
    expect(device).toMatchObject({ code: 'B-1', streetCode: '110102007', kind: 'micro-station' });
  });

  it('changes what it says of a known device and leaves blank cells alone', async () => {
    const outcome = await give([HEAD, 'B-1,,新名,116.3775,39.9094,,,,'].join('\n'), false);
    expect(outcome.rows).toMatchObject([{ what: 'changed' }]);
    expect(outcome.rows[0].changes.map((c: { column: string }) => c.column)).toEqual(['名称', '经度', '纬度', '街道']);
    const [device] = (await engineer.get('/api/devices?q=B-1')).json().devices;
    expect(device).toMatchObject({ name: { zh: '新名' }, kind: 'micro-station', streetCode: '110102001' });
  });

  it('goes out as a workbook and comes back the same', async () => {
    const book = (await engineer.get('/api/device-sheets/devices.xlsx')).rawPayload;
    const outcome = await give(book, true, '设备.xlsx');
    expect(outcome.errors).toEqual([]);
    expect(outcome.rows.map((r: { what: string }) => r.what)).toEqual(['same', 'same']);
  });

  it('has a template that is read over, and a CSV in which nothing becomes a formula', async () => {
    const template = (await engineer.get('/api/device-sheets/template.xlsx')).rawPayload;
    expect((await tableTexts('t.xlsx', template, 10))[0]?.cells.slice(0, 3)).toEqual(['编号*', '类型', '名称']);
    expect((await give(template, true, '模板.xlsx')).code).toBe('import_file_unreadable');
    await engineer.post('/api/devices', { code: 'F-1', kind: 'site', name: '=1+1' });
    expect((await engineer.get('/api/device-sheets/devices.csv')).body).toContain(`,'=1+1,`);
  });

  it('of a thousand devices is tried and written in one go', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `K-${i},微型站,站${i},116.37${i % 10},39.91,,hj-212,K${i},`);
    const outcome = await give([HEAD, ...lines].join('\n'), false);
    expect([outcome.written, outcome.rows.length]).toEqual([true, 1000]);
  });

  it.each([
    ['without the column of codes', 'foo,bar\n1,2'],
    ['with nothing below the heading', HEAD],
  ])('%s is refused', async (_, text) => {
    expect((await give(text)).code).toBe('import_file_unreadable');
  });
});
