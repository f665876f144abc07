import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '#platform/clock';
import { openHttp } from '#platform/http';
import { findWork, startJobs } from '#platform/jobs';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { twoStations } from './fixtures/stations.ts';
import { importWork, observationRoutes } from './index.ts';

const MAY = ['observations.import', 'observations.read', 'air.read', 'sand.edit'];
const CSV =
  '站点,时间,PM2.5(μg/m³)\n官园,2021-05-06 13:00,1450\n=HYPERLINK("x"),2021-05-06 13:00,5\n官园,2021-05-06 14:00,坏\n';

describe('the interface of observations', async () => {
  const store = await freshDatabase();
  const { db, pool, url } = store;
  const http = await openHttp({ version: '0' });
  http.addHook('onRequest', async (request) => {
    const rows = MAY.map((action) => ({ role: 'public', action, scope: 'all' as const }));
    request.actor = actorOf({ accountId: null, name: '李明', grants: [] }, rows);
  });
  observationRoutes(http, { db, pool, districtCode: '110102', clock: fixedClock('2021-11-08') });
  beforeAll(() => twoStations(store));

  const upload = (name: string, content: string | Buffer) => {
    const line = '----lantian';
    const payload = Buffer.concat([
      Buffer.from(
        `--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${line}--\r\n`),
    ]);
    const headers = { 'content-type': `multipart/form-data; boundary=${line}` };
    return http.inject({ method: 'POST', url: '/api/observations/files', headers, payload });
  };
  const post = (path: string, payload: object) => http.inject({ method: 'POST', url: path, payload });

  it('guesses a mapping, shows what it makes of the first rows, imports, and hands out a safe error sheet', async () => {
    const preview = (await upload('小时值.csv', CSV)).json();
    expect(preview).toMatchObject({ fileName: '小时值.csv', columns: ['站点', '时间', 'PM2.5(μg/m³)'], rowCount: 3 });
    expect(preview.mapping.channels).toEqual([{ column: 'PM2.5(μg/m³)', pollutant: 'PM25', unit: 'µg/m³' }]);

    const { fileId, mapping } = preview;
    const tried = (await post('/api/observations/preview', { fileId, mapping })).json();
    expect(tried.understood[0]).toEqual({
      row: 2,
      station: '1006A',
      hour: '2021-05-06T13:00:00+08:00',
      values: { PM25: 1450 },
      left: false,
      errors: [],
    });
    expect(tried.understood[1].station).toBeNull();

    const jobs = await startJobs({ store, ownerUrl: url, tasks: [], kinds: [importWork()] });
    try {
      const { workId } = (await post('/api/observations/imports', { fileId, mapping })).json();
      await vi.waitFor(async () => expect((await findWork(db, workId)).state).toBe('done'), {
        timeout: 10_000,
        interval: 20,
      });
      expect((await findWork(db, workId)).result).toMatchObject({ rows: 3, inserted: 2, refused: 1, errorCount: 2 });
      const sheet = await http.inject(`/api/observations/imports/${workId}/errors.csv`);
      expect(sheet.headers['content-type']).toContain('text/csv');
      expect(sheet.body).toContain(`3,,"'=HYPERLINK(""x"")",`);
      expect(sheet.body).toContain('4,PM2.5(μg/m³),坏,不是数值');
      const { sources } = (await http.inject('/api/observations/imports')).json();
      expect(sources).toMatchObject([{ kind: 'import', workId, fileId, createdBy: '李明', report: { inserted: 2 } }]);
    } finally {
      await jobs.stop();
    }
  });

  it('refuses in one sentence what cannot be read, and keeps nothing of it', async () => {
    const before = (await pool.query('select count(*) as n from file')).rows;
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0]);
    const answer = await upload('图.csv', picture);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'import_file_unreadable']);
    expect((await pool.query('select count(*) as n from file')).rows).toEqual(before);
    expect((await post('/api/observations/files', {})).statusCode).toBe(400);
  });

  it('keeps sand periods with their source, touches their days, and audits both ways', async () => {
    await pool.query('delete from touched_day');
    const period = {
      begins: '2021-05-06T08:00:00+08:00',
      ends: '2021-05-07T08:00:00+08:00',
      source: '总站沙尘通报2021-5',
    };
    const added = await post('/api/sand-periods', period);
    expect(added.statusCode).toBe(201);
    expect((await pool.query('select day from touched_day')).rows).toEqual([{ day: '2021-05-06' }]);
    expect((await post('/api/sand-periods', period)).json().code).toBe('already_exists');
    expect((await post('/api/sand-periods', { ...period, ends: period.begins })).json().code).toBe(
      'value_out_of_range',
    );
    const { periods } = (await http.inject('/api/sand-periods')).json();
    expect(periods).toMatchObject([{ begins: '2021-05-06T00:00:00.000Z', source: period.source }]);
    const { id } = added.json();
    expect((await http.inject({ method: 'DELETE', url: `/api/sand-periods/${id}` })).statusCode).toBe(204);
    expect((await http.inject({ method: 'DELETE', url: `/api/sand-periods/${id}` })).statusCode).toBe(404);
    const audit = await pool.query("select action, actor from audit where subject_kind = 'sand_period' order by seq");
    expect(audit.rows).toEqual([
      { action: 'sand.add', actor: '李明' },
      { action: 'sand.remove', actor: '李明' },
    ]);
  });
});
