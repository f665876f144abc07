import { type Hj212Draft, item, timeText } from '#protocols/hj-212';
import { chance, hourOf, keyOf, MINUTE, normal } from '../../world/index.ts';

/** One refuelling at one nozzle. */
export type Refuelling = {
  readonly nozzle: number;
  readonly from: number;
  readonly until: number;
  readonly litres: number;
  readonly litresPerMinute: number;
  /** gas drawn back over fuel given, A/L */
  readonly ratio: number;
  readonly linePascals: number;
};

export const NOZZLES = 8;
/** a nozzle serves at most one car in so long */
const SLOT = 6 * MINUTE;
/** one nozzle in twelve is badly set: its A/L is far below 0.9 */
const BAD_SHARE = 1 / 12;

/** How busy a station is by the hour. */
const busy = (hour: number) =>
  0.06 + 0.5 * Math.exp(-(((hour - 8.5) / 2.5) ** 2)) + 0.55 * Math.exp(-(((hour - 18) / 3) ** 2));

/** The refuellings of a station that end after `from` and until `until` (ms of true time), in the order of their ends. */
export function refuellings(seed: number, code: string, from: number, until: number): Refuelling[] {
  const key = keyOf(code);
  const found: Refuelling[] = [];
  for (let nozzle = 1; nozzle <= NOZZLES; nozzle += 1) {
    const bad = chance(seed, key, nozzle, 1) < BAD_SHARE;
    const set = (bad ? 0.68 : 1.08) + 0.03 * normal(seed, key, nozzle, 2);
    for (let slot = Math.floor((from - SLOT) / SLOT); slot * SLOT <= until; slot += 1) {
      const begin = slot * SLOT + Math.floor(chance(seed, key, nozzle, slot, 3) * 2 * 60) * 1000;
      if (chance(seed, key, nozzle, slot, 4) >= busy(hourOf(begin))) continue;
      const litres = Math.min(90, Math.max(4, 32 * Math.exp(0.45 * normal(seed, key, nozzle, slot, 5))));
      const litresPerMinute = 28 + 5 * normal(seed, key, nozzle, slot, 6);
      const end = begin + Math.ceil((litres / Math.max(12, litresPerMinute)) * 60) * 1000;
      if (end <= from || end > until) continue;
      found.push({
        nozzle,
        from: begin,
        until: end,
        litres,
        litresPerMinute: Math.max(12, litresPerMinute),
        ratio: Math.max(0.2, set + 0.05 * normal(seed, key, nozzle, slot, 7)),
        linePascals: 30 + 15 * normal(seed, key, nozzle, slot, 8),
      });
    }
  }
  return found.sort((a, b) => a.until - b.until || a.nozzle - b.nozzle);
}

const two = (n: number) => String(n).padStart(2, '0');
/** Dispenser and nozzle: two nozzles to a dispenser. */
const qCode = (nozzle: number) => `q${two(Math.ceil(nozzle / 2))}${two(nozzle)}`;

type ItemRow = {
  /** what stands behind the nozzle's code, and as information */
  readonly q: string;
  readonly i: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly decimals: number;
  readonly of: (one: Refuelling) => number;
};
/** What is told of a refuelling, in the items of two makers. */
const ITEMS: readonly ItemRow[] = [
  { q: 'AlvR', i: 'i41020', zh: '气液比', en: 'A/L', unit: '1', decimals: 2, of: ({ ratio }) => ratio },
  {
    q: 'GasCur',
    i: 'i41022',
    zh: '回收油气量',
    en: 'gas drawn back',
    unit: 'L',
    decimals: 2,
    of: ({ litres, ratio }) => litres * ratio,
  },
  {
    q: 'GasFlow',
    i: 'i41021',
    zh: '油气流速',
    en: 'gas flow',
    unit: 'L/min',
    decimals: 1,
    of: ({ litresPerMinute, ratio }) => litresPerMinute * ratio,
  },
  { q: 'FuelCur', i: 'i41024', zh: '加油量', en: 'fuel given', unit: 'L', decimals: 2, of: ({ litres }) => litres },
  {
    q: 'FuelFlow',
    i: 'i41023',
    zh: '燃油流速',
    en: 'fuel flow',
    unit: 'L/min',
    decimals: 1,
    of: ({ litresPerMinute }) => litresPerMinute,
  },
  {
    q: 'DynbPrs',
    i: 'i41029',
    zh: '管线压力',
    en: 'line pressure',
    unit: 'Pa',
    decimals: 0,
    of: ({ linePascals }) => linePascals,
  },
];

/** The factors by which a model tells refuellings: with q codes a set for each nozzle, with i codes one for all. */
export const REFUELLING_ITEMS = {
  q: (nozzles: number) =>
    Array.from({ length: nozzles }, (_, n) =>
      ITEMS.map(({ q, zh, en, unit }) => ({
        name: `${qCode(n + 1)}-${q}`,
        zh: `${n + 1}号枪${zh}`,
        en: `nozzle ${n + 1}, ${en}`,
        unit,
      })),
    ).flat(),
  i: (_: number) =>
    ITEMS.filter(({ q }) => q !== 'DynbPrs').map(({ i, zh, en, unit }) => ({ name: `${i}-Info`, zh, en, unit })),
} as const;

/** A refuelling in a maker's own items: real-time data with q codes, or information with i codes (CN 3020). */
export function refuellingArea(how: 'q' | 'i', one: Refuelling, stamp: number): Hj212Draft['groups'] {
  const values = ITEMS.map(({ q, i, decimals, of }) => [
    item(how === 'q' ? `${qCode(one.nozzle)}-${q}` : `${i}-Info`, of(one).toFixed(decimals)),
  ]);
  const nozzle = how === 'i' ? [[item('PolId', `n${two(one.nozzle)}`)]] : [];
  return [[item('DataTime', timeText(stamp))], ...nozzle, ...values];
}
