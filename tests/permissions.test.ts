import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepFile } from '#platform/files';
import { routesOf } from '#platform/http';
import { CSRF_HEADER, createAccount, openSession, SESSION_COOKIE } from '#platform/identity';
import { startWork } from '#platform/jobs';
import { actorOf } from '#platform/permissions';
import type { Store } from '#platform/store';
import { ACTIONS, PERMISSIONS, ROLES } from '../app/roles.ts';
import { freshDatabase } from './database.ts';
import { PERMISSION_CASES, type RouteCase, type Shot, type World } from './permission-cases.ts';
import { wholeServer } from './server.ts';

const UNTESTED = readFileSync('tests/untested-routes.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const PLACE = { unit: { unitId: 'the-unit' }, street: { streetCode: '110102001' } };
const ROLE_IDS = ROLES.map((role) => role.id).filter((id) => id !== 'public');
const SYSTEM = { accountId: null, name: 'system' };

/** A report of a unit for which none of the people of this test speaks. */
async function reportOfAnotherUnit({ pool }: Store): Promise<string> {
  const { rows } = await pool.query(
    `insert into measure_report (district_code, lineage, year, measure_id, unit_id, as_of, words, reported_by_name)
     values ('110102', gen_random_uuid(), 2021, '1.1', 'another-unit', '2021-10-31', '已完成', '某人') returning id`,
  );
  return rows[0].id;
}

type Person = { cookie: string; csrf: string };

describe('the permission table', () => {
  it('names roles and actions that exist, each row once', () => {
    const rows = PERMISSIONS.map((row) => `${row.role} ${row.action} ${row.scope}`);
    expect(new Set(rows).size).toBe(rows.length);
    expect(PERMISSIONS.filter((row) => !(row.action in ACTIONS))).toEqual([]);
    expect(PERMISSIONS.filter((row) => !ROLES.some((role) => role.id === row.role))).toEqual([]);
  });

  it('gives a scope of the own unit or street only to roles that have one', () => {
    const needs = (id: string) => (ROLES.find((role) => role.id === id) as { needs?: string } | undefined)?.needs;
    const wrong = PERMISSIONS.filter((row) => row.scope !== 'all' && `own_${needs(row.role)}` !== row.scope);
    expect(wrong).toEqual([]);
  });
});

describe('every route', async () => {
  const store = await freshDatabase();
  const { db } = store;
  const http = await wholeServer(store);
  await http.ready();
  // files of the web application are there only when it has been built
  const routes = routesOf(http).filter((route) => !route.hidden || /^\/(api\/|healthz|metrics)/.test(route.url));
  const nameOf = (route: { method: string; url: string }) => `${route.method} ${route.url}`;

  const people = new Map<string, Person>();
  for (const role of ROLES) {
    if (role.id === 'public') continue;
    const grant = { role: role.id, ...('needs' in role ? PLACE[role.needs] : {}) };
    const id = await createAccount(db, SYSTEM, {
      login: `a-${role.id.replace('_', '-')}`,
      name: role.id,
      grants: [grant],
    });
    const { token, csrf } = await openSession(db, id, {});
    people.set(role.id, { cookie: `${SESSION_COOKIE}=${token}`, csrf });
  }
  const content = new TextEncoder().encode('a file');
  const title = { zh: '任务', en: 'work' };
  const world: World = {
    accountId: await createAccount(db, SYSTEM, { login: 'somebody', name: '某人', grants: [] }),
    fileId: (await keepFile(db, { name: 'a.txt', mediaType: 'text/plain', content, createdBy: null })).id,
    reportId: await reportOfAnotherUnit(store),
    workId: await startWork(db, SYSTEM, { kind: 'test', title, input: {} }),
  };
  const filled = <T>(value: T | ((world: World) => T)): T =>
    typeof value === 'function' ? (value as (world: World) => T)(world) : value;

  async function shoot(route: { method: string; url: string }, shot: Shot, who?: Person, csrf = true) {
    const body = filled(shot.body);
    return http.inject({
      method: route.method as 'GET',
      url: filled(shot.url) ?? route.url,
      remoteAddress: '10.0.0.1',
      ...(body ? { payload: body } : {}),
      headers: { ...(who ? { cookie: who.cookie } : {}), ...(who && csrf ? { [CSRF_HEADER]: who.csrf } : {}) },
    });
  }
  const holds = (role: string, action: string) =>
    actorOf({ accountId: 'x', name: '', grants: [{ role, ...PLACE.unit, ...PLACE.street }] }, PERMISSIONS).mayAnywhere(
      action,
    );
  const isPublic = (action: string) => PERMISSIONS.some((row) => row.role === 'public' && row.action === action);
  const caseOf = (route: { method: string; url: string }): RouteCase | undefined => PERMISSION_CASES[nameOf(route)];

  it('has a case, or stands in the list that may only shrink; neither names a route that is gone', () => {
    const names = routes.map(nameOf);
    const untested = names.filter((name) => !PERMISSION_CASES[name]);
    expect(untested.filter((name) => !UNTESTED.includes(name))).toEqual([]);
    expect(UNTESTED.filter((name) => !untested.includes(name))).toEqual([]);
    expect(Object.keys(PERMISSION_CASES).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names an action of the table, or that anyone may', () => {
    expect(routes.filter((route) => route.may !== 'anyone' && !(route.may in ACTIONS)).map(nameOf)).toEqual([]);
  });

  const gated = routes.filter((route) => route.may !== 'anyone');

  it.each(gated.map((route) => [nameOf(route), route] as const))(
    '%s is closed to whoever does not hold it',
    async (_, route) => {
      const shot = caseOf(route) ?? {};
      if (isPublic(route.may)) return;
      const asNobody = await shoot(route, shot);
      expect([asNobody.statusCode, asNobody.json().code]).toEqual([401, 'not_logged_in']);
      for (const role of ROLE_IDS.filter((id) => !holds(id, route.may))) {
        const answer = await shoot(route, shot, people.get(role));
        expect([role, answer.statusCode, answer.json().code]).toEqual([role, 403, 'no_permission']);
      }
    },
  );

  const cased = routes.flatMap((route) => {
    const found = caseOf(route);
    return found ? [[nameOf(route), route, found] as const] : [];
  });

  it.each(cased)('%s is open to the right one, and to changes only with the csrf value', async (_, route, given) => {
    const role = given.as ?? ROLES.find((r) => r.id !== 'public' && holds(r.id, route.may))?.id;
    const free = !given.as && (route.may === 'anyone' || isPublic(route.may));
    const who = free ? undefined : people.get(role!);
    if (route.method !== 'GET' && who) {
      const bare = await shoot(route, given, who, false);
      expect([bare.statusCode, bare.json().code]).toEqual([403, 'csrf_missing']);
    }
    if (given.elsewhere) {
      const answer = await shoot(route, given.elsewhere, people.get(given.elsewhere.as));
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'no_permission']);
    }
    const answer = await shoot(route, given, who);
    expect([answer.statusCode, answer.statusCode === given.right ? '' : answer.body]).toEqual([given.right, '']);
  });
});
