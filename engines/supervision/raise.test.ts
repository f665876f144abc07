import { beforeEach, describe, expect, it } from 'vitest';
import { bindPlan, type IndicatorDefinition, indicatorRegistry, reconcileIndicators } from '#engines/indicators';
import { LedgerBooks } from '#engines/ledgers';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { actorOf } from '#platform/permissions';
import { PERMISSIONS } from '../../app/roles.ts';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import type { SupervisionDeps } from './deps.ts';
import { askExtension, decideExtension, extensionsOf } from './extensions.ts';
import { dropLetters, issueLetters, lettersOf } from './letters.ts';
import { raiseLetters } from './raise.ts';

/** Samples taken so far; asked are 12 by the end of the year. */
function samples(taken: { mark: number; district: string; until: string }): IndicatorDefinition {
  return {
    id: 'voc.samples',
    title: { zh: '抽检组数', en: 'samples' },
    unit: '组',
    spokenUnit: { zh: '组', en: 'samples' },
    kind: 'count',
    better: 'higher',
    decimals: 0,
    scopes: ['district'],
    method: { zh: '计数', en: 'counted' },
    sources: ['test'],
    words: ['抽检'],
    counts: { zh: '份检测报告', en: 'test reports' },
    evidenceHref: () => '/',
    compute: {
      years: async () => [{ scope: { kind: 'district', code: XICHENG }, year: 2021, mark: String(taken.mark) }],
      points: async () => [
        {
          until: taken.until,
          value: taken.district,
          lastYear: null,
          edition: '',
          parts: {},
          evidence: 1,
          excluded: 0,
          provenance: [],
          digest: taken.district,
        },
      ],
    },
  };
}

describe('drafts of supervision letters', async () => {
  const { db, pool } = await freshDatabase();
  await withXicheng(db);
  await adoptDraft(db, OFFICE, XICHENG, {
    draftId: await draftOf(db, threeChapters(2021)),
    adoptedOn: '2021-01-04',
    effectiveOn: '2021-01-01',
    acceptUncertain: true,
  });
  const taken = { mark: 0, district: '0', until: '2021-01-02' };
  const registry = indicatorRegistry([samples(taken)]);
  await bindPlan(db, XICHENG, { year: 2021, bindings: { '2.2': [{ indicator: 'voc.samples' }] } });
  const on = (today: string): SupervisionDeps => ({
    db,
    districtCode: XICHENG,
    clock: fixedClock(today),
    registry,
    books: new LedgerBooks([]),
    components: [],
  });
  /** so many samples are there on a day, and the drafts follow */
  const raise = async (count: string, today: string) => {
    taken.mark += 1;
    taken.district = count;
    taken.until = today < '2021-12-31' ? today : '2021-12-31';
    await reconcileIndicators(db, { registry, districtCode: XICHENG, today });
    return raiseLetters(on(today));
  };
  const letters = async () =>
    (await lettersOf(db, XICHENG, 2021)).map(({ measure_id, unit_id, kind, lapse, state, facts }) => ({
      of: `${measure_id} ${unit_id}`,
      kind,
      lapse,
      state,
      value: facts.figures[0]?.value,
      asOf: facts.asOf,
    }));
  beforeEach(async () => {
    await pool.query('delete from supervision_letter');
  });

  it('are none while the figure keeps its pace', async () => {
    expect(await raise('12', '2021-11-08')).toEqual({ drafted: 0, renewed: 0, withdrawn: 0 });
    expect(await letters()).toEqual([]);
  });

  it('are one for each unit that leads a measure behind its pace, with the figure that says so', async () => {
    expect(await raise('3', '2021-11-08')).toMatchObject({ drafted: 1 });
    expect(await letters()).toEqual([
      {
        of: '2.2 market-regulation-bureau',
        kind: 'behind',
        lapse: 'behind 2021-Q4',
        state: 'draft',
        value: '3',
        asOf: '2021-11-08',
      },
    ]);
    expect(await raise('3', '2021-11-08')).toEqual({ drafted: 0, renewed: 0, withdrawn: 0 });
  });

  it('carry the newest figures as long as nobody has issued them', async () => {
    await raise('3', '2021-11-08');
    expect(await raise('5', '2021-11-15')).toEqual({ drafted: 0, renewed: 1, withdrawn: 0 });
    expect(await letters()).toMatchObject([{ state: 'draft', value: '5', asOf: '2021-11-15' }]);
  });

  it('are withdrawn when the unit has caught up', async () => {
    await raise('3', '2021-11-08');
    expect(await raise('12', '2021-11-09')).toEqual({ drafted: 0, renewed: 0, withdrawn: 1 });
    expect(await letters()).toEqual([]);
  });

  it('come again in the next quarter; what was issued or dropped stays as it was', async () => {
    await raise('3', '2021-08-20');
    await issueLetters(on('2021-08-20'), OFFICE, [(await lettersOf(db, XICHENG, 2021))[0]!.id]);
    await raise('4', '2021-10-20');
    await dropLetters(on('2021-10-20'), OFFICE, [(await lettersOf(db, XICHENG, 2021))[0]!.id], '已说明原因');
    expect(await raise('4', '2021-11-20')).toEqual({ drafted: 0, renewed: 0, withdrawn: 0 });
    await raise('12', '2021-11-30');
    expect((await letters()).map(({ lapse, state, value }) => [lapse, state, value]).sort()).toEqual([
      ['behind 2021-Q3', 'issued', '3'],
      ['behind 2021-Q4', 'dropped', '4'],
    ]);
  });

  it('say overdue after the deadline, also in the first weeks of the next year; not while an extension runs', async () => {
    await raise('4', '2022-01-10');
    expect(await letters()).toMatchObject([{ kind: 'overdue', lapse: 'overdue 2021-12-31', state: 'draft' }]);
    const unit = { role: 'unit_officer', unitId: 'market-regulation-bureau' } as const;
    const market = actorOf({ accountId: crypto.randomUUID(), name: '李强', grants: [unit] }, PERMISSIONS);
    await askExtension(on('2022-01-10'), market, {
      year: 2021,
      measureId: '2.2',
      unitId: unit.unitId,
      part: '',
      until: '2022-02-28',
      reason: '检测机构停业整顿',
    });
    const [asked] = await extensionsOf(db, XICHENG, 2021);
    await decideExtension(on('2022-01-10'), OFFICE, asked!.id, { until: '2022-02-28', decision: '同意' });
    expect(await raise('4', '2022-01-11')).toMatchObject({ withdrawn: 1 });
    expect(await raise('4', '2022-03-01')).toMatchObject({ drafted: 1 });
  });
});
