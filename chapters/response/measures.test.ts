import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const YUETAN = { kind: 'street', code: '110102007' } as const;
const ECOLOGY = '区生态环境局';

describe('the measures about region and response of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  beforeAll(async () => {
    await plan.adopt();
    const exchanged = (number: string, dueOn: string, doneOn: string | null) => ({
      number,
      title: number,
      topic: 'over-standard',
      direction: 'sent',
      partner: '市生态环境局',
      unit: ECOLOGY,
      dueOn,
      doneOn,
    });
    await plan.keep(
      'response.exchange-files',
      exchanged('J1', '2021-03-31', '2021-03-31'),
      exchanged('J2', '2021-06-30', '2021-07-01'),
      exchanged('J3', '2021-09-30', null),
      exchanged('J4', '2020-03-31', null),
      exchanged('J6', '2020-06-30', '2020-06-30'),
      // not due yet
      exchanged('J5', '2021-12-31', null),
    );
    const forecast = (day: string) => ({ day, unit: ECOLOGY, low: 50, high: 90, primary: 'pm25' });
    await plan.keep('response.forecasts', forecast('2021-01-01'), forecast('2021-01-02'), forecast('2020-12-31'));
    const event = (number: string, planIssuedOn: string | null) => ({
      number,
      title: number,
      unit: ECOLOGY,
      from: '2021-07-01',
      until: '2021-07-03',
      planIssuedOn,
      state: 'done',
    });
    await plan.keep(
      'response.event-plans',
      event('B1', '2021-06-20'),
      event('B2', '2021-07-02'),
      event('B3', null),
      event('B4', '2021-06-30'),
      { ...event('B5', '2020-06-20'), from: '2020-07-01', until: '2020-07-03' },
    );
    const listed = (number: string, renewedOn: string | null, more: object = {}) => ({
      number,
      name: number,
      street: '月坛',
      kind: 'enterprise',
      grade: 'c',
      listedOn: '2020-01-01',
      renewedOn,
      ...more,
    });
    const [l1, l2] = await plan.keep(
      'response.emergency-list',
      listed('L1', '2021-09-01'),
      listed('L2', '2020-09-01'),
      listed('L3', '2021-09-01', { street: '德胜' }),
      listed('L4', null, { leftOn: '2021-02-01' }),
      listed('L5', '2021-02-01', { leftOn: '2021-03-01' }),
    );
    const warning = (number: string, endsOn: string, evaluatedOn: string | null, startsOn = '2021-03-05') => ({
      number,
      unit: ECOLOGY,
      level: 'yellow',
      issuedOn: startsOn,
      startsOn,
      endsOn,
      evaluatedOn,
    });
    await plan.keep(
      'response.warnings',
      warning('YJ2020-12', '2020-12-12', '2020-12-20', '2020-12-10'),
      warning('YJ2021-03', '2021-03-08', '2021-03-20'),
      warning('YJ2021-04', '2021-04-08', null),
      // neither evaluated nor due
      warning('YJ2021-11', '2021-11-05', null),
    );
    const told = (place: string, inTime: string, result: string, more: object = {}) => ({
      warning: 'YJ2021-03',
      place,
      street: '月坛',
      level: 'yellow',
      startedOn: '2021-03-05',
      inTime,
      result,
      ...more,
    });
    await plan.keep(
      'response.confirmations',
      told('L1', 'yes', 'kept'),
      told('L2', 'late', 'broken'),
      told('L3', 'none', 'unchecked', { street: '德胜' }),
      told('L2', 'yes', 'kept', { warning: 'YJ2020-12', startedOn: '2020-12-10' }),
      told('L1', 'none', 'broken', { warning: 'YJ2020-12', startedOn: '2020-12-10' }),
    );
    const freight = (month: string, mode: string, tonnes: string) => ({
      month,
      goods: 'building',
      mode,
      unit: '区城市管理委',
      tonnes,
    });
    await plan.keep(
      'response.freight',
      freight('2021-01', 'rail', '100'),
      freight('2021-01', 'road', '250'),
      freight('2021-02', 'rail', '100'),
      freight('2021-02', 'road-nev', '50'),
      freight('2020-01', 'road', '900'),
      freight('2020-01', 'rail', '90'),
    );
    await plan.visited(
      plan.visit('response.emergency-check', '2020-03-06', {
        ledger: 'response.emergency-list',
        entry_key: 'l2',
        entry_id: l2,
      }),
      ...['2021-03-06', '2021-03-08'].map((day) =>
        plan.visit('response.emergency-check', day, {
          ledger: 'response.emergency-list',
          entry_key: 'l1',
          entry_id: l1,
        }),
      ),
    );
    await plan.reconcile();
  });

  it('30.1: exchanged by the day it was due; what is not due yet and what was due last year do not count', async () => {
    expect(await plan.shown('30.1', 'response.exchange-in-time')).toMatchObject({
      value: '33.3',
      asked: '不低于95%',
      lamp: 'behind',
    });
    expect((await plan.shown('30.1', 'response.exchange-in-time', '2021-06-29')).value).toBe('100.0');
  });

  it('30.2: forecasts of this year; a plan that was issued once the event had begun guarantees nothing', async () => {
    expect((await plan.shown('30.2', 'response.forecasts-issued')).value).toBe('2');
    expect(await plan.shown('30.2', 'response.events-guaranteed')).toMatchObject({ value: '50.0', lamp: 'behind' });
    expect((await plan.shown('30.2', 'response.events-guaranteed', '2021-06-30')).value ?? null).toBeNull();
  });

  it('31.1: the list renewed this year, of the places that are on it', async () => {
    expect((await plan.shown('31.1', 'response.list-renewed')).value).toBe('66.7');
    expect((await plan.shown('31.1', 'response.list-renewed', TODAY, YUETAN)).value).toBe('50.0');
  });

  it('31.1: confirmed in time of those told, measures kept of those checked; the warnings of last year are not in it', async () => {
    expect((await plan.shown('31.1', 'response.responses-confirmed')).value).toBe('33.3');
    expect(await plan.shown('31.1', 'response.responses-kept')).toMatchObject({ value: '50.0', excluded: 1 });
    expect((await plan.shown('31.1', 'response.emergency-checks')).value).toBe('1');
  });

  it('31.1: a warning is to be evaluated within 30 days; until then it waits', async () => {
    expect((await plan.shown('31.1', 'response.warnings-evaluated', '2021-04-30')).value).toBe('100.0');
    expect(await plan.shown('31.1', 'response.warnings-evaluated')).toMatchObject({ value: '50.0', lamp: 'behind' });
  });

  it('32.1: tonnes by rail of all tonnes of the year; a month counts when it is over', async () => {
    expect((await plan.shown('32.1', 'response.rail-share', '2021-01-31')).value).toBe('28.6');
    expect((await plan.shown('32.1', 'response.rail-share')).value).toBe('40.0');
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
