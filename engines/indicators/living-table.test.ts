import { describe, expect, it } from 'vitest';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { bindPlan } from './bind/bind.ts';
import type { Bindings } from './bind/bindings.ts';
import { type IndicatorDefinition, type IndicatorPoint, indicatorRegistry } from './definition.ts';
import { measureDetailOf } from './detail.ts';
import { livingTableOf } from './living-table.ts';
import { reconcileIndicators } from './reconcile.ts';
import { bindingsOf } from './store.ts';

const TODAY = '2021-11-08';
type Given = { until: string; value: string | null; lastYear?: string; parts?: IndicatorPoint['parts'] };

/** An indicator whose evidence is a list that the test holds. */
function counted(
  id: string,
  words: string[],
  evidence: { mark: string; points: Given[] },
  of: Partial<IndicatorDefinition> = {},
) {
  const computed = { times: 0 };
  const definition: IndicatorDefinition = {
    id,
    title: { zh: '抽检组数', en: 'samples' },
    unit: '组',
    spokenUnit: { zh: '组', en: 'samples' },
    kind: 'count',
    better: 'higher',
    decimals: 0,
    scopes: ['district'],
    method: { zh: '计数', en: 'counted' },
    sources: ['test'],
    words,
    counts: { zh: '份检测报告', en: 'test reports' },
    evidenceHref: (scope, from, until) => `/samples?in=${scope.code}&from=${from}&until=${until}`,
    compute: {
      years: async () => [{ scope: { kind: 'district', code: XICHENG }, year: 2021, mark: evidence.mark }],
      points: async () => {
        computed.times += 1;
        return evidence.points.map(({ until, value, lastYear = null, parts = {} }) => ({
          until,
          value,
          lastYear,
          edition: '',
          parts,
          evidence: Number(value ?? 0),
          excluded: 1,
          provenance: [],
          digest: JSON.stringify([value, lastYear]),
        }));
      },
    },
    ...of,
  };
  return { definition, computed };
}

