import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const YUETAN = { kind: 'street', code: '110102007' } as const;
const DRC = '区发展改革委';
const ECOLOGY = '区生态环境局';

describe('the measures about energy of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  beforeAll(async () => {
    await plan.adopt();
    const used = (quarter: string, endsOn: string, sector: string, amount: string) => ({
      quarter,
      endsOn,
      sector,
      unit: DRC,
      amount,
      state: 'final',
    });
    await plan.keep(
      'energy.consumption',
      used('2021Q1', '2021-03-31', 'building', '30.5'),
      used('2021Q1', '2021-03-31', 'household', '9.5'),
      used('2021Q2', '2021-06-30', 'building', '20'),
      used('2020Q4', '2020-12-31', 'building', '44'),
    );
    const paper = (number: string, topic: string, issuedOn: string | null) => ({
      number,
      title: number,
      topic,
      unit: DRC,
      stage: issuedOn ? 'issued' : 'drafting',
      startedOn: '2021-01-05',
      dueOn: '2021-12-31',
      issuedOn,
    });
    await plan.keep(
      'city.documents',
      paper('W1', 'energy-key-points', '2021-04-01'),
      paper('W2', 'price', null),
      paper('W3', 'charging', '2021-04-01'),
      paper('W4', 'price', '2021-06-01'),
      paper('W5', 'price', '2020-06-01'),
    );
    const works = (number: string, area: string, doneOn: string | null, more: object = {}) => ({
      number,
      name: number,
      street: '月坛',
      unit: DRC,
      kind: 'retrofit',
      area,
      plannedOn: '2021-10-31',
      doneOn,
      ...more,
    });
    await plan.keep(
      'energy.heating-projects',
      works('R1', '3000', '2021-05-01'),
      works('R2', '1000', null),
      works('R3', '1000', '2021-11-01', { street: '德胜' }),
    );
    await plan.keepOn('2020-11-01', 'energy.heating-projects', works('R4', '5000', '2020-12-01', { street: '德胜' }));
    await plan.keepOn('2020-11-01', 'energy.building-projects', works('J3', '2000', '2020-12-01', { kind: 'housing' }));
    await plan.keep(
      'energy.building-projects',
      works('J1', '6000', '2021-05-01', { kind: 'housing' }),
      works('J2', '2000', null, { kind: 'ultra-low' }),
    );
    const design = (number: string, result: string, checkedOn = '2021-06-01') => ({
      number,
      name: number,
      street: '月坛',
      unit: '区住房城市建设委',
      stage: 'design',
      area: '5000',
      checkedOn,
      result,
    });
    await plan.keep(
      'energy.design-checks',
      design('D1', 'pass'),
      design('D2', 'mended'),
      design('D3', 'fail'),
      design('D4', 'fail', '2020-06-01'),
      design('D5', 'pass', '2020-06-01'),
    );
    const source = (number: string, capacity: string, runsSince: string | null) => ({
      number,
      name: number,
      street: '月坛',
      unit: DRC,
      kind: 'pv',
      capacity,
      plannedOn: '2021-03-01',
      runsSince,
    });
    await plan.keep(
      'energy.renewables',
      source('K1', '120', '2021-05-01'),
      source('K2', '80', null),
      source('K3', '100', '2020-05-01'),
    );
    const device = (number: string, servicedOn: string | null, more: object = {}) => ({
      number,
      street: '月坛',
      community: '南礼士路',
      kind: 'storage',
      installedOn: '2018-10-01',
      servicedOn,
      ...more,
    });
    await plan.keep(
      'energy.clean-heating',
      device('Q1', '2021-09-10'),
      device('Q2', '2021-11-01'),
      device('Q3', '2020-11-01'),
      device('Q4', null, { removedOn: '2021-05-01' }),
      // serviced, and taken away since: it counts as long as it was there
      device('Q5', '2021-09-10', { removedOn: '2021-11-05' }),
    );
    const cut = (number: string, tonnes: string, state: string, more: object = {}) => ({
      number,
      name: number,
      pollutant: 'nox',
      unit: ECOLOGY,
      kind: 'boiler',
      tonnes,
      doneOn: '2021-03-01',
      state,
      verifiedOn: '2021-05-01',
      ...more,
    });
    await plan.keep(
      'energy.reduction-projects',
      cut('P1', '12.5', 'verified'),
      cut('P2', '4', 'rejected'),
      cut('P3', '7', 'claimed'),
      cut('P4', '3', 'verified', { pollutant: 'vocs' }),
      cut('P5', '8', 'verified', { verifiedOn: '2020-05-01' }),
    );
    await plan.visited(
      plan.visit('energy.coal-check', '2021-01-10'),
      plan.visit('energy.coal-check', '2021-02-10', { found: ['2021-02-12'], street_code: '110102010' }),
      plan.visit('energy.coal-check', '2020-12-30', { found: [null] }),
      plan.visit('energy.heating-round', '2021-10-10'),
      plan.visit('energy.heating-round', '2020-10-10'),
    );
    await plan.reconcile();
  });

  it('17.1: energy of the quarters so far, against a cap that waits for the letter of the city', async () => {
    expect(await plan.shown('17.1', 'energy.energy-used')).toMatchObject({ value: '60', lamp: 'behind' });
    expect((await plan.shown('17.1', 'energy.energy-used', '2021-06-29')).value).toBe('40');
    expect(await plan.shown('17.1', 'energy.saving-documents')).toMatchObject({ value: '2', asked: '不低于2份' });
  });

  it('18.1 and 19.1: by area, of the projects on the books; each street has its own', async () => {
    expect((await plan.shown('18.1', 'energy.heating-done', TODAY)).value).toBe('90.0');
    expect((await plan.shown('18.1', 'energy.heating-done', TODAY, YUETAN)).value).toBe('75.0');
    expect((await plan.shown('19.1', 'energy.building-done')).value).toBe('80.0');
  });

  it('19.2: a design that was mended passes; checks of another year do not count', async () => {
    expect(await plan.shown('19.2', 'energy.design-passed')).toMatchObject({
      value: '66.7',
      asked: '不低于100%',
      lamp: 'behind',
    });
  });

  it('20.1: capacity that runs since this year, above that of last year', async () => {
    expect(await plan.shown('20.1', 'energy.renewables-added')).toMatchObject({ value: '120', lamp: 'on_track' });
  });

  it('21.1: devices serviced this year of those in place; coal found anywhere is behind; rounds of this year', async () => {
    expect((await plan.shown('21.1', 'energy.devices-serviced')).value).toBe('66.7');
    expect((await plan.shown('21.1', 'energy.devices-serviced', '2021-10-31')).value).toBe('50.0');
    expect(await plan.shown('21.1', 'energy.coal-found')).toMatchObject({ value: '1', asked: '0起', lamp: 'behind' });
    expect((await plan.shown('21.1', 'energy.coal-found', TODAY, YUETAN)).value).toBe('0');
    expect((await plan.shown('21.1', 'energy.coal-checks')).value).toBe('2');
    expect((await plan.shown('21.1', 'energy.heating-rounds')).value).toBe('1');
  });

  it('22.1: only what the city has verified of nitrogen oxides; what was rejected or waits is left out by name', async () => {
    expect(await plan.shown('22.1', 'energy.nox-cut', '2021-04-30')).toMatchObject({ value: '0.0' });
    expect(await plan.shown('22.1', 'energy.nox-cut')).toMatchObject({ value: '12.5', lamp: 'behind', excluded: 2 });
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
