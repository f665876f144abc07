import type { Kriging } from './kriging.ts';

/**
 * What all other sensors predict for each one, from one inverse (Dubrule 1983): with B the upper left block of the
 * inverse of the ordinary-kriging matrix, e_i = (Bz)_i / B_ii and its variance 1 / B_ii.
 *
 * A sensor that is silent or proved wrong is taken out of B exactly by one rank-one step (n²), not by a new factoring;
 * sensors that were taken out have residual and variance NaN.
 */
export class LeaveOneOut {
  readonly residual: Float64Array;
  readonly variance: Float64Array;
  readonly #kriging: Kriging;
  readonly #block: Float64Array;
  readonly #z: Float64Array;
  readonly #out: Uint8Array;

  constructor(kriging: Kriging) {
    this.#kriging = kriging;
    this.#block = new Float64Array(kriging.n ** 2);
    this.#z = new Float64Array(kriging.n);
    this.#out = new Uint8Array(kriging.n);
    this.residual = new Float64Array(kriging.n);
    this.variance = new Float64Array(kriging.n);
  }

  /** The values of one moment, NaN = silent. Residual = value − prediction of the others. */
  take(values: ArrayLike<number>): this {
    const { n, ordinary } = this.#kriging;
    this.#block.set(ordinary);
    this.#out.fill(0);
    for (let i = 0; i < n; i += 1) {
      this.#z[i] = values[i]!;
      if (Number.isNaN(values[i])) this.#drop(i);
    }
    return this.#solve();
  }

  /** The same moment without one more sensor. */
  without(sensor: number): this {
    this.#drop(sensor);
    return this.#solve();
  }

  /** taken out: the sensor's row and column of B become zero, and the sensor itself counts as silent */
  #drop(out: number): void {
    const n = this.#kriging.n;
    const b = this.#block;
    const pivot = b[out * n + out]!;
    this.#out[out] = 1;
    this.#z[out] = 0;
    if (pivot <= 0) return;
    for (let i = 0; i < n; i += 1) {
      const share = b[i * n + out]! / pivot;
      if (i === out || share === 0) continue;
      for (let j = 0; j < n; j += 1) b[i * n + j]! -= share * b[out * n + j]!;
    }
    for (let j = 0; j < n; j += 1) {
      b[out * n + j] = 0;
      b[j * n + out] = 0;
    }
  }

  #solve(): this {
    const n = this.#kriging.n;
    const left = n - this.#out.reduce((sum, one) => sum + one, 0);
    for (let i = 0; i < n; i += 1) {
      const own = this.#block[i * n + i]!;
      if (this.#out[i] || left < 2 || own <= 0) {
        this.residual[i] = Number.NaN;
        this.variance[i] = Number.NaN;
        continue;
      }
      let sum = 0;
      for (let j = 0; j < n; j += 1) sum += this.#block[i * n + j]! * this.#z[j]!;
      this.residual[i] = sum / own;
      this.variance[i] = 1 / own;
    }
    return this;
  }
}