describe('the plan alive', async () => {
  const { db } = await freshDatabase();
  await withXicheng(db);
  const adopt = async (change: (reading: ReturnType<typeof threeChapters>) => void = () => undefined, year = 2021) => {
    const reading = threeChapters(year);
    change(reading);
    const act = {
      draftId: await draftOf(db, reading),
      adoptedOn: TODAY,
      effectiveOn: `${year}-01-01`,
      acceptUncertain: true,
    };
    return adoptDraft(db, OFFICE, XICHENG, act);
  };
  const first = await adopt();
  const samples = {
    mark: 'a',
    points: [
      { until: '2021-03-01', value: '2' },
      { until: '2021-11-01', value: '11' },
    ] as Given[],
  };
  const pm25 = { mark: 'a', points: [{ until: '2021-11-07', value: '40', lastYear: '42' }] as Given[] };
  const sampling = counted('voc.samples', ['抽检'], samples);
  const mean = counted('air.pm25', ['PM2.5'], pm25, {
    title: { zh: 'PM2.5平均浓度', en: 'PM2.5 mean' },
    kind: 'mean',
    better: 'lower',
    unit: 'µg/m³',
    spokenUnit: { zh: '微克/立方米', en: 'µg/m³' },
  });
  const registry = indicatorRegistry([mean.definition, sampling.definition]);
  const deps = { db, districtCode: XICHENG, clock: fixedClock(TODAY), registry };
  const BINDINGS: Bindings = {
    '1.1': [{ indicator: 'air.pm25' }],
    '2.2': [{ indicator: 'voc.samples' }],
    '3.1': [{ indicator: 'voc.samples', target: { operator: '>=', value: '20', unit: null } }],
  };
  const bind = (year = 2021, bindings: Bindings | null = BINDINGS, previousYear?: number) =>
    bindPlan(db, XICHENG, { year, previousYear, bindings });
  const reconcile = () => reconcileIndicators(db, { registry, districtCode: XICHENG, today: TODAY });
  const rows = async (asOf = TODAY, versionNo?: number) => {
    const table = await livingTableOf(deps, { year: 2021, asOf, versionNo });
    return new Map(table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map((m) => [m.id, m] as const))));
  };

  it('without indicators says 无数据 on every row, never a colour', async () => {
    expect([...(await rows()).values()].map((row) => row.lamp)).toEqual(['no_data', 'no_data', 'no_data', 'no_data']);
  });

  it('gives each measure the lamp of its figures and the reason with the figures in it', async () => {
    await bind();
    await reconcile();
    const table = await rows();
    expect(table.get('1.1')).toMatchObject({
      lamp: 'on_track',
      why: { zh: '截至11月7日PM2.5平均浓度40微克/立方米，同比下降4.8%，继续下降' },
    });
    expect(table.get('2.2')).toMatchObject({ lamp: 'on_track', pace: { actual: 0.917, expected: 0.858 } });
    expect(table.get('2.1')).toMatchObject({ lamp: 'no_data', indicators: [] });
  });

  it('takes what is asked from the measure’s own words, and from the binding where they name nothing', async () => {
    const table = await rows();
    expect(table.get('2.2')!.indicators[0]!.target).toMatchObject({ operator: '>=', value: '12' });
    // 降尘量 is no target of the samples: the binding's twenty hold, and eleven by November are behind them
    expect(table.get('3.1')!.indicators[0]!.target).toMatchObject({ operator: '>=', value: '20' });
    expect(table.get('3.1')!.lamp).toBe('behind');
  });

  it('opens: a figure says how many records are in it, how many were left out, and where they are', async () => {
    const { evidence } = (await rows()).get('2.2')!.indicators[0]!;
    expect(evidence).toEqual({
      count: 11,
      excluded: 1,
      counts: { zh: '份检测报告', en: 'test reports' },
      href: `/samples?in=${XICHENG}&from=2021-01-01&until=2021-11-01`,
    });
  });

  it('can be looked at as of any day of its year', async () => {
    expect((await rows('2021-03-01')).get('2.2')).toMatchObject({ lamp: 'on_track' });
    expect((await rows('2021-06-30')).get('2.2')!.indicators[0]).toMatchObject({ value: '2', judgement: 'behind' });
    expect((await rows('2021-02-01')).get('2.2')!.lamp).toBe('no_data');
    expect((await rows('2021-12-31')).get('2.2')!.lamp).toBe('behind');
    expect((await rows('2022-06-01')).get('2.2')!.daysLeft).toBe(0);
  });

  it('computes again only what has new evidence, and then writes only what differs', async () => {
    const times = [mean.computed.times, sampling.computed.times];
    expect(await reconcile()).toEqual({ years: 0, changed: 0 });
    samples.mark = 'b';
    samples.points.push({ until: '2021-11-08', value: '12' });
    expect(await reconcile()).toEqual({ years: 1, changed: 1 });
    expect([mean.computed.times, sampling.computed.times]).toEqual([times[0], times[1]! + 1]);
    expect((await rows()).get('2.2')!.lamp).toBe('done');
  });

  it('drops a figure whose evidence is gone', async () => {
    samples.mark = 'c';
    samples.points.pop();
    expect(await reconcile()).toEqual({ years: 1, changed: 1 });
    expect((await rows()).get('2.2')!.lamp).toBe('on_track');
  });

  it('shows one measure with the course of its figures, its neighbours and its wordings', async () => {
    const detail = await measureDetailOf(deps, { year: 2021, id: '2.2', asOf: TODAY });
    expect(detail.series).toEqual([
      {
        indicatorId: 'voc.samples',
        points: [
          { date: '2021-03-01', value: '2', lastYear: null, pace: '12' },
          { date: '2021-11-01', value: '11', lastYear: null, pace: '12' },
        ],
        forecast: null,
      },
    ]);
    expect([detail.previousId, detail.nextId]).toEqual(['2.1', '3.1']);
    await expect(measureDetailOf(deps, { year: 2021, id: '9.9' })).rejects.toMatchObject({ code: 'not_found' });
  });

  describe('amended in the year', () => {
    it('a renumbered measure keeps its indicators, an added one is bound by its own number, the old version stays', async () => {
      await adopt((reading) => {
        const task = reading.chapters[1]!.tasks[0]!;
        task.measures.unshift({
          ...task.measures[0]!,
          no: 1,
          id: '2.1',
          text: '新增一项：开展走航监测。',
          uncertain: [],
        });
        for (const [i, measure] of task.measures.entries()) Object.assign(measure, { no: i + 1, id: `2.${i + 1}` });
      });
      await bind(2021, { ...BINDINGS, '2.3': [{ indicator: 'air.pm25' }] });
      const table = await rows();
      expect(table.get('2.3')).toMatchObject({ text: expect.stringContaining('12组') });
      expect(table.get('2.3')!.indicators.map(({ id }) => id)).toEqual(['voc.samples']);
      expect(table.get('2.2')!.indicators).toEqual([]);
      expect((await rows(TODAY, 1)).get('2.2')!.indicators.map(({ id }) => id)).toEqual(['voc.samples']);
    });

    it('binding what is bound already writes nothing', async () => {
      expect(await bind(2021, { ...BINDINGS, '2.3': [{ indicator: 'air.pm25' }] })).toBe(0);
      expect((await bindingsOf(db, first.versionId)).get('3.1')).toEqual([
        { indicatorId: 'voc.samples', target: { operator: '>=', value: '20', unit: null }, pace: null },
      ]);
    });
  });

  it('next year’s plan takes over the indicators of the measures that it carries on', async () => {
    const next = await adopt((reading) => {
      reading.chapters[0]!.tasks[0]!.no = 4;
      Object.assign(reading.chapters[0]!.tasks[0]!.measures[0]!, { id: '4.1' });
    }, 2022);
    await bind(2022, null, 2021);
    const bound = await bindingsOf(db, next.versionId);
    expect([...bound].map(([id, rows]) => [id, rows.map((row) => row.indicatorId)])).toEqual([
      ['2.2', ['voc.samples']],
      ['3.1', ['voc.samples']],
      ['4.1', ['air.pm25']],
    ]);
  });
});
