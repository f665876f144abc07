import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock';
import { createAccount } from '#platform/identity';
import { Caller } from '../../tests/caller.ts';
import { freshDatabase } from '../../tests/database.ts';
import { XICHENG } from '../../tests/plan/three-chapters.ts';
import { wholeServer } from '../../tests/server.ts';
import { deliverNotices } from './deliver.ts';
import { gatherNotices } from './gather.ts';
import type { Matter } from './matter.ts';
import { deliveryTrouble } from './store.ts';

const SYSTEM = { accountId: null, name: 'system' };
const CHANNELS = { mail: undefined, publicUrl: 'https://lantian.example.cn', privateHooks: true };
const PASSWORD = 'blue-sky-over-xicheng';

const matters = (...ids: string[]): Matter[] =>
  ids.map((id) => ({
    id,
    about: { zh: '措施', en: 'Measure' },
    urgency: 'late',
    title: { zh: `措施${id}`, en: `Measure ${id}` },
    href: `/plan/2021/measures/${id}`,
    to: { roles: ['air_office'] },
  }));

describe('what is told by web hook', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  const http = await wholeServer(store);
  await http.ready();
  const today = fixedClock('2021-11-08').today();
  const office = await createAccount(db, SYSTEM, {
    login: 'office',
    name: '大气办',
    password: PASSWORD,
    grants: [{ role: 'air_office' }],
  });
  const caller = new Caller(http);
  await caller.logIn('office', PASSWORD);
  let [server, status]: [Server | undefined, number] = [undefined, 200];
  const heard: string[][] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        heard.push(JSON.parse(body).notices.map(({ title }: { title: { zh: string } }) => title.zh));
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => {
      server!.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    await pool.query(
      `insert into notice_preference (account_id, hook, hook_kind, hook_url, hook_secret)
       values ($1, 'soon', 'json', $2, 'SEC-1')`,
      [office, `http://127.0.0.1:${port}/hook?key=k-1`],
    );
  });
  afterAll(() => {
    server?.close();
  });
  beforeEach(async () => {
    await pool.query('delete from notice');
    heard.length = 0;
    status = 200;
  });
  const gather = (...ids: string[]) =>
    gatherNotices({ db, districtCode: XICHENG, sources: [async () => matters(...ids)], channels: CHANNELS }, today);
  const later = () => pool.query("update notice_delivery set next_at = now() where state = 'waiting'");

  it('is everything new in one message, and nothing twice', async () => {
    await gather('a', 'b');
    expect(await deliverNotices(db, CHANNELS)).toMatchObject({ sent: 2 });
    await gather('a', 'b', 'c');
    await deliverNotices(db, CHANNELS);
    await deliverNotices(db, CHANNELS);
    expect(heard).toEqual([['措施a', '措施b'], ['措施c']]);
  });

  it('waits longer after every attempt that failed, and after the fifth stands on the health page', async () => {
    await gather('a');
    status = 503;
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      expect(await deliverNotices(db, CHANNELS)).toMatchObject({ again: 1 });
      expect(await deliverNotices(db, CHANNELS)).toMatchObject({ again: 0 });
      const { rows } = await pool.query(
        'select round(extract(epoch from next_at - now()) / 60)::int as minutes from notice_delivery',
      );
      waits.push(rows[0].minutes);
      await later();
    }
    expect(waits).toEqual([1, 5, 30, 120]);
    expect(await deliveryTrouble(db)).toEqual([]);
    await deliverNotices(db, CHANNELS);
    expect(await deliveryTrouble(db)).toEqual([{ channel: 'hook', failed: 1, uncertain: 0, lastFailure: 'http 503' }]);
    await later();
    await deliverNotices(db, CHANNELS);
    expect(heard.length).toBe(5);
  });

  it('arrives after all when the other side is back', async () => {
    await gather('a');
    status = 503;
    await deliverNotices(db, CHANNELS);
    status = 200;
    await later();
    expect(await deliverNotices(db, CHANNELS)).toMatchObject({ sent: 1 });
    expect(await deliveryTrouble(db)).toEqual([]);
  });

  it('is sent once by two processes, and not again after a crash while it was being sent', async () => {
    await gather('a');
    await Promise.all([deliverNotices(db, CHANNELS), deliverNotices(db, CHANNELS)]);
    expect(heard).toEqual([['措施a']]);
    await pool.query("update notice_delivery set state = 'sending', claimed_at = now() - interval '11 minutes'");
    expect(await deliverNotices(db, CHANNELS)).toMatchObject({ uncertain: 1 });
    expect(heard.length).toBe(1);
    expect(await deliveryTrouble(db)).toMatchObject([{ uncertain: 1, lastFailure: 'broken off' }]);
  });

  it('is read on the page; address and secret of the hook leave the house to nobody', async () => {
    await gather('a', 'b');
    expect((await caller.get('/api/notices/unread')).json()).toEqual({ unread: 2, late: 2 });
    const { notices } = (await caller.get('/api/notices')).json();
    expect((await caller.post('/api/notices/read', { ids: [notices[0].id] })).json().unread).toBe(1);
    expect((await caller.post('/api/notices/read')).json()).toEqual({ unread: 0, late: 0 });
    const settings = await caller.get('/api/notices/settings');
    expect(settings.json().hook.set).toMatchObject({ kind: 'json', signed: true });
    await caller.ask('PUT', '/api/notices/hook', {
      hook: { kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=t-9', secret: 'SEC-9' },
    });
    const { rows } = await pool.query("select before, after from audit where action = 'notice.hook'");
    const everything = JSON.stringify([settings.json(), (await caller.get('/api/notices/settings')).json(), rows]);
    expect(everything).toContain('oapi.dingtalk.com');
    expect(everything).not.toMatch(/SEC-|k-1|t-9|access_token/);
  });
});
