import { covariance, distance, type Points, sillOf } from '#methods/interpolation';
import { Chance } from './chance.ts';

export const STEP_MINUTES = 5;
export const PER_HOUR = 60 / STEP_MINUTES;
const KILOMETRES = 7;

export type Site = {
  id: string;
  x: number;
  y: number;
  place: string;
  fractions: readonly string[];
  twoLasers: boolean;
};

/** Sensors of a district: half measure all particles, some PM2.5 and PM10, some TSP only. */
export function sitesOf(count: number, seed: number): Site[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, i) => {
    const kind = chance.next();
    const fractions = kind < 0.55 ? ['PM25', 'PM10', 'TSP'] : kind < 0.8 ? ['PM25', 'PM10'] : ['TSP'];
    return {
      id: `S${String(i).padStart(3, '0')}`,
      x: chance.between(0, KILOMETRES * 1000),
      y: chance.between(0, KILOMETRES * 1000),
      place: chance.next() < 0.4 ? 'road' : 'housing',
      fractions,
      twoLasers: fractions.includes('PM25') && chance.next() < 0.6,
    };
  });
}

/** Fields that hang together in space (exponential) and in time (AR 1): L ξ, L from Cholesky. */
export class Weave {
  readonly #rows: Float64Array[];
  readonly #now: Float64Array;
  readonly #keep: number;
  readonly #chance: Chance;

  constructor(points: Points, range: number, hours: number, chance: Chance) {
    const n = points.x.length;
    const model = { kind: 'exponential', nugget: 0.02, partialSill: 0.98, range } as const;
    this.#rows = Array.from({ length: n }, (_, i) => new Float64Array(i + 1));
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j <= i; j += 1) {
        let sum = i === j ? sillOf(model) : covariance(model, distance(points, i, points, j));
        for (let k = 0; k < j; k += 1) sum -= this.#rows[i]![k]! * this.#rows[j]![k]!;
        this.#rows[i]![j] = i === j ? Math.sqrt(sum) : sum / this.#rows[j]![j]!;
      }
    this.#keep = hours === 0 ? 0 : Math.exp(-1 / (hours * PER_HOUR));
    this.#chance = chance;
    this.#now = this.#fresh();
  }

  #fresh(): Float64Array {
    const xi = Float64Array.from(this.#rows, () => this.#chance.normal());
    return Float64Array.from(this.#rows, (row) => {
      let sum = 0;
      for (let j = 0; j < row.length; j += 1) sum += row[j]! * xi[j]!;
      return sum;
    });
  }

  /** the field of this step; the next call is one step later. Standard normal at each place. */
  next(): Float64Array {
    const now = Float64Array.from(this.#now);
    const fresh = this.#fresh();
    const rest = Math.sqrt(1 - this.#keep ** 2);
    for (let i = 0; i < now.length; i += 1) this.#now[i] = this.#keep * now[i]! + rest * fresh[i]!;
    return now;
  }
}

/** The background of the district, PM2.5 µg/m³: days of stagnation and of wind, traffic hours, one front that cleans the air. */
export function backgroundOf(steps: number, chance: Chance): { fine: Float64Array; coarseRatio: Float64Array } {
  const keep = Math.exp(-1 / (18 * PER_HOUR));
  let slow = chance.normal();
  const front = Math.floor(steps * chance.between(0.45, 0.6));
  const dust = Math.floor(steps * chance.between(0.75, 0.85));
  const fine = new Float64Array(steps);
  const coarseRatio = new Float64Array(steps);
  for (let i = 0; i < steps; i += 1) {
    slow = keep * slow + Math.sqrt(1 - keep ** 2) * chance.normal();
    const hour = (i / PER_HOUR) % 24;
    const daily = 1 + 0.2 * Math.cos(((hour - 21) / 24) * 2 * Math.PI) + 0.12 * Math.exp(-(((hour - 8) / 1.5) ** 2));
    const cleaned = i < front ? 1 : Math.max(0.3, 1 - (i - front) / (2 * PER_HOUR), 1 - Math.exp(-(i - front) / 400));
    fine[i] = 50 * Math.exp(0.5 * slow) * daily * Math.min(1, cleaned);
    const storm = i >= dust && i < dust + 6 * PER_HOUR ? Math.sin(((i - dust) / (6 * PER_HOUR)) * Math.PI) : 0;
    coarseRatio[i] = 0.7 + 3 * storm;
  }
  return { fine, coarseRatio };
}
