import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { indicatorRegistry } from '#engines/indicators';
import { LedgerBooks } from '#engines/ledgers';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { readFile } from '#platform/files';
import { actorOf, type Grant } from '#platform/permissions';
import { PERMISSIONS } from '../../app/roles.ts';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { measureOf, type SupervisionDeps } from './deps.ts';
import { addToMeeting, keepMeeting, meetingsOf, moveItem } from './dispatch.ts';
import { askExtension, decideExtension, extensionsOf } from './extensions.ts';
import { answerLetter, dropLetters, issueLetters, lettersOf } from './letters.ts';
import { mattersFor } from './matters.ts';
import { owedBy } from './owed.ts';
import { type ScoreComponent, scoresOf, setWeights, totalOf } from './scores.ts';
import { askStrikeOff, decideStrikeOff, strikeOffsOf } from './strike-off.ts';

const TODAY = '2021-11-08';
const MARKET = 'market-regulation-bureau';
const person = (name: string, ...grants: Grant[]) =>
  actorOf({ accountId: crypto.randomUUID(), name, grants }, PERMISSIONS);
const office = person('大气办 王敏', { role: 'air_office' });
const market = person('市场监管局 李强', { role: 'unit_officer', unitId: MARKET });
const finance = person('财政局 周洁', { role: 'unit_officer', unitId: 'finance-bureau' });

