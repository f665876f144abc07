import { beforeAll, describe, expect, it } from 'vitest';
import { createEntry, LedgerBooks, type LedgerDefinition, namesOf } from '#engines/ledgers';
import { adoptDraft } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../../tests/plan/three-chapters.ts';
import { bindMeasure } from '../bind/acts.ts';
import { bindPlan } from '../bind/bind.ts';
import { indicatorRegistry } from '../definition.ts';
import { livingTableOf } from '../living-table.ts';
import { evidenceOfIndicator } from '../one/evidence.ts';
import { reconcileIndicators } from '../reconcile.ts';
import { declareIndicator, dropIndicator } from './acts.ts';
import type { DeclaredIndicator } from './schema.ts';

const walls: LedgerDefinition = {
  id: 'local.green-walls',
  title: { zh: '立体绿化台账', en: 'Green walls' },
  entry: { zh: '处', en: 'walls' },
  about: { zh: '立体绿化。', en: 'Green walls.' },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    { id: 'number', title: { zh: '编号', en: 'Number' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true },
    { id: 'plannedOn', title: { zh: '立项日期', en: 'Planned on' }, type: 'date', required: true },
    { id: 'doneOn', title: { zh: '完成日期', en: 'Done on' }, type: 'date' },
    { id: 'area', title: { zh: '面积', en: 'Area' }, type: 'decimal', unit: '平方米' },
    {
      id: 'kind',
      title: { zh: '类型', en: 'Kind' },
      type: 'choice',
      choices: [
        { id: 'roof', title: { zh: '屋顶', en: 'roof' } },
        { id: 'wall', title: { zh: '墙面', en: 'wall' } },
      ],
    },
  ],
};
const of = { ledger: walls.id };
const area: DeclaredIndicator = {
  id: 'local.green-area',
  title: { zh: '立体绿化面积', en: 'Green walls and roofs' },
  unit: '平方米',
  spokenUnit: { zh: '平方米', en: 'm²' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: { zh: '今年完成的面积。', en: 'Area done this year.' },
  words: ['立体绿化'],
  counts: { zh: '处', en: 'places' },
  how: { verb: 'sum', of: { of, on: 'doneOn', over: 'year', amount: 'area' } },
};

describe('an indicator that an officer declares', async () => {
  const { db } = await freshDatabase();
  const registry = indicatorRegistry([]);
  const books = new LedgerBooks([]);
  const clock = fixedClock('2021-11-08');
  const deps = {
    db,
    districtCode: XICHENG,
    registry,
    clock,
    sources: async () => ({ ledgers: await books.all(db), inspections: [] }),
    rebind: () => bindPlan(db, XICHENG, { year: 2021, bindings: null }),
  };
  const declare = (more: object = {}) => declareIndicator(deps, OFFICE, { ...area, ...more });
  const reconcile = () => reconcileIndicators(db, { registry, districtCode: XICHENG, today: '2021-11-08' });
  const shown = async (asOf = '2021-11-08', scope?: { kind: 'street'; code: string }) => {
    const table = await livingTableOf(deps, {
      year: 2021,
      asOf,
      scope: scope && { ...scope, name: { zh: '', en: '' } },
    });
    const row = table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find(({ id }) => id === '2.1')!;
    return { lamp: row.lamp, value: row.indicators[0]?.value, asked: row.indicators[0]?.target?.text.zh };
  };

  beforeAll(async () => {
    await withXicheng(db);
    await adoptDraft(db, OFFICE, XICHENG, {
      draftId: await draftOf(db, threeChapters(2021)),
      adoptedOn: '2021-01-01',
      effectiveOn: '2021-01-01',
      acceptUncertain: true,
    });
    await books.declare(db, walls, OFFICE.name);
    const names = await namesOf(db, XICHENG, '2021-11-08');
    const entry = (number: string, street: string, doneOn: string | null, m2: string, kind = 'roof') =>
      createEntry({ db, clock, names }, walls, OFFICE, {
        values: { number, street, plannedOn: '2021-01-05', doneOn, area: m2, kind },
        place: null,
      });
    await entry('L1', '月坛', '2021-03-01', '100');
    await entry('L2', '月坛', '2021-09-01', '50', 'wall');
    await entry('L3', '德胜', '2020-12-31', '70');
    await entry('L4', '德胜', null, '900');
  });

  it('over a ledger that an administrator declared has its figure, its streets and its evidence, and judges a measure', async () => {
    await declare();
    await bindMeasure(deps, OFFICE, 2021, '2.1', {
      indicators: [
        {
          indicatorId: area.id,
          target: { operator: '>=', value: '150', unit: '平方米' },
          pace: { kind: 'line', months: null },
        },
      ],
      reason: '新增措施',
    });
    await reconcile();
    expect(await shown()).toEqual({ lamp: 'done', value: '150', asked: '不低于150平方米' });
    expect(await shown('2021-07-01')).toMatchObject({ lamp: 'on_track', value: '100' });
    expect(await shown('2021-02-15')).toMatchObject({ lamp: 'behind', value: '0' });
    expect((await shown('2021-11-08', { kind: 'street', code: '110102007' })).value).toBe('150');
    expect((await shown('2021-11-08', { kind: 'street', code: '110102010' })).value).toBe('0');
    const { rows } = await evidenceOfIndicator(deps, { id: area.id, until: '2021-11-08', part: 'of', limit: 10 });
    expect(rows.map(({ name }) => name).sort()).toEqual(['L1', 'L2']);
  });

  it('declared anew is computed anew', async () => {
    await declare({
      unit: '%',
      spokenUnit: { zh: '%', en: '%' },
      decimals: 1,
      how: {
        verb: 'share',
        of: { of, on: 'doneOn', over: 'stock', where: [{ column: 'kind', is: 'equal', than: 'roof' }] },
        in: { of, on: 'plannedOn', over: 'stock' },
      },
    });
    await reconcile();
    expect((await shown()).value).toBe('50.0');
    await declare();
    await reconcile();
    expect((await shown()).value).toBe('150');
  });

  it('is refused in a sentence when it names what is not there; nothing is kept', async () => {
    const refused = (more: object) => expect(declare({ id: 'local.wrong', ...more })).rejects;
    await refused({
      how: { verb: 'count', of: { of: { ledger: 'local.none' }, on: 'doneOn', over: 'year' } },
    }).toMatchObject({ code: 'bad_request', message: expect.stringContaining('local.none') });
    await refused({ how: { verb: 'count', of: { of, on: 'kind', over: 'year' } } }).toMatchObject({
      code: 'bad_request',
    });
    await refused({ how: { verb: 'sum', of: { of, on: 'doneOn', over: 'year' } } }).toMatchObject({
      code: 'bad_request',
    });
    await refused({
      how: {
        verb: 'count',
        of: { of, on: 'doneOn', over: 'year', where: [{ column: 'kind', is: 'equal', than: 'pond' }] },
      },
    }).toMatchObject({ code: 'bad_request' });
    await refused({ id: 'No name' }).toMatchObject({ code: 'bad_request' });
    await refused({ how: { verb: 'select', of: "'; drop table" } }).toMatchObject({ code: 'bad_request' });
    expect(registry.find('local.wrong')).toBeUndefined();
  });

  it('is taken out only when no measure is served by it', async () => {
    await expect(dropIndicator(deps, OFFICE, area.id)).rejects.toMatchObject({ code: 'not_in_this_state' });
    await bindMeasure(deps, OFFICE, 2021, '2.1', { indicators: [], reason: '撤销' });
    await dropIndicator(deps, OFFICE, area.id);
    expect(registry.find(area.id)).toBeUndefined();
    await expect(dropIndicator(deps, OFFICE, area.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
