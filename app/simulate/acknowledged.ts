/** Stamps of data that were acknowledged, by device and message: 8 bytes each. */
export class AcknowledgedKeys {
  readonly #stamps = new Map<string, number[]>();

  readonly add = (code: string, what: string, stamp: number): void => {
    const key = `${code} ${what}`;
    const list = this.#stamps.get(key);
    if (list) list.push(stamp);
    else this.#stamps.set(key, [stamp]);
  };

  /** device, message, and the stamp of the data (ms since 1970) of everything that was acknowledged */
  *all(): Generator<{ code: string; what: string; stamp: number }> {
    for (const [key, stamps] of this.#stamps) {
      const [code, what] = key.split(' ') as [string, string];
      for (const stamp of stamps) yield { code, what, stamp };
    }
  }

  get size(): number {
    let size = 0;
    for (const { length } of this.#stamps.values()) size += length;
    return size;
  }
}
