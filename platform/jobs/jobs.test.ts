import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '#platform/refusal';
import { freshDatabase } from '../../tests/database.ts';
import {
  cancelWork,
  enqueue,
  findWork,
  type JobTask,
  lastOutcomes,
  type RunningJobs,
  startJobs,
  startWork,
  type WorkContext,
  type WorkKind,
  waitingJobs,
  workKind,
} from './index.ts';

const PERSON = { accountId: '00000000-0000-4000-8000-000000000001', name: '李明' };
const TITLE = { zh: '导入', en: 'Import' };

describe('jobs', async () => {
  const store = await freshDatabase();
  const { db, url } = store;
  let jobs: RunningJobs | undefined;
  const start = async (tasks: JobTask[], kinds: WorkKind[] = []) => {
    jobs = await startJobs({ store, ownerUrl: url, tasks, kinds });
  };
  const begin = (kind: string, input: object = {}) => startWork(db, PERSON, { kind, title: TITLE, input });
  const stateOf = async (id: string) => (await findWork(db, id)).state;
  const until = (id: string, state: string) =>
    vi.waitFor(async () => expect(await stateOf(id)).toBe(state), { timeout: 10_000, interval: 20 });
  afterEach(async () => {
    await jobs?.stop();
    jobs = undefined;
  });
  /** runs until it is told to stop */
  const endless = workKind({
    kind: 'endless',
    async run({ throwIfCancelled }) {
      for (;;) {
        throwIfCancelled();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  });

  it('before any worker ever ran, waking a task is allowed and wakes nobody', async () => {
    await enqueue(db, 'hours');
    expect(await waitingJobs(db)).toEqual([]);
  });

  it('a work that was started before any worker runs when one comes', async () => {
    const id = await begin('greet', { whom: '蓝天' });
    await start([], [workKind<{ whom: string }>({ kind: 'greet', run: async ({ input }) => ({ said: input.whom }) })]);
    await until(id, 'done');
    expect(await findWork(db, id)).toMatchObject({ result: { said: '蓝天' }, createdBy: '李明', refusal: null });
  });

  it('a task is woken by a committed change only, once for many wakes, and runs alone', async () => {
    let [running, most, ran] = [0, 0, 0];
    const task: JobTask = {
      name: 'hours',
      async run() {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running--;
        return { days: ++ran };
      },
    };
    await start([task]);
    await db
      .transaction()
      .execute(async (t) => {
        await enqueue(t, 'hours');
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await waitingJobs(db)).toEqual([]);
    await db.transaction().execute(async (t) => {
      for (let i = 0; i < 20; i++) await enqueue(t, 'hours');
    });
    await Promise.all(Array.from({ length: 5 }, (_, i) => enqueue(db, 'hours', {}, { key: `other ${i}` })));
    await vi.waitFor(async () => expect(await waitingJobs(db)).toEqual([]), { timeout: 10_000, interval: 20 });
    expect([most, ran <= 6, ran >= 2]).toEqual([1, true, true]);
    expect((await lastOutcomes(db))[0]).toMatchObject({ task: 'hours', failure: null, outcome: { days: ran } });
  });

  it('a task that fails leaves its reason for the health page, and is tried again', async () => {
    let tries = 0;
    await start([
      {
        name: 'flaky',
        atStart: true,
        async run() {
          tries++;
          throw new Error('the disk is full');
        },
      },
    ]);
    await vi.waitFor(
      async () => expect((await lastOutcomes(db)).find((o) => o.task === 'flaky')?.failure).toBe('the disk is full'),
      { timeout: 10_000 },
    );
    await vi.waitFor(async () => expect((await waitingJobs(db)).map((j) => j.task)).toContain('flaky'));
    expect(tries).toBeGreaterThan(0);
  });

  it('a work shows how far it is', async () => {
    let go = () => {};
    const seen = new Promise<void>((resolve) => {
      go = resolve;
    });
    const run = async ({ progress }: WorkContext<unknown>) => {
      progress(40, 100, { zh: '官园', en: 'Guanyuan' });
      await seen;
      progress(100);
      return { rows: 100 };
    };
    await start([], [workKind({ kind: 'count', run })]);
    const id = await begin('count');
    await vi.waitFor(async () => expect((await findWork(db, id)).done).toBe(40), { timeout: 10_000 });
    expect(await findWork(db, id)).toMatchObject({ state: 'running', total: 100, note: { zh: '官园' } });
    go();
    await until(id, 'done');
    expect((await findWork(db, id)).done).toBe(100);
  });

  it('a work that is refused says why; one that breaks gives a reference and no inside', async () => {
    const refusal = new Refusal('import_rows_invalid', { zh: '第3行缺少时间。', en: 'Row 3 has no time.' });
    const refuse = workKind({ kind: 'refuse', run: () => Promise.reject(refusal) });
    const broken = workKind({ kind: 'broken', run: () => Promise.reject(new Error('select password from …')) });
    await start([], [refuse, broken]);
    const [a, b] = [await begin('refuse'), await begin('broken')];
    await until(a, 'failed');
    await until(b, 'failed');
    expect((await findWork(db, a)).refusal).toEqual({ code: 'import_rows_invalid', message: refusal.sentence });
    const fault = (await findWork(db, b)).refusal;
    expect([fault?.code, fault?.reference]).toEqual(['fault', b.slice(0, 8)]);
    expect(JSON.stringify(fault)).not.toContain('password');
  });

  it('a work is cancelled while it runs and while it waits, not after it ended', async () => {
    await start([], [endless]);
    const id = await begin('endless');
    await until(id, 'running');
    await cancelWork(db, PERSON, id);
    await until(id, 'cancelled');
    await expect(cancelWork(db, PERSON, id)).rejects.toMatchObject({ code: 'not_in_this_state' });
    await jobs?.stop();
    jobs = undefined;
    const waiting = await begin('endless');
    expect((await cancelWork(db, PERSON, waiting)).state).toBe('cancelled');
    const kept = await sql<{ action: string }>`select action from audit where subject_id = ${id} order by seq`.execute(
      db,
    );
    expect(kept.rows.map((r) => r.action)).toEqual(['work.start', 'work.cancel']);
  });

  it('stopping the process stops what runs: it failed, or waits for the next start where that is safe', async () => {
    await start([], [endless, { ...endless, kind: 'safe', resumable: true }]);
    const [cut, safe] = [await begin('endless'), await begin('safe')];
    await until(cut, 'running');
    await until(safe, 'running');
    await jobs?.stop();
    jobs = undefined;
    expect((await findWork(db, cut)).refusal?.code).toBe('work_interrupted');
    expect(await stateOf(safe)).toBe('waiting');
    await start([], [workKind({ kind: 'safe', run: async () => ({ again: true }) })]);
    await until(safe, 'done');
  });

  it('what a crash left as running is taken up or failed at the next start', async () => {
    const insert = async (kind: string) =>
      (
        await sql<{ id: string }>`insert into work (kind, title, input, state, started_at)
          values (${kind}, '{"zh":"","en":""}', '{}', 'running', now()) returning id`.execute(db)
      ).rows[0]!.id;
    const [lost, again] = [await insert('lost'), await insert('again')];
    const kinds = [
      workKind({ kind: 'lost', run: async () => 1 }),
      workKind({ kind: 'again', resumable: true, run: async () => 1 }),
    ];
    await start([], kinds);
    await until(again, 'done');
    expect([await stateOf(lost), (await findWork(db, lost)).refusal?.code]).toEqual(['failed', 'work_interrupted']);
  });

  it('a runner that cannot tell the database of a failure ends without the process, and another takes up the work', async () => {
    const failing: JobTask = { name: 'failing', run: () => Promise.reject(new Error('the database went')) };
    await start([failing], [workKind({ kind: 'after', run: async () => 1 })]);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`create function deaf() returns trigger language plpgsql as
      $$ begin raise exception 'terminating connection' using errcode = '57P01'; end $$`);
    await owner.query(`create trigger deaf before update on graphile_worker._private_jobs for each row
      when (new.last_error is not null) execute function deaf()`);
    await enqueue(db, 'failing');
    await vi.waitFor(async () => expect((await lastOutcomes(db)).some((o) => o.task === 'failing')).toBe(true), {
      timeout: 10_000,
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await owner.query('drop trigger deaf on graphile_worker._private_jobs');
    await owner.end();
    await until(await begin('after'), 'done');
  });
});
