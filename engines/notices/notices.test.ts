import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock';
import { changeAccount, createAccount } from '#platform/identity';
import { actorOf, type Grant } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { XICHENG } from '../../tests/plan/three-chapters.ts';
import { wholeServer } from '../../tests/server.ts';
import type { ChannelSettings } from './channels/settings.ts';
import { endDeputy, nameDeputy, standsFor } from './deputies.ts';
import { gatherNotices } from './gather.ts';
import type { Matter, Urgency } from './matter.ts';

const SYSTEM = { accountId: null, name: 'system' };
const DAY = '2021-11-08';
const NO_CHANNELS: ChannelSettings = { mail: undefined, publicUrl: undefined, privateHooks: false };
const MAIL: ChannelSettings = { ...NO_CHANNELS, mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.cn' } };

const matter = (id: string, more: Partial<Matter> = {}): Matter => ({
  id,
  about: { zh: '措施', en: 'Measure' },
  urgency: 'soon',
  title: { zh: `措施${id}`, en: `Measure ${id}` },
  href: `/plan/2021/measures/${id}`,
  to: { unitIds: ['market-regulation-bureau'] },
  ...more,
});

describe('notices', async () => {
  const store = await freshDatabase();
  const { db, pool } = store;
  await wholeServer(store);
  const person = (login: string, name: string, grants: Grant[]) =>
    createAccount(db, SYSTEM, { login, name, email: `${login}@example.cn`, grants });
  const bureau = { role: 'unit_officer', unitId: 'market-regulation-bureau' };
  const li = await person('li', '李强', [bureau]);
  const wang = await person('wang', '王芳', [bureau]);
  const office = await person('office', '大气办', [{ role: 'air_office' }]);
  const street = await person('street', '月坛', [{ role: 'street_officer', streetCode: '110102007' }]);
  const as = (accountId: string, name: string) => actorOf({ accountId, name, grants: [] }, []);
  const gather = (matters: Matter[], day: string, channels = NO_CHANNELS) =>
    gatherNotices({ db, districtCode: XICHENG, sources: [async () => matters], channels }, day);
  const told = async (day: string) =>
    (
      await pool.query(
        `select a.login, n.matter_id as matter, b.login as behalf from notice n join account a on a.id = n.account_id
          left join account b on b.id = n.on_behalf_of where n.day = $1 order by 1, 2`,
        [day],
      )
    ).rows.map((row) => [row.login, row.matter, ...(row.behalf ? [row.behalf] : [])].join(' '));
  const clean = () => pool.query('delete from notice; delete from notice_deputy; delete from notice_preference');

  it('reach who works for the unit, the street, or in the role that a matter concerns, and nobody else', async () => {
    await clean();
    await gather(
      [
        matter('a'),
        matter('b', { to: { streetCodes: ['110102007'] } }),
        matter('c', { to: { roles: ['air_office'], unitIds: ['another'] } }),
        matter('d', { to: { accountIds: [li] } }),
      ],
      DAY,
    );
    expect(await told(DAY)).toEqual(['li a', 'li d', 'office c', 'street b', 'wang a']);
  });

  it('are made once a day however often one looks, again after a week, and at once when the matter becomes more urgent', async () => {
    await clean();
    const made = async (urgency: Urgency, after: number) =>
      (await gather([matter('a', { urgency })], addDays(DAY, after))).notices;
    expect(await made('soon', 0)).toBe(2);
    expect(await made('soon', 0)).toBe(0);
    // more urgent on the same day waits for tomorrow
    expect(await made('late', 0)).toBe(0);
    expect(await made('late', 1)).toBe(2);
    expect(await made('late', 7)).toBe(0);
    expect(await made('late', 8)).toBe(2);
    const { rows } = await pool.query('select count(*)::int as n from notice where over_at is null');
    expect(rows[0].n).toBe(2);
  });

  it('are closed when the matter is settled, and a source that breaks closes nothing', async () => {
    await clean();
    await gather([matter('a'), matter('b')], DAY);
    const broken = async () => {
      throw new Error('the table is gone');
    };
    const looked = gatherNotices({ db, districtCode: XICHENG, sources: [broken], channels: NO_CHANNELS }, DAY);
    await expect(looked).rejects.toThrow('the table is gone');
    expect((await gather([matter('b')], DAY)).settled).toBe(2);
    const { rows } = await pool.query(`select distinct matter_id from notice where over_at is null`);
    expect(rows).toEqual([{ matter_id: 'b' }]);
  });

  it('come to the deputy as well while a person is away, with the name of that person, and by mail', async () => {
    await clean();
    await nameDeputy(db, as(li, '李强'), DAY, { deputyId: wang, from: DAY, until: addDays(DAY, 1) });
    await pool.query(`insert into notice_preference (account_id, mail) values ($1, 'off'), ($2, 'off')`, [li, wang]);
    const own = matter('own', { to: { accountIds: [li] } });
    expect(await gather([own, matter('both')], DAY, MAIL)).toMatchObject({ notices: 4, messages: 1 });
    // what concerns the deputy anyhow is the deputy's own, once
    expect(await told(DAY)).toEqual(['li both', 'li own', 'wang both', 'wang own li']);
    expect(await standsFor(db, wang, addDays(DAY, 1))).toMatchObject([{ accountId: li }]);
    await gather([matter('later', { to: { accountIds: [li] } })], addDays(DAY, 2), MAIL);
    expect(await told(addDays(DAY, 2))).toEqual(['li later']);
    const { rows } = await pool.query(`select actor, action, after from audit where action = 'notice.deputy'`);
    expect(rows).toMatchObject([{ actor: '李强', after: { deputy: '王芳', until: addDays(DAY, 1) } }]);
  });

  it('a deputation that is ended, or whose deputy has no account any more, passes nothing on', async () => {
    await clean();
    const id = await nameDeputy(db, as(li, '李强'), DAY, { deputyId: wang, from: DAY, until: DAY });
    await expect(endDeputy(db, as(wang, '王芳'), id)).rejects.toMatchObject({ code: 'not_found' });
    await endDeputy(db, as(li, '李强'), id);
    await gather([matter('a', { to: { accountIds: [li] } })], DAY);
    expect(await told(DAY)).toEqual(['li a']);
    await nameDeputy(db, as(li, '李强'), DAY, { deputyId: wang, from: DAY, until: DAY });
    await changeAccount(db, SYSTEM, wang, { disabled: true });
    await gather([matter('b', { to: { accountIds: [li] } })], DAY);
    await changeAccount(db, SYSTEM, wang, { disabled: false });
    expect((await told(DAY)).filter((line) => line.startsWith('wang'))).toEqual([]);
  });

  it('only a colleague stands in, one at a time, and nobody passes on what came from another', async () => {
    await clean();
    const name = (who: string, deputyId: string, from = DAY, until = addDays(DAY, 5)) =>
      nameDeputy(db, as(who, ''), DAY, { deputyId, from, until });
    await expect(name(li, street)).rejects.toMatchObject({ code: 'no_permission' });
    await expect(name(li, office)).rejects.toMatchObject({ code: 'no_permission' });
    await expect(name(li, li)).rejects.toMatchObject({ code: 'no_permission' });
    await expect(name(li, wang, addDays(DAY, -1))).rejects.toMatchObject({ code: 'value_out_of_range' });
    await expect(name(li, wang, DAY, addDays(DAY, -1))).rejects.toMatchObject({ code: 'value_out_of_range' });
    const both = await Promise.allSettled([name(li, wang), name(li, wang)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(name(wang, li)).rejects.toMatchObject({ code: 'conflict' });
    await name(wang, li, addDays(DAY, 6), addDays(DAY, 6));
  });

  it('whatever comes, in whatever order and from several processes: one a matter, person and day at most', async () => {
    const urgency = fc.constantFrom<Urgency>('info', 'soon', 'late');
    const to = fc.constantFrom<Matter['to']>(
      { accountIds: [li] },
      { unitIds: ['market-regulation-bureau'] },
      { roles: ['air_office'], accountIds: [street] },
    );
    const matters = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), urgency, to }), { maxLength: 5 });
    const look = fc.record({ day: fc.integer({ min: 0, max: 9 }), matters });
    await fc.assert(
      fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 8 }), fc.boolean(), async (looks, away) => {
        await clean();
        if (away) await nameDeputy(db, as(li, '李强'), DAY, { deputyId: wang, from: DAY, until: addDays(DAY, 5) });
        const runs = looks.flatMap(({ day, matters }) => {
          const run = () =>
            gather(
              matters.map(({ id, ...more }) => matter(id, more)),
              addDays(DAY, day),
              MAIL,
            );
          return [run, run];
        });
        // two at a time
        for (let i = 0; i < runs.length; i += 2) await Promise.allSettled([runs[i]!(), runs[i + 1]!()]);
        const twice = await pool.query('select 1 from notice group by account_id, matter_id, day having count(*) > 1');
        const standing = await pool.query(
          'select 1 from notice where over_at is null group by account_id, matter_id having count(*) > 1',
        );
        expect([twice.rowCount, standing.rowCount]).toEqual([0, 0]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
