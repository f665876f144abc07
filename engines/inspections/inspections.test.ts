import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { createEntry, LedgerBooks, type LedgerDefinition, type Names, namesOf } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { addPhoto, createInspection, type GivenInspection, mend, withdraw } from './acts.ts';
import type { InspectionKind } from './definition.ts';
import { countInspections, listInspections } from './list.ts';
import { monthEntries } from './months.ts';
import { plansOf, setPlan } from './plans.ts';
import { findingsOf, inspectionById, photosOf } from './store.ts';

const sites: LedgerDefinition = {
  id: 'test.sites',
  title: { zh: '工地', en: 'Sites' },
  entry: { zh: '处工地', en: 'sites' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['no'],
  name: 'no',
  keeper: 'street',
  place: 'point',
  refreshDays: null,
  columns: [
    { id: 'no', title: { zh: '编号', en: 'No.' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Street' }, type: 'street', required: true },
    { id: 'from', title: { zh: '起', en: 'From' }, type: 'date', required: true },
    { id: 'until', title: { zh: '止', en: 'Until' }, type: 'date' },
  ],
};
const visit: InspectionKind = {
  id: 'test.visit',
  title: { zh: '工地检查', en: 'Visit' },
  counts: { zh: '次', en: 'visits' },
  about: { zh: '测试。', en: 'Test.' },
  of: { ledgers: ['test.sites'] },
  members: { from: 'from', until: 'until' },
  every: { months: 1 },
  mendDays: 3,
  checklist: [
    { id: 'covered', title: { zh: '苫盖', en: 'covered' }, severity: 'serious' },
    { id: 'washed', title: { zh: '洗轮', en: 'washed' }, severity: 'minor', mendDays: 1 },
  ],
  columns: [{ id: 'trucks', title: { zh: '渣土车', en: 'Trucks' }, type: 'integer', unit: '辆', least: 0, most: 99 }],
};
const roadside: InspectionKind = { ...visit, id: 'test.roadside', of: 'place', members: undefined, every: undefined };

const ROWS = [
  { role: 'inspector', action: 'inspection.make', scope: 'all' as const },
  { role: 'street', action: 'inspection.make', scope: 'own_street' as const },
  { role: 'bureau', action: 'inspection.plan', scope: 'own_unit' as const },
];
const YUETAN = '110102007';
const made = (role: string, more: { unitId?: string; streetCode?: string } = {}) =>
  actorOf({ accountId: randomUUID(), name: '李检', grants: [{ role, ...more }] }, ROWS);

describe('a visit', async () => {
  const { db } = await freshDatabase();
  const books = new LedgerBooks([sites]);
  const deps = { db, districtCode: '110102', clock: fixedClock('2021-11-08'), kinds: [visit, roadside], books };
  let names: Names;
  const site = new Map<string, number>();
  const given = (no: string, more: Partial<GivenInspection> = {}): GivenInspection => ({
    kind: 'test.visit',
    clientId: randomUUID(),
    ledger: 'test.sites',
    entryId: site.get(no) ?? null,
    name: null,
    street: null,
    unit: null,
    joint: [],
    lon: null,
    lat: null,
    visitedOn: '2021-10-12',
    visitedAt: '09:30',
    answers: { covered: 'yes', washed: 'yes' },
    findings: {},
    values: {},
    penalty: null,
    words: '',
    followsId: null,
    ...more,
  });
  const inspector = made('inspector', { unitId: 'ecology-environment-bureau' });

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    names = await namesOf(db, '110102', '2021-11-08');
    await books.need(db, sites.id);
    const add = async (no: string, street: string, from: string, until?: string) =>
      site.set(
        no,
        await createEntry(
          { db, clock: deps.clock, names },
          sites,
          { accountId: null, name: '王工' },
          {
            values: { no, street, from, until },
            place: null,
          },
        ),
      );
    await add('a', '月坛', '2021-03-01');
    await add('b', '月坛', '2021-10-15');
    await add('c', '德胜', '2021-03-01', '2021-10-10');
    await add('d', '德胜', '2021-11-01');
  });

  it('answers every item; what is not as it should be is a finding with the day by which it is to be mended', async () => {
    const id = await createInspection(
      deps,
      inspector,
      given('a', {
        answers: { covered: 'no', washed: 'no' },
        findings: { covered: '东侧土堆未苫盖' },
        penalty: '5000',
      }),
    );
    const row = await inspectionById(db, id);
    expect(row).toMatchObject({
      result: 'findings',
      findings: 2,
      open_findings: 2,
      street_code: YUETAN,
      penalty: '5000',
    });
    expect((await findingsOf(db, id)).map(({ item, due_on, words }) => [item, due_on, words])).toEqual([
      ['covered', '2021-10-15', '东侧土堆未苫盖'],
      ['washed', '2021-10-13', ''],
    ]);
  });

  it.each<[string, Partial<GivenInspection>]>([
    ['an item without an answer', { answers: { covered: 'yes' } }],
    ['an item that the list does not have', { answers: { covered: 'yes', washed: 'yes', other: 'no' } }],
    ['nothing visited', { entryId: null }],
    ['a day to come', { visitedOn: '2021-11-09' }],
    ['a time that is none', { visitedAt: '25:00' }],
    ['a column out of its range', { values: { trucks: '100' } }],
    ['a column that is not its own', { values: { lorries: '1' } }],
    ['a penalty in words', { penalty: '五千' }],
  ])('is refused with %s, and nothing is kept', async (_why, more) => {
    const before = await countInspections(db, {});
    await expect(createInspection(deps, inspector, given('a', more))).rejects.toMatchObject({
      code: 'value_out_of_range',
    });
    expect(await countInspections(db, {})).toEqual(before);
  });

  it('sent twice from a phone is kept once', async () => {
    const once = given('a');
    const first = await createInspection(deps, inspector, once);
    const before = await countInspections(db, {});
    expect(await createInspection(deps, inspector, once)).toBe(first);
    expect(await countInspections(db, {})).toEqual(before);
  });

  it('is made by a street in its own street only', async () => {
    const yuetan = made('street', { streetCode: YUETAN });
    await expect(createInspection(deps, yuetan, given('c'))).rejects.toMatchObject({ code: 'no_permission' });
    expect(await createInspection(deps, yuetan, given('a'))).toBeGreaterThan(0);
    await expect(createInspection(deps, made('nobody'), given('a'))).rejects.toMatchObject({ code: 'no_permission' });
  });

  it('at 22:30 is at night; at a place it needs its words', async () => {
    const id = await createInspection(
      deps,
      inspector,
      given('', {
        kind: 'test.roadside',
        ledger: null,
        entryId: null,
        name: '西直门桥',
        visitedAt: '22:30',
        street: '新街口',
      }),
    );
    expect(await inspectionById(db, id)).toMatchObject({ at_night: true, name: '西直门桥', ledger: null });
    await expect(
      createInspection(deps, inspector, given('', { kind: 'test.roadside', ledger: null, entryId: null })),
    ).rejects.toMatchObject({ code: 'value_out_of_range' });
  });

  it('is mended finding by finding; the last one says when all were', async () => {
    const id = await createInspection(deps, inspector, given('a', { answers: { covered: 'no', washed: 'no' } }));
    const [one, two] = await findingsOf(db, id);
    await expect(mend(deps, inspector, id, one!.id, { on: '2021-10-01', words: '已苫盖' })).rejects.toMatchObject({
      code: 'value_out_of_range',
    });
    await mend(deps, inspector, id, one!.id, { on: '2021-10-13', words: '已苫盖' });
    expect(await inspectionById(db, id)).toMatchObject({ open_findings: 1, mended_on: null });
    await mend(deps, inspector, id, two!.id, { on: '2021-10-14', words: '已修复' });
    expect(await inspectionById(db, id)).toMatchObject({ open_findings: 0, mended_on: '2021-10-14' });
    await expect(mend(deps, inspector, id, two!.id, { on: '2021-10-14', words: '再次' })).rejects.toMatchObject({
      code: 'not_in_this_state',
    });
  });

  it('keeps photos with their hash, and nothing that is no picture', async () => {
    const id = await createInspection(deps, inspector, given('a'));
    const photo = (name: string, bytes: number[]) =>
      addPhoto(deps, inspector, id, {
        findingId: null,
        shows: 'visit',
        takenAt: new Date('2021-10-12T01:30:00Z'),
        lon: 116.35,
        lat: 39.91,
        file: { name, bytes: new Uint8Array(bytes) },
      });
    await photo('现场.jpg', [0xff, 0xd8, 0xff, 1]);
    await expect(photo('清单.pdf', [0x25, 0x50, 0x44, 0x46])).rejects.toMatchObject({ code: 'document_kind_unknown' });
    await expect(photo('脚本.jpg', [0x3c, 0x73, 0x63])).rejects.toMatchObject({ code: 'document_kind_unknown' });
    const kept = await photosOf(db, id);
    expect(kept).toHaveLength(1);
    expect(kept[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  describe('of a month', () => {
    const names_ = async (month: string, membership: 'start' | 'any') =>
      (await monthEntries(db, visit, month, membership)).map(({ name }) => name).sort();

    it('is asked of the sites on the books on any of its days, or when it begins: two readings of one sentence', async () => {
      // b came on the books on the 15th, c left them on the 10th, d comes in November
      expect(await names_('2021-10', 'any')).toEqual(['a', 'b', 'c']);
      expect(await names_('2021-10', 'start')).toEqual(['a', 'c']);
      expect(await names_('2021-11', 'start')).toEqual(['a', 'b', 'd']);
    });

    it('names who is missing, the riskiest first, with the arithmetic', async () => {
      const missing = (await monthEntries(db, visit, '2021-10', 'any')).filter(({ seenOn }) => seenOn === null);
      expect(missing.map(({ name }) => name).sort()).toEqual(['b', 'c']);
      const all = await monthEntries(db, visit, '2021-11', 'any');
      const [first] = all;
      expect(first!.name).toBe('a');
      expect(first!.risk.points).toBe(first!.risk.parts.reduce((sum, { points }) => sum + points, 0));
      expect(first!.risk.parts.map(({ why }) => why.zh)).toContain('2个问题未整改');
    });

    it('shrinks when somebody goes, and grows again when the visit is taken back', async () => {
      const missing = async () =>
        (await monthEntries(db, visit, '2021-10', 'any')).filter(({ seenOn }) => seenOn === null).length;
      const before = await missing();
      const id = await createInspection(deps, inspector, given('c'));
      expect(await missing()).toBe(before - 1);
      await withdraw(deps, inspector, id, '填错工地');
      expect(await missing()).toBe(before);
    });
  });

  it('is planned by month and unit, and counted against the plan', async () => {
    const bureau = made('bureau', { unitId: 'ecology-environment-bureau' });
    const plan = { kind: 'test.visit', month: '2021-10', unit: '区生态环境局', quota: 20, note: '' };
    await setPlan(deps, bureau, plan);
    const [kept] = await plansOf(db, '2021-10');
    expect(kept).toMatchObject({ quota: 20, unit_id: 'ecology-environment-bureau' });
    expect(kept!.done).toBeGreaterThan(0);
    await expect(setPlan(deps, bureau, { ...plan, unit: '区商务局' })).rejects.toMatchObject({ code: 'no_permission' });
    await setPlan(deps, bureau, { ...plan, quota: 0 });
    expect(await plansOf(db, '2021-10')).toEqual([]);
  });

  it('is listed page by page without a gap or a double', async () => {
    const all = (await listInspections(db, { limit: 500 })).rows.map(({ id }) => id);
    const paged: number[] = [];
    let after: string | undefined;
    do {
      const page = await listInspections(db, { limit: 2, after });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(all);
  });
});
