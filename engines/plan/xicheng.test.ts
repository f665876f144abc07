import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { unitDirectory } from '#engines/district';
import { freshDatabase } from '../../tests/database.ts';
import { OFFICE, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import {
  type AdoptedPlan,
  adoptedPlan,
  adoptFromDocument,
  changesOfPlan,
  planDocx,
  planXlsx,
  readPlan,
} from './index.ts';

const DOCUMENT = 'districts/xicheng/plan-2021/xicheng-2021.docx';
const ON = '2021-11-08';

describe('the plan of Xicheng of 2021', async () => {
  const store = await freshDatabase();
  const { db } = store;
  const bytes = await readFile(DOCUMENT);
  const given = { districtCode: XICHENG, name: 'xicheng-2021.docx', bytes, effectiveOn: '2021-01-01', adoptedOn: ON };
  let plan: AdoptedPlan;
  const measures = (of: AdoptedPlan) => of.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures));

  beforeAll(async () => {
    await withXicheng(db);
    await adoptFromDocument(store, { ...given, adoptedBy: OFFICE, acceptUncertain: true });
    plan = await adoptedPlan(db, XICHENG, 2021);
  });

  it('is adopted with its 6 chapters, 32 tasks and 58 measures', () => {
    expect(plan.chapters.map((c) => c.tasks.reduce((n, t) => n + t.measures.length, 0))).toEqual([1, 13, 16, 6, 18, 4]);
    expect(plan.chapters.flatMap((c) => c.tasks)).toHaveLength(32);
    expect(new Set(measures(plan).map((m) => m.lineage)).size).toBe(58);
  });

  it('names only units of the directory, and collectives with their members', () => {
    const duties = measures(plan).flatMap((m) => m.duties);
    expect(duties.filter((d) => d.unitId === null).map((d) => d.name)).toEqual([]);
    const lead = (name: string) => duties.filter((d) => d.role === 'lead' && d.name === name).length;
    const support = (name: string) => duties.filter((d) => d.role === 'support' && d.name === name).length;
    expect([lead('区城市管理委'), support('区城市管理委'), lead('区生态环境局'), lead('各街道办事处')]).toEqual([
      26, 9, 23, 22,
    ]);
    expect(duties.find((d) => d.name === '各街道办事处')?.members).toHaveLength(15);
  });

  it.each([
    ['docx', planDocx],
    ['xlsx', planXlsx],
  ] as const)('read again from the paper it goes to (.%s) is the same plan', async (ending, write) => {
    const directory = await unitDirectory(db, XICHENG, ON);
    const again = readPlan(`plan.${ending}`, await write(plan), directory);
    const shape = (m: { id: string; text: string }, lead: string[], support: string[]) => ({
      id: m.id,
      text: m.text,
      lead,
      support,
    });
    const names = (m: AdoptedPlan['chapters'][0]['tasks'][0]['measures'][0], role: string) =>
      m.duties.filter((d) => d.role === role).map((d) => d.name);
    expect([again.title, again.year]).toEqual([plan.title, 2021]);
    expect(again.chapters.map((c) => [c.no, c.title])).toEqual(plan.chapters.map((c) => [c.no, c.title]));
    expect(again.chapters.flatMap((c) => c.tasks.map((t) => [t.no, t.title]))).toEqual(
      plan.chapters.flatMap((c) => c.tasks.map((t) => [t.no, t.title])),
    );
    expect(
      again.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).map((m) => shape(m, m.lead, m.support)),
    ).toEqual(measures(plan).map((m) => shape(m, names(m, 'lead'), names(m, 'support'))));
    expect(
      again.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map((m) => m.deadline.date ?? null))),
    ).toEqual(measures(plan).map((m) => m.deadline.date));
  });

  it('adopted again from its exported table is a version in which nothing changed', async () => {
    const exported = await planXlsx(plan);
    const act = { ...given, name: 'plan.xlsx', bytes: exported, adoptedBy: OFFICE, acceptUncertain: true };
    expect(await adoptFromDocument(store, act)).toMatchObject({ versionNo: 2 });
    const { changes } = await changesOfPlan(db, XICHENG, 2021, {});
    expect(changes.filter((c) => c.kind !== 'same').map((c) => [c.kind, c.id, c.differs])).toEqual([]);
  });

  it('is recognised in next year’s plan: moved and renumbered, reworded, with other figures, dropped and new', async () => {
    const next = nextYear(plan);
    const bytes = await planDocx(next);
    const act = { ...given, name: '2022.docx', bytes, effectiveOn: '2022-01-01', adoptedOn: '2022-02-01' };
    await adoptFromDocument(store, { ...act, adoptedBy: OFFICE, acceptUncertain: true });
    const { from, changes } = await changesOfPlan(db, XICHENG, 2022, {});
    expect(from?.year).toBe(2021);
    const became = (previousId: string) => changes.find((c) => c.previousId === previousId)!;
    const kinds = (kind: string) => changes.filter((c) => c.kind === kind).map((c) => c.previousId ?? c.current?.text);
    expect(kinds('dropped')).toEqual(['6.1', '6.2', '28.2']);
    expect(kinds('new')).toEqual([NEW]);
    expect(kinds('changed')).toEqual(['3.2', '7.1', '14.3', '23.1']);
    expect(kinds('same')).toHaveLength(51);
    expect(became('23.1').differs).toEqual(['text', 'targets']);
    expect(became('7.1').differs).toEqual(['text']);
    expect([became('7.1').id, became('32.1').id]).toEqual(['6.1', '31.1']);
  });

  it('of which something is uncertain is not adopted unasked, and then nothing of it is kept', async () => {
    const count = async () => (await store.pool.query('select count(*)::int n from plan_draft')).rows[0].n;
    const before = await count();
    const odd = strange(await readFile('districts/xicheng/plan-2021/xicheng-2021.txt', 'utf8'));
    const act = { ...given, name: 'odd.txt', bytes: odd, adoptedBy: OFFICE };
    await expect(adoptFromDocument(store, act)).rejects.toMatchObject({ code: 'not_in_this_state' });
    expect(await count()).toBe(before);
  });
});

