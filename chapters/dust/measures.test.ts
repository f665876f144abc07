import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const YUETAN = { kind: 'street', code: '110102007' } as const;
const DESHENG = { kind: 'street', code: '110102010' } as const;
const CITY = '区城市管理委';
const HOUSING = '区住房城市建设委';

describe('the measures about dust of the plan of 2021', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  beforeAll(async () => {
    await plan.adopt();
    const plot = (number: string, more: object = {}) => ({
      number,
      location: number,
      street: '月坛',
      area: '100',
      use: 'courtyard',
      foundOn: '2021-02-01',
      cover: 'none',
      ...more,
    });
    await plan.keep(
      'dust.bare-land',
      plot('LD1'),
      plot('LD2', { cover: 'planted', doneOn: '2021-06-01' }),
      plot('LD3', { street: '德胜', foundOn: '2021-12-01' }),
    );
    await plan.keepOn(
      '2021-10-20',
      'dust.bare-land',
      plot('LD4', { foundOn: '2021-01-02', cover: 'planted', doneOn: '2021-01-10' }),
    );
    await plan.keepOn('2021-10-20', 'dust.demolition', {
      number: 'CQ1',
      location: 'CQ1',
      street: '月坛',
      kind: 'unlawful',
      area: '100',
      beginsOn: '2021-10-20',
      wet: true,
      after: 'netted',
    });
    await plan.keepOn('2020-11-01', 'dust.overhead-lines', {
      number: 'JK1',
      road: 'JK1',
      street: '月坛',
      length: '100',
      sections: 2,
      beginsOn: '2020-11-01',
    });
    const green = (number: string, treatedOn: string | null, more: object = {}) => ({
      number,
      park: number,
      street: '月坛',
      unit: '区园林绿化局',
      area: '100',
      cover: 'mulch',
      plannedOn: '2021-10-01',
      treatedOn,
      treatedArea: treatedOn ? '80' : null,
      ...more,
    });
    await plan.keep('dust.green-plots', green('G1', '2021-05-01'), green('G2', null));
    await plan.keepOn(
      '2020-11-01',
      'dust.green-plots',
      green('G3', '2020-05-01', { plannedOn: '2020-04-01', treatedArea: '100' }),
    );
    const road = (number: string, length: string, more: object = {}) => ({
      number,
      name: number,
      street: '月坛',
      class: 'branch',
      length,
      grade: 'first',
      unit: CITY,
      machine: false,
      listedOn: '2020-01-01',
      ...more,
    });
    await plan.keep(
      'dust.roads',
      road('D1', '1000', { machine: true, machineSince: '2021-03-01' }),
      road('D2', '500', { class: 'alley' }),
      road('D4', '500', { class: 'back', street: '牛街' }),
      road('D3', '500', { street: '德胜', machine: true, machineSince: '2020-03-01' }),
    );
    const residue = (number: string, of: string, mass: string, more: object = {}) => ({
      number,
      road: of,
      roadName: of,
      street: '月坛',
      class: 'branch',
      sampledOn: '2021-04-01',
      area: '1',
      mass,
      unit: CITY,
      weather: 'dry',
      publishedOn: '2021-04-20',
      ...more,
    });
    await plan.keep(
      'dust.residue-samples',
      residue('C1', 'D1', '5'),
      residue('C2', 'D1', '8', { publishedOn: null }),
      residue('C3', 'D2', '20', { weather: 'wet', sampledOn: '2021-05-01', publishedOn: '2021-05-20' }),
      residue('C5', 'D4', '3', { sampledOn: '2020-12-20', publishedOn: '2021-01-10' }),
      residue('C4', 'D3', '2', { sampledOn: '2020-04-01', publishedOn: '2020-04-20' }),
    );
    const site = (permit: string, more: object = {}) => ({
      permit,
      name: permit,
      street: '月坛',
      kind: 'building',
      authority: HOUSING,
      contractor: '某公司',
      onBooksFrom: '2021-01',
      stage: 'structure',
      ...more,
    });
    const [s1, , s3] = await plan.keep(
      'dust.sites',
      site('S1'),
      site('S2', { street: '德胜' }),
      site('S3', { onBooksUntil: '2021-09' }),
      site('S4', { onBooksFrom: '2021-12' }),
      site('S5', { kind: 'small', onBooksUntil: '2021-02' }),
    );
    const camera = (number: string, more: object = {}) => ({
      number,
      site: 'S1',
      street: '月坛',
      unit: HOUSING,
      sees: 'exit',
      installedOn: '2021-02-01',
      ...more,
    });
    await plan.keep(
      'dust.cameras',
      camera('K1', { connectedOn: '2021-03-01' }),
      camera('K2'),
      camera('K3', { removedOn: '2021-05-01' }),
      camera('K4', { site: 'S3', installedOn: '2020-02-01', connectedOn: '2020-03-01', removedOn: '2021-05-01' }),
      camera('K5', { site: 'S2', street: '德胜', installedOn: '2020-02-01', connectedOn: '2020-03-01' }),
    );
    const truck = (plate: string, more: object = {}) => ({
      plate,
      company: '某公司',
      stage: 'china-6',
      permitFrom: '2021-01-01',
      sealed: true,
      platform: true,
      platformSince: '2021-02-01',
      unit: CITY,
      ...more,
    });
    await plan.keep(
      'dust.muck-trucks',
      truck('京A10001'),
      truck('京A10002', { platform: false, platformSince: null }),
      truck('京A10003', { platform: false, platformSince: null, leftOn: '2021-06-01' }),
      truck('京A10004', { leftOn: '2021-06-01' }),
      truck('京A10005', { permitFrom: '2020-01-01', platformSince: '2020-02-01' }),
    );
    const lead = (number: string, state: string, more: object = {}) => ({
      number,
      foundOn: '2021-05-01',
      plate: '京A10001',
      street: '月坛',
      unit: '区城管执法局',
      found: 'spill',
      by: 'patrol',
      state,
      handledOn: state === 'open' ? null : '2021-05-09',
      ...more,
    });
    await plan.keep(
      'dust.muck-trips',
      lead('X1', 'handled'),
      lead('X2', 'open'),
      lead('X3', 'void'),
      // found last year: not of this year's leads, though handled in it
      lead('X4', 'handled', { foundOn: '2020-12-30', handledOn: '2021-01-05' }),
      lead('X5', 'handled', { foundOn: '2020-05-01', handledOn: '2020-05-09' }),
    );
    const enforced = (number: string, more: object = {}) => ({
      number,
      foundOn: '2021-04-01',
      unit: '区城管执法局',
      street: '月坛',
      party: '某公司',
      reason: 'uncovered',
      consequence: 'none',
      ...more,
    });
    await plan.keep(
      'dust.enforcement',
      enforced('E1', { pushedOn: '2021-04-03' }),
      enforced('E2', { reason: 'exit', decidedOn: '2021-04-20' }),
      enforced('E3', { reason: 'exit', street: '德胜' }),
      enforced('E4', { foundOn: '2020-12-30', pushedOn: '2021-01-02' }),
      enforced('E5', { foundOn: '2020-05-01', pushedOn: '2020-05-02' }),
    );
    const works = (number: string, dust: string, more: object = {}) => ({
      number,
      name: number,
      street: '月坛',
      address: '月坛北街',
      kind: 'pipe',
      linear: 'yes',
      contractor: '某公司',
      beginsOn: '2021-10-01',
      dust,
      ...more,
    });
    await plan.keep(
      'dust.small-works',
      works('W1', 'full'),
      works('W2', 'none'),
      works('W3', 'none', { endedOn: '2021-10-20' }),
      works('W4', 'full', { endedOn: '2021-10-20' }),
      works('W5', 'full', { beginsOn: '2020-10-01' }),
    );
    const listed = (street: string, more: object = {}) => ({
      period: '2021-10下',
      publishedOn: '2021-11-03',
      street,
      unit: '区生态环境局',
      listed: 'no',
      ...more,
    });
    await plan.keep(
      'dust.tsp-ranking',
      listed('月坛'),
      listed('德胜', { listed: 'yes', place: 12 }),
      listed('牛街', { period: '2021-10上', publishedOn: '2021-10-18', listed: 'yes', place: 2 }),
    );
    const jar = (month: string, loaded: string, more: object = {}) => ({
      point: '月坛街道点位',
      street: '月坛',
      month,
      setOn: `${month}-01`,
      takenOn: `${month}-28`,
      days: '30',
      loaded,
      empty: '40.0000',
      blank: '0.0004',
      area: '176.71',
      sandDays: '0',
      valid: 'yes',
      unit: '区生态环境局',
      ...more,
    });
    await plan.keep(
      'dust.dustfall-samples',
      jar('2021-01', '40.0800'),
      jar('2021-02', '40.1000'),
      // void, and one whose sand days nobody has told yet: neither is in the mean without sand
      jar('2021-03', '40.9000', { valid: 'no' }),
      jar('2021-04', '40.9000', { sandDays: null }),
      jar('2021-01', '40.1200', { point: '德胜街道点位', street: '德胜' }),
    );
    const cleaning = (number: string, heldOn: string) => ({
      number,
      heldOn,
      street: '月坛',
      location: '某社区',
      kind: 'roof',
    });
    await plan.keep('dust.cleaning-events', cleaning('H1', '2021-04-10'), cleaning('H2', '2020-04-10'));
    await plan.visited(
      plan.visit('dust.green-round', '2021-04-01'),
      ...['green-round', 'alley-cleaning', 'video-patrol', 'night-patrol'].map((kind) =>
        plan.visit(`dust.${kind}`, '2020-04-01', { at_night: true }),
      ),
      plan.visit('dust.site-visit', '2020-04-01', { at_night: true }),
      plan.visit('dust.alley-cleaning', '2021-04-01'),
      plan.visit('dust.alley-cleaning', '2021-04-02', { found: ['2021-04-03'] }),
      plan.visit('dust.video-patrol', '2021-04-01'),
      plan.visit('dust.night-patrol', '2021-04-01', { at_night: true }),
      plan.visit('dust.site-visit', '2021-04-01', { at_night: true }),
      plan.visit('dust.site-visit', '2021-04-02'),
      ...['2021-10-05', '2021-10-06'].map((day) =>
        plan.visit('dust.site-visit', day, { ledger: 'dust.sites', entry_id: s1, entry_key: 's1' }),
      ),
      plan.visit('dust.site-visit', '2021-09-30', { ledger: 'dust.sites', entry_id: s3, entry_key: 's3' }),
    );
    await plan.reconcile();
  });

  it('23.1: dustfall without sand, t/(km²·month) of each jar by its mass, area and days; void ones are left out by name', async () => {
    // (80.0 − 0.4) mg and (100.0 − 0.4) mg on 176.71 cm² in 30 days: 4.5 and 5.6 as printed, their mean 5.05 half-even;
    // Desheng 6.8
    expect((await plan.shown('23.1', 'dust.dustfall-mean', TODAY, YUETAN)).value).toBe('5.0');
    expect(await plan.shown('23.1', 'dust.dustfall-mean', TODAY, DESHENG)).toMatchObject({
      value: '6.8',
      lamp: 'behind',
    });
    const district = await plan.shown('23.1', 'dust.dustfall-mean');
    expect(district).toMatchObject({ value: '5.6', excluded: 1 });
    expect(district.asked).toContain('5.1');
    expect((await plan.shown('23.1', 'dust.dustfall-mean', '2021-01-30')).value ?? null).toBeNull();
  });

  it('24.1: area treated of the plots on the books, and rounds', async () => {
    expect((await plan.shown('24.1', 'dust.green-treated')).value).toBe('60.0');
    expect(await plan.shown('24.1', 'dust.green-rounds')).toMatchObject({ value: '1', asked: '不低于240次' });
  });

  it('24.2: four ledgers of the streets that somebody has looked at in time, 31 days for bare land, 14 for the others', async () => {
    const fresh = async (day: string) => (await plan.shown('24.2', 'dust.ledgers-fresh', day)).value;
    expect([await fresh('2021-11-03'), await fresh('2021-11-04')]).toEqual(['66.7', '33.3']);
    expect(await plan.shown('24.2', 'dust.ledgers-fresh')).toMatchObject({ value: '81.8', asked: '不低于90%' });
  });

  it('25.1: roads that were sampled at least once this year, of all; results published', async () => {
    expect((await plan.shown('25.1', 'dust.roads-sampled')).value).toBe('50.0');
    expect((await plan.shown('25.1', 'dust.residue-published')).value).toBe('66.7');
    expect((await plan.shown('25.1', 'dust.alleys-sampled', '2021-04-30')).value).toBe('0.0');
    expect((await plan.shown('25.1', 'dust.alleys-sampled')).value).toBe('50.0');
  });

  it('25.1 and 25.2: by length, roads swept by machine, alleys in the whole; cleaning that passed', async () => {
    expect((await plan.shown('25.1', 'dust.machine-swept', '2021-02-28')).value).toBe('20.0');
    expect((await plan.shown('25.2', 'dust.machine-swept')).value).toBe('60.0');
    expect((await plan.shown('25.2', 'dust.machine-swept', TODAY, YUETAN)).value).toBe('66.7');
    expect((await plan.shown('25.2', 'dust.cleaning-passed')).value).toBe('50.0');
  });

  it('26.1: cameras on the platform of those in place, and patrols by video', async () => {
    expect((await plan.shown('26.1', 'dust.cameras-connected', '2021-04-30')).value).toBe('60.0');
    expect((await plan.shown('26.1', 'dust.cameras-connected')).value).toBe('66.7');
    expect((await plan.shown('26.1', 'dust.video-patrols')).value).toBe('1');
  });

  it('26.1: sites on the books that a camera on the platform sees; small works are left out by name', async () => {
    expect(await plan.shown('26.1', 'dust.sites-watched', '2021-02-28')).toMatchObject({ value: '66.7', excluded: 1 });
    expect((await plan.shown('26.1', 'dust.sites-watched', '2021-03-01')).value).toBe('100.0');
    // the only camera of S3 was taken down in May, S3 left the books after September
    expect((await plan.shown('26.1', 'dust.sites-watched', '2021-09-30')).value).toBe('66.7');
    expect((await plan.shown('26.1', 'dust.sites-watched')).value).toBe('100.0');
  });

  it('26.2: leads of this year that were handled; void ones are left out by name; trucks on the platform', async () => {
    expect(await plan.shown('26.2', 'dust.trips-handled')).toMatchObject({ value: '50.0', excluded: 1 });
    expect((await plan.shown('26.2', 'dust.trucks-connected', '2021-05-31')).value).toBe('60.0');
    expect((await plan.shown('26.2', 'dust.trucks-connected')).value).toBe('66.7');
  });

  it('26.3: spills at exits that are not decided yet, by street; cases pushed', async () => {
    expect(await plan.shown('26.3', 'dust.exit-spills')).toMatchObject({ value: '1', lamp: 'behind' });
    expect((await plan.shown('26.3', 'dust.exit-spills', TODAY, YUETAN)).value).toBe('0');
    expect((await plan.shown('26.3', 'dust.exit-spills', TODAY, DESHENG)).value).toBe('1');
    expect((await plan.shown('26.3', 'dust.exit-spills', '2021-04-10')).value).toBe('2');
    expect((await plan.shown('26.3', 'dust.cases-pushed')).value).toBe('33.3');
  });

  it('26.3: sites on the books in a month, by month membership, each to be seen in it', async () => {
    // October: S1 and S2 stood, S1 was seen twice; September: S3 stood as well and was the one that was seen
    expect(await plan.shown('26.3', 'dust.site-inspection-rate')).toMatchObject({ value: '50.0', asked: '100%' });
    expect((await plan.shown('26.3', 'dust.site-inspection-rate', TODAY, YUETAN)).value).toBe('100.0');
    expect((await plan.shown('26.3', 'dust.site-inspection-rate', TODAY, DESHENG)).value).toBe('0.0');
    expect((await plan.shown('26.3', 'dust.site-inspection-rate', '2021-10-30')).value).toBe('33.3');
  });

  it('26.4: works under way with their measures; one that ended does not count', async () => {
    expect((await plan.shown('26.4', 'dust.small-works-managed', '2021-10-10')).value).toBe('60.0');
    expect((await plan.shown('26.4', 'dust.small-works-managed')).value).toBe('66.7');
  });

  it('27.1: the worst street of the newest list, counted from its end; who is not on it is beyond the thirty', async () => {
    expect(await plan.shown('27.1', 'dust.tsp-from-the-end')).toMatchObject({ value: '12', lamp: 'behind' });
    expect((await plan.shown('27.1', 'dust.tsp-from-the-end', '2021-11-02')).value).toBe('2');
    expect((await plan.shown('27.1', 'dust.tsp-from-the-end', TODAY, YUETAN)).value).toBe('31');
    expect((await plan.shown('27.1', 'dust.tsp-from-the-end', TODAY, YUETAN)).lamp).not.toBe('behind');
  });

  it('27.2: patrols by night and visits to sites by night', async () => {
    expect(await plan.shown('27.2', 'dust.night-patrols')).toMatchObject({ value: '2', asked: '不低于720次' });
  });

  it('27.3: residue without what was sampled after rain, about 6 g/m² with its tolerance; bare land left; roofs', async () => {
    expect(await plan.shown('27.3', 'dust.residue-mean')).toMatchObject({ value: '6.5', excluded: 1 });
    expect((await plan.shown('27.3', 'dust.residue-mean')).asked).toContain('6');
    expect((await plan.shown('27.3', 'dust.bare-land-left', '2021-05-31')).value).toBe('2');
    expect((await plan.shown('27.3', 'dust.bare-land-left')).value).toBe('1');
    expect((await plan.shown('27.3', 'dust.weekend-cleanings')).value).toBe('1');
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
