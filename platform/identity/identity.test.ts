import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openHttp } from '#platform/http';
import { Caller } from '../../tests/caller.ts';
import { freshDatabase } from '../../tests/database.ts';
import { createAccount, installIdentity } from './index.ts';

const ROLES = [
  { id: 'administrator', title: { zh: '系统管理员', en: 'Administrator' } },
  { id: 'unit_officer', title: { zh: '部门经办人', en: 'Unit officer' }, needs: 'unit' as const },
  { id: 'public', title: { zh: '公众', en: 'Public' } },
];
const ROWS = [
  { role: 'administrator', action: 'accounts.read', scope: 'all' as const },
  { role: 'administrator', action: 'accounts.edit', scope: 'all' as const },
  { role: 'unit_officer', action: 'measure.report', scope: 'own_unit' as const },
];
const GOOD = '什刹海的冬天要去滑冰呀';
const SYSTEM = { accountId: null, name: 'system' };

describe('people', async () => {
  const { db } = await freshDatabase();
  const http = await openHttp({ version: '0', trustProxy: true });
  installIdentity(http, {
    db,
    permissionRows: ROWS,
    roles: ROLES,
    demoAccounts: [{ login: 'demo', password: 'demo', name: '演示', role: ROLES[0]!.title }],
    placeExists: ({ unitId }) => unitId === 'park-office',
  });
  http.post('/api/report', { config: { may: 'measure.report' }, handler: async (r) => ({ by: r.actor.name }) });
  const caller = (address?: string) => new Caller(http, address);
  const audited = async () => {
    const rows = await sql<{ action: string; actor: string; after: unknown }>`select * from audit order by seq`.execute(
      db,
    );
    return rows.rows;
  };
  let admin = caller();

  it('an empty installation gets exactly one first administrator, whoever asks at the same moment', async () => {
    expect((await caller().get('/api/me')).json()).toMatchObject({ account: null, needsFirstAdministrator: true });
    const person = (n: number) => ({ login: `Admin${n}`, name: `管理员${n}`, password: GOOD });
    const callers = [1, 2, 3, 4].map(() => caller());
    const answers = await Promise.all(callers.map((c, n) => c.post('/api/first-administrator', person(n))));
    expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 409, 409, 409]);
    const winner = answers.findIndex((a) => a.statusCode === 200);
    admin = callers[winner]!;
    admin.csrf = answers[winner]!.json().csrf;
    expect((await admin.get('/api/me')).json()).toMatchObject({
      account: { login: `admin${winner}`, roles: [{ role: 'administrator' }] },
      actions: ['accounts.read', 'accounts.edit'],
      needsFirstAdministrator: false,
    });
  });

  it('an administrator creates an officer, who must change the password before anything else', async () => {
    const grants = [{ role: 'unit_officer', unitId: 'park-office' }];
    const made = await admin.post('/api/accounts', { login: 'Wang.Fang', name: '王芳', password: GOOD, grants });
    expect([made.statusCode, made.json().login]).toEqual([200, 'wang.fang']);
    const officer = caller();
    expect((await officer.logIn('WANG.FANG', GOOD)).json()).toMatchObject({ account: { mustChangePassword: true } });
    const early = await officer.post('/api/report');
    expect([early.statusCode, early.json().message.zh]).toEqual([403, '请先修改初始密码，再继续使用。']);
    const other = caller();
    await other.logIn('wang.fang', GOOD);
    expect(
      (await officer.post('/api/password', { current: 'wrong', password: '景山的牡丹开得正好看' })).statusCode,
    ).toBe(400);
    expect((await officer.post('/api/password', { current: GOOD, password: 'short' })).statusCode).toBe(422);
    expect((await officer.post('/api/password', { current: GOOD, password: '景山的牡丹开得正好看' })).statusCode).toBe(
      200,
    );
    expect((await officer.post('/api/report')).json()).toEqual({ by: '王芳' });
    // the other session ended with the old password
    expect((await other.get('/api/me')).json().account).toBeNull();
  });

  it('a wrong password, an unknown login and a disabled account answer alike', async () => {
    await createAccount(db, SYSTEM, { login: 'gone', name: '离任', password: GOOD, grants: [] });
    await sql`update account set disabled_at = now() where login = 'gone'`.execute(db);
    const answers = [
      await caller().logIn('wang.fang', 'not the password'),
      await caller().logIn('nobody', 'not the password'),
      await caller().logIn('gone', GOOD),
    ];
    expect(answers.map((a) => a.statusCode)).toEqual([401, 401, 401]);
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
  });

  it('changes need the session’s csrf value; logging in needs a page of this house', async () => {
    const bare = { login: 'x', name: 'x', grants: [] };
    const without = await admin.post('/api/accounts', bare, { 'x-lantian-csrf': '' });
    const wrong = await admin.post('/api/accounts', bare, { 'x-lantian-csrf': 'a'.repeat(43) });
    expect([without.statusCode, wrong.statusCode, wrong.json().code]).toEqual([403, 403, 'csrf_missing']);
    const login = { login: 'wang.fang', password: GOOD };
    const from = (headers: Record<string, string>) => caller().post('/api/login', login, headers);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('csrf_missing');
    expect((await from({ origin: 'http://evil.example', host: 'lantian.example' })).json().code).toBe('csrf_missing');
    expect((await from({ origin: 'null', host: 'lantian.example' })).json().code).toBe('csrf_missing');
    expect((await from({ origin: 'http://lantian.example', host: 'lantian.example' })).json().code).toBe(
      'login_failed',
    );
    expect((await from({ 'sec-fetch-site': 'same-origin' })).json().code).toBe('login_failed');
  });

  it('the cookie is HttpOnly, Lax, and Secure where the request came by https; only its hash is kept', async () => {
    await createAccount(db, SYSTEM, { login: 'cookie', name: '甲', password: GOOD, grants: [] });
    const plain = (await caller().logIn('cookie', GOOD)).cookies[0]!;
    expect(plain).toMatchObject({ name: 'lantian_session', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(plain.secure).toBeUndefined();
    const body = { login: 'cookie', password: GOOD };
    expect((await caller().post('/api/login', body, { 'x-forwarded-proto': 'https' })).cookies[0]!.secure).toBe(true);
    const kept = await sql<{
      same: boolean;
    }>`select token_hash = sha256(${plain.value}::bytea) as same from session`.execute(db);
    expect(kept.rows.filter((r) => r.same)).toHaveLength(1);
  });

  it('a session slides on while used, ends after 12 hours without use and after 7 days in any case', async () => {
    const person = caller();
    await person.logIn('cookie', GOOD);
    const hash = sql`sha256(${person.cookies.get('lantian_session')}::bytea)`;
    const here = async () => (await person.get('/api/me')).json().account !== null;
    const left = async () =>
      (
        await sql<{
          h: number;
        }>`select round(extract(epoch from expires_at - now()) / 3600)::int as h from session where token_hash = ${hash}`.execute(
          db,
        )
      ).rows[0]!.h;
    await sql`update session set seen_at = now() - interval '11 hours', expires_at = now() + interval '1 hour' where token_hash = ${hash}`.execute(
      db,
    );
    expect([await here(), await left()]).toEqual([true, 12]);
    await sql`update session set created_at = now() - interval '6 days 20 hours', seen_at = now() - interval '2 hours' where token_hash = ${hash}`.execute(
      db,
    );
    expect([await here(), await left()]).toEqual([true, 4]);
    await sql`update session set expires_at = now() - interval '1 second' where token_hash = ${hash}`.execute(db);
    expect(await here()).toBe(false);
  });

  it('after eight attempts at one login from one address nothing is heard any more, elsewhere still', async () => {
    await createAccount(db, SYSTEM, { login: 'tried', name: '乙', password: GOOD, grants: [] });
    const bad = caller('10.9.9.9');
    const answers = await Promise.all(Array.from({ length: 12 }, () => bad.logIn('tried', 'guess guess guess')));
    expect(answers.filter((a) => a.statusCode === 401)).toHaveLength(8);
    expect(answers.filter((a) => a.json().code === 'too_many_attempts')).toHaveLength(4);
    expect((await bad.logIn('tried', GOOD)).statusCode).toBe(429);
    expect((await caller('10.9.9.8').logIn('tried', GOOD)).statusCode).toBe(200);
  });

  it('logging out ends this session, everywhere ends all', async () => {
    const [a, b, c] = [caller(), caller(), caller()];
    for (const one of [a, b, c]) await one.logIn('cookie', GOOD);
    const old = new Map(a.cookies);
    await a.post('/api/logout');
    expect(a.cookies.size).toBe(0);
    for (const [k, v] of old) a.cookies.set(k, v);
    expect((await a.get('/api/me')).json().account).toBeNull();
    await b.post('/api/logout', { everywhere: true });
    expect((await c.get('/api/me')).json().account).toBeNull();
  });

  it('disabling an account ends its sessions at once; the last administrator stays', async () => {
    const officer = caller();
    await officer.logIn('wang.fang', '景山的牡丹开得正好看');
    const { accounts } = (await admin.get('/api/accounts')).json();
    const idOf = (login: RegExp) => accounts.find((a: { login: string }) => login.test(a.login)).id;
    const gone = await admin.patch(`/api/accounts/${idOf(/wang/)}`, { disabled: true });
    expect(gone.json()).toMatchObject({ disabled: true, grants: [{ role: 'unit_officer', unitId: 'park-office' }] });
    expect((await officer.get('/api/me')).json().account).toBeNull();
    const demoted = await admin.patch(`/api/accounts/${idOf(/^admin/)}`, { grants: [] });
    expect([demoted.statusCode, demoted.json().code]).toEqual([409, 'not_in_this_state']);
    expect((await admin.patch(`/api/accounts/${idOf(/^admin/)}`, { disabled: true })).statusCode).toBe(409);
  });

  it.each([
    [{ role: 'emperor' }, '没有“emperor”这个角色。'],
    [{ role: 'public' }, '没有“public”这个角色。'],
    [{ role: 'unit_officer' }, '角色“部门经办人”需要选择所属单位。'],
    [{ role: 'unit_officer', unitId: 'nowhere' }, '所选单位或街道不在本区名录中，请重新选择。'],
  ])('the grant %j is refused', async (grant, sentence) => {
    const answer = await admin.post('/api/accounts', { login: 'new', name: 'n', grants: [grant] });
    expect([answer.statusCode, answer.json().message.zh]).toEqual([400, sentence]);
  });

  it('a demonstration’s log-in is offered until its password is changed', async () => {
    const id = await createAccount(db, SYSTEM, {
      login: 'demo',
      name: '演示',
      password: 'demo',
      demo: true,
      grants: [],
    });
    expect((await caller().get('/api/me')).json().demoAccounts).toHaveLength(1);
    await admin.patch(`/api/accounts/${id}`, { password: GOOD });
    expect((await caller().get('/api/me')).json().demoAccounts).toEqual([]);
  });

  it('everything was audited, and no password with it', async () => {
    const rows = await audited();
    const actions = new Set(rows.map((r) => r.action));
    expect([...actions].sort()).toEqual([
      'account.change',
      'account.create',
      'session.close',
      'session.open',
      'session.refuse',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`argon2|${GOOD}`));
  });
});
