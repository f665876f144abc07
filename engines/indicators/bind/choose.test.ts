import { beforeAll, describe, expect, it } from 'vitest';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { indicators } from '../../../app/definitions.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../../tests/plan/three-chapters.ts';
import { livingTableOf } from '../living-table.ts';
import { bindingsOfMeasure, bindMeasure } from './acts.ts';
import { bindPlan } from './bind.ts';
import type { Bindings } from './bindings.ts';
import { suggestIndicators } from './suggest.ts';
import type { BindingGiven } from './wire.ts';

const one = (indicatorId: string, target: NonNullable<BindingGiven['indicators']>[number]['target'] = null) => ({
  indicatorId,
  target,
  pace: null,
});

describe('the indicators of a measure', async () => {
  const { db } = await freshDatabase();
  const file: Bindings = { '1.1': [{ indicator: 'air.pm25-mean' }] };
  const deps = {
    db,
    districtCode: XICHENG,
    registry: indicators,
    clock: fixedClock('2021-11-08'),
    rebind: () => bindPlan(db, XICHENG, { year: 2021, bindings: file }),
  };
  const choose = (given: BindingGiven['indicators'], measure = '1.1', reason = '按新文件') =>
    bindMeasure(deps, OFFICE, 2021, measure, { indicators: given, reason });
  const shown = async (measure = '1.1') => {
    const table = await livingTableOf(deps, { year: 2021 });
    const row = table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find(({ id }) => id === measure)!;
    return row.indicators.map(({ id }) => id);
  };
  beforeAll(async () => {
    await withXicheng(db);
    await adoptDraft(db, OFFICE, XICHENG, {
      draftId: await draftOf(db, threeChapters(2021)),
      adoptedOn: '2021-01-01',
      effectiveOn: '2021-01-01',
      acceptUncertain: true,
    });
    await deps.rebind();
  });

  it('are those of the plan’s folder until a person decides', async () => {
    expect(await bindingsOfMeasure(deps, 2021, '1.1')).toMatchObject({
      chosen: false,
      indicators: [{ indicatorId: 'air.pm25-mean' }],
      decisions: [],
    });
    expect(await shown('2.1')).toEqual([]);
  });

  it('are those that a person decided, in that order, also after the folder is read again', async () => {
    await choose([one('air.heavy-days'), one('air.pm25-mean', { operator: '<=', value: '35', unit: 'µg/m³' })]);
    expect(await shown()).toEqual(['air.heavy-days', 'air.pm25-mean']);
    await deps.rebind();
    expect(await shown()).toEqual(['air.heavy-days', 'air.pm25-mean']);
    await choose([one('dust.residue-mean')], '2.1', '新增措施');
    expect(await shown('2.1')).toEqual(['dust.residue-mean']);
    expect(await bindingsOfMeasure(deps, 2021, '2.1')).toMatchObject({
      chosen: true,
      decisions: [{ by: OFFICE.name, reason: '新增措施', indicators: ['dust.residue-mean'] }],
    });
  });

  it('may be none, and are the folder’s again when the decision is given back; both stay readable', async () => {
    await choose([], '1.1', '不由数据评价');
    expect(await shown()).toEqual([]);
    await choose(null, '1.1', '恢复');
    expect(await shown()).toEqual(['air.pm25-mean']);
    const { chosen, decisions } = await bindingsOfMeasure(deps, 2021, '1.1');
    expect(chosen).toBe(false);
    expect(decisions.map(({ indicators: of }) => of)).toEqual([null, [], ['air.heavy-days', 'air.pm25-mean']]);
  });

  it('are refused when one does not exist, stands twice or has a target without a figure; nothing is kept then', async () => {
    const refused = (given: BindingGiven['indicators'], measure?: string) => expect(choose(given, measure)).rejects;
    await refused([one('air.unknown')]).toMatchObject({ code: 'value_out_of_range' });
    await refused([one('air.pm25-mean'), one('air.pm25-mean')]).toMatchObject({ code: 'value_out_of_range' });
    await refused([one('air.pm25-mean', { operator: '<=', value: null, unit: null })]).toMatchObject({
      code: 'value_out_of_range',
    });
    await refused([one('air.pm25-mean')], '9.9').toMatchObject({ code: 'not_found' });
    expect((await bindingsOfMeasure(deps, 2021, '1.1')).decisions).toHaveLength(3);
  });
});

describe('an indicator is proposed for the words of a measure', () => {
  const first = (text: string, bound: string[] = []) =>
    suggestIndicators(indicators, text, new Set(bound)).map(({ indicatorId }) => indicatorId);

  it('that mention what it counts, in whatever order they stand', () => {
    expect(first('加强渣土车管理，国六排放标准渣土车比例达到100%')[0]).toBe('vehicles.muck-china-6-share');
    expect(first('开展重型柴油车路检，全年人工检查不少于4万辆次').slice(0, 3)).toContain('vehicles.roadside-checks');
    expect(first('各街道道路尘土残存量控制在5克/平方米以下').slice(0, 3)).toContain('dust.residue-mean');
    expect(first('全区PM2.5年均浓度控制在32微克/立方米')[0]).toBe('air.pm25-mean');
  });

  it('not one that serves it already, and none for words that speak of nothing that is counted', () => {
    expect(first('全区PM2.5年均浓度控制在32微克/立方米', ['air.pm25-mean'])).not.toContain('air.pm25-mean');
    expect(first('加强组织领导，落实主体责任。')).toEqual([]);
  });
});
