import { describe, expect, it } from 'vitest';
import { indicatorRegistry } from '#engines/indicators';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { actorOf, type Grant } from '#platform/permissions';
import { PERMISSIONS } from '../../app/roles.ts';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { type Reported, report } from './acts.ts';
import { dueOfMonth, owedReports } from './month.ts';
import { moveReport, stateOf } from './review.ts';
import { reportById } from './store.ts';

const TODAY = '2021-11-08';
const MARKET = 'market-regulation-bureau';
const person = (name: string, ...grants: Grant[]) =>
  actorOf({ accountId: crypto.randomUUID(), name, grants }, PERMISSIONS);
const office = person('大气办 王敏', { role: 'air_office' });
const secondOffice = person('大气办 孙涛', { role: 'air_office' });
const officer = person('市场监管局 李强', { role: 'unit_officer', unitId: MARKET });
const head = person('市场监管局 局长', { role: 'unit_head', unitId: MARKET });
const otherHead = person('财政局 局长', { role: 'unit_head', unitId: 'finance-bureau' });
const both = person('市场监管局 一人', { role: 'unit_head', unitId: MARKET }, { role: 'air_office' });

describe("a month's report", async () => {
  const { db } = await freshDatabase();
  await withXicheng(db);
  await adoptDraft(db, OFFICE, XICHENG, {
    draftId: await draftOf(db, threeChapters(2021)),
    adoptedOn: TODAY,
    effectiveOn: '2021-01-01',
    acceptUncertain: true,
  });
  const deps = { db, districtCode: XICHENG, clock: fixedClock(TODAY), registry: indicatorRegistry([]) };
  const of = (month: string, more: Partial<NonNullable<Reported['monthly']>> = {}): Reported => ({
    year: 2021,
    measureId: '2.2',
    unitId: MARKET,
    asOf: '2021-10-31',
    words: `${month}抽检11组，均合格。`,
    files: [],
    monthly: { month, part: '', submit: true, replaces: null, ...more },
  });
  const state = async (id: string) => stateOf((await reportById(db, XICHENG, id))!);
  const move = (who: typeof head, id: string, act: 'submit' | 'review' | 'accept' | 'return', reason = '') =>
    moveReport(deps, who, id, { act, reason });
  const no = { code: 'no_permission' };

  it('is reviewed by the head of the unit, then accepted by the air office', async () => {
    const id = await report(deps, officer, of('2021-09'));
    expect(await state(id)).toBe('submitted');
    await expect(move(office, id, 'accept')).rejects.toMatchObject(no);
    await expect(move(otherHead, id, 'review')).rejects.toMatchObject(no);
    await move(head, id, 'review');
    await expect(move(head, id, 'accept')).rejects.toMatchObject(no);
    await move(office, id, 'accept');
    expect(await state(id)).toBe('accepted');
  });

  it('passes through nobody’s own hands, and never twice through the same', async () => {
    const own = await report(deps, head, of('2021-08'));
    await expect(move(head, own, 'review')).rejects.toMatchObject({
      ...no,
      sentence: { zh: expect.stringContaining('自己经手') },
    });
    const theirs = await report(deps, officer, of('2021-07'));
    await move(both, theirs, 'review');
    await expect(move(both, theirs, 'accept')).rejects.toMatchObject(no);
    await move(office, theirs, 'accept');
  });

  it('is returned with a reason at either level and made again as a new version', async () => {
    const first = await report(deps, officer, of('2021-06'));
    await expect(move(head, first, 'return', ' ')).rejects.toMatchObject({ code: 'value_out_of_range' });
    await move(head, first, 'return', '数量与台账不符');
    const second = await report(deps, officer, of('2021-06', { replaces: first }));
    await move(head, second, 'review');
    await move(office, second, 'return', '缺抽检报告');
    const third = await report(deps, officer, of('2021-06', { replaces: second }));
    await move(head, third, 'review');
    await move(office, third, 'accept');
    expect([await state(first), await state(second), await state(third)]).toEqual(['returned', 'returned', 'accepted']);
    await expect(report(deps, officer, of('2021-06', { replaces: third }))).rejects.toMatchObject({
      code: 'not_in_this_state',
    });
  });

  it('begins as a draft where it is not submitted at once, and is made once a month', async () => {
    const draft = await report(deps, officer, of('2021-05', { submit: false }));
    expect(await state(draft)).toBe('draft');
    await expect(report(deps, officer, of('2021-05'))).rejects.toMatchObject({ code: 'already_exists' });
    const better = await report(deps, officer, of('2021-05', { submit: false, replaces: draft }));
    await move(officer, better, 'submit');
    expect(await state(better)).toBe('submitted');
  });

  it('is taken on by one of two people who act in the same moment', async () => {
    const id = await report(deps, officer, of('2021-04'));
    await move(head, id, 'review');
    const done = await Promise.allSettled([move(office, id, 'accept'), move(secondOffice, id, 'return', '缺附件')]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is of a month that has ended, by a unit that owes it', async () => {
    await expect(report(deps, officer, of('2021-11'))).rejects.toMatchObject({ code: 'value_out_of_range' });
    await expect(report(deps, office, { ...of('2021-03'), unitId: null })).rejects.toMatchObject(no);
  });

  it('is due on the district’s day of the next month', async () => {
    expect([dueOfMonth('2021-10', 5), dueOfMonth('2021-12', 10)]).toEqual(['2021-11-05', '2022-01-10']);
    const owed = await owedReports(db, XICHENG, { year: 2021, until: '2021-11-10', unitId: MARKET });
    expect(owed.map(({ month, due, duty }) => [month, due, duty.measure.id])).toEqual([
      ['2021-10', '2021-11-10', '2.2'],
    ]);
    expect(await owedReports(db, XICHENG, { year: 2021, until: '2021-11-09', unitId: MARKET })).toEqual([]);
  });
});
