import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, exact, printExact } from '#standards/gb-t-8170';
import {
  bindsOn,
  collectionRate,
  hoodFastEnough,
  type Interval,
  ldarRequired,
  leaks,
  nextCheck,
  RATE_SETTINGS,
  REQUIREMENTS,
  removalOver,
  removalRate,
  repairState,
  requirement,
  synchronousRunning,
  treatmentVerdict,
} from './index.ts';

const HOUR = 3_600_000;
const hours = (...spans: readonly [number, number][]): Interval[] =>
  spans.map(([from, until]) => ({ from: from * HOUR, until: until * HOUR }));
const load = (concentration: string | null, flow: string | null) => ({ concentration, flow });

describe('the three rates 三率', () => {
  it('collection: 30 of 40 kg is 75.0 %', () => expect(collectionRate('30', '40').percent).toBe('75.0'));
  it('removal weighs concentration by flow on both sides', () => {
    expect(removalRate(load('33.3', '12000'), load('3.1', '12500')).percent).toBe('90.3');
  });
  it('there is no rate of a missing value and none of nothing', () => {
    expect(collectionRate(null, '40').reason).toBe('missing');
    expect(collectionRate('0', '0').reason).toBe('no-base');
    expect(removalRate(load('10', null), load('1', '100')).reason).toBe('missing');
  });
  it('more captured than generated, or more leaving than entering, is shown and called implausible', () => {
    expect(collectionRate('41', '40')).toMatchObject({ percent: '102.5', reason: 'implausible' });
    expect(removalRate(load('1', '100'), load('2', '100'))).toMatchObject({ percent: '-100.0', reason: 'implausible' });
  });
  it('removal over a period weighs the hours by their mass, and needs three quarters of them', () => {
    const busy = { entering: load('100', '10000'), leaving: load('10', '10000') };
    const idle = { entering: load('1', '1000'), leaving: load('1', '1000') };
    const gap = { entering: load(null, '1000'), leaving: load('1', '1000') };
    expect(removalOver([busy, idle], RATE_SETTINGS).percent).toBe('89.9');
    expect(removalOver([busy, busy, busy, gap], RATE_SETTINGS)).toMatchObject({ percent: '90.0', paired: 3, hours: 4 });
    expect(removalOver([busy, busy, gap], RATE_SETTINGS)).toMatchObject({ percent: null, reason: 'missing' });
    expect(removalOver([], RATE_SETTINGS).reason).toBe('missing');
  });

  it('synchronous running: what ran while nothing was produced does not count', () => {
    expect(synchronousRunning(hours([8, 12], [13, 17]), hours([6, 10], [13, 20])).percent).toBe('75.0');
    expect(synchronousRunning(hours([8, 12]), hours([12, 16])).percent).toBe('0.0');
    expect(synchronousRunning([], hours([6, 10])).reason).toBe('no-base');
  });
  it('synchronous running with unknown hours has bounds instead of a rate', () => {
    const rate = synchronousRunning(hours([8, 12]), hours([8, 10]), hours([10, 11]));
    expect(rate).toMatchObject({ percent: null, reason: 'missing' });
    expect([rate.atLeast, rate.atMost].map((x) => x && printExact(x))).toEqual(['0.5', '0.75']);
    expect(synchronousRunning(hours([8, 12]), hours([8, 10]), hours([12, 14])).percent).toBe('50.0');
  });
  const intervals = fc.array(
    fc.tuple(fc.nat(48), fc.nat(12)).map(([from, length]) => ({ from: from * HOUR, until: (from + length) * HOUR })),
    { maxLength: 8 },
  );
  it('synchronous running lies between 0 and 100 %, grows with running, and does not depend on order', () =>
    fc.assert(
      fc.property(intervals, intervals, intervals, (production, treatment, more) => {
        const rate = synchronousRunning(production, treatment);
        const longer = synchronousRunning(production, [...treatment, ...more]);
        expect(synchronousRunning([...production].reverse(), [...treatment].reverse())).toEqual(rate);
        expect(rate.reason === null || rate.reason === 'no-base').toBe(true);
        if (rate.share && longer.share) expect(compare(longer.share, rate.share)).toBeGreaterThanOrEqual(0);
      }),
    ));
});

