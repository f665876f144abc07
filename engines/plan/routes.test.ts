import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock';
import { openHttp, routesOf } from '#platform/http';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { type Draft, planRoutes } from './index.ts';

const ROWS = (['plan.read', 'plan.draft', 'plan.adopt'] as const).flatMap((action) => [
  { role: 'office', action, scope: 'all' as const },
  ...(action === 'plan.read' ? [{ role: 'reader', action, scope: 'all' as const }] : []),
]);

/** one file as a browser sends it */
function upload(name: string, content: Uint8Array) {
  const head = `--frontier\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--frontier--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=frontier' },
  };
}

describe('plans over HTTP', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  const http = await openHttp({ version: '0' });
  let role = 'office';
  http.addHook('onRequest', async (request) => {
    const accountId = role ? crypto.randomUUID() : null;
    request.actor = actorOf({ accountId, name: '大气办 王敏', grants: role ? [{ role }] : [] }, ROWS);
  });
  planRoutes(http, { db, districtCode: XICHENG, clock: fixedClock('2021-11-08') });
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    http.inject({ method, url, ...(payload ? { payload } : {}) });

  it('a document becomes a draft, is reviewed and adopted, and is there to read and to print', async () => {
    const bytes = await readFile('districts/xicheng/plan-2021/xicheng-2021.docx');
    const sent = await http.inject({ method: 'POST', url: '/api/plan-drafts', ...upload('西城区2021.docx', bytes) });
    expect(sent.statusCode).toBe(201);
    const draft = sent.json<Draft>();
    expect([draft.fileName, draft.year, draft.measures, draft.amends]).toEqual(['西城区2021.docx', 2021, 58, null]);
    expect(draft.document.tables[0]!.cells.length).toBeGreaterThan(200);

    const at = `/api/plan-drafts/${draft.id}`;
    const listed = (await ask('GET', '/api/plan-drafts')).json();
    expect(listed.drafts.map((d: Draft) => d.id)).toEqual([draft.id]);
    const doubts = draft.chapters.flatMap((c) =>
      c.tasks.flatMap((t) => t.measures.flatMap((m) => m.fields.filter((f) => f.uncertain).map((f) => f.path))),
    );
    const corrected = await ask('PUT', `${at}/corrections`, {
      path: 'measures/3.2/lead',
      value: ['区市场监管局', '区商务局'],
      reason: '与印发稿核对',
    });
    expect(corrected.statusCode).toBe(200);
    const left = doubts.filter((path) => path !== 'measures/3.2/lead');
    if (left.length) expect((await ask('POST', `${at}/settle`, { paths: left })).statusCode).toBe(200);
    const adopted = await ask('POST', `${at}/adopt`, { effectiveOn: '2021-01-01', note: '区政府印发' });
    expect([adopted.statusCode, adopted.json().measures]).toEqual([201, 58]);
    expect((await ask('POST', `${at}/adopt`, { effectiveOn: '2021-01-01' })).json().code).toBe('not_in_this_state');

    const plans = (await ask('GET', '/api/plans')).json();
    expect(plans.plans).toMatchObject([{ year: 2021, versions: [{ no: 1, adoptedOn: '2021-11-08', measures: 58 }] }]);
    for (const url of ['/api/plans/2021/versions', '/api/plans/2021/versions/1']) {
      const plan = (await ask('GET', url)).json();
      expect([plan.versionNo, plan.chapters.length, plan.fileName]).toEqual([1, 6, '西城区2021.docx']);
    }
    for (const ending of ['xlsx', 'docx']) {
      const paper = await ask('GET', `/api/plans/2021/plan.${ending}`);
      expect(paper.statusCode).toBe(200);
      expect(paper.headers['content-disposition']).toContain(encodeURIComponent('行动计划'));
      expect(paper.rawPayload.subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('a correction is answered with the draft as it then is; an undone one too', async () => {
    const at = `/api/plan-drafts/${await draftOf(db, threeChapters(2022))}`;
    const put = await ask('PUT', `${at}/corrections`, { path: 'title', value: '甲' });
    expect(put.json<Draft>().title).toBe('甲');
    const undone = await ask('POST', `${at}/undo`, { path: 'title' });
    expect(undone.json<Draft>().title).toBe(threeChapters(2022).title);
    const split = { path: 'structure', value: { op: 'split', measure: '3.1', at: 26 } };
    expect((await ask('PUT', `${at}/corrections`, split)).json<Draft>().measures).toBe(5);
    expect((await ask('DELETE', at)).statusCode).toBe(204);
    expect((await ask('PUT', `${at}/corrections`, { path: 'title', value: '乙' })).statusCode).toBe(409);
  });

  it('a draft of a year that has a plan says which version it follows', async () => {
    const id = await draftOf(db, threeChapters(2021));
    expect((await ask('GET', `/api/plan-drafts/${id}`)).json<Draft>().amends).toEqual({ year: 2021, versionNo: 1 });
    await ask('POST', `/api/plan-drafts/${id}/adopt`, { effectiveOn: '2021-06-01', acceptUncertain: true });
    const changes = (await ask('GET', '/api/plans/2021/changes?from=1&to=2')).json();
    expect([changes.from, changes.to]).toEqual([
      { year: 2021, versionNo: 1 },
      { year: 2021, versionNo: 2 },
    ]);
    expect(new Set(changes.changes.map((c: { kind: string }) => c.kind))).toContain('dropped');
  });

  it.each([
    ['a damaged archive', 'plan.docx', Buffer.from('PK\u0003\u0004 and nothing more'), 'document_unreadable'],
    ['an empty file', 'plan.docx', Buffer.alloc(0), 'document_empty'],
    ['an old Word file', 'plan.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'document_'],
    ['more than 20 MB', 'plan.txt', Buffer.alloc((20 << 20) + 10, 'x'), 'document_too_large'],
  ])('%s is refused with one sentence, and nothing of it is kept', async (_what, name, content, code) => {
    const rows = async () =>
      (await pool.query('select (select count(*) from file) f, (select count(*) from plan_draft) d')).rows;
    const before = await rows();
    const answer = await http.inject({ method: 'POST', url: '/api/plan-drafts', ...upload(name, content) });
    expect(answer.json().code).toContain(code);
    expect(answer.json().message.zh).toMatch(/。$/);
    expect(await rows()).toEqual(before);
  });

  it('a request without a file, or to what does not exist, says so', async () => {
    expect((await ask('POST', '/api/plan-drafts', {})).json().code).toBe('bad_request');
    expect((await ask('GET', `/api/plan-drafts/${crypto.randomUUID()}`)).statusCode).toBe(404);
    expect((await ask('GET', '/api/plan-drafts/one')).statusCode).toBe(400);
    expect((await ask('GET', '/api/plans/2019/versions')).statusCode).toBe(404);
  });

  it('whoever may only read the plan does not see drafts and changes nothing; the public sees no plan', async () => {
    const params = { ':year': '2021', ':no': '1', ':id': crypto.randomUUID() };
    for (const as of ['reader', '']) {
      role = as;
      for (const { method, url, may } of routesOf(http).filter((r) => r.may.startsWith('plan.'))) {
        const there = url.replace(/:\w+/g, (name) => params[name as keyof typeof params]);
        const answer = await ask(method as 'GET', there, method === 'GET' || method === 'DELETE' ? undefined : {});
        const open = as === 'reader' && may === 'plan.read';
        expect([method, url, [401, 403].includes(answer.statusCode)]).toEqual([method, url, !open]);
      }
    }
    role = 'office';
  });

  it('all routes are in the description of the interface', async () => {
    const described = Object.keys((await ask('GET', '/api/openapi.json')).json().paths);
    for (const { url } of routesOf(http).filter((r) => r.may.startsWith('plan.')))
      expect(described).toContain(url.replace(/:(\w+)/g, '{$1}'));
  });
});
