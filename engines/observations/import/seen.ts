const HOURS_A_PAGE = 4096;

/**
 * Remembers which hours of which series a file had already: in which row, and a 32-bit mark of the content. Eight bytes
 * an hour, so that a file of any length is read in bounded memory.
 */
export class SeenHours {
  readonly #pages = new Map<string, Uint32Array>();
  #lastKey = '';
  #lastPage: Uint32Array | undefined;

  /** @returns 'new', 'same' (again with the same content), or the row that had the hour with other content */
  note(series: number, instant: number, content: string, row: number): 'new' | 'same' | number {
    const hour = Math.floor(instant / 3_600_000);
    const page = this.#pageOf(`${series}/${Math.floor(hour / HOURS_A_PAGE)}`);
    const at = (((hour % HOURS_A_PAGE) + HOURS_A_PAGE) % HOURS_A_PAGE) * 2;
    const mark = markOf(content);
    if (page[at] === 0) {
      page[at] = mark;
      page[at + 1] = row;
      return 'new';
    }
    return page[at] === mark ? 'same' : page[at + 1]!;
  }

  #pageOf(key: string): Uint32Array {
    if (key === this.#lastKey && this.#lastPage) return this.#lastPage;
    let page = this.#pages.get(key);
    if (!page) {
      page = new Uint32Array(HOURS_A_PAGE * 2);
      this.#pages.set(key, page);
    }
    this.#lastKey = key;
    this.#lastPage = page;
    return page;
  }
}

/** FNV-1a; never 0, which means: not seen */
function markOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