describe('supervision', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  await adoptDraft(db, OFFICE, XICHENG, {
    draftId: await draftOf(db, threeChapters(2021)),
    adoptedOn: '2021-01-04',
    effectiveOn: '2021-01-01',
    acceptUncertain: true,
  });
  const deps: SupervisionDeps = {
    db,
    districtCode: XICHENG,
    clock: fixedClock(TODAY),
    registry: indicatorRegistry([]),
    books: new LedgerBooks([]),
    components: [],
  };
  const { lineage } = await measureOf(deps, 2021, '2.2');
  const drafted = async (lapse: string, measure = '2.2') => {
    const facts = {
      year: 2021,
      kind: 'behind',
      words: '全年检测量不低于12组。',
      deadline: '年底前',
      asOf: TODAY,
      why: { zh: '已检测7组，应达到10组', en: '7 of 10' },
      demand: '请说明原因。',
      figures: [
        {
          indicatorId: 'voc.samples',
          title: { zh: '抽检组数', en: 'samples' },
          value: '7',
          unit: { zh: '组', en: '' },
          target: { zh: '不低于12组', en: 'at least 12' },
          judgement: 'behind',
          edition: '1',
          href: '/',
        },
      ],
    };
    const { rows } = await pool.query(
      `insert into supervision_letter (district_code, year, lineage, measure_id, unit_id, kind, lapse, lamp, facts, raised_on)
       values ($1, 2021, $2, $3, $4, 'behind', $5, 'behind', $6, $7) returning id`,
      [XICHENG, lineage, measure, MARKET, lapse, JSON.stringify(facts), TODAY],
    );
    return rows[0].id as string;
  };

  describe('a supervision letter', () => {
    it('has the next number of the year: none twice and none left out, though many are issued in one moment', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 12; i += 1) ids.push(await drafted(`lapse ${i}`));
      // one of them is issued by two people in the same moment, and must not use up two numbers
      const tries = await Promise.allSettled([...ids, ids[0]!].map((id) => issueLetters(deps, office, [id])));
      expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      const numbers = (await lettersOf(db, XICHENG, 2021)).map(({ no }) => no).sort((a, b) => a! - b!);
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });

    it('goes to paper with number, recipient, facts, demand, day of answer, seal line and date', async () => {
      const [letter] = await issueLetters(deps, office, [await drafted('paper')]);
      const file = await readFile(db, letter!.file_id!);
      const xml = strFromU8(unzipSync(new Uint8Array(file.content))['word/document.xml']!);
      const text = xml.replace(/<[^>]+>/g, '');
      for (const words of [
        '西气督〔2021〕13号',
        '区市场监管局：',
        '已检测7组，应达到10组',
        '抽检组数',
        '不低于12组',
        '请说明原因。',
        '2021年11月15日',
        '北京市西城区生态环境局',
        '2021年11月8日',
      ])
        expect(text).toContain(words);
    });

    it('is answered by its unit alone, once', async () => {
      const id = await drafted('answer');
      await issueLetters(deps, office, [id]);
      await expect(answerLetter(deps, finance, id, '已办')).rejects.toMatchObject({ code: 'no_permission' });
      await answerLetter(deps, market, id, '本周补检5组。');
      await expect(answerLetter(deps, market, id, '再答')).rejects.toMatchObject({ code: 'not_in_this_state' });
    });

    it('that is dropped uses up no number', async () => {
      const id = await drafted('dropped');
      await dropLetters(deps, office, [id], '数据有误');
      await expect(issueLetters(deps, office, [await drafted('kept'), id])).rejects.toMatchObject({
        code: 'not_in_this_state',
      });
      expect((await issueLetters(deps, office, [await drafted('after')]))[0]!.no).toBe(15);
    });

    it('is what its unit owes, and a matter to tell it, until it is answered', async () => {
      const owed = (await owedBy(deps, MARKET, TODAY)).filter(({ kind }) => kind === 'letter');
      expect(owed.length).toBe(14);
      expect(owed[0]).toMatchObject({ due: '2021-11-15', words: { zh: expect.stringContaining('督办函第') } });
      const matters = await mattersFor(deps, '2021-11-17');
      expect(matters.find(({ kind }) => kind === 'overdue')?.words.zh).toMatch(/已逾期\d+天$/);
    });
  });

  describe('an extension', () => {
    const ask = (until: string) =>
      askExtension(deps, market, {
        year: 2021,
        measureId: '2.2',
        part: '',
        unitId: MARKET,
        until,
        reason: '实验室改造',
      });

    it('is asked with a reason by who owes the duty, once at a time', async () => {
      await expect(ask('2021-11-30')).rejects.toMatchObject({ code: 'value_out_of_range' });
      await ask('2022-01-31');
      await expect(ask('2022-02-28')).rejects.toMatchObject({ code: 'already_exists' });
    });

    it('is granted until a day by somebody else, and is a matter of that day', async () => {
      const [row] = await extensionsOf(db, XICHENG, 2021);
      await decideExtension(deps, office, row!.id, { until: '2022-01-15', decision: '' });
      expect((await extensionsOf(db, XICHENG, 2021))[0]).toMatchObject({
        state: 'granted',
        granted_until: '2022-01-15',
      });
      await expect(decideExtension(deps, office, row!.id, { until: null, decision: '否' })).rejects.toMatchObject({
        code: 'not_in_this_state',
      });
      expect((await mattersFor(deps, TODAY)).find(({ kind }) => kind === 'decision')?.words.zh).toBe(
        '措施2.2延期至2022-01-15',
      );
    });
  });

  describe('striking off', () => {
    it('is asked by the unit, decided by another person, taken up again with a reason', async () => {
      const both = person('一人两岗', { role: 'unit_officer', unitId: MARKET }, { role: 'air_office' });
      await askStrikeOff(deps, both, { year: 2021, measureId: '2.2', unitId: MARKET, words: '12组已全部完成' });
      const [asked] = await strikeOffsOf(db, XICHENG, 2021);
      await expect(decideStrikeOff(deps, both, asked!.id, { act: 'strike', reason: '' })).rejects.toMatchObject({
        code: 'no_permission',
      });
      await decideStrikeOff(deps, office, asked!.id, { act: 'strike', reason: '' });
      await expect(
        askStrikeOff(deps, market, { year: 2021, measureId: '2.2', unitId: MARKET, words: '再申请' }),
      ).rejects.toMatchObject({ code: 'already_exists' });
      await expect(decideStrikeOff(deps, office, asked!.id, { act: 'reopen', reason: ' ' })).rejects.toMatchObject({
        code: 'value_out_of_range',
      });
      await decideStrikeOff(deps, office, asked!.id, { act: 'reopen', reason: '复检不合格' });
      expect((await strikeOffsOf(db, XICHENG, 2021))[0]!.state).toBe('reopened');
    });
  });

  it('what a dispatch meeting orders is owed until it is done, and verified by another person', async () => {
    await keepMeeting(deps, office, {
      heldOn: TODAY,
      title: '11月调度会',
      participants: '各单位',
      minutes: '会议要求……',
      items: [{ unitId: MARKET, what: '补检5组', dueOn: '2021-11-12', measureId: '2.2' }],
    });
    const papers = { name: '会议纪要.pdf', bytes: new TextEncoder().encode('%PDF-1.7 纪要') };
    await addToMeeting(deps, office, (await meetingsOf(db, XICHENG, 2021))[0]!.id, [papers]);
    await expect(
      addToMeeting(deps, office, (await meetingsOf(db, XICHENG, 2021))[0]!.id, [{ ...papers, name: 'x.exe' }]),
    ).rejects.toMatchObject({ code: 'document_kind_unknown' });
    expect((await meetingsOf(db, XICHENG, 2021))[0]!.files.map(({ name }) => name)).toEqual(['会议纪要.pdf']);
    const [meeting] = await meetingsOf(db, XICHENG, 2021);
    const dispatch = async () => (await owedBy(deps, MARKET, TODAY)).filter(({ kind }) => kind === 'dispatch');
    expect((await dispatch()).map(({ due }) => due)).toEqual(['2021-11-12']);
    const move = (who: typeof office, act: 'done' | 'verify') =>
      moveItem(deps, who, { meetingId: meeting!.id, no: 1, act, words: '' });
    await expect(move(office, 'verify')).rejects.toMatchObject({ code: 'not_in_this_state' });
    await move(market, 'done');
    await move(office, 'verify');
    expect(await dispatch()).toEqual([]);
  });

  describe('a score', () => {
    const share = (id: ScoreComponent['id'], shares: Record<string, [number, number]>): ScoreComponent => ({
      id,
      title: { zh: id, en: id },
      measure: async () =>
        new Map(
          Object.entries(shares).map(([unit, [earned, of]]) => [unit, { earned, of, words: { zh: '', en: '' } }]),
        ),
    });

    it('is points over the weights of what can be measured, rounded once, half to even', () => {
      // 40·3/4 + 20·1/2 = 40 of 60
      expect(
        totalOf([
          { weight: 40, earned: 3, of: 4 },
          { weight: 20, earned: 1, of: 2 },
        ]),
      ).toBe('66.7');
      expect(totalOf([{ weight: 1, earned: 1, of: 2000 }])).toBe('0.0');
      expect(totalOf([{ weight: 1, earned: 3, of: 2000 }])).toBe('0.2');
    });

    it('gives places by the printed figure: 1, 2, 2, 4', async () => {
      const components = [
        share('lamps', {
          [MARKET]: [9, 10],
          'finance-bureau': [8, 10],
          'civil-affairs-bureau': [16, 20],
          'commerce-bureau': [1, 2],
        }),
      ];
      const table = await scoresOf({ ...deps, components }, { from: '2021-01-01', until: TODAY });
      expect(table.units.map(({ score, rank }) => [score, rank])).toEqual([
        ['90.0', 1],
        ['80.0', 2],
        ['80.0', 2],
        ['50.0', 4],
      ]);
    });

    it('follows new weights from their day on; what was before keeps the old ones', async () => {
      const components = [share('lamps', { [MARKET]: [1, 1] }), share('reports', { [MARKET]: [0, 1] })];
      const of = async (until: string) =>
        (await scoresOf({ ...deps, components }, { from: '2021-01-01', until })).units[0]!.score;
      expect(await of(TODAY)).toBe('66.7');
      const weights = { lamps: 50, reports: 50, letters: 0, extensions: 0, ledgers: 0, findings: 0 };
      await expect(setWeights(deps, office, weights, '')).rejects.toMatchObject({ code: 'value_out_of_range' });
      await setWeights(deps, office, weights, '年中调整');
      expect([await of('2021-11-07'), await of(TODAY)]).toEqual(['66.7', '50.0']);
    });
  });
});
