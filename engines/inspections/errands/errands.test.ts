import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createEntry, namesOf } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { actorOf } from '#platform/permissions';
import { inspectionKinds, ledgers } from '../../../app/definitions.ts';
import { PERMISSIONS } from '../../../app/roles.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { createInspection } from '../acts.ts';
import { giveErrands, peopleToSend, takeBack } from './acts.ts';
import { errandsOf, openFindingsOf } from './store.ts';

const BUREAU = 'housing-construction-commission';
const KIND = 'dust.site-visit';

describe('a visit that a person is sent to make', async () => {
  const { db } = await freshDatabase();
  const deps = {
    db,
    districtCode: '110102',
    clock: fixedClock('2021-11-08'),
    kinds: inspectionKinds,
    books: ledgers,
    permissions: PERMISSIONS,
  };
  const office = actorOf({ accountId: null, name: '大气办', grants: [] }, [
    { role: 'public', action: 'inspection.plan', scope: 'all' },
  ]);
  const bureau = actorOf(
    { accountId: randomUUID(), name: '住建', grants: [{ role: 'unit_officer', unitId: BUREAU }] },
    PERMISSIONS,
  );
  const person = async (login: string, role: string, unit = '') => {
    const { rows } = await sql<{
      id: string;
    }>`insert into account (login, name) values (${login}, ${login}) returning id`.execute(db);
    await sql`insert into account_role (account_id, role, unit_id) values (${rows[0]!.id}, ${role}, ${unit})`.execute(
      db,
    );
    return rows[0]!.id;
  };
  const sites: { ledger: string; id: number }[] = [];
  let [inspector, own, leader] = ['', '', ''];
  const give = (who: string, entries = sites, dueOn = '2021-11-12', actor = office) =>
    giveErrands(deps, actor, { kind: KIND, entries, person: who, dueOn, note: '' });
  const list = (accountId: string) => errandsOf(db, { accountId, doneSince: '2021-11-01', limit: 100 });

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    const names = await namesOf(db, '110102', '2021-11-08');
    const definition = await ledgers.need(db, 'dust.sites');
    for (const permit of ['S1', 'S2'])
      sites.push({
        ledger: 'dust.sites',
        id: await createEntry(
          { ...deps, names },
          definition,
          { accountId: null, name: '王工' },
          {
            values: {
              permit,
              name: permit,
              street: '月坛',
              kind: 'building',
              authority: '区住房城市建设委',
              contractor: '某公司',
              onBooksFrom: '2021-01',
              stage: 'structure',
            },
            place: null,
          },
        ),
      });
    inspector = await person('inspector', 'inspector');
    own = await person('officer', 'unit_officer', BUREAU);
    leader = await person('leader', 'leader');
  });

  it('is given to who makes inspections; a bureau sends only its own', async () => {
    const names = async (actor: typeof office) => (await peopleToSend(deps, actor)).map(({ name }) => name);
    expect(await names(office)).toEqual(['inspector', 'officer']);
    expect(await names(bureau)).toEqual(['officer']);
    await expect(give(inspector, sites, '2021-11-12', bureau)).rejects.toMatchObject({ code: 'no_permission' });
    await expect(give(leader)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not given twice while it waits, nor for a day that is over or an entry that its kind does not visit', async () => {
    expect(await give(inspector)).toBe(2);
    expect(await give(inspector, sites, '2021-11-20')).toBe(0);
    expect(await give(own, sites.slice(0, 1), '2021-11-09', bureau)).toBe(1);
    await expect(give(inspector, sites, '2021-11-07')).rejects.toMatchObject({ code: 'value_out_of_range' });
    await expect(give(inspector, [{ ledger: 'dust.roads', id: 1 }])).rejects.toMatchObject({ code: 'not_found' });
    await expect(give(inspector, [{ ledger: 'dust.sites', id: 999 }])).rejects.toMatchObject({ code: 'not_found' });
    expect((await list(inspector)).map(({ name, due_on, done_on }) => [name, due_on, done_on])).toEqual([
      ['S1', '2021-11-12', null],
      ['S2', '2021-11-12', null],
    ]);
  });

  it('is done by a visit of its kind to its entry, whoever made it; what was found waits for who found it', async () => {
    const visitor = actorOf({ accountId: inspector, name: 'inspector', grants: [{ role: 'inspector' }] }, PERMISSIONS);
    const kind = inspectionKinds.find(({ id }) => id === KIND)!;
    await createInspection(deps, visitor, {
      kind: KIND,
      clientId: randomUUID(),
      ledger: 'dust.sites',
      entryId: sites[0]!.id,
      name: null,
      street: null,
      unit: BUREAU,
      joint: [],
      lon: null,
      lat: null,
      visitedOn: '2021-11-08',
      visitedAt: null,
      answers: Object.fromEntries(kind.checklist.map(({ id }, i) => [id, i === 0 ? 'no' : 'yes'])),
      findings: { [kind.checklist[0]!.id]: '未苫盖' },
      values: { stage: 'structure', consequence: 'order' },
      penalty: null,
      words: '',
      followsId: null,
    });
    expect((await list(inspector)).map(({ name, done_on }) => [name, done_on])).toEqual([
      ['S2', null],
      ['S1', '2021-11-08'],
    ]);
    expect((await list(own))[0]).toMatchObject({ name: 'S1', done_on: '2021-11-08' });
    expect(await openFindingsOf(db, inspector, 10)).toMatchObject([{ name: 'S1', words: '未苫盖' }]);
    expect(await openFindingsOf(db, own, 10)).toEqual([]);
    expect((await peopleToSend(deps, office)).map(({ open }) => open)).toEqual([1, 0]);
    // what is done may be given again
    expect(await give(inspector, sites.slice(0, 1))).toBe(1);
  });

  it('is taken back by who may give it', async () => {
    const waiting = (await list(inspector)).find(({ name }) => name === 'S2')!;
    await expect(takeBack(deps, bureau, waiting.id)).rejects.toMatchObject({ code: 'no_permission' });
    await takeBack(deps, office, waiting.id);
    expect((await list(inspector)).map(({ name }) => name)).not.toContain('S2');
    await expect(takeBack(deps, office, waiting.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
