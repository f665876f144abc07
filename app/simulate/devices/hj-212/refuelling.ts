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

/** A refuelling in a maker's own items: real-time data with q codes, or information with i codes (CN 3020). */
export function refuellingArea(how: 'q' | 'i', one: Refuelling, stamp: number): Hj212Draft['groups'] {
  const gas = one.litres * one.ratio;
  const gasFlow = one.litresPerMinute * one.ratio;
  if (how === 'q') {
    const code = `q${two(Math.ceil(one.nozzle / 2))}${two(one.nozzle)}`;
    return [
      [item('DataTime', timeText(stamp))],
      [item(`${code}-AlvR`, one.ratio.toFixed(2))],
      [item(`${code}-GasCur`, gas.toFixed(2))],
      [item(`${code}-GasFlow`, gasFlow.toFixed(1))],
      [item(`${code}-FuelCur`, one.litres.toFixed(2))],
      [item(`${code}-FuelFlow`, one.litresPerMinute.toFixed(1))],
      [item(`${code}-DynbPrs`, one.linePascals.toFixed(0))],
    ];
  }
  return [
    [item('DataTime', timeText(stamp))],
    [item('PolId', `n${two(one.nozzle)}`)],
    [item('i41020-Info', one.ratio.toFixed(2))],
    [item('i41021-Info', gasFlow.toFixed(1))],
    [item('i41022-Info', gas.toFixed(2))],
    [item('i41023-Info', one.litresPerMinute.toFixed(1))],
    [item('i41024-Info', one.litres.toFixed(2))],
    [item('i41029-Info', one.linePascals.toFixed(0))],
  ];
}
