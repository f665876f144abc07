import { describe, expect, expectTypeOf, it } from 'vitest';
import type { areaResidue, Residue, residueChange, roadResidue } from '#standards/db11-353';
import {
  type Load,
  type LoadRoad,
  type LoadScore,
  load,
  loadPlaces,
  loadScore,
  movingUnitFlowOk,
  movingUnitInletOk,
  readLoad,
  scorePlaces,
  streetLoads,
  surveyMean,
} from './index.ts';

describe('the list of January 2023', () => {
  const streets = [
    ['西城区', '西长安街街道', '0.13', 1],
    ['西城区', '牛街街道', '0.15', 2],
    ['延庆区', '张山营镇', '0.16', 3],
    ['西城区', '白纸坊街道', '0.17', 4],
    ['朝阳区', '将台乡', '0.17', 4],
    ['门头沟区', '东辛房街道', '0.17', 4],
    ['朝阳区', '东风乡', '0.18', 7],
    ['朝阳区', '八里庄街道', '0.19', 8],
    ['怀柔区', '怀北镇', '0.19', 8],
  ] as const;
  it('has the places that were printed, whatever the order in which the rows come', () => {
    const ranked = loadPlaces([...streets].reverse(), ([, , value]) => load(value));
    for (const { item, place } of ranked) expect([item[1], place]).toEqual([item[1], item[3]]);
  });
});

describe('a survey', () => {
  const roads: LoadRoad[] = [
    { road: 'a', street: '牛街', value: load('0.12'), kilometres: '2' },
    { road: 'b', street: '牛街', value: load('0.19'), kilometres: '1' },
    { road: 'c', street: '大栅栏', value: load('0.30') },
    { road: 'd', street: '大栅栏', value: null },
  ];
  it('roads weigh alike, or by length where the district says so', () => {
    const streets = streetLoads(roads);
    expect(streets.get('牛街')).toEqual({ mean: '0.16', roads: 2, missing: [], reason: null });
    expect(streets.get('大栅栏')).toEqual({ mean: '0.30', roads: 1, missing: ['d'], reason: null });
    expect(streetLoads(roads, { weighBy: 'length' }).get('牛街')?.mean).toBe('0.14');
  });
  it('a missing length that weighs gives no mean, and no road none', () => {
    expect(surveyMean(roads, { weighBy: 'length' })).toMatchObject({ mean: null, reason: 'length-missing' });
    expect(surveyMean([])).toMatchObject({ mean: null, reason: 'no-road' });
  });
});

describe('the score of 2020', () => {
  it('is best when largest', () => {
    const ranked = scorePlaces(['88.1', '95.0', '91.2'], loadScore);
    expect(ranked.map(({ item }) => item)).toEqual(['95.0', '91.2', '88.1']);
  });
  it('ends at 100', () => expect(() => loadScore('100.5')).toThrow(/0 to 100/));
});

describe('load and residue', () => {
  it('are two types: neither is taken for the other, nor the score for a load', () => {
    expectTypeOf<Load>().not.toExtend<Residue>();
    expectTypeOf<Residue>().not.toExtend<Load>();
    expectTypeOf<LoadScore>().not.toExtend<Load>();
    expectTypeOf<Load>().not.toExtend<Parameters<typeof residueChange>[0]>();
    expectTypeOf<Load[]>().not.toExtend<Parameters<typeof roadResidue>[0]>();
    expectTypeOf<LoadRoad[]>().not.toExtend<Parameters<typeof areaResidue>[0]>();
    expectTypeOf<Residue>().not.toExtend<LoadRoad['value']>();
    expectTypeOf<string>().not.toExtend<Load>();
  });
  it.each([
    ['0.32', '0.32', null],
    ['6.0', '6.0', 'looks-like-dust-residue'],
    ['0.001', '0.001', 'too-small'],
    [' ', null, 'missing'],
    ['无', null, 'not-a-number'],
  ])('a cell %j', (cell, value, doubt) => expect(readLoad(cell)).toEqual({ value, doubt }));
  it('nothing else becomes a load', () => expect(() => load(-1)).toThrow(/road dust load/));
});

it('the measuring car draws 80 to 120 L/min, its reference inlet 100 mm above the roof', () => {
  expect(['79.9', '80', '120', '121'].map(movingUnitFlowOk)).toEqual([false, true, true, false]);
  expect(['89', '90', '110', '111'].map(movingUnitInletOk)).toEqual([false, true, true, false]);
});
