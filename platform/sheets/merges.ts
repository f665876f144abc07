import type { Cell } from './cells.ts';

/** A merged range, rows and columns counted from 1. */
export type Merge = { top: number; bottom: number; left: number; right: number };

/** The greatest number of merged ranges that is looked at; a table of measurements has a few. */
const MOST_MERGES = 20_000;
const TAG = /<mergeCell\s+[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g;

/** Finds the merged ranges of a sheet in its unpacked XML, which comes in pieces: they stand behind the rows. */
export function mergeFinder() {
  const found: Merge[] = [];
  let rest = '';
  return {
    found,
    take(piece: Uint8Array): void {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const near = (rest + bytes.toString('latin1', 0, 100)).includes('mergeCell') || bytes.includes('mergeCell');
      const text = near ? rest + bytes.toString('latin1') : '';
      rest = (rest + bytes.subarray(-100).toString('latin1')).slice(-100);
      if (!near) return;
      for (const [, left, top, right, bottom] of text.matchAll(TAG)) {
        const merge = { top: Number(top), bottom: Number(bottom), left: columnNo(left!), right: columnNo(right!) };
        const last = found.at(-1);
        // the overlap of two pieces may show the same range twice
        const again = last && last.top === merge.top && last.left === merge.left;
        if (!again && found.length < MOST_MERGES) found.push(merge);
      }
    },
  };
}

const columnNo = (letters: string) => [...letters].reduce((no, letter) => no * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * Gives a merged cell's content to every row it reaches over (a station written once for its 24 hours), not to the
 * columns beside it: a title over the whole table is no value of each column.
 */
export function mergeFiller(merges: readonly Merge[]): (row: number, cells: Cell[]) => Cell[] {
  const tall = merges.filter((m) => m.bottom > m.top).sort((a, b) => a.top - b.top);
  if (tall.length === 0) return (_row, cells) => cells;
  let next = 0;
  let open: { merge: Merge; content: Cell }[] = [];
  return (row, cells) => {
    open = open.filter(({ merge }) => merge.bottom >= row);
    for (const { merge, content } of open) {
      while (cells.length < merge.left) cells.push(null);
      cells[merge.left - 1] ??= content;
    }
    while (next < tall.length && tall[next]!.top <= row) {
      const merge = tall[next++]!;
      if (merge.top === row) open.push({ merge, content: cells[merge.left - 1] ?? null });
    }
    return cells;
  };
}
