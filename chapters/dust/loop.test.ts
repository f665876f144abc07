import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021, TODAY } from '../../tests/plan/plan-of-2021.ts';
import { listedUnsaid } from '../../tests/plan/rules.ts';

const YUETAN = { kind: 'street', code: '110102007' } as const;
const NIUJIE = { kind: 'street', code: '110102018' } as const;
const TIANQIAO = { kind: 'street', code: '110102014' } as const;
const DESHENG = { kind: 'street', code: '110102010' } as const;

describe('the loop of a site: cameras, washers, muck loads, consequences (26.1 to 26.4)', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);

  beforeAll(async () => {
    await plan.adopt();
    const unit = '区住房城市建设委';
    const site = (permit: string, street: string, more: object = {}) => ({
      permit,
      name: permit,
      street,
      kind: 'building',
      authority: unit,
      contractor: '某公司',
      onBooksFrom: '2020-01',
      stage: 'structure',
      ...more,
    });
    await plan.keep(
      'dust.sites',
      site('S1', '月坛'),
      site('S2', '德胜'),
      site('S3', '牛街'),
      site('S4', '天桥'),
      site('S5', '月坛', { kind: 'small' }),
      site('S6', '月坛', { onBooksUntil: '2020-12' }),
    );
    await plan.keep('dust.disposal-sites', {
      number: 'XN-1',
      name: '某消纳场',
      district: '大兴区',
      unit: '区城市管理委',
      kind: 'dump',
      openedOn: '2019-01-01',
    });
    const camera = (number: string, more: object) => ({
      number,
      site: 'S1',
      street: '月坛',
      unit,
      sees: 'exit',
      installedOn: '2021-01-05',
      ...more,
    });
    await plan.keep(
      'dust.cameras',
      camera('C1', { connectedOn: '2021-02-01', online: '100' }),
      camera('C2', { connectedOn: '2021-03-01', online: '80' }),
      camera('C3', {}),
      camera('C4', { connectedOn: '2021-02-01', online: '10', removedOn: '2021-06-01' }),
    );
    const washer = (number: string, state: string, more: object = {}) => ({
      number,
      site: 'S1',
      street: '月坛',
      unit,
      kind: 'automatic',
      installedOn: '2021-01-10',
      state,
      ...more,
    });
    await plan.keep(
      'dust.washers',
      washer('W1', 'working', { videoSince: '2021-01-20' }),
      washer('W2', 'working', { site: 'S2', installedOn: '2020-07-01', videoSince: '2021-04-01' }),
      washer('W3', 'broken', { site: 'S4' }),
      washer('W4', 'broken', { removedOn: '2021-05-01' }),
      washer('W5', 'working', {
        site: 'S3',
        installedOn: '2020-03-01',
        videoSince: '2020-03-05',
        removedOn: '2021-03-01',
      }),
      washer('W6', 'working', { site: 'S2', installedOn: '2020-12-01', videoSince: '2020-12-20' }),
    );
    const truck = (plate: string, more: object = {}) => ({
      plate,
      company: '某公司',
      stage: 'china-6',
      permit: 'ZY-1',
      permitFrom: '2020-12-01',
      permitUntil: '2021-05-31',
      sealed: true,
      platform: true,
      unit: '区城市管理委',
      ...more,
    });
    await plan.keep(
      'dust.muck-trucks',
      truck('京A12345'),
      truck('京A20000', { permitUntil: null, leftOn: '2021-05-01' }),
    );
    await plan.keep('dust.disposal-sites', {
      number: 'XN-2',
      name: '已停用的消纳场',
      unit: '区城市管理委',
      kind: 'dump',
      openedOn: '2019-01-01',
      closedOn: '2021-05-09',
    });
    const load = (number: string, more: object = {}) => ({
      number,
      leftOn: '2021-05-10',
      plate: '京A12345',
      site: 'S1',
      street: '月坛',
      unit,
      permit: 'ZY-1',
      sealed: true,
      washed: true,
      disposal: 'XN-1',
      arrivedOn: '2021-05-10',
      by: 'platform',
      ...more,
    });
    await plan.keep(
      'dust.muck-loads',
      load('L1'),
      load('L2', { washed: false }),
      load('L3', { permit: null }),
      load('L4', { arrivedOn: null, disposal: null }),
      load('L5', { street: '德胜' }),
      load('L6', { leftOn: '2020-12-31', arrivedOn: '2020-12-31' }),
      load('L7', { leftOn: '2020-12-31', leftAt: '23:00', arrivedOn: '2021-01-01', arrivedAt: '01:00' }),
      // what is written down is whole, but what stands behind it is not
      load('B1', { permit: 'ZY-2', street: '牛街' }),
      load('B2', { plate: '京A20000', street: '牛街' }),
      load('B3', { plate: '京A99999', street: '牛街' }),
      load('B4', { leftOn: '2021-06-01', arrivedOn: '2021-06-01', street: '牛街' }),
      load('B5', { disposal: 'XN-2', street: '牛街' }),
      load('B6', { leftAt: '20:00', arrivedOn: '2021-05-11', arrivedAt: '20:01', street: '牛街' }),
      // late in the evening of its permit's last day, there in the night after
      load('B7', {
        leftOn: '2021-05-31',
        leftAt: '22:00',
        arrivedOn: '2021-06-01',
        arrivedAt: '01:30',
        street: '天桥',
      }),
    );
    const enforced = (number: string, consequence: string, more: object = {}) => ({
      number,
      foundOn: '2021-04-01',
      unit: '区城管执法局',
      street: '月坛',
      party: '某公司',
      reason: 'uncovered',
      consequence,
      pushedOn: '2021-04-03',
      followedOn: consequence === 'none' ? null : '2021-05-03',
      ...more,
    });
    await plan.keep(
      'dust.enforcement',
      enforced('E1', 'notice'),
      enforced('E2', 'bids'),
      enforced('E3', 'none'),
      // not pushed: its authority cannot have acted
      enforced('E4', 'none', { pushedOn: null }),
      // a day without anything that followed
      enforced('E6', 'none', { followedOn: '2021-05-03' }),
      enforced('E7', 'talk', { foundOn: '2020-12-01', pushedOn: '2020-12-03', followedOn: '2021-01-05' }),
      enforced('E5', 'notice', { foundOn: '2020-04-01', pushedOn: '2020-04-03', followedOn: '2020-05-03' }),
    );
    const works = (number: string, more: object = {}) => ({
      number,
      name: number,
      address: '月坛街2号',
      street: '月坛',
      authority: unit,
      kind: 'pipe',
      linear: 'yes',
      contractor: '某公司',
      sections: 3,
      beginsOn: '2021-03-01',
      dust: 'full',
      ...more,
    });
    const [x1] = await plan.keep('dust.small-works', works('X1'), works('X2'), works('X3', { endedOn: '2021-04-01' }));
    const [x4] = await plan.keep(
      'dust.small-works',
      works('X4', { beginsOn: '2020-06-01' }),
      works('X5', { beginsOn: '2020-06-01', endedOn: '2020-11-01' }),
    );
    const [pulled] = await plan.keep('dust.demolition', {
      number: 'X2',
      location: 'X2',
      street: '月坛',
      kind: 'unlawful',
      area: '100',
      beginsOn: '2021-05-01',
      wet: true,
      after: 'netted',
    });
    const seen = (ledger: string, entry_key: string, entry_id = x1) =>
      plan.visit('dust.linear-works', '2021-05-10', { ledger, entry_key, entry_id });
    await plan.visited(
      seen('dust.small-works', 'x1'),
      seen('dust.small-works', 'x1'),
      plan.visit('dust.linear-works', '2020-07-10', { ledger: 'dust.small-works', entry_key: 'x4', entry_id: x4 }),
      // another ledger's entry of the same number
      seen('dust.demolition', 'x2', pulled),
      plan.visit('dust.linear-works', '2021-03-10'),
      plan.visit('dust.linear-works', '2021-04-10', { found: ['2021-04-12'] }),
      plan.visit('dust.linear-works', '2020-12-30'),
      plan.visit('dust.site-visit', '2021-04-11'),
    );
    await plan.reconcile();
  });

  it('26.1: cameras on line, of those on the platform that have a figure; removed and unconnected ones do not count', async () => {
    expect((await plan.shown('26.1', 'dust.cameras-online', '2021-02-15')).value).toBe('55.0');
    expect(await plan.shown('26.1', 'dust.cameras-online')).toMatchObject({
      value: '90.0',
      asked: '不低于85%',
      lamp: 'on_track',
    });
  });

  it('26.2: washers in place that work, and those under video', async () => {
    expect((await plan.shown('26.2', 'dust.washers-working', '2021-04-30')).value).toBe('60.0');
    expect(await plan.shown('26.2', 'dust.washers-working')).toMatchObject({ value: '75.0', lamp: 'behind' });
    expect((await plan.shown('26.2', 'dust.washers-watched', '2021-03-31')).value).toBe('40.0');
    expect((await plan.shown('26.2', 'dust.washers-watched')).value).toBe('75.0');
  });

  it('26.2: sites on the books with a washer that works; one without any is missing', async () => {
    const washing = async (day: string) => (await plan.shown('26.2', 'dust.sites-washing', day)).value;
    expect([await washing('2021-01-09'), await washing('2021-01-10')]).toEqual(['50.0', '75.0']);
    expect(await plan.shown('26.2', 'dust.sites-washing')).toMatchObject({ value: '50.0', excluded: 1 });
    expect((await plan.shown('26.2', 'dust.sites-washing', TODAY, TIANQIAO)).value).toBe('0.0');
  });

  it('26.2: a load closes its loop only with permit, wash, seal and arrival; each street has its own', async () => {
    expect(await plan.shown('26.2', 'dust.loads-closed')).toMatchObject({ value: '25.0', lamp: 'behind' });
    expect((await plan.shown('26.2', 'dust.loads-closed', TODAY, YUETAN)).value).toBe('25.0');
    expect((await plan.shown('26.2', 'dust.loads-closed', TODAY, DESHENG)).value).toBe('100.0');
    // nothing has left yet: no figure, not 100 %
    expect((await plan.shown('26.2', 'dust.loads-closed', '2021-05-09')).value ?? null).toBeNull();
  });

  it("26.2: only under its truck's own permit of that day, within a day, at a site that is open", async () => {
    expect((await plan.shown('26.2', 'dust.loads-closed', TODAY, NIUJIE)).value).toBe('0.0');
    expect((await plan.shown('26.2', 'dust.loads-closed', '2021-05-31', TIANQIAO)).value).toBe('0.0');
    expect((await plan.shown('26.2', 'dust.loads-closed', '2021-06-01', TIANQIAO)).value).toBe('100.0');
  });

  it('26.2: a permit that is entered later closes the loads that went under it', async () => {
    await plan.keep('dust.muck-trucks', {
      plate: '京A99999',
      company: '某公司',
      stage: 'china-6',
      permit: 'ZY-1',
      permitFrom: '2021-01-01',
      sealed: true,
      platform: true,
      unit: '区城市管理委',
    });
    await plan.reconcile();
    expect((await plan.shown('26.2', 'dust.loads-closed', TODAY, NIUJIE)).value).toBe('16.7');
  });

  it('26.3: what followed, of the cases that were pushed', async () => {
    expect((await plan.shown('26.3', 'dust.cases-followed', '2021-05-02')).value).toBe('0.0');
    expect(await plan.shown('26.3', 'dust.cases-followed')).toMatchObject({ value: '50.0', asked: '不低于75%' });
  });

  it('26.4: small works of the year that somebody visited, each once and only its own', async () => {
    expect((await plan.shown('26.4', 'dust.small-works-seen', '2021-05-09')).value).toBe('0.0');
    expect((await plan.shown('26.4', 'dust.small-works-seen')).value).toBe('25.0');
  });

  it('26.4: visits to linear and small works of this year', async () => {
    expect(await plan.shown('26.4', 'dust.linear-visits')).toMatchObject({ value: '5', asked: '不低于360次' });
  });

  it('each rule of each figure makes a difference to what is said of it above', async () => {
    expect(await plan.unsaidRules()).toEqual(listedUnsaid(import.meta.filename));
  });
});
