import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../../tests/plan/three-chapters.ts';
import { readDraft } from './page.ts';
import { correctDraft, discardDraft, listDrafts, settleDraft, undoInDraft } from './review.ts';

const AT = { districtCode: XICHENG, on: '2021-11-08' };

describe('the review of a draft', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  const open = () => draftOf(db, threeChapters());
  const page = (id: string) => readDraft(db, AT, id);
  const measures = async (id: string) => (await page(id)).chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures));
  const measure = async (id: string, key: string) => (await measures(id)).find((m) => m.key === key)!;
  const field = async (id: string, path: string) =>
    [...(await page(id)).fields, ...(await measures(id)).flatMap((m) => m.fields)].find((f) => f.path === path)!;
  const correct = (id: string, path: string, value: unknown, reason?: string) =>
    correctDraft(db, OFFICE, AT, id, { path, value, reason });

  it('shows what the machine read, what is uncertain, and units as the directory has them', async () => {
    const id = await open();
    const first = await measure(id, '1.1');
    expect(first.duties.map((d) => [d.role, d.name, d.members?.length ?? null])).toEqual([
      ['lead', '区生态环境局', null],
      ['lead', '各街道办事处', 15],
      ['support', '区城市管理委', null],
    ]);
    expect((await measure(id, '2.1')).duties[1]).toEqual({
      unitId: null,
      name: '区绿化促进会',
      role: 'lead',
      members: null,
    });
    const { uncertain, settled, measures: count } = await page(id);
    expect([uncertain, settled, count]).toEqual([2, 0, 4]);
    expect((await field(id, 'measures/2.1/lead')).uncertain?.zh).toContain('区绿化促进会');
    expect((await measure(id, '3.1')).targets[0]?.value).toBe('5.10');
  });

  it('keeps the machine’s reading beside a correction, with who, when and why', async () => {
    const id = await open();
    await correct(id, 'measures/3.1/deadline', { kind: 'season', months: [6, 7, 8, 9] }, '与印发稿核对');
    const now = await measure(id, '3.1');
    expect(now.deadline).toEqual({ kind: 'season', raw: '年底前', date: null, months: [6, 7, 8, 9] });
    expect(await field(id, 'measures/3.1/deadline')).toMatchObject({
      machine: { kind: 'by_date', date: '2021-12-31' },
      corrected: { kind: 'season' },
      settled: true,
      by: OFFICE.name,
      reason: '与印发稿核对',
    });
    expect((await page(id)).settled).toBe(1);
  });

  it('an act that is undone no longer counts, but is kept', async () => {
    const id = await open();
    await correct(id, 'title', '甲');
    await correct(id, 'title', '乙');
    await undoInDraft(db, OFFICE, AT, id, 'title');
    expect((await page(id)).title).toBe('甲');
    await undoInDraft(db, OFFICE, AT, id, 'title');
    expect((await page(id)).title).toBe(threeChapters().title);
    expect((await page(id)).acts.map((a) => [a.corrected, a.undone])).toEqual([
      ['甲', true],
      ['乙', true],
    ]);
    await expect(undoInDraft(db, OFFICE, AT, id, 'title')).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('the database itself refuses to change the machine’s reading', async () => {
    const id = await open();
    await expect(pool.query(`update plan_draft set reading = '{}' where id = $1`, [id])).rejects.toThrow(
      'cannot be changed',
    );
  });

  it('an uncertain finding can be confirmed as it is; a certain one needs no confirming', async () => {
    const id = await open();
    await settleDraft(db, OFFICE, AT, id, { paths: ['measures/2.1/lead', 'measures/3.1/deadline'] });
    expect(await page(id)).toMatchObject({ uncertain: 2, settled: 2 });
    expect((await measure(id, '2.1')).duties[1]?.name).toBe('区绿化促进会');
    await expect(settleDraft(db, OFFICE, AT, id, { paths: ['measures/1.1/text'] })).rejects.toMatchObject({
      code: 'not_in_this_state',
    });
  });

  describe('units', () => {
    it('are taken by name, by alias or by id, and become the directory’s names', async () => {
      const id = await open();
      await correct(id, 'measures/2.1/lead', ['区城管委', { unitId: 'street-offices' }, '区财政局']);
      expect((await measure(id, '2.1')).duties.map((d) => d.name)).toEqual([
        '区城市管理委',
        '各街道办事处',
        '区财政局',
      ]);
    });

    it('that are a collective can have their members named, and keep the name as issued', async () => {
      const id = await open();
      const named = { name: '相关单位', members: ['区财政局', 'city-management-commission'] };
      await correct(id, 'measures/2.2/support', [named]);
      expect((await measure(id, '2.2')).duties.at(-1)).toMatchObject({
        name: '相关单位',
        members: [{ name: '区财政局' }, { name: '区城市管理委', unitId: 'city-management-commission' }],
      });
      await expect(
        correct(id, 'measures/2.2/support', [{ name: '相关单位', members: ['无名局'] }]),
      ).rejects.toMatchObject({
        sentence: { zh: expect.stringContaining('无名局') },
      });
    });

    it('that nobody knows are refused unless they are to stay as written', async () => {
      const id = await open();
      await expect(correct(id, 'measures/2.1/support', ['区蓝天办'])).rejects.toMatchObject({
        code: 'value_out_of_range',
        sentence: { zh: expect.stringContaining('区蓝天办') },
      });
      await correct(id, 'measures/2.1/support', [{ name: '区蓝天办', asWritten: true }]);
      expect((await measure(id, '2.1')).duties.at(-1)).toMatchObject({ name: '区蓝天办', unitId: null });
    });
  });

  describe('targets', () => {
    it('take figures as people type them', async () => {
      const id = await open();
      const target = { what: '人工检查重型柴油车', operator: '>=', value: '3.4万', unit: '辆次', quote: '不低于12组' };
      await correct(id, 'measures/2.2/targets', [target]);
      expect((await measure(id, '2.2')).targets).toMatchObject([
        { value: '34000', unit: '辆次', at: { start: 16, end: 22 } },
      ]);
    });

    it('need a decimal figure, except a direction', async () => {
      const id = await open();
      const typed = (value: unknown, operator = '>=') => [{ what: '抽检', operator, value }];
      for (const wrong of ['十二', '12组', '', null, '1e3', 'NaN'])
        await expect(correct(id, 'measures/2.2/targets', typed(wrong))).rejects.toMatchObject({
          code: 'value_out_of_range',
        });
      await correct(id, 'measures/2.2/targets', typed(null, 'decrease'));
      expect((await measure(id, '2.2')).targets[0]).toMatchObject({ operator: 'decrease', value: null });
    });

    it('follow a corrected wording; one whose words are gone has to be looked at again', async () => {
      const id = await open();
      await correct(id, 'measures/2.2/text', '全年加大抽检力度，抽检涉VOCs产品不低于12组。');
      const { text, targets } = await measure(id, '2.2');
      expect(text.slice(targets[0]!.at!.start, targets[0]!.at!.end)).toBe('不低于12组');
      await correct(id, 'measures/2.2/text', '加大抽检力度。');
      expect(await field(id, 'measures/2.2/targets')).toMatchObject({
        settled: false,
        uncertain: { zh: expect.stringContaining('不低于12组') },
      });
      await correct(id, 'measures/2.2/targets', []);
      expect((await field(id, 'measures/2.2/targets')).settled).toBe(true);
    });
  });

  describe('the table itself', () => {
    const texts = async (id: string) => (await measures(id)).map((m) => [m.id, m.text.slice(0, 8)]);

    it('a measure is split where two were read as one, and numbers follow', async () => {
      const id = await open();
      const { text } = await measure(id, '3.1');
      await correct(id, 'structure', { op: 'split', measure: '3.1', at: text.indexOf('\n') });
      const [first, second] = (await measures(id)).slice(-2);
      expect([first!.id, first!.text, second!.id, second!.text]).toEqual([
        '3.1',
        '全区降尘量控制在5.1吨/平方公里·月以内。',
        '3.2',
        '各街道建立裸地台账，定期更新。',
      ]);
      expect([first!.targets.length, second!.targets.length]).toEqual([1, 0]);
      expect(second!.duties).toEqual(first!.duties);
      expect((await page(id)).uncertain).toBe(3);
    });

    it('two measures are merged into one, with the units and targets of both', async () => {
      const id = await open();
      await correct(id, 'structure', { op: 'merge', measure: '2.2', into: '2.1' });
      const merged = await measure(id, '2.1');
      expect(merged.text).toBe('督促企业建立原辅材料台账。\n加大抽检力度，抽检涉VOCs产品不低于12组。');
      expect(merged.duties.map((d) => d.name)).toEqual(['区发展改革委', '区绿化促进会', '区市场监管局']);
      expect(merged.text.slice(merged.targets[0]!.at!.start, merged.targets[0]!.at!.end)).toBe('不低于12组');
      expect((await page(id)).measures).toBe(3);
    });

    it('measures are added, moved and removed; each act can be taken back', async () => {
      const id = await open();
      await correct(id, 'structure', { op: 'add', task: '3', after: '3.1', text: '夜间巡查。' });
      await correct(id, 'structure', { op: 'move', measure: '2.2', task: '1', after: null });
      await correct(id, 'structure', { op: 'remove', measure: '2.1' });
      expect(await texts(id)).toEqual([
        ['1.1', '加大抽检力度，抽'],
        ['1.2', '全区及各街道细颗'],
        ['3.1', '全区降尘量控制在'],
        ['3.2', '夜间巡查。'],
      ]);
      await undoInDraft(db, OFFICE, AT, id, 'structure');
      expect((await texts(id)).map(([no]) => no)).toEqual(['1.1', '1.2', '2.1', '3.1', '3.2']);
    });

    it('an added measure has to be given a deadline and a lead unit', async () => {
      const id = await open();
      await correct(id, 'structure', { op: 'add', task: '3', after: '3.1', text: '夜间巡查。' });
      const added = (await measures(id)).at(-1)!;
      expect([added.uncertain, (await page(id)).uncertain]).toEqual([2, 4]);
      await correct(id, `measures/${added.key}/lead`, ['区城市管理委']);
      await correct(id, `measures/${added.key}/deadline`, { kind: 'long_term', raw: '长期实施' });
      expect((await measures(id)).at(-1)).toMatchObject({
        uncertain: 0,
        deadline: { kind: 'long_term', raw: '长期实施' },
      });
    });

    it('an act that later acts build on is not taken back before them', async () => {
      const id = await open();
      await correct(id, 'structure', { op: 'add', task: '3', after: '3.1', text: '夜间巡查。' });
      const added = (await measures(id)).at(-1)!;
      await correct(id, `measures/${added.key}/lead`, ['区城市管理委']);
      await expect(undoInDraft(db, OFFICE, AT, id, 'structure')).rejects.toMatchObject({ code: 'not_in_this_state' });
      await undoInDraft(db, OFFICE, AT, id, `measures/${added.key}/lead`);
      await undoInDraft(db, OFFICE, AT, id, 'structure');
      expect((await page(id)).measures).toBe(4);
    });
  });

  it.each([
    ['year', 1999],
    ['year', 'soon'],
    ['title', '  '],
    ['measures/2.1/text', ''],
    ['measures/2.1/deadline', { kind: 'by_date', date: '2021-02-30' }],
    ['measures/2.1/deadline', { kind: 'season', months: [] }],
    ['measures/2.1/deadline', { kind: 'season', months: [13] }],
    ['tasks/2/no', 0],
    ['structure', { op: 'split', measure: '2.1', at: 9999 }],
  ])('%s is not corrected to %j', async (path, value) => {
    await expect(correct(await open(), path, value)).rejects.toMatchObject({ code: 'value_out_of_range' });
  });

  it('places that do not exist are named', async () => {
    const id = await open();
    await expect(correct(id, 'measures/9.9/text', '甲')).rejects.toMatchObject({ code: 'not_found' });
    for (const path of ['measures/1.1/colour', 'a/b/c/d', 'measures/1.1', '', 'title/x'])
      await expect(correct(id, path, '甲')).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('a discarded draft is gone from the list and takes no correction', async () => {
    const id = await open();
    expect((await listDrafts(db, XICHENG)).some((d) => d.id === id)).toBe(true);
    await discardDraft(db, OFFICE, AT, id);
    expect((await listDrafts(db, XICHENG)).some((d) => d.id === id)).toBe(false);
    await expect(correct(id, 'title', '甲')).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('two reviewers at one moment are both heard', async () => {
    const id = await open();
    await Promise.all([correct(id, 'title', '甲'), correct(id, 'year', 2022), correct(id, 'chapters/2/title', '乙')]);
    expect(await page(id)).toMatchObject({ title: '甲', year: 2022 });
    expect((await page(id)).acts).toHaveLength(3);
  });

  it('every act is in the audit, with before and after', async () => {
    const id = await open();
    await correct(id, 'measures/2.1/text', '督促企业建立台账。');
    const { rows } = await pool.query(
      `select action, actor, before, after from audit where subject_id = $1 order by seq`,
      [id],
    );
    expect(rows).toEqual([
      {
        action: 'plan.draft.correct',
        actor: OFFICE.name,
        before: { path: 'measures/2.1/text', value: '督促企业建立原辅材料台账。' },
        after: { path: 'measures/2.1/text', value: '督促企业建立台账。', reason: null },
      },
    ]);
  });
});
