import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import type { Actor } from '#platform/permissions';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { type BulletinDeps, correctBulletin, deleteDraft, draftBulletin, issueBulletin } from './acts.ts';
import { bulletinRegistry } from './definition.ts';
import { listBulletins, readBulletin } from './read.ts';
import { issuedPeriods } from './store.ts';
import { figure } from './wording.ts';

const store = await freshDatabase();
/** what the stored data say at the moment: the month's mean */
const stored = { mean: '36' };
const definition = {
  id: 'air',
  title: { zh: '月通报', en: 'Monthly' },
  period: 'month' as const,
  compose: async ({ month }: { month: { zh: string } }) => ({
    title: `${month.zh}通报`,
    blocks: [{ kind: 'paragraph' as const, runs: ['平均浓度为', figure(stored.mean, '/air', 'PM2.5平均浓度')] }],
    editions: ['HJ 663-2013'],
    cutOff: { zh: '月末24时', en: 'the month’s end' },
    validity: { zh: '有效', en: 'valid' },
    provenance: [],
  }),
};
const deps: BulletinDeps = {
  db: store.db,
  districtCode: '110102',
  clock: fixedClock('2021-11-08'),
  registry: bulletinRegistry([definition, { ...definition, id: 'dust' }]),
};
const rows = ['bulletin.read', 'bulletin.draft', 'bulletin.issue'].map((action) => ({
  role: 'air_office',
  action,
  scope: 'all' as const,
}));
const officer = actorOf(
  { accountId: '00000000-0000-4000-8000-000000000001', name: '张三', grants: [{ role: 'air_office' }] },
  [...rows, { role: 'public', action: 'bulletin.read', scope: 'all' }],
);
const passerBy: Actor = actorOf({ accountId: null, name: '', grants: [] }, [
  { role: 'public', action: 'bulletin.read', scope: 'all' },
]);
const draft = (month: string, kind = 'air') => draftBulletin(deps, officer, { kind, month });

beforeAll(async () => {
  await storeDistrict(store.db, await readDistrict('districts/xicheng'));
});

