import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../../tests/plan/three-chapters.ts';
import { correctDraft, settleDraft } from '../draft/review.ts';
import { adoptDraft } from './adopt.ts';
import { changesOfDraft, changesOfPlan } from './changes.ts';
import { adoptedPlan, measureHistory, planSummaries, planVersions, planYears, versionInForce } from './read.ts';

const ON = '2021-11-08';

describe('adoption', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  const correct = (id: string, path: string, value: unknown) =>
    correctDraft(db, OFFICE, { districtCode: XICHENG, on: ON }, id, { path, value });
  const adopt = (draftId: string, more: { acceptUncertain?: boolean; note?: string; effectiveOn?: string } = {}) =>
    adoptDraft(db, OFFICE, XICHENG, { draftId, adoptedOn: ON, effectiveOn: '2021-01-01', ...more });
  const count = async (table: string) => Number((await pool.query(`select count(*) n from ${table}`)).rows[0].n);

  it('waits for every uncertain finding, or for a word that accepts them', async () => {
    const id = await draftOf(db, threeChapters(2001));
    await expect(adopt(id)).rejects.toMatchObject({
      code: 'not_in_this_state',
      sentence: { zh: expect.stringContaining('2 处') },
    });
    await settleDraft(db, OFFICE, { districtCode: XICHENG, on: ON }, id, {
      paths: ['measures/2.1/lead', 'measures/3.1/deadline'],
    });
    expect(await adopt(id)).toMatchObject({ year: 2001, versionNo: 1, measures: 4 });
  });

  it('needs the year of the plan', async () => {
    const id = await draftOf(db, threeChapters(null));
    await expect(adopt(id, { acceptUncertain: true })).rejects.toMatchObject({ code: 'value_out_of_range' });
    await correct(id, 'year', 2002);
    expect(await adopt(id, { acceptUncertain: true })).toMatchObject({ year: 2002 });
  });

  it('happens once', async () => {
    const id = await draftOf(db, threeChapters(2003));
    const both = await Promise.allSettled([adopt(id, { acceptUncertain: true }), adopt(id, { acceptUncertain: true })]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await planVersions(db, XICHENG, 2003)).toHaveLength(1);
    await expect(correct(id, 'title', '甲')).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('is whole or not at all', async () => {
    const rows = async () => [await count('plan_version'), await count('plan'), await count('measure')];
    const before = await rows();
    const id = await draftOf(db, threeChapters(2004));
    // the last thing an adoption writes is the audit's row: nothing stands when that fails
    const nobody = { accountId: 'nobody', name: '王敏' };
    const act = { draftId: id, adoptedOn: ON, effectiveOn: '2004-01-01', acceptUncertain: true };
    await expect(adoptDraft(db, nobody, XICHENG, act)).rejects.toThrow('uuid');
    expect(await rows()).toEqual(before);
    expect(await adoptDraft(db, OFFICE, XICHENG, act)).toMatchObject({ year: 2004, versionNo: 1 });
  });

  it('refuses a target without its figure', async () => {
    const reading = threeChapters(2009);
    reading.chapters[2]!.tasks[0]!.measures[0]!.targets[0]!.value = null;
    const id = await draftOf(db, reading);
    await expect(adopt(id, { acceptUncertain: true })).rejects.toMatchObject({ code: 'value_out_of_range' });
    await correct(id, 'measures/3.1/targets', []);
    expect(await adopt(id, { acceptUncertain: true })).toMatchObject({ year: 2009 });
  });

  it('refuses a unit that a measure names twice', async () => {
    const reading = threeChapters(2008);
    reading.chapters[1]!.tasks[0]!.measures[1]!.lead = ['区市场监管局', '区市场监管局'];
    await expect(adopt(await draftOf(db, reading), { acceptUncertain: true })).rejects.toMatchObject({
      code: 'value_out_of_range',
      sentence: { zh: expect.stringContaining('2.2') },
    });
  });

  it('of a chapter without measures leaves the chapter out', async () => {
    const id = await draftOf(db, threeChapters(2005));
    await correct(id, 'structure', { op: 'add_chapter', after: '3', no: 4, title: '空章' });
    await adopt(id, { acceptUncertain: true });
    expect((await adoptedPlan(db, XICHENG, 2005)).chapters.map((c) => c.no)).toEqual([1, 2, 3]);
  });

  it('numbers measures by chapter where task numbers begin again in each', async () => {
    const reading = threeChapters(2006);
    for (const chapter of reading.chapters) chapter.tasks[0]!.no = 1;
    await adopt(await draftOf(db, reading), { acceptUncertain: true });
    const plan = await adoptedPlan(db, XICHENG, 2006);
    expect(plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map((m) => m.id)))).toEqual([
      '1.1.1',
      '2.1.1',
      '2.1.2',
      '3.1.1',
    ]);
  });

  it('reads back what was adopted: wording, deadlines, duties with the members of that day, targets', async () => {
    await adopt(await draftOf(db, threeChapters(2021)), { acceptUncertain: true, note: '区政府印发' });
    const plan = await adoptedPlan(db, XICHENG, 2021);
    expect(plan).toMatchObject({ versionNo: 1, adoptedOn: ON, effectiveOn: '2021-01-01', note: '区政府印发' });
    const measures = plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures));
    expect(measures[0]).toMatchObject({
      id: '1.1',
      chapterNo: 1,
      taskNo: 1,
      position: 1,
      deadline: { kind: 'by_date', raw: '年底前', date: '2021-12-31', months: null },
      source: { document: '计划.docx', table: 0, row: 3, column: 2 },
    });
    expect(measures[0]!.duties.map((d) => [d.role, d.name, d.members?.length ?? null])).toEqual([
      ['lead', '区生态环境局', null],
      ['lead', '各街道办事处', 15],
      ['support', '区城市管理委', null],
    ]);
    expect(measures[3]!.targets).toMatchObject([{ operator: '<=', value: '5.10', at: { start: 5, end: 22 } }]);
    expect(measures[1]!.deadline).toEqual({ kind: 'long_term', raw: '长期实施', date: null, months: null });
  });

  it('costs two queries to read', async () => {
    const seen: string[] = [];
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        seen.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await adoptedPlan(counting, XICHENG, 2021);
    expect(seen).toHaveLength(2);
  });

  it('is final: the database refuses to change an adopted wording', async () => {
    await expect(pool.query(`update measure set text = '甲'`)).rejects.toThrow('adopt a new version');
  });

  it('of the same year again is a new version; the old one stays readable and measures keep their lineage', async () => {
    const reading = threeChapters(2021);
    reading.chapters[2]!.tasks[0]!.measures[0]!.text =
      '全区及各街道降尘量控制在4.5吨/平方公里·月以内。\n各街道建立裸地台账，定期更新。';
    reading.chapters[1]!.tasks[0]!.measures.reverse();
    const first = await adoptedPlan(db, XICHENG, 2021);
    const id = await draftOf(db, reading);
    const foreseen = await changesOfDraft(db, { districtCode: XICHENG, on: ON }, id);
    expect(await adopt(id, { acceptUncertain: true })).toMatchObject({ versionNo: 2 });
    expect(foreseen).toEqual(await changesOfPlan(db, XICHENG, 2021, {}));
    const second = await adoptedPlan(db, XICHENG, 2021);
    expect((await adoptedPlan(db, XICHENG, 2021, 1)).versionId).toBe(first.versionId);
    const lineages = (plan: typeof first) =>
      new Set(plan.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map((m) => m.lineage))));
    expect(lineages(second)).toEqual(lineages(first));

    const { changes } = await changesOfPlan(db, XICHENG, 2021, {});
    expect(changes.map((c) => [c.kind, c.previousId, c.id, c.differs])).toEqual([
      ['same', '1.1', '1.1', []],
      ['same', '2.2', '2.1', []],
      ['same', '2.1', '2.2', []],
      ['changed', '3.1', '3.1', ['text']],
    ]);
    const history = await measureHistory(db, second.chapters[2]!.tasks[0]!.measures[0]!.lineage);
    expect(history.filter((h) => h.year === 2021).map((h) => [h.versionNo, h.measure.text.slice(0, 6)])).toEqual([
      [1, '全区降尘量控'],
      [2, '全区及各街道'],
    ]);
  });

  it('of the next year is matched with this year’s: same, changed, new, dropped', async () => {
    const reading = threeChapters(2022);
    const [first, second, third] = reading.chapters;
    for (const chapter of reading.chapters)
      for (const task of chapter.tasks)
        for (const m of task.measures) if (m.deadline.date) m.deadline.date = '2022-12-31';
    second!.tasks[0]!.measures[1]!.targets[0]!.value = 15;
    second!.tasks[0]!.measures[1]!.text = '加大抽检力度，抽检涉VOCs产品不低于15组。';
    third!.tasks[0]!.measures = [
      { ...first!.tasks[0]!.measures[0]!, id: '3.1', text: '建立碳账户，开展近零碳社区试点建设。', targets: [] },
    ];
    await adopt(await draftOf(db, reading), { acceptUncertain: true });
    const { from, to, changes } = await changesOfPlan(db, XICHENG, 2022, { against: 'last-year' });
    expect([from, to]).toEqual([
      { year: 2021, versionNo: 2 },
      { year: 2022, versionNo: 1 },
    ]);
    expect(changes.map((c) => [c.kind, c.previousId, c.id, c.differs])).toEqual([
      ['same', '1.1', '1.1', []],
      ['same', '2.2', '2.1', []],
      ['dropped', '3.1', null, []],
      ['changed', '2.1', '2.2', ['text', 'targets']],
      ['new', null, '3.1', []],
    ]);
  });

  it('knows a measure again that was dropped for a year', async () => {
    await adopt(await draftOf(db, threeChapters(2023)), { acceptUncertain: true });
    const dust = (await adoptedPlan(db, XICHENG, 2023)).chapters[2]!.tasks[0]!.measures[0]!;
    expect((await measureHistory(db, dust.lineage)).map((h) => h.year)).toContain(2021);
  });

  it('of a first plan shows every measure as new', async () => {
    const { from, changes } = await changesOfPlan(db, XICHENG, 2001, {});
    expect([from, new Set(changes.map((c) => c.kind))]).toEqual([null, new Set(['new'])]);
  });

  it('lists plans and versions, newest year first', async () => {
    expect((await planYears(db, XICHENG)).slice(0, 3)).toEqual([2023, 2022, 2021]);
    const summary = (await planSummaries(db, XICHENG)).find((p) => p.year === 2021)!;
    expect(summary.versions.map((v) => [v.no, v.measures, v.adoptedBy])).toEqual([
      [1, 4, OFFICE.name],
      [2, 4, OFFICE.name],
    ]);
  });

  it('says which version is in force on a day', () => {
    const versions = [
      { no: 1, effectiveOn: '2021-01-01' },
      { no: 2, effectiveOn: '2021-07-01' },
    ];
    const on = (day: string) => versionInForce(versions, day)?.no;
    expect([on('2020-12-01'), on('2021-06-30'), on('2021-07-01'), versionInForce([], '2021-01-01')]).toEqual([
      1,
      1,
      2,
      undefined,
    ]);
  });

  it('is in the audit', async () => {
    const { rows } = await pool.query(
      `select before, after from audit where action = 'plan.adopt' and subject_id = '2021' order by seq`,
    );
    expect(rows).toMatchObject([
      { before: null, after: { versionNo: 1, measures: 4, acceptedUncertain: 2 } },
      { before: { versionNo: 1 }, after: { versionNo: 2 } },
    ]);
  });

  it('of what is not there is refused with the remedy', async () => {
    await expect(adoptedPlan(db, XICHENG, 1999)).rejects.toMatchObject({ code: 'not_found' });
    await expect(adoptedPlan(db, XICHENG, 2021, 9)).rejects.toMatchObject({ code: 'not_found' });
    await expect(adopt(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    await expect(adopt(await draftOf(db, threeChapters(2007)), { effectiveOn: '2007-02-30' })).rejects.toMatchObject({
      code: 'value_out_of_range',
    });
  });
});
