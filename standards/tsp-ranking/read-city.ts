import { headsIn, integer, plain, problem, type TableProblem } from './cells.ts';
import { TSP_RANKING } from './settings.table.ts';

export type CityRow = { readonly place: number; readonly district: string; readonly street: string };
export type CityTable = {
  /** the worst first */
  readonly rows: readonly CityRow[];
  /** empty = as printed */
  readonly problems: readonly TableProblem[];
};

const HEAD = [/^排序/, /区$/, /^街道/];
const WIDTH = HEAD.length;

type Found = { at: number; place: number | null; district: string; street: string };

/** Rows of all blocks that stand side by side, block by block, down the columns. */
function blocks(cells: readonly (readonly (string | null)[])[], head: number, starts: readonly number[]): Found[] {
  return starts.flatMap((start) =>
    cells.slice(head + 1).flatMap((row, i): Found[] => {
      const block = row.slice(start, start + WIDTH);
      if (block.every((cell) => plain(cell) === '')) return [];
      return [{ at: head + i + 2, place: integer(block[0]), district: plain(block[1]), street: plain(block[2]) }];
    }),
  );
}

/** The place that a row must have: the one of the row before (a tie), or its own number. */
function placeFollows(found: readonly Found[], i: number): boolean {
  const { place } = found[i] as Found;
  return place === i + 1 || (i > 0 && place === found[i - 1]?.place);
}

/**
 * Table A of a notice (后30名): rows of cells as a document or sheet gives them, head included, one or more blocks side by
 * side. Every row that can be read is given; what does not fit the form of the notice is named as a problem.
 */
export function readCityTable(cells: readonly (readonly (string | null)[])[]): CityTable {
  const head = cells.findIndex((row) => headsIn(row, HEAD).length > 0);
  if (head < 0) return { rows: [], problems: [problem('no-head')] };
  const found = blocks(cells, head, headsIn(cells[head] ?? [], HEAD));
  if (found.length === 0) return { rows: [], problems: [problem('no-rows')] };
  const problems: TableProblem[] = found.length === TSP_RANKING.listed ? [] : [problem('row-count')];
  const named = new Set<string>();
  found.forEach(({ at, place, district, street }, i) => {
    if (place === null) problems.push(problem('place-missing', at));
    else if (!placeFollows(found, i)) problems.push(problem('place-wrong', at));
    if (!district || !street) problems.push(problem('name-missing', at));
    else if (named.has(`${district} ${street}`)) problems.push(problem('named-twice', at));
    named.add(`${district} ${street}`);
  });
  const rows = found.flatMap(({ place, district, street }) =>
    place !== null && district && street ? [{ place, district, street }] : [],
  );
  return { rows, problems };
}