describe('a bulletin', () => {
  it('is drafted, renewed while it is a draft, and issued with the next number of its kind and year', async () => {
    const first = await draft('2021-01');
    expect((await draft('2021-01')).id).toBe(first.id);
    const issued = await issueBulletin(deps, officer, first.id, '2021-02-05');
    expect(issued).toMatchObject({ state: 'issued', number: '西环空通〔2021〕1号', issued_on: '2021-02-05' });
    expect((await issueBulletin(deps, officer, (await draft('2021-02')).id, '2021-03-05')).number_seq).toBe(2);
    expect((await issueBulletin(deps, officer, (await draft('2021-01', 'dust')).id, '2021-03-05')).number_seq).toBe(1);
  });

  it('numbers run without gaps when two people issue at the same moment', async () => {
    const drafts = await Promise.all(['2021-03', '2021-04', '2021-05', '2021-06'].map((month) => draft(month)));
    const issued = await Promise.all(drafts.map(({ id }) => issueBulletin(deps, officer, id, '2021-07-05')));
    expect(issued.map((row) => row.number_seq).sort()).toEqual([3, 4, 5, 6]);
  });

  it('cannot be issued twice, drafted again or deleted once it is issued', async () => {
    const [{ id } = { id: '' }] = await listBulletins(deps, officer, { kind: 'air', state: 'issued' });
    await expect(issueBulletin(deps, officer, id)).rejects.toMatchObject({ code: 'not_in_this_state' });
    await expect(deleteDraft(deps, officer, id)).rejects.toMatchObject({ code: 'not_in_this_state' });
    await expect(draft('2021-06')).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('is frozen: the database itself refuses to change or delete what was issued', async () => {
    await expect(store.pool.query("update bulletin set title = 'x' where state = 'issued'")).rejects.toThrow(/issued/);
    await expect(store.pool.query("delete from bulletin where state = 'issued'")).rejects.toThrow(/issued/);
  });

  it('is not made for a month that is not over, nor dated before its end, the last number, or after today', async () => {
    await expect(draft('2021-11')).rejects.toMatchObject({ code: 'value_out_of_range' });
    const { id } = await draft('2021-07');
    for (const day of ['2021-07-30', '2021-07-04', '2021-11-09'])
      await expect(issueBulletin(deps, officer, id, day)).rejects.toMatchObject({ code: 'value_out_of_range' });
  });

  it('is not issued with figures that have changed since its draft was read', async () => {
    const { id } = await draft('2021-07');
    stored.mean = '35';
    await expect(issueBulletin(deps, officer, id)).rejects.toMatchObject({ code: 'conflict' });
    await draft('2021-07');
    expect((await issueBulletin(deps, officer, id)).number_seq).toBe(7);
  });

  it('that was deleted as a draft leaves no number behind', async () => {
    await deleteDraft(deps, officer, (await draft('2021-08')).id);
    expect((await issueBulletin(deps, officer, (await draft('2021-09')).id)).number_seq).toBe(8);
  });
});

describe('a correction', () => {
  it('is a new version that says what changed; the old one stays readable as it was', async () => {
    const [old] = (await listBulletins(deps, officer, { kind: 'air' })).filter((b) => b.period.from === '2021-09-01');
    stored.mean = '34';
    const row = await correctBulletin(deps, officer, old!.id, '补录了9月数据。');
    const now = await readBulletin(deps, passerBy, row.id);
    expect(now).toMatchObject({ versionNo: 2, number: '西环空通〔2021〕9号', correction: '补录了9月数据' });
    expect(now.changes).toEqual([{ what: 'PM2.5平均浓度', before: '35', after: '34' }]);
    expect(now.blocks[0]).toMatchObject({ kind: 'note' });
    expect(JSON.stringify(now.blocks[0])).toContain('西环空通〔2021〕8号');
    expect(JSON.stringify(now.blocks[0])).toContain('PM2.5平均浓度由“35”更正为“34”');
    const before = await readBulletin(deps, passerBy, old!.id);
    expect(before).toMatchObject({ state: 'corrected', number: '西环空通〔2021〕8号' });
    expect(JSON.stringify(before.blocks)).toContain('"35"');
    expect(before.versions.map(({ versionNo }) => versionNo)).toEqual([2]);
    await expect(correctBulletin(deps, officer, old!.id, '再更正')).rejects.toMatchObject({
      code: 'not_in_this_state',
    });
  });

  it('counts its period once as issued, on the day of the first issue', async () => {
    const periods = await issuedPeriods(store.db, '110102', 'air', 2021);
    expect(periods.map(({ from }) => from.slice(5, 7))).toEqual(['01', '02', '03', '04', '05', '06', '07', '09']);
    expect(periods[0]).toMatchObject({ until: '2021-01-31', firstIssuedOn: '2021-02-05' });
  });
});

describe('who sees what', () => {
  it('the public sees issued bulletins and no draft', async () => {
    const { id } = await draft('2021-10');
    expect((await listBulletins(deps, passerBy, {})).some(({ state }) => state === 'draft')).toBe(false);
    expect((await listBulletins(deps, officer, { state: 'draft' })).map((b) => b.id)).toEqual([id]);
    await expect(readBulletin(deps, passerBy, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await listBulletins(deps, officer, { year: 2020 })).length).toBe(0);
  });

  it('every act stands in the audit with who did it', async () => {
    const { rows: acts } = await store.pool.query<{ action: string; actor: string }>(
      "select distinct action, actor from audit where subject_kind = 'bulletin' order by action",
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'bulletin.correct',
      'bulletin.delete_draft',
      'bulletin.draft',
      'bulletin.issue',
      'bulletin.redraft',
    ]);
    expect(new Set(acts.map(({ actor }) => actor))).toEqual(new Set(['张三']));
  });
});
