import { describe, expect, it } from 'vitest';
import { indicatorRegistry } from '#engines/indicators';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { attachmentType } from '#platform/files';
import { actorOf, type Grant } from '#platform/permissions';
import { PERMISSIONS } from '../../app/roles.ts';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { type Reported, report, withdraw } from './acts.ts';
import { reportedMeasure, speaksFor } from './duty.ts';
import { countReports, newestReports, reportsOf } from './store.ts';

const TODAY = '2021-11-08';
const PDF = new TextEncoder().encode('%PDF-1.7 抽检报告');
const person = (name: string, ...grants: Grant[]) =>
  actorOf({ accountId: crypto.randomUUID(), name, grants }, PERMISSIONS);
const office = person('大气办 王敏', { role: 'air_office' });
const market = person('市场监管局 李强', { role: 'unit_officer', unitId: 'market-regulation-bureau' });
const finance = person('财政局 周洁', { role: 'unit_officer', unitId: 'finance-bureau' });
const yuetan = person('月坛街道 赵磊', { role: 'street_officer', streetCode: '110102007' });

describe('a report on a measure', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  const adopt = async (year = 2021, change: (reading: ReturnType<typeof threeChapters>) => void = () => undefined) => {
    const reading = threeChapters(year);
    change(reading);
    await adoptDraft(db, OFFICE, XICHENG, {
      draftId: await draftOf(db, reading),
      adoptedOn: TODAY,
      effectiveOn: `${year}-01-01`,
      acceptUncertain: true,
    });
  };
  await adopt();
  const deps = { db, districtCode: XICHENG, clock: fixedClock(TODAY), registry: indicatorRegistry([]) };
  const said = (more: Partial<Reported> = {}): Reported => ({
    year: 2021,
    measureId: '2.2',
    unitId: 'market-regulation-bureau',
    asOf: '2021-10-31',
    words: '截至10月底抽检11组，均合格。',
    files: [],
    ...more,
  });
  const onMeasure = async (id: string, year = 2021) =>
    reportsOf(db, (await reportedMeasure(db, XICHENG, year, id)).measure.lineage);
  const streetOf = async () => null;

  it('is made by a unit that the plan names, with its documents', async () => {
    const id = await report(deps, market, said({ files: [{ name: '抽检报告.pdf', bytes: PDF }] }));
    expect(await onMeasure('2.2')).toEqual([
      expect.objectContaining({
        id,
        unit_id: 'market-regulation-bureau',
        words: '截至10月底抽检11组，均合格。',
        reported_by_name: '市场监管局 李强',
        files: [{ id: expect.any(String), name: '抽检报告.pdf', byteSize: PDF.length }],
      }),
    ]);
  });

  it('is refused to a unit that the plan does not name there, and to one that speaks for another', async () => {
    const refused = { code: 'no_permission', sentence: { zh: expect.stringContaining('措施2.2') } };
    await expect(report(deps, finance, said({ unitId: 'finance-bureau' }))).rejects.toMatchObject(refused);
    await expect(report(deps, finance, said())).rejects.toMatchObject(refused);
    await expect(report(deps, market, said({ unitId: null }))).rejects.toMatchObject(refused);
  });

  it('of a collective is made by each of its members: a street speaks for itself', async () => {
    const one = await reportedMeasure(db, XICHENG, 2021, '1.1');
    expect(one.units.filter(({ street }) => street)).toHaveLength(15);
    expect(speaksFor(yuetan, one)).toMatchObject({ units: [{ id: 'street-office-110102007' }], office: false });
    await report(deps, yuetan, said({ measureId: '1.1', unitId: 'street-office-110102007' }));
    await expect(
      report(deps, yuetan, said({ measureId: '1.1', unitId: 'street-office-110102009' })),
    ).rejects.toMatchObject({ code: 'no_permission' });
  });

  it('says when somebody wrote it who is not of the unit', async () => {
    const behalf = async (id: string) => (await onMeasure(id)).map(({ unit_id, on_behalf }) => [unit_id, on_behalf]);
    await report(deps, office, said({ words: '据市场监管局电话报告，12组合格。' }));
    expect(await behalf('2.2')).toEqual([
      ['market-regulation-bureau', true],
      ['market-regulation-bureau', false],
    ]);
    expect(await behalf('1.1')).toEqual([['street-office-110102007', false]]);
  });

  it('can be the air office’s own', async () => {
    await report(deps, office, said({ measureId: '3.1', unitId: null }));
    expect(await onMeasure('3.1')).toMatchObject([{ unit_id: null, reported_by_name: '大气办 王敏' }]);
  });

  it.each([
    ['nothing said', { words: '  ' }, 'value_out_of_range'],
    ['a day to come', { asOf: '2021-11-09' }, 'value_out_of_range'],
    ['a day before the plan’s year', { asOf: '2020-12-31' }, 'value_out_of_range'],
    ['a measure that is not there', { measureId: '9.9' }, 'not_found'],
    ['a document that is none', { files: [{ name: '照片.png', bytes: PDF }] }, 'document_kind_unknown'],
    ['an empty document', { files: [{ name: 'a.pdf', bytes: new Uint8Array() }] }, 'document_empty'],
  ])('with %s is refused, and nothing of it is kept', async (_what, more, code) => {
    const before = await countReports(db, XICHENG, 2021);
    await expect(report(deps, market, said(more))).rejects.toMatchObject({ code });
    expect(await countReports(db, XICHENG, 2021)).toBe(before);
  });

  it('is withdrawn with a reason by its unit or the office, once, and stays readable', async () => {
    const id = await report(deps, market, said({ words: '抽检120组。' }));
    await expect(withdraw(deps, finance, id, '不是我们的', streetOf)).rejects.toMatchObject({ code: 'no_permission' });
    const standing = await countReports(db, XICHENG, 2021);
    await withdraw(deps, market, id, '多写了一个零', streetOf);
    expect(await countReports(db, XICHENG, 2021)).toBe(standing - 1);
    expect((await newestReports(db, XICHENG, 2021, 50)).map((row) => row.id)).not.toContain(id);
    expect((await onMeasure('2.2')).find((row) => row.id === id)).toMatchObject({
      words: '抽检120组。',
      withdrawn_by_name: '市场监管局 李强',
      withdrawn_reason: '多写了一个零',
    });
    await expect(withdraw(deps, office, id, '再撤', streetOf)).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('is never rewritten, not even by the application', async () => {
    await expect(pool.query("update measure_report set words = '改'")).rejects.toThrow('only withdrawn');
    await expect(pool.query('delete from measure_report')).rejects.toThrow('only withdrawn');
    await expect(pool.query('delete from measure_report_file')).rejects.toThrow('documents');
  });

  it('stays with its measure when an amendment renumbers it', async () => {
    await adopt(2021, (reading) => {
      const task = reading.chapters[1]!.tasks[0]!;
      task.measures.unshift({ ...task.measures[0]!, text: '新增一项：开展走航监测。', uncertain: [] });
      for (const [i, measure] of task.measures.entries()) Object.assign(measure, { no: i + 1, id: `2.${i + 1}` });
    });
    expect((await onMeasure('2.3')).map((row) => row.measure_id)).toContain('2.2');
    expect(await onMeasure('2.1')).toEqual([]);
  });

  it('is written into the audit with what was said', async () => {
    const { rows } = await pool.query("select after from audit where action = 'measure.report' order by seq limit 1");
    expect(rows[0].after).toMatchObject({ words: '截至10月底抽检11组，均合格。', files: ['抽检报告.pdf'] });
  });
});

describe('an attachment', () => {
  const bytes = (...begins: number[]) => new Uint8Array([...begins, 1, 2, 3]);
  it('is known by its first bytes and its ending together', () => {
    expect(attachmentType('A.PDF', PDF)).toBe('application/pdf');
    expect(attachmentType('photo.JPG', bytes(0xff, 0xd8, 0xff))).toBe('image/jpeg');
    expect(() => attachmentType('page.html', new TextEncoder().encode('<script>'))).toThrow();
    expect(() => attachmentType('setup.docx', bytes(0x4d, 0x5a))).toThrow();
  });
});
