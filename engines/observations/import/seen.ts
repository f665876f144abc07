/**
 * Remembers which hours of which series a file had already, with a 32-bit mark of their content: 4 bytes an hour, so
 * that a file of any length is read in bounded memory.
 */
export class SeenHours {
  readonly #pages = new Map<string, Uint32Array>();

  /** @returns whether the hour is new, the same again, or there with other content */
  note(series: number, instant: number, content: string): 'new' | 'same' | 'other' {
    const hour = Math.floor(instant / 3_600_000);
    const key = `${series}/${hour >> 12}`;
    let page = this.#pages.get(key);
    if (!page) {
      page = new Uint32Array(4096);
      this.#pages.set(key, page);
    }
    const mark = markOf(content);
    const before = page[hour & 4095]!;
    if (before === 0) {
      page[hour & 4095] = mark;
      return 'new';
    }
    return before === mark ? 'same' : 'other';
  }
}

/** FNV-1a; never 0, which means: not seen */
function markOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
