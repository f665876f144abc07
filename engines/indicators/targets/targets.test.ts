import { beforeAll, describe, expect, it } from 'vitest';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../../tests/plan/three-chapters.ts';
import { bindPlan } from '../bind/bind.ts';
import { type IndicatorDefinition, indicatorRegistry } from '../definition.ts';
import { livingTableOf } from '../living-table.ts';
import { reconcileIndicators } from '../reconcile.ts';
import { type GivenTarget, measureTargets, setTarget, withdraw } from './acts.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 市级下达文件');
const GIVEN: GivenTarget = {
  indicatorId: 'energy.nox',
  value: '120',
  unit: null,
  months: null,
  letter: '京环发〔2021〕12号',
  inForceOn: '2021-04-01',
  note: null,
  file: { name: '下达.pdf', bytes: PDF },
};

const reductions: IndicatorDefinition = {
  id: 'energy.nox',
  title: { zh: '氮氧化物减排量', en: 'NOx cut' },
  unit: '吨',
  spokenUnit: { zh: '吨', en: 't' },
  kind: 'count',
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: { zh: '累计', en: 'added up' },
  sources: ['test'],
  words: ['减排量'],
  counts: { zh: '个项目', en: 'projects' },
  evidenceHref: () => '/x',
  compute: {
    years: async () => [{ scope: { kind: 'district', code: XICHENG }, year: 2021, mark: 'a' }],
    points: async () =>
      [
        ['2021-03-01', '30'],
        ['2021-06-30', '60'],
      ].map(([until, value]) => ({
        until: until!,
        value: value!,
        lastYear: null,
        edition: '',
        parts: {},
        evidence: 1,
        excluded: 0,
        provenance: [],
        digest: `${until}`,
      })),
  },
};

describe('a target that the city assigns', async () => {
  const { db } = await freshDatabase();
  const registry = indicatorRegistry([reductions]);
  const deps = { db, districtCode: XICHENG, registry, clock: fixedClock('2021-11-08') };
  const row = async (asOf: string) => {
    const table = await livingTableOf(deps, { year: 2021, asOf });
    return table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find(({ id }) => id === '2.1')!;
  };
  beforeAll(async () => {
    await withXicheng(db);
    await adoptDraft(db, OFFICE, XICHENG, {
      draftId: await draftOf(db, threeChapters(2021)),
      adoptedOn: '2021-01-01',
      effectiveOn: '2021-01-01',
      acceptUncertain: true,
    });
    const bindings = {
      '2.1': [{ indicator: 'energy.nox', target: { operator: 'assigned' as const, value: null, unit: null } }],
    };
    await bindPlan(db, XICHENG, { year: 2021, bindings });
    await reconcileIndicators(db, { registry, districtCode: XICHENG, today: '2021-11-08' });
  });

  it('is amber until its letter is entered, and says what is there', async () => {
    const { lamp, why } = await row('2021-07-01');
    expect([lamp, why.zh]).toEqual(['behind', '目标由市级下达，尚未录入下达文件，目前氮氧化物减排量60吨']);
  });

  it('is refused without a figure, without a letter, for an indicator that is not the measure’s, with a file that is none', async () => {
    const refused = (given: Partial<GivenTarget>, measure = '2.1') =>
      expect(setTarget(deps, OFFICE, 2021, measure, { ...GIVEN, ...given })).rejects;
    await refused({ value: null, file: null }).toMatchObject({ code: 'value_out_of_range' });
    await refused({ value: '1e5' }).toMatchObject({ code: 'value_out_of_range' });
    await refused({ letter: ' ' }).toMatchObject({ code: 'value_out_of_range' });
    await refused({ months: ['1', '2'] }).toMatchObject({ code: 'value_out_of_range' });
    await refused({ inForceOn: '2023-01-01' }).toMatchObject({ code: 'value_out_of_range' });
    await refused({ indicatorId: 'air.pm25' }).toMatchObject({ code: 'not_found' });
    await refused({ file: { name: 'x.exe', bytes: PDF } }).toMatchObject({ code: 'document_kind_unknown' });
    await refused({}, '9.9').toMatchObject({ code: 'not_found' });
    expect(await measureTargets(deps, 2021, '2.1')).toEqual([]);
  });

  it('judges from the day of its letter, which it names and keeps', async () => {
    await setTarget(deps, OFFICE, 2021, '2.1', GIVEN);
    expect((await row('2021-03-31')).lamp).toBe('behind');
    const after = await row('2021-07-01');
    expect(after.lamp).toBe('on_track');
    expect(after.why.zh).toBe(
      '截至7月1日氮氧化物减排量60吨，目标不低于120吨（京环发〔2021〕12号），进度正常'.replace('7月1日', '6月30日'),
    );
    expect((await row('2021-10-01')).lamp).toBe('behind');
    const [kept] = await measureTargets(deps, 2021, '2.1');
    expect(kept).toMatchObject({ value: '120', unit: '吨', file_name: '下达.pdf', set_by_name: OFFICE.name });
  });

  it('follows the quantities planned for the months where the office has entered them', async () => {
    const months = ['0', '0', '0', '0', '0', '60', '0', '0', '0', '0', '0', '60'];
    await setTarget(deps, OFFICE, 2021, '2.1', { ...GIVEN, value: null, letter: null, file: null, months });
    expect((await row('2021-10-01')).lamp).toBe('on_track');
    expect((await row('2021-12-15')).lamp).toBe('behind');
  });

  it('is taken back with a reason and stays readable; the letter before it counts again', async () => {
    await setTarget(deps, OFFICE, 2021, '2.1', { ...GIVEN, value: '40', inForceOn: '2021-05-01' });
    expect((await row('2021-07-01')).lamp).toBe('done');
    const [newest] = await measureTargets(deps, 2021, '2.1');
    await withdraw(deps, OFFICE, newest!.id, '文号有误');
    expect((await row('2021-07-01')).lamp).toBe('on_track');
    expect((await measureTargets(deps, 2021, '2.1'))[0]!.withdrawn_reason).toBe('文号有误');
    await expect(withdraw(deps, OFFICE, newest!.id, '再撤')).rejects.toMatchObject({ code: 'not_in_this_state' });
  });
});