const NEW = '建立街道级碳排放账户，开展近零碳社区试点。';

/** The plan as an office may write it on: a task dropped, so that all later ones move up, wording and figures changed. */
function nextYear(plan: AdoptedPlan): AdoptedPlan {
  const next = structuredClone(plan);
  next.title = next.title.replace('2021', '2022');
  const change: Record<string, (text: string) => string> = {
    '3.2': (text) => text.replace(/12组/, '20组'),
    '7.1': (text) => text.replace('加油站', '全区加油站').replace(/。$/, '，并向社会公开结果。'),
    '14.3': (text) => text.replace('3.4万', '3.6万'),
    '23.1': (text) => text.replace('5.1吨', '4.8吨'),
  };
  let no = 0;
  for (const chapter of next.chapters) {
    chapter.tasks = chapter.tasks.filter((t) => t.no !== 6);
    for (const task of chapter.tasks) {
      task.measures = task.measures.filter((m) => m.id !== '28.2');
      for (const m of task.measures) {
        m.text = (change[m.id]?.(m.text) ?? m.text).replaceAll('2021年', '2022年');
        m.deadline.raw = m.deadline.raw.replaceAll('2021年', '2022年');
      }
      task.no = ++no;
    }
  }
  const last = next.chapters.at(-1)!.tasks[0]!;
  last.measures.push({ ...structuredClone(last.measures[0]!), text: NEW, targets: [] });
  return next;
}

/** The plan with a unit that no directory has. */
const strange = (text: string) => new TextEncoder().encode(text.replace('区发展改革委', '区碳达峰办'));
