import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openHttp } from '#platform/http';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { auditRoutes, checkChain, record } from './index.ts';

const PERSON = actorOf(
  { accountId: '00000000-0000-4000-8000-000000000001', name: '李明', grants: [], address: '::ffff:10.1.2.3' },
  [],
);

describe('the audit', async () => {
  const { db, url } = await freshDatabase();
  const rows = [{ role: 'public', action: 'audit.read', scope: 'all' as const }];
  const http = await openHttp({ version: '0' });
  http.addHook('onRequest', async (request) => {
    request.actor = actorOf({ accountId: null, name: '', grants: [] }, rows);
  });
  auditRoutes(http, { db });
  const ask = async (query: string) => (await http.inject(`/api/audit${query}`)).json();

  it('keeps a change with before and after, actor, address and time', async () => {
    await record(db, PERSON, {
      action: 'thing.rename',
      subjectKind: 'thing',
      subjectId: '1',
      before: { name: '旧' },
      after: { name: '新100%' },
    });
    const { entries } = await ask('');
    expect(entries[0]).toMatchObject({
      seq: 1,
      actor: '李明',
      action: 'thing.rename',
      before: { name: '旧' },
      after: { name: '新100%' },
      address: '10.1.2.3',
    });
  });

  it('is undone together with the change that failed', async () => {
    const failing = db.transaction().execute(async (t) => {
      await record(t, PERSON, { action: 'thing.lose', subjectKind: 'thing', subjectId: '1' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await ask('?action=thing.lose')).entries).toEqual([]);
  });

  it('refuses to hold a secret', async () => {
    const bad = record(db, PERSON, {
      action: 'x',
      subjectKind: 'x',
      subjectId: 'x',
      after: { a: { passwordHash: '$' } },
    });
    await expect(bad).rejects.toThrow(/may not hold passwordHash/);
  });

  it('keeps one chain when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        db.transaction().execute((t) => record(t, PERSON, { action: 'many', subjectKind: 'n', subjectId: String(i) })),
      ),
    );
    expect(await checkChain(db)).toMatchObject({ sound: true, rows: 31, lastSeq: 31, brokenSeq: null });
  });

  it('is read page by page without a gap', async () => {
    const seqs: number[] = [];
    for (let before = ''; ; ) {
      const page = await ask(`?limit=10${before}`);
      seqs.push(...page.entries.map((e: { seq: number }) => e.seq));
      if (page.next === null) break;
      before = `&before=${page.next}`;
    }
    expect(seqs).toEqual(Array.from({ length: 31 }, (_, i) => 31 - i));
  });

  it('is searched by actor, subject, action family, words and day; a wildcard is a plain character', async () => {
    expect((await ask('?subject=n:7')).entries).toHaveLength(1);
    expect((await ask('?action=thing')).entries).toHaveLength(1);
    expect((await ask(`?text=${encodeURIComponent('100%')}`)).entries).toHaveLength(1);
    expect((await ask(`?text=${encodeURIComponent('1%0')}`)).entries).toHaveLength(0);
    expect((await ask(`?actor=${encodeURIComponent('李')}&limit=500`)).entries).toHaveLength(31);
    expect((await ask('?until=2020-01-01')).entries).toEqual([]);
    expect((await ask('?from=2020-01-01&limit=500')).entries).toHaveLength(31);
  });

  it('names the first row that somebody bent behind the triggers', async () => {
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query('alter table audit disable trigger all');
    await owner.query("update audit set actor = '别人' where seq = 12");
    await owner.query('alter table audit enable trigger all');
    await owner.end();
    expect((await http.inject('/api/audit/check')).json()).toMatchObject({ sound: false, brokenSeq: 12, rows: 31 });
  });
});
