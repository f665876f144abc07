import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const YUETAN = { kind: 'street', code: '110102007' } as const;

describe('the measures about restaurants, fireworks and mourning of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  beforeAll(async () => {
    await plan.adopt();
    const restaurant = (licence: string, more: object = {}) => ({
      licence,
      name: licence,
      street: '月坛',
      address: '月坛北街',
      size: 'small',
      purifier: true,
      openedOn: '2018-01-01',
      ...more,
    });
    await plan.keep(
      'city.restaurants',
      restaurant('R1', { upgradedOn: '2021-05-01' }),
      restaurant('R2', { purifier: false }),
      restaurant('R3', { closedOn: '2021-06-30' }),
      restaurant('R4', { street: '德胜', upgradedOn: '2020-05-01' }),
      restaurant('R5', { street: '德胜', openedOn: '2021-10-15' }),
    );
    const cleaned = (number: string, of: string, cleanedOn: string, part = 'purifier') => ({
      number,
      restaurant: of,
      street: '月坛',
      cleanedOn,
      part,
    });
    await plan.keep(
      'city.purifier-cleanings',
      cleaned('X1', 'R1', '2021-10-03'),
      // the same restaurant twice is one, and a hood is no purifier
      cleaned('X2', 'R1', '2021-10-20'),
      cleaned('X3', 'R4', '2021-10-20', 'hood'),
      cleaned('X4', 'R4', '2021-11-02'),
    );
    const meter = (number: string, online: string | null, more: object = {}) => ({
      number,
      restaurant: 'R1',
      street: '月坛',
      installedOn: '2021-01-01',
      connectedOn: '2021-02-01',
      online,
      ...more,
    });
    await plan.keep(
      'city.fume-meters',
      meter('M1', '90', { exceedances: 2, handledOn: '2021-10-20' }),
      meter('M2', '70', { exceedances: 1 }),
      meter('M3', '0', { removedOn: '2021-03-01' }),
      meter('M4', null),
      meter('M5', null, { connectedOn: '2020-02-01', exceedances: 1, handledOn: '2020-06-01' }),
      meter('M6', null, {
        connectedOn: '2020-02-01',
        removedOn: '2021-06-01',
        exceedances: 1,
        handledOn: '2021-03-01',
      }),
      meter('M7', null, { exceedances: 0, handledOn: '2021-03-01' }),
    );
    const report = (number: string, state: string, more: object = {}) => ({
      number,
      foundOn: '2021-02-11',
      street: '月坛',
      location: '某小区',
      kind: 'setting-off',
      by: 'report',
      state,
      handledOn: state === 'open' ? null : '2021-02-12',
      ...more,
    });
    await plan.keep(
      'city.fireworks-reports',
      report('F1', 'void'),
      report('F2', 'confirmed', { street: '德胜' }),
      report('F3', 'open'),
      report('F4', 'confirmed', { foundOn: '2020-02-11', handledOn: '2020-02-12' }),
      report('F5', 'confirmed', { foundOn: '2020-12-31', handledOn: '2021-01-02' }),
    );
    const campaign = (number: string, heldOn: string, street = '月坛') => ({
      number,
      title: number,
      heldOn,
      street,
      season: 'qingming',
      kind: 'publicity',
    });
    await plan.keep(
      'city.mourning-campaigns',
      campaign('C1', '2021-03-28'),
      campaign('C2', '2021-04-02'),
      campaign('C3', '2021-04-02', '德胜'),
      campaign('C4', '2020-04-02', '牛街'),
    );
    await plan.visited(
      plan.visit('city.restaurant-check', '2021-03-10'),
      plan.visit('city.restaurant-check', '2020-03-10'),
      plan.visit('city.restaurant-check', '2021-03-11', { found: [null] }),
      plan.visit('city.fireworks-patrol', '2021-02-11'),
      plan.visit('city.fireworks-patrol', '2020-02-11'),
    );
    await plan.reconcile();
  });

  it('27.5: purifiers of restaurants that are open; a closed one does not count from the day it closed', async () => {
    expect((await plan.shown('27.5', 'city.restaurants-purified', '2021-06-29')).value).toBe('75.0');
    expect(await plan.shown('27.5', 'city.restaurants-purified')).toMatchObject({ value: '75.0', asked: '不低于98%' });
  });

  it('27.5: cleaned in the last whole month, each restaurant once, of those with a purifier open in it', async () => {
    expect((await plan.shown('27.5', 'city.restaurants-cleaned')).value).toBe('33.3');
    expect((await plan.shown('27.5', 'city.restaurants-cleaned', TODAY, YUETAN)).value).toBe('100.0');
  });

  it('27.5: checks and upgrades of this year, meters by what those connected and in place say', async () => {
    expect((await plan.shown('27.5', 'city.restaurant-checks')).value).toBe('2');
    expect((await plan.shown('27.5', 'city.restaurants-upgraded')).value).toBe('1');
    expect(await plan.shown('27.5', 'city.fume-meters-online')).toMatchObject({ value: '80.0', lamp: 'behind' });
    expect((await plan.shown('27.5', 'city.fume-meters-online', '2021-02-28')).value).toBe('53.3');
    expect((await plan.shown('27.5', 'city.exceedances-handled', '2021-02-28')).value).toBe('25.0');
    expect((await plan.shown('27.5', 'city.exceedances-handled', '2021-10-19')).value).toBe('33.3');
    expect((await plan.shown('27.5', 'city.exceedances-handled')).value).toBe('66.7');
  });

  it('28.1: a ban: one confirmed is behind; what is void or open is left out by name; patrols of this year', async () => {
    expect(await plan.shown('28.1', 'city.fireworks-confirmed')).toMatchObject({
      value: '1',
      asked: '0起',
      lamp: 'behind',
      excluded: 2,
    });
    expect((await plan.shown('28.1', 'city.fireworks-confirmed', TODAY, YUETAN)).value).toBe('0');
    expect((await plan.shown('28.1', 'city.fireworks-handled')).value).toBe('66.7');
    expect((await plan.shown('28.1', 'city.fireworks-patrols')).value).toBe('1');
  });

  it('28.2: campaigns of this year, and the streets that held one, each once', async () => {
    expect((await plan.shown('28.2', 'city.mourning-held')).value).toBe('3');
    expect((await plan.shown('28.2', 'city.mourning-held', TODAY, YUETAN)).value).toBe('2');
    expect(await plan.shown('28.2', 'city.mourning-streets')).toMatchObject({ value: '2', asked: '不低于15个' });
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
