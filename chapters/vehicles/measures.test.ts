import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const TRANSPORT = '运输管理分局';

describe('the measures about vehicles of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  const shown = (
    measure: string,
    indicator: string,
    ...of: [asOf?: string, scope?: Parameters<PlanOf2021['shown']>[3]]
  ) => plan.shown(measure, `vehicles.${indicator}`, ...of);

  beforeAll(async () => {
    await plan.adopt();
    let n = 0;
    const plate = () => `京A${String(10000 + ++n)}`;
    const car = (trade: string, energy: string, more = {}) => ({
      plate: plate(),
      trade,
      energy,
      owner: '某公司',
      unit: TRANSPORT,
      exempt: 'none',
      registeredOn: '2019-05-01',
      ...more,
    });
    await plan.keep(
      'vehicles.fleet',
      car('bus', 'electric'),
      car('bus', 'hydrogen'),
      car('bus', 'diesel', { leftOn: '2021-06-30', leftWhy: 'scrapped' }),
      car('bus', 'diesel', { exempt: 'emergency' }),
      car('bus', 'electric', { exempt: 'emergency' }),
      car('bus', 'electric', { leftOn: '2021-06-30', leftWhy: 'scrapped' }),
      car('taxi', 'hydrogen'),
      car('taxi', 'petrol'),
      car('taxi', 'electric', { exempt: 'social-security' }),
      car('taxi', 'electric', { exempt: 'individual' }),
      car('taxi', 'electric', { leftOn: '2021-05-01', leftWhy: 'scrapped' }),
      car('driving-school', 'electric', { licence: 'c1' }),
      car('driving-school', 'electric'),
      car('ride-hailing', 'electric'),
      car('ride-hailing', 'electric', { leftOn: '2021-05-01', leftWhy: 'scrapped' }),
      car('tour-coach', 'hydrogen'),
      car('tour-coach', 'diesel'),
      car('duty', 'electric'),
      car('freight', 'electric'),
      car('freight', 'diesel'),
      car('freight', 'electric', { exempt: 'special' }),
      car('taxi', 'electric', { registeredOn: '2021-04-01' }),
      car('taxi', 'petrol'),
      car('taxi', 'petrol', { exempt: 'individual' }),
      car('driving-school', 'petrol', { licence: 'c1' }),
      car('driving-school', 'electric', { licence: 'c2' }),
      car('ride-hailing', 'petrol'),
      car('sanitation', 'electric', { unit: '环雅丽都公司', street: '月坛', registeredOn: '2021-03-05' }),
      car('duty', 'petrol', { unit: '环雅丽都公司', street: '德胜' }),
    );
    const batch = (trade: string, energy: string, vehicles: number, more = {}) => ({
      number: `HT-${++n}`,
      subject: '购车',
      boughtOn: '2021-05-20',
      unit: '环雅丽都公司',
      trade,
      energy,
      vehicles,
      way: 'renewal',
      body: 'state-enterprise',
      duty: 'operation',
      exception: 'none',
      ...more,
    });
    await plan.keep(
      'vehicles.purchases',
      batch('sanitation', 'electric', 14),
      batch('sanitation', 'hydrogen', 2),
      batch('sanitation', 'diesel', 4, { boughtOn: '2021-08-01' }),
      batch('sanitation', 'diesel', 30, { way: 'lease' }),
      batch('sanitation', 'electric', 8, { way: 'new', mass: '3.0' }),
      batch('sanitation', 'diesel', 2, { way: 'new', mass: '3.0', boughtOn: '2021-08-01' }),
      batch('sanitation', 'electric', 10, { way: 'lease' }),
      batch('sanitation', 'electric', 5, { boughtOn: '2020-05-20' }),
      ...['electric', 'diesel'].map((energy) => batch('post', energy, 7, { way: 'lease', mass: '3.0' })),
      batch('post', 'electric', 3, { way: 'new', mass: '3.4' }),
      batch('post', 'diesel', 1, { mass: '3.4' }),
      batch('post', 'electric', 6, { mass: '12' }),
      batch('post', 'electric', 5, { mass: '3.0', boughtOn: '2020-05-20' }),
      batch('official', 'electric', 2, { body: 'institution', duty: 'general' }),
      batch('official', 'electric', 4, { body: 'social', duty: 'general' }),
      batch('official', 'petrol', 1, { body: 'social', duty: 'general' }),
      batch('official', 'electric', 5, { body: 'social', duty: 'general', boughtOn: '2020-05-20' }),
      batch('official', 'electric', 2, {
        body: 'social',
        duty: 'general',
        exception: 'approved',
        exceptionNumber: '1号',
      }),
      batch('duty', 'electric', 2, { duty: 'commuting' }),
      batch('duty', 'petrol', 1, { duty: 'commuting' }),
      batch('duty', 'electric', 1, { duty: 'fixed-route', way: 'new' }),
      ...['electric', 'petrol'].map((energy) => batch('duty', energy, 7, { duty: 'fixed-route', way: 'lease' })),
      batch('duty', 'electric', 5, { duty: 'fixed-route', boughtOn: '2020-05-20' }),
      batch('duty', 'electric', 2, { duty: 'fixed-route', exception: 'approved', exceptionNumber: '2号' }),
      batch('post', 'electric', 9, { unit: '邮政西城分公司', mass: '3.495' }),
      batch('post', 'diesel', 1, { unit: '邮政西城分公司', mass: '12' }),
      batch('official', 'electric', 9, { body: 'party-government', duty: 'general', unit: '区机关事务中心' }),
      batch('official', 'petrol', 1, { body: 'institution', duty: 'general', unit: '区教委', way: 'lease' }),
      batch('duty', 'petrol', 5, {
        body: 'party-government',
        duty: 'fixed-route',
        unit: '区城管执法局',
        exception: 'approved',
        exceptionNumber: '西财〔2021〕7号',
      }),
      batch('duty', 'electric', 3, { body: 'party-government', duty: 'fixed-route', unit: '区城管执法局' }),
    );
    await plan.keep(
      'vehicles.promotion',
      {
        month: '2021-01',
        unit: '区科信局',
        subject: '企业',
        use: 'corporate',
        electric: 120,
        replacing: 40,
        proof: 'registration',
      },
      {
        month: '2021-10',
        unit: '区城市管理委',
        subject: '环卫',
        use: 'sanitation',
        electric: 30,
        replacing: 10,
        proof: 'invoice',
      },
      {
        month: '2020-05',
        unit: '区科信局',
        subject: '企业',
        use: 'corporate',
        electric: 10,
        replacing: 7,
        proof: 'registration',
      },
      { month: '2021-11', unit: '区科信局', subject: '企业', use: 'corporate', electric: 500, proof: 'registration' },
    );
    await plan.keep(
      'vehicles.charging-sites',
      {
        number: 'C1',
        name: '月坛站',
        unit: '区城市管理委',
        street: '月坛',
        operator: '某',
        kind: 'public',
        piles: 12,
        startedOn: '2021-03-01',
        subsidyStage: 'paid',
        appliedOn: '2021-04-01',
        paidOn: '2021-07-01',
      },
      {
        number: 'C2',
        name: '德胜站',
        unit: '区城市管理委',
        street: '德胜',
        operator: '某',
        kind: 'public',
        piles: 8,
        startedOn: '2020-03-01',
        subsidyStage: 'applied',
        appliedOn: '2021-08-01',
      },
      {
        number: 'C3',
        name: '牛街站',
        unit: '区城市管理委',
        street: '牛街',
        operator: '某',
        kind: 'public',
        piles: 4,
        startedOn: '2020-12-01',
        subsidyStage: 'refused',
        appliedOn: '2021-01-01',
      },
    );
    const site = (number: string, more: object) => ({
      number,
      name: number,
      unit: '区城市管理委',
      street: '牛街',
      operator: '某',
      kind: 'public',
      piles: 4,
      startedOn: '2020-01-01',
      ...more,
    });
    await plan.keep(
      'vehicles.charging-sites',
      site('C4', { subsidyStage: 'refused', appliedOn: '2021-01-01', paidOn: '2021-02-01' }),
      site('C5', { subsidyStage: 'paid', appliedOn: '2020-03-01', paidOn: '2020-06-01' }),
    );
    const permit = (energy: string, mass: string, more = {}) => ({
      number: `T-${++n}`,
      plate: plate(),
      holder: '某物流',
      unit: '西城交通支队',
      energy,
      mass,
      exempt: 'none',
      issuedOn: '2021-02-01',
      validUntil: '2021-12-31',
      ...more,
    });
    await plan.keep(
      'vehicles.freight-permits',
      permit('electric', '3.495'),
      permit('diesel', '3.495'),
      permit('diesel', '4.495', { exempt: 'cold-chain' }),
      permit('diesel', '3.1', { validUntil: '2021-09-30' }),
      permit('diesel', '4.5'),
      permit('electric', '18'),
      ...['3.495', '18'].flatMap((mass) =>
        ['dangerous-goods', 'cold-chain'].map((exempt) => permit('electric', mass, { exempt })),
      ),
      permit('electric', '3.0', { validUntil: '2021-09-30' }),
      permit('electric', '3.2', { issuedOn: '2020-05-01' }),
      ...['electric', 'diesel'].map((energy) =>
        permit(energy, '18', { issuedOn: '2020-05-01', validUntil: '2021-06-01' }),
      ),
      permit('electric', '18', { issuedOn: '2020-05-01' }),
    );
    await plan.keep(
      'vehicles.freight-operators',
      {
        number: 'A1',
        applicant: '甲',
        unit: TRANSPORT,
        kind: 'set-up',
        power: 'petrol-diesel',
        vehicles: 3,
        appliedOn: '2021-02-01',
        decision: 'refused',
        decidedOn: '2021-02-20',
      },
      {
        number: 'A2',
        applicant: '乙',
        unit: TRANSPORT,
        kind: 'set-up',
        power: 'electric',
        vehicles: 5,
        appliedOn: '2021-02-01',
        decision: 'admitted',
        decidedOn: '2021-02-20',
      },
      {
        number: 'A3',
        applicant: '丙',
        unit: TRANSPORT,
        kind: 'move-in',
        power: 'petrol-diesel',
        vehicles: 2,
        appliedOn: '2021-09-01',
        decision: 'admitted',
        decidedOn: '2021-09-20',
      },
      {
        number: 'A4',
        applicant: '丁',
        unit: TRANSPORT,
        kind: 'renew',
        power: 'petrol-diesel',
        vehicles: 2,
        appliedOn: '2021-03-01',
        decision: 'admitted',
        decidedOn: '2021-03-20',
      },
    );
    const admitted = (number: string, kind: string, decidedOn: string) => ({
      number,
      applicant: number,
      unit: TRANSPORT,
      kind,
      power: 'petrol-diesel',
      vehicles: 2,
      appliedOn: decidedOn,
      decision: 'admitted',
      decidedOn,
    });
    await plan.keep(
      'vehicles.freight-operators',
      admitted('A5', 'set-up', '2021-10-10'),
      admitted('A6', 'add-vehicles', '2021-10-11'),
      admitted('A7', 'move-in', '2020-05-01'),
    );
    const old = (more = {}) => ({
      plate: plate(),
      owner: '某人',
      ownerKind: 'person',
      unit: '区生态环境局',
      listedOn: '2019-12-31',
      ...more,
    });
    await plan.keep(
      'vehicles.old-petrol',
      old({ gone: 'scrapped', goneOn: '2020-03-01' }),
      old({ gone: 'scrapped', goneOn: '2021-02-01' }),
      old({ gone: 'transferred', goneOn: '2021-10-01', unit: '宣房集团' }),
      old(),
    );
    const beyond = (more = {}) => ({
      plate: plate(),
      trade: 'taxi',
      owner: '某出租',
      unit: TRANSPORT,
      energy: 'petrol',
      stage: 'china-5',
      odometer: 200000,
      durabilityKm: 160000,
      exceededOn: '2020-12-01',
      ...more,
    });
    await plan.keep(
      'vehicles.durability',
      beyond({ cleared: 'replaced', caseOn: '2020-12-10', clearedOn: '2021-05-01', catalystNumber: 'X1' }),
      beyond({ caseOn: '2020-12-15' }),
      beyond(),
    );
    const heavy = (more = {}) => ({
      plate: plate(),
      trade: 'sanitation',
      owner: '环雅丽都公司',
      unit: '区城市管理委',
      energy: 'diesel',
      registeredOn: '2020-06-01',
      ...more,
    });
    await plan.keep(
      'vehicles.heavy',
      heavy({ installedOn: '2020-07-01', onlineOn: '2020-07-02' }),
      heavy({ installedOn: '2021-03-01', onlineOn: '2021-04-01' }),
      heavy({
        installedOn: '2020-07-01',
        onlineOn: '2020-07-02',
        offlineOn: '2021-10-01',
        trade: 'school-bus',
        unit: '区教委',
      }),
      heavy({ trade: 'school-bus', unit: '区教委' }),
      heavy({ exempt: 'scrap-due' }),
      ...['scrap-due', 'special', 'not-fittable'].map((exempt) =>
        heavy({ exempt, installedOn: '2020-07-01', onlineOn: '2020-07-02' }),
      ),
      heavy({ installedOn: '2020-07-01', onlineOn: '2020-07-02', leftOn: '2021-05-01' }),
    );
    const fined = (mode: string, decidedOn: string, more = {}) => ({
      number: `F-${++n}`,
      plate: plate(),
      origin: 'outside',
      unit: '西城交通支队',
      cause: 'over-limit',
      mode,
      foundOn: decidedOn,
      decidedOn,
      fine: 200,
      ...more,
    });
    await plan.keep(
      'vehicles.penalties',
      fined('site', '2020-03-01'),
      fined('non-site', '2020-04-01'),
      fined('site', '2021-03-01'),
      fined('non-site', '2021-04-01'),
      fined('non-site', '2021-05-01', { cause: 'black-smoke' }),
      fined('site', '2021-05-01', { cause: 'no-entry-permit' }),
      fined('non-site', '2021-05-01', { cause: 'no-entry-permit' }),
    );
    const listed = (more = {}) => ({
      plate: plate(),
      origin: 'hebei',
      energy: 'diesel',
      unit: '西城交通支队',
      listedOn: '2021-02-01',
      source: 'roadside',
      times: 2,
      permit: 'none',
      handling: 'open',
      ...more,
    });
    await plan.keep(
      'vehicles.over-limit',
      listed({ handling: 'passed-on', handledOn: '2021-03-01' }),
      listed(),
      listed({ times: 1, permit: 'valid' }),
      listed({ times: 1, permit: 'valid', handling: 'passed-on', handledOn: '2021-03-01' }),
      listed({ listedOn: '2020-02-01', handling: 'passed-on', handledOn: '2020-03-01' }),
    );
    const failed = (more = {}) => ({
      report: `R-${++n}`,
      plate: plate(),
      unit: '区生态环境局',
      station: '某检测场',
      energy: 'petrol',
      failedOn: '2021-03-01',
      ...more,
    });
    await plan.keep(
      'vehicles.tests',
      failed({
        repairedOn: '2021-03-03',
        repairNumber: 'W1',
        uploadedOn: '2021-03-03',
        retest: 'passed',
        closedBy: 'passed',
        closedOn: '2021-03-04',
      }),
      failed({ repairedOn: '2021-03-10', retest: 'failed' }),
      failed({ closedBy: 'scrapped', closedOn: '2021-04-01' }),
      failed({ failedOn: '2021-11-01' }),
      failed({
        failedOn: '2020-03-01',
        repairedOn: '2020-03-03',
        uploadedOn: '2020-03-03',
        closedBy: 'passed',
        closedOn: '2020-03-04',
      }),
    );
    const station = (number: string, more = {}) => ({
      number,
      name: number,
      unit: TRANSPORT,
      street: '广安门外',
      class: 'second',
      filedOn: '2019-01-01',
      ...more,
    });
    await plan.keep(
      'vehicles.repair-stations',
      station('M1', { connectedOn: '2020-01-01' }),
      station('M2', { connectedOn: '2020-01-01', disconnectedOn: '2021-09-01' }),
      station('M3', { closedOn: '2021-02-01' }),
      station('M4', { connectedOn: '2020-01-01', closedOn: '2021-02-01' }),
    );
    const machine = (serial: string, more = {}) => ({
      serial,
      model: '某挖掘机',
      kind: 'excavator',
      stage: 'stage-3',
      energy: 'diesel',
      owner: '某',
      unit: '区住建委',
      street: '月坛',
      enteredOn: '2021-03-01',
      ...more,
    });
    await plan.keep(
      'vehicles.machinery',
      machine('S1', { code: '3-AB12345', codedOn: '2020-05-01', verifiedOn: '2021-03-05' }),
      machine('S2', {
        fault: 'uncoded',
        faultOn: '2021-04-01',
        mendedOn: '2021-04-09',
        verifiedOn: '2021-04-09',
        code: '3-AB12346',
      }),
      machine('S3', { fault: 'false', faultOn: '2021-10-20', unit: '区园林绿化局', street: '德胜' }),
      machine('S4', { leftOn: '2021-08-01' }),
      machine('S5', { enteredOn: '2020-03-01', verifiedOn: '2020-03-05', leftOn: '2021-08-01' }),
      machine('S6', { enteredOn: '2020-03-01', verifiedOn: '2020-03-05', code: '3-AB12347' }),
      machine('S7', { fault: 'uncoded', faultOn: '2021-04-20', leftOn: '2021-08-01' }),
    );
    const record = (number: string, more = {}) => ({
      number,
      user: '某施工',
      unit: '区住建委',
      problem: 'uncoded',
      foundOn: '2021-04-01',
      creditDue: true,
      ...more,
    });
    await plan.keep(
      'vehicles.machine-credit',
      record('X1', { noticedOn: '2021-05-01', noticeNumber: '1号', creditOn: '2021-06-01', creditNumber: 'C1' }),
      record('X2', { noticedOn: '2021-05-01', noticeNumber: '1号' }),
      record('X3', { creditDue: false, creditOn: '2021-06-01', unit: '区园林绿化局' }),
      record('X4', { foundOn: '2020-04-01', noticedOn: '2020-05-01', creditOn: '2020-06-01' }),
    );
    const paper = (topic: string, issuedOn: string, more = {}) => ({
      number: `D-${++n}`,
      title: topic,
      topic,
      unit: '区文化和旅游局',
      stage: 'issued',
      startedOn: '2021-02-01',
      dueOn: '2021-12-31',
      issuedOn,
      ...more,
    });
    await plan.keep(
      'city.documents',
      paper('tour-coach-parking', '2021-09-10'),
      paper('tour-coach-parking', '2021-10-10'),
      paper('sightseeing-routes', '2021-10-12', { stage: 'consulting' }),
      paper('transit-policies', '2021-06-01'),
      paper('transit-policies', '2021-06-01', { stage: 'consulting' }),
      paper('transit-policies', '2020-06-01'),
      paper('sightseeing-routes', '2021-11-02'),
      paper('tour-coach-management', '2021-11-03'),
      paper('tour-coach-management', '2020-11-03'),
    );
    const truck = (stage: string, more = {}) => ({
      plate: plate(),
      company: '某渣土',
      stage,
      permitFrom: '2020-05-01',
      sealed: true,
      platform: true,
      unit: '区城市管理委',
      ...more,
    });
    await plan.keep(
      'dust.muck-trucks',
      truck('china-6'),
      truck('china-5'),
      truck('china-5', { leftOn: '2021-06-30' }),
      truck('electric', { permitFrom: '2021-03-01' }),
      truck('hydrogen'),
      truck('china-6', { leftOn: '2021-06-30' }),
      truck('electric', { leftOn: '2021-06-30' }),
    );
    const visit = (kind: string, ...of: [day: string, more?: Parameters<PlanOf2021['visit']>[2]]) =>
      plan.visit(`vehicles.${kind}`, ...of);
    await plan.visited(
      ...Array.from({ length: 2500 }, (_, i) => visit('roadside-check', i < 2400 ? '2021-01-31' : '2021-02-10')),
      visit('roadside-check', '2021-02-10', { street_code: '110102010', penalty: '200' }),
      visit('roadside-check', '2020-02-01'),
      visit('machine-check', '2020-02-01'),
      visit('sale-check', '2020-02-01', { found: ['2020-02-20'] }),
      visit('sale-check', '2021-04-01', { found: ['2021-04-20'] }),
      visit('sale-check', '2021-04-02', { found: [null] }),
      visit('sale-check', '2021-04-03'),
      visit('repair-shop-check', '2020-06-01', { penalty: '1000' }),
      visit('repair-shop-check', '2021-06-01', { penalty: '2000' }),
      visit('repair-shop-check', '2021-06-02'),
      visit('machine-check', '2021-06-02'),
    );
    await plan.reconcile();
  });

  it('11.1: the promoted vehicles of whole months are added up and wait for the letter of the city', async () => {
    expect(await shown('11.1', 'nev-promoted')).toMatchObject({
      value: '150',
      asked: '按市级下达任务',
      lamp: 'behind',
    });
  });

  it('11.2: new piles of the year, and the subsidies that were paid of those not refused', async () => {
    expect((await shown('11.2', 'charging-piles-new')).value).toBe('12');
    expect(await shown('11.2', 'charging-subsidies-paid')).toMatchObject({ value: '66.7', excluded: 2 });
  });

  it('11.3: buses for emergencies and taxis of individuals do not count, and what has left counts no more', async () => {
    expect(await shown('11.3', 'bus-clean-share')).toMatchObject({
      value: '100.0',
      asked: '力争100%',
      lamp: 'on_track',
      excluded: 2,
    });
    expect((await shown('11.3', 'bus-clean-share', '2021-06-29')).value).toBe('75.0');
    expect(await shown('11.3', 'taxi-clean-share')).toMatchObject({ value: '50.0', asked: '力争100%', excluded: 3 });
    expect((await shown('11.3', 'encouraged-clean-share')).value).toBe('60.0');
  });

  it('11.3: permits count by mass while they are in force, 4.5 t itself above; cold chain does not count', async () => {
    expect(await shown('11.3', 'light-permits-electric')).toMatchObject({
      value: '66.7',
      asked: '力争100%',
      excluded: 3,
    });
    expect((await shown('11.3', 'light-permits-electric', '2021-09-29')).value).toBe('60.0');
    expect((await shown('11.3', 'heavier-permits-electric')).value).toBe('66.7');
  });

  it('11.3: one operator admitted with diesel vehicles breaks the ban, a renewed licence does not', async () => {
    expect(await shown('11.3', 'freight-fuel-admitted', '2021-09-19')).toMatchObject({ value: '0', lamp: 'on_track' });
    expect(await shown('11.3', 'freight-fuel-admitted')).toMatchObject({ value: '3', lamp: 'behind' });
  });

  it('11.4: a matter counts once, when its document is issued; two were planned by October', async () => {
    expect(await shown('11.4', 'tour-documents-issued', '2021-09-30')).toMatchObject({ value: '1', lamp: 'on_track' });
    expect(await shown('11.4', 'tour-documents-issued', '2021-10-31')).toMatchObject({ value: '1', lamp: 'behind' });
    expect((await shown('11.4', 'tour-documents-issued')).value).toBe('3');
    expect((await shown('11.8', 'transit-policies-issued')).value).toBe('1');
  });

  it('11.5 and 27.4: muck trucks of stage 6 and clean ones, of those that have not left', async () => {
    expect(await shown('27.4', 'muck-china-6-share')).toMatchObject({ value: '75.0', asked: '基本100%（允许偏差5%）' });
    expect((await shown('27.4', 'muck-china-6-share', '2021-06-29')).value).toBe('71.4');
    expect(await shown('11.5', 'muck-clean')).toMatchObject({ value: '2', asked: '不低于1辆', lamp: 'on_track' });
  });

  it('11.5: of the sanitation vehicles bought, not leased, 80 % are to be clean', async () => {
    expect(await shown('11.5', 'sanitation-bought-clean', '2021-07-01')).toMatchObject({ value: '100.0' });
    expect(await shown('11.5', 'sanitation-bought-clean')).toMatchObject({
      value: '80.0',
      asked: '不低于80%',
      lamp: 'on_track',
    });
  });

  it('11.6 and 11.7: by number of vehicles; above 4.5 t and approved exceptions do not count', async () => {
    expect(await shown('11.6', 'post-bought-electric')).toMatchObject({ value: '92.3', asked: '力争100%' });
    expect(await shown('11.7', 'public-bought-electric')).toMatchObject({
      value: '90.0',
      asked: '基本100%（允许偏差5%）',
      excluded: 2,
    });
    expect(await shown('11.7', 'duty-bought-electric')).toMatchObject({
      value: '85.7',
      asked: '力争100%',
      excluded: 2,
    });
  });

  it('11.8 and 27.4: fuel vehicles replaced, and the share of clean ones in the fleets of the trades, also of a street', async () => {
    expect((await shown('11.8', 'fuel-vehicles-replaced')).value).toBe('50');
    expect((await shown('27.4', 'fleet-clean-share')).value).toBe('66.7');
    expect((await shown('27.4', 'fleet-clean-share', TODAY, { kind: 'street', code: '110102007' })).value).toBe(
      '100.0',
    );
  });

  it('12.1: what is left has to fall and what went to rise against the same days of the year before', async () => {
    expect(await shown('12.1', 'old-petrol-left')).toMatchObject({ value: '1', asked: '继续下降', lamp: 'on_track' });
    expect(await shown('12.1', 'old-petrol-gone')).toMatchObject({ value: '2', asked: '继续提高', lamp: 'on_track' });
    expect(await shown('12.1', 'old-petrol-gone', '2021-03-01')).toMatchObject({ value: '1', lamp: 'behind' });
    expect((await shown('12.1', 'old-petrol-gone', TODAY, { kind: 'unit', code: 'xuanfang-group' })).value).toBe('1');
  });

  it('13.1: vehicles without a new catalyst go down to none in a line, and each has a case until then', async () => {
    expect(await shown('13.1', 'catalyst-overdue', '2021-06-02')).toMatchObject({ value: '2', lamp: 'behind' });
    expect(await shown('13.1', 'catalyst-overdue', '2021-05-01')).toMatchObject({ value: '2', lamp: 'on_track' });
    expect((await shown('13.1', 'catalyst-cases')).value).toBe('50.0');
  });

  it('14.1: a terminal that is off line counts as fitted, not as on line; the excused do not count', async () => {
    expect(await shown('14.1', 'heavy-fitted')).toMatchObject({ value: '75.0', excluded: 4 });
    expect(await shown('14.1', 'heavy-online')).toMatchObject({ value: '50.0', lamp: 'behind' });
    expect((await shown('14.1', 'heavy-online', TODAY, { kind: 'unit', code: 'education-commission' })).value).toBe(
      '0.0',
    );
  });

  it('14.2: checks at sale are to be more than the year before, and what they find to be mended', async () => {
    expect(await shown('14.2', 'sale-checks')).toMatchObject({ value: '3', asked: '继续提高', lamp: 'on_track' });
    expect(await shown('14.2', 'sale-findings-mended')).toMatchObject({ value: '66.7', asked: '不低于90%' });
  });

  it('14.3: 34,000 checks by the quantities planned for the months, so that January alone keeps pace with 2,400', async () => {
    expect(await shown('14.3', 'roadside-checks', '2021-01-31')).toMatchObject({ value: '2400', lamp: 'on_track' });
    expect(await shown('14.3', 'roadside-checks', '2021-02-10')).toMatchObject({
      value: '2501',
      asked: '不低于34000辆次',
      lamp: 'behind',
    });
    expect((await shown('14.3', 'roadside-checks', TODAY, { kind: 'street', code: '110102010' })).value).toBe('1');
  });

  it('14.3: the share of penalties by remote evidence rises; a missing permit is no excess of emissions', async () => {
    expect(await shown('14.3', 'non-site-penalties')).toMatchObject({
      value: '66.7',
      asked: '继续提高',
      lamp: 'on_track',
    });
    expect((await shown('14.3', 'over-limit-handled')).value).toBe('66.7');
  });

  it('15.1: a chain is closed by a passed retest or the end of the vehicle, not by a repair', async () => {
    expect(await shown('15.1', 'tests-closed', '2021-04-01')).toMatchObject({ value: '75.0' });
    expect(await shown('15.1', 'tests-closed')).toMatchObject({ value: '60.0', asked: '不低于95%', lamp: 'behind' });
    expect((await shown('15.1', 'repairs-uploaded')).value).toBe('66.7');
    expect((await shown('15.1', 'stations-connected')).value).toBe('50.0');
    expect(await shown('15.1', 'station-penalties')).toMatchObject({ value: '1', asked: '继续提高', lamp: 'behind' });
  });

  it('16.1: no machine may be used without a true code; what was mended in time leaves none', async () => {
    expect(await shown('16.1', 'machines-uncoded', '2021-04-08')).toMatchObject({ value: '1', lamp: 'behind' });
    expect(await shown('16.1', 'machines-uncoded', '2021-10-19')).toMatchObject({ value: '0', lamp: 'on_track' });
    expect((await shown('16.1', 'machines-uncoded', TODAY, { kind: 'street', code: '110102007' })).value).toBe('0');
    expect((await shown('16.1', 'machines-verified')).value).toBe('75.0');
  });

  it('16.2: a machine counts each time it is checked', async () => {
    expect((await shown('16.2', 'machine-checks')).value).toBe('1');
  });

  it('16.2: what was found is passed on and, where it belongs there, entered in the credit record', async () => {
    expect((await shown('16.2', 'machine-findings-noticed')).value).toBe('75.0');
    expect((await shown('16.2', 'machine-credit-entered')).value).toBe('66.7');
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
