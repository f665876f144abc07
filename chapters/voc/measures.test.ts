import { beforeAll, describe, expect, it } from 'vitest';
import { creditCode } from '../../tests/credit-code.ts';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021 } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const ECOLOGY = '区生态环境局';
const MARKET = '区市场监管局';

describe('the measures about VOCs and fuel of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  const code = ['01', '02', '03', '04', '05', '06'].map((n) => creditCode(`91110102MA0000${n}0`));
  beforeAll(async () => {
    await plan.adopt();
    const station = (number: string, street: string, more: object = {}) => ({
      number,
      name: number,
      street,
      unit: ECOLOGY,
      kind: 'pid',
      installedOn: '2021-01-05',
      onlineSince: '2021-02-01',
      ...more,
    });
    await plan.keep(
      'voc.network',
      station('N1', '月坛', { removedOn: '2021-06-01' }),
      station('N2', '月坛', { onlineSince: '2021-05-01' }),
      station('N3', '德胜', { removedOn: '2021-06-01' }),
      station('N4', '牛街', { onlineSince: null }),
    );
    const spot = (number: string, more: object = {}) => ({
      number,
      foundOn: '2021-05-01',
      location: '某路口',
      street: '月坛',
      by: 'walk',
      dueOn: '2021-05-08',
      inTime: 'open',
      ...more,
    });
    await plan.keep(
      'voc.hot-spots',
      spot('H1', { disposedOn: '2021-05-06', inTime: 'yes' }),
      spot('H2'),
      spot('H4', { foundOn: '2020-05-01', dueOn: '2020-05-08', disposedOn: '2020-05-06', inTime: 'yes' }),
      // found last year: handled in this one, but not of this year's
      spot('H3', { foundOn: '2020-12-20', dueOn: '2020-12-27', disposedOn: '2021-01-03', inTime: 'late' }),
    );
    const walk = (number: string, ranOn: string, distance: string) => ({
      number,
      ranOn,
      route: '环线',
      street: '月坛',
      unit: ECOLOGY,
      distance,
    });
    await plan.keep('voc.walk-throughs', walk('Z1', '2021-03-01', '40.4'), walk('Z2', '2020-03-01', '99'));
    const enterprise = (n: number, more: object = {}) => ({
      code: code[n],
      name: `企业${n}`,
      street: '月坛',
      unit: ECOLOGY,
      industry: 'printing',
      permitKind: 'key',
      keyEmitter: true,
      ledgerKept: true,
      ledgerSince: '2021-02-01',
      monitoring: 'online',
      monitoredSince: '2021-03-01',
      openedOn: '2015-01-01',
      ...more,
    });
    await plan.keep(
      'voc.enterprises',
      enterprise(0),
      enterprise(1, { ledgerKept: false, ledgerSince: null, monitoring: 'none', monitoredSince: null }),
      enterprise(2, { keyEmitter: false, monitoring: 'none', monitoredSince: null }),
      enterprise(4, { keyEmitter: false, closedOn: '2021-05-01' }),
      enterprise(5, { keyEmitter: false, ledgerSince: '2020-02-01' }),
      enterprise(3, { ledgerKept: false, ledgerSince: null, closedOn: '2021-05-01' }),
    );
    const ink = (batch: string, content: string, more: object = {}) => ({
      enterprise: code[0],
      batch,
      product: '水性凹印油墨',
      street: '月坛',
      family: 'ink',
      productClass: '水性油墨/凹印油墨/吸收性承印物',
      content,
      unitOf: 'percent',
      origin: 'measured',
      madeOn: '2021-05-01',
      usedOn: '2021-06-01',
      amount: '10',
      ...more,
    });
    await plan.keep(
      'voc.materials',
      ink('M1', '12'),
      ink('M2', '60'),
      ink('M4', '12', { usedOn: '2020-06-01' }),
      // no class of the standard: open, neither passed nor failed
      ink('M3', '12', { productClass: '某种油墨' }),
    );
    const facility = (number: string, assessedOn: string, capture: string, running: string, removal: string) => ({
      number,
      enterprise: code[0],
      facility: number,
      street: '月坛',
      process: 'carbon',
      assessedOn,
      capture,
      running,
      removal,
      state: 'good',
    });
    await plan.keep(
      'voc.facilities',
      facility('F1', '2021-05-01', '80', '98', '70'),
      facility('F2', '2021-06-01', '90', '96', '80'),
      facility('F0', '2020-05-01', '75', '94', '70'),
    );
    const sample = (number: string, link: string, result: string, more: object = {}) => ({
      number,
      product: '内墙涂料',
      link,
      place: '某市场',
      unit: MARKET,
      sampledOn: '2021-06-01',
      family: 'wall',
      productClass: 'interior',
      content: '50',
      unitOf: 'g-l',
      origin: 'measured',
      result,
      ...more,
    });
    const project = (number: string, more: object = {}) => ({
      number,
      name: number,
      street: '月坛',
      unit: '区住房城市建设委',
      kind: 'building',
      beginsOn: '2021-01-10',
      usesPaint: true,
      ...more,
    });
    await plan.keep(
      'voc.funded-projects',
      project('P1', { endedOn: '2021-07-01' }),
      project('P2'),
      project('P3'),
      project('P4', { usesPaint: false }),
      project('P6', { beginsOn: '2020-01-10' }),
      // ended before the year: it is not of it
      project('P5', { beginsOn: '2019-01-10', endedOn: '2020-11-01' }),
    );
    await plan.keep(
      'voc.product-samples',
      sample('Y1', 'sale', 'pass'),
      sample('Y2', 'production', 'fail', { handledOn: '2021-07-01' }),
      sample('Y3', 'sale', 'fail'),
      sample('Y4', 'use', 'pass', { project: 'P1' }),
      sample('Y9', 'use', 'pass', { handledOn: '2021-07-01' }),
      sample('Y10', 'use', 'fail', { sampledOn: '2020-12-01', handledOn: '2021-01-05' }),
      sample('Y11', 'use', 'fail', { sampledOn: '2020-06-01', handledOn: '2020-07-05' }),
      sample('Y12', 'use', 'pass', { sampledOn: '2020-06-01', project: 'P6' }),
      // the same project twice is one
      sample('Y5', 'use', 'pass', { project: 'P1', sampledOn: '2021-06-20' }),
      sample('Y6', 'sale', 'pass', { sampledOn: '2020-06-01' }),
      // of projects that are not in the denominator: they are not in the numerator either
      sample('Y7', 'use', 'pass', { project: 'P4' }),
      sample('Y8', 'use', 'pass', { project: 'P5' }),
    );
    const tender = (number: string, clause: boolean, publishedOn = '2021-05-01') => ({
      number,
      title: number,
      unit: '区财政局',
      publishedOn,
      goods: 'furniture',
      clause,
    });
    await plan.keep(
      'voc.procurement',
      tender('T1', true),
      tender('T2', false),
      tender('T3', false, '2020-05-01'),
      tender('T4', true, '2020-05-01'),
      tender('T5', false, '2020-05-01'),
    );
    const audit = (number: string, acceptedOn: string | null, orderedOn = '2021-01-15') => ({
      number,
      enterprise: code[0],
      name: number,
      unit: ECOLOGY,
      stage: acceptedOn ? 'accepted' : 'running',
      orderedOn,
      dueOn: '2021-12-31',
      acceptedOn,
    });
    await plan.keep(
      'voc.audits',
      audit('A1', '2021-08-01'),
      audit('A2', null),
      audit('A3', '2020-08-01', '2020-01-15'),
    );
    const refined = {
      number: 'YC1',
      enterprise: code[0],
      name: '企业0',
      unit: ECOLOGY,
      plannedOn: '2021-02-01',
      treatedOn: '2021-08-01',
      evaluatedOn: '2021-10-01',
      before: '10',
      after: '4',
    };
    await plan.keep('voc.plant-files', refined, {
      ...refined,
      number: 'YC0',
      treatedOn: '2020-08-01',
      evaluatedOn: '2020-10-01',
    });
    await plan.keep(
      'voc.recovery-pilots',
      {
        number: 'SD1',
        name: '活性炭集中再生',
        unit: ECOLOGY,
        kind: 'carbon',
        startedOn: '2021-03-01',
        runningSince: '2021-09-01',
      },
      {
        number: 'SD0',
        name: '在运行的',
        unit: ECOLOGY,
        kind: 'carbon',
        startedOn: '2020-03-01',
        runningSince: '2020-09-01',
      },
      { number: 'SD2', name: '溶剂回收', unit: ECOLOGY, kind: 'solvent', startedOn: '2021-03-01' },
    );
    const shop = (licence: string, more: object = {}) => ({
      licence,
      name: licence,
      street: '月坛',
      unit: '运输管理分局',
      class: 'second',
      treatment: 'carbon',
      dueOn: '2021-09-30',
      openedOn: '2015-01-01',
      ...more,
    });
    await plan.keep(
      'voc.repair-shops',
      shop('X1', { upgradedOn: '2021-04-01' }),
      shop('X2'),
      shop('X3', { closedOn: '2021-05-01' }),
      shop('X4', { upgradedOn: '2020-12-15', closedOn: '2021-05-01' }),
      shop('X5', { upgradedOn: '2020-04-01' }),
    );
    const pumps = (of: string, more: object = {}) => ({
      code: of,
      name: of,
      street: '月坛',
      unit: '区商务局',
      online: true,
      onlineSince: '2021-02-01',
      testResult: 'pass',
      openedOn: '2010-01-01',
      ...more,
    });
    await plan.keep(
      'voc.gas-stations',
      pumps('JY1', { nightDiscountSince: '2021-06-01' }),
      pumps('JY2', { online: false, onlineSince: null }),
      pumps('JY3', { closedOn: '2021-03-01', nightDiscountSince: '2020-12-01' }),
      pumps('JY4', { nightDiscountSince: '2020-06-01' }),
    );
    const alarm = (number: string, state: string, more: object = {}) => ({
      number,
      station: 'JY1',
      street: '月坛',
      unit: ECOLOGY,
      raisedOn: '2021-07-01',
      kind: 'ratio',
      state,
      handledOn: state === 'open' ? null : '2021-07-05',
      ...more,
    });
    await plan.keep(
      'voc.vapour-alarms',
      alarm('B1', 'mended'),
      alarm('B2', 'fined'),
      alarm('B3', 'open'),
      alarm('B4', 'void'),
      alarm('B5', 'mended', { raisedOn: '2020-12-20', handledOn: '2021-01-05' }),
      alarm('B6', 'mended', { raisedOn: '2020-05-20', handledOn: '2020-06-05' }),
    );
    const unloaded = (number: string, startedAt: string, unloadedOn = '2021-07-01') => ({
      number,
      station: 'JY1',
      street: '月坛',
      unit: '区商务局',
      unloadedOn,
      startedAt,
    });
    await plan.keep(
      'voc.unloading',
      unloaded('U1', '09:59'),
      unloaded('U2', '10:00'),
      unloaded('U3', '18:00'),
      unloaded('U4', '23:30'),
      // by day, but outside the season
      unloaded('U5', '12:00', '2021-05-31'),
      unloaded('U6', '12:00', '2021-10-01'),
      unloaded('U7', '20:00', '2021-05-31'),
      unloaded('U8', '20:00', '2020-07-01'),
    );
    const fuel = (number: string, sampledOn: string) => ({
      number,
      product: 'diesel',
      link: 'sale',
      place: '某站',
      street: '月坛',
      unit: MARKET,
      sampledOn,
      result: 'pass',
    });
    await plan.keep('voc.fuel-samples', fuel('Q1', '2021-03-01'), fuel('Q2', '2020-03-01'));
    const black = (number: string, closedOn: string | null, foundOn = '2021-03-01') => ({
      number,
      foundOn,
      location: '某处',
      street: '月坛',
      unit: MARKET,
      kind: 'tanker',
      closedOn,
    });
    await plan.keep(
      'voc.black-stations',
      black('HD1', '2021-03-02'),
      black('HD2', null),
      black('HD3', '2021-01-05', '2020-12-20'),
      black('HD4', '2020-05-05', '2020-05-01'),
    );
    const filed = (number: string, lead: string, closedOn: string | null, filedOn = '2021-04-01') => ({
      number,
      party: '某公司',
      street: '月坛',
      unit: ECOLOGY,
      filedOn,
      lead,
      reason: 'fumes',
      closedOn,
    });
    await plan.keep(
      'voc.cases',
      filed('AJ1', 'grid', '2021-06-01'),
      filed('AJ2', 'report', '2021-06-01'),
      filed('AJ3', 'online', null),
      filed('AJ4', 'grid', '2021-01-05', '2020-12-30'),
      filed('AJ5', 'video', '2020-06-01', '2020-04-01'),
      filed('AJ6', 'video', '2021-06-01'),
    );
    const reduction = (number: string, more: object = {}) => ({
      number,
      name: number,
      pollutant: 'vocs',
      kind: 'solvent',
      unit: ECOLOGY,
      tonnes: '12.5',
      state: 'verified',
      verifiedOn: '2021-05-01',
      ...more,
    });
    await plan.keep(
      'energy.reduction-projects',
      reduction('J1'),
      reduction('J2', { pollutant: 'nox', tonnes: '40' }),
      reduction('J3', { state: 'claimed' }),
      reduction('J4', { state: 'rejected' }),
      reduction('J5', { verifiedOn: '2020-05-01' }),
    );
    await plan.visited(
      plan.visit('voc.material-check', '2021-03-01'),
      plan.visit('voc.material-check', '2020-03-01'),
      plan.visit('voc.fuel-check', '2021-03-01'),
      plan.visit('voc.fuel-check', '2020-03-01'),
    );
    await plan.reconcile();
  });

  it('2.1: streets with a station on line; one that is removed leaves its street only when no other is there', async () => {
    expect((await plan.shown('2.1', 'voc.network-streets', '2021-03-01')).value).toBe('2');
    // two in one street are one
    expect((await plan.shown('2.1', 'voc.network-streets', '2021-05-15')).value).toBe('2');
    expect(await plan.shown('2.1', 'voc.network-streets')).toMatchObject({ value: '1', asked: '不低于15个' });
    expect(await plan.shown('2.1', 'voc.hot-spots-disposed')).toMatchObject({ value: '50.0', lamp: 'behind' });
    expect((await plan.shown('2.1', 'voc.walk-distance')).value).toBe('40');
  });

  it('3.1: enterprises that are open and keep their ledger of materials; checks of this year', async () => {
    expect((await plan.shown('3.1', 'voc.material-ledgers', '2021-04-30')).value).toBe('66.7');
    expect((await plan.shown('3.1', 'voc.material-ledgers')).value).toBe('75.0');
    expect(await plan.shown('3.1', 'voc.materials-within')).toMatchObject({ value: '50.0', excluded: 1 });
    expect((await plan.shown('3.1', 'voc.enterprise-checks')).value).toBe('1');
  });

  it('3.2: samples of production and sale, twelve at least; every failed one is handled', async () => {
    expect(await plan.shown('3.2', 'voc.samples-taken')).toMatchObject({
      value: '3',
      asked: '不低于12组',
      lamp: 'behind',
    });
    expect(await plan.shown('3.2', 'voc.failures-handled')).toMatchObject({ value: '50.0', asked: '不低于100%' });
  });

  it('4.1: projects sampled at least once, about 10 %; one that ends in the year stays in its denominator', async () => {
    expect((await plan.shown('4.1', 'voc.projects-sampled', '2021-06-30')).value).toBe('25.0');
    expect((await plan.shown('4.1', 'voc.projects-sampled')).value).toBe('25.0');
    expect((await plan.shown('4.1', 'voc.projects-sampled')).asked).toContain('10%');
    expect(await plan.shown('4.1', 'voc.low-voc-clauses')).toMatchObject({ value: '50.0', lamp: 'on_track' });
  });

  it('5.1: one plant refined and evaluated is enough; audits accepted of those ordered', async () => {
    expect(await plan.shown('5.1', 'voc.plants-refined', '2021-09-30')).toMatchObject({ value: '0' });
    expect(await plan.shown('5.1', 'voc.plants-refined')).toMatchObject({ value: '1', lamp: 'done' });
    expect((await plan.shown('5.1', 'voc.audits-accepted')).value).toBe('66.7');
  });

  it('5.2: the three rates as means of this year, each above that of last year', async () => {
    expect(await plan.shown('5.2', 'voc.capture-rate')).toMatchObject({ value: '85.0', lamp: 'on_track' });
    expect((await plan.shown('5.2', 'voc.run-rate')).value).toBe('97.0');
    expect((await plan.shown('5.2', 'voc.removal-rate')).value).toBe('75.0');
  });

  it('6.1 and 6.2: key emitters monitored, pilots that run, shops upgraded; closed ones do not count', async () => {
    expect((await plan.shown('6.1', 'voc.key-monitored', '2021-04-30')).value).toBe('66.7');
    expect((await plan.shown('6.1', 'voc.key-monitored')).value).toBe('50.0');
    expect(await plan.shown('6.1', 'voc.pilots-running')).toMatchObject({ value: '2', asked: '不低于1个' });
    expect((await plan.shown('6.2', 'voc.shops-upgraded')).value).toBe('66.7');
  });

  it('7.1: alarms handled; false ones are left out by name; stations on line', async () => {
    expect(await plan.shown('7.1', 'voc.vapour-alarms-handled')).toMatchObject({ value: '66.7', excluded: 1 });
    expect((await plan.shown('7.1', 'voc.stations-online')).value).toBe('66.7');
  });

  it('7.2: unloading outside of 10:00 to 18:00, the hours themselves to the minute; night discounts', async () => {
    expect(await plan.shown('7.2', 'voc.unloading-off-peak')).toMatchObject({ value: '75.0', excluded: 3 });
    expect((await plan.shown('7.2', 'voc.unloading-off-peak', '2021-06-30')).value ?? null).toBeNull();
    expect((await plan.shown('7.2', 'voc.night-discounts')).value).toBe('66.7');
  });

  it('8.1: batches and checks of this year, black stations closed', async () => {
    expect((await plan.shown('8.1', 'voc.fuel-sampled')).value).toBe('1');
    expect((await plan.shown('8.1', 'voc.fuel-checks')).value).toBe('1');
    expect((await plan.shown('8.1', 'voc.black-stations-closed')).value).toBe('50.0');
  });

  it('9.1: cases closed, and those that began with a lead of grid, on-line or video', async () => {
    expect((await plan.shown('9.1', 'voc.cases-closed')).value).toBe('75.0');
    expect((await plan.shown('9.1', 'voc.targeted-cases')).value).toBe('75.0');
  });

  it('10.1: tonnes of VOCs that were verified, no other pollutant and no claim; it waits for the letter of the city', async () => {
    expect(await plan.shown('10.1', 'voc.vocs-cut')).toMatchObject({
      value: '12.5',
      asked: '按市级下达任务',
      excluded: 2,
    });
    expect((await plan.shown('10.1', 'voc.vocs-cut', '2021-04-30')).value).toBe('0.0');
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
