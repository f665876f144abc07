import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competitionRank, worstN } from './index.ts';

type District = { name: string; value: string | null };
const value = (district: District) => district.value;
const places = (items: District[], order: 'asc' | 'desc') =>
  Object.fromEntries(competitionRank(items, value, order).map(({ item, place }) => [item.name, place]));

const districts: District[] = [
  { name: '东城', value: '0.36' },
  { name: '西城', value: '0.32' },
  { name: '怀柔', value: '0.36' },
  { name: '延庆', value: '0.39' },
  { name: '海淀', value: null },
];

describe('competition ranking', () => {
  it('equal figures share the better place and the next place skips', () => {
    expect(places(districts, 'asc')).toEqual({ 西城: 1, 东城: 2, 怀柔: 2, 延庆: 4, 海淀: null });
    expect(places(districts, 'desc')).toEqual({ 延庆: 1, 东城: 2, 怀柔: 2, 西城: 4, 海淀: null });
  });
  it('says who shares a place, and puts those without a figure last', () => {
    const ranked = competitionRank(districts, value, 'asc');
    expect(ranked.filter(({ shared }) => shared).map(({ item }) => item.name)).toEqual(['东城', '怀柔']);
    expect(ranked.at(-1)).toMatchObject({ place: null, shared: false });
  });
  it('ranks numbers, not texts: 9 is less than 10, 4 equals 4.0', () => {
    const items = ['10', '9', '4', '4.0'].map((v) => ({ name: v, value: v }));
    expect(places(items, 'asc')).toEqual({ '4': 1, '4.0': 1, '9': 3, '10': 4 });
  });
  it('does not depend on the order in which the list comes', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 90 }), { maxLength: 40 }), fc.integer(), (values, seed) => {
        const items = values.map((v, i) => ({ name: `s${i}`, value: String(v) }));
        const turned = items.length
          ? [...items.slice(Math.abs(seed) % items.length), ...items].slice(0, items.length)
          : [];
        const whole =
          turned.length && new Set(turned.map(({ name }) => name)).size === items.length
            ? turned
            : [...items].reverse();
        expect(places(whole, 'desc')).toEqual(places(items, 'desc'));
      }),
    ));
});

it('the worst n include everyone who shares the last place among them', () => {
  const items = ['95', '92', '92', '90'].map((v, i) => ({ name: `s${i}`, value: v }));
  expect(worstN(items, value, 2).map(({ inWorst }) => inWorst)).toEqual([true, true, true, false]);
});