describe('10.3.2: treatment', () => {
  const workshop = { kind: 'existing', keyRegion: false, lowVocMaterialsOnly: false } as const;
  const judge = (stacks: (string | null)[], removal: string | null, more: object = {}, date = '2021-06-01') =>
    treatmentVerdict(date, { ...workshop, stacks, removal: removal === null ? null : exact(removal), ...more });
  it('of 80 % is required from 3 kg/h, in key regions from 2', () => {
    expect(judge(['3'], '0.8')).toEqual({ required: true, keeps: true, reason: 'removal-reached' });
    expect(judge(['3'], '0.7999')).toMatchObject({ keeps: false, reason: 'removal-too-low' });
    expect(judge(['2.99'], '0.1')).toMatchObject({ required: false, reason: 'small-source' });
    expect(judge(['2'], '0.1', { keyRegion: true })).toMatchObject({ required: true, keeps: false });
  });
  it('is judged over all stacks of a workshop together', () => {
    expect(judge(['1.5', '1.5'], '0.5').reason).toBe('removal-too-low');
  });
  it('a stack that was not measured leaves it open, unless the others suffice', () => {
    expect(judge(['1', null], '0.5')).toMatchObject({ required: null, reason: 'rate-missing' });
    expect(judge([], '0.5').reason).toBe('rate-missing');
    expect(judge(['3', null], '0.5').reason).toBe('removal-too-low');
    expect(judge(['3'], null)).toMatchObject({ required: true, keeps: null, reason: 'removal-missing' });
  });
  it('is not asked of who uses low-VOC materials only, nor before the standard binds', () => {
    expect(judge(['9'], '0.1', { lowVocMaterialsOnly: true }).reason).toBe('low-voc-materials');
    expect(judge(['9'], '0.1', {}, '2020-06-30').reason).toBe('not-in-force');
    expect(judge(['9'], '0.1', { kind: 'new' }, '2019-07-01').keeps).toBe(false);
  });
});

describe('hoods and leaks', () => {
  it('a hood draws with 0.3 m/s', () => {
    expect([hoodFastEnough('0.3'), hoodFastEnough('0.29'), hoodFastEnough(null)]).toEqual([true, false, null]);
  });
  it('LDAR from 2000 sealing points', () => {
    expect([ldarRequired(1999), ldarRequired(2000), ldarRequired(null)]).toEqual([false, true, null]);
  });
  it('a seal leaks above its definition, or when one sees it', () => {
    const seal = { material: 'volatile', keyRegion: true, visible: false } as const;
    expect(leaks({ ...seal, reading: '2000' })).toBe(false);
    expect(leaks({ ...seal, reading: '2000.1' })).toBe(true);
    expect(leaks({ ...seal, keyRegion: false, reading: '4999' })).toBe(false);
    expect(leaks({ ...seal, reading: null })).toBeNull();
    expect(leaks({ ...seal, visible: true, reading: null })).toBe(true);
  });
  it('pumps are checked every six months, flanges every year; the last of the month stays the last', () => {
    expect(nextCheck('pump', '2021-08-31')).toBe('2022-02-28');
    expect(nextCheck('flange', '2020-02-29')).toBe('2021-02-28');
    expect(nextCheck('valve', '2021-01-15')).toBe('2021-07-15');
  });
  it('a leak is attempted within 5 days and repaired within 15', () => {
    const leak = { found: '2021-06-01', first: null, done: null, deferred: false };
    expect(repairState(leak, '2021-06-06')).toMatchObject({
      firstBy: '2021-06-06',
      doneBy: '2021-06-16',
      state: 'open',
    });
    expect(repairState(leak, '2021-06-07').state).toBe('overdue');
    expect(repairState({ ...leak, first: '2021-06-03' }, '2021-06-16').state).toBe('open');
    expect(repairState({ ...leak, first: '2021-06-03' }, '2021-06-17')).toMatchObject({
      doneLate: true,
      state: 'overdue',
    });
    expect(repairState({ ...leak, first: '2021-06-03', deferred: true }, '2021-09-01').state).toBe('deferred');
    expect(repairState({ ...leak, first: '2021-06-08', done: '2021-06-16' }, '2021-09-01')).toMatchObject({
      firstLate: true,
      doneLate: false,
      state: 'repaired',
    });
  });
});

describe('what is not certain', () => {
  it('is a setting: a district corrects rows marked L, and no others', () => {
    expect(requirement('hoodSpeed', { hoodSpeed: '0.5' })).toBe('0.5');
    expect(hoodFastEnough('0.4', { hoodSpeed: '0.5' })).toBe(false);
    expect(requirement('leastRemoval', { leastRemoval: '60' })).toBe('80');
  });
  it('every row names its source and unit', () => {
    for (const row of Object.values(REQUIREMENTS)) expect(`${row.citation}${row.source}`).toMatch(/.{8,}/);
  });
  it('binds existing plants a year later', () => {
    expect([bindsOn('2019-12-31', 'existing'), bindsOn('2019-12-31', 'new')]).toEqual([false, true]);
  });
});
