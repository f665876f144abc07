import { describe, expect, it } from 'vitest';
import { adoptDraft } from '#engines/plan';
import { CSRF_HEADER, createAccount, openSession, SESSION_COOKIE } from '#platform/identity';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, XICHENG } from '../../tests/plan/three-chapters.ts';
import { wholeServer } from '../../tests/server.ts';

const REPORTS = '/api/plans/2021/measures/2.2/reports';

describe('a report over HTTP', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  const http = await wholeServer(store);
  await http.ready();
  await adoptDraft(db, OFFICE, XICHENG, {
    draftId: await draftOf(db, threeChapters(2021)),
    adoptedOn: '2021-01-04',
    effectiveOn: '2021-01-01',
    acceptUncertain: true,
  });
  const grants = [{ role: 'unit_officer', unitId: 'market-regulation-bureau' }];
  const id = await createAccount(db, { accountId: null, name: 'system' }, { login: 'li-qiang', name: '李强', grants });
  const { token, csrf } = await openSession(db, id, {});
  const form = (fields: Record<string, string>, files: { name: string; bytes: Uint8Array }[] = []) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const { name, bytes } of files) body.append('file', new Blob([bytes as BlobPart]), name);
    return body;
  };
  const send = async (body: FormData) => {
    const encoded = new Response(body);
    return http.inject({
      method: 'POST',
      url: REPORTS,
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: {
        'content-type': encoded.headers.get('content-type')!,
        cookie: `${SESSION_COOKIE}=${token}`,
        [CSRF_HEADER]: csrf,
      },
    });
  };
  const said = { words: '抽检11组，均合格。', asOf: '2021-10-31', unit: 'market-regulation-bureau' };
  const pdf = (bytes: number) => {
    const content = new Uint8Array(bytes);
    content.set(new TextEncoder().encode('%PDF-1.7'));
    return content;
  };
  const kept = async () => Number((await pool.query('select count(*) n from measure_report')).rows[0].n);

  it('takes words, day, unit and several documents of one form', async () => {
    const files = [
      { name: '抽检报告.pdf', bytes: pdf(2000) },
      { name: '结果.pdf', bytes: pdf(3000) },
    ];
    const answer = await send(form(said, files));
    expect([answer.statusCode, answer.json().as.units.map((u: { id: string }) => u.id)]).toEqual([201, [said.unit]]);
    expect(answer.json().reports[0]).toMatchObject({
      words: said.words,
      mayWithdraw: true,
      files: [{ name: '抽检报告.pdf' }, { name: '结果.pdf' }],
    });
  });

  it('is refused whole when its documents are too large together, and when one of them is', async () => {
    const before = await kept();
    const four = ['a', 'b', 'c', 'd'].map((name, i) => ({ name: `${name}.pdf`, bytes: pdf((16 << 20) + i) }));
    const together = await send(form(said, four));
    expect([together.statusCode, together.json().message.zh]).toEqual([
      413,
      '一次提交的附件合计不超过60 MB，请分次提交。',
    ]);
    const one = await send(form(said, [{ name: 'a.pdf', bytes: pdf((20 << 20) + 1) }]));
    expect([one.statusCode, one.json().code]).toEqual([413, 'too_large']);
    expect(await kept()).toBe(before);
  });

  it('asks for a day that exists and for words', async () => {
    expect((await send(form({ ...said, asOf: '2021-02-30' }))).statusCode).toBe(400);
    expect((await send(form({ ...said, words: ' ' }))).statusCode).toBe(422);
  });
});
