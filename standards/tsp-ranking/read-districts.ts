import { headsIn, integer, plain, problem, type TableProblem } from './cells.ts';

export type DistrictRow = {
  readonly district: string;
  /** which end of the district's list */
  readonly end: 'best' | 'worst';
  /** as printed: counted from the best, or from the worst */
  readonly place: number;
  readonly street: string;
  /** µg/m³ */
  readonly tsp: number;
};
export type DistrictTable = { readonly rows: readonly DistrictRow[]; readonly problems: readonly TableProblem[] };

const HEAD = [/^区$/, /^前三名/, /^街道/, /^TSP浓度/i, /^后三名/, /^街道/, /^TSP浓度/i];
const ENDS = [
  { end: 'best', from: 1 },
  { end: 'worst', from: 4 },
] as const;

/** '第1名', '1', '倒数第2' → the number in it */
const placeOf = (cell: string | null | undefined) => integer(plain(cell).replace(/[^\d]/g, ''));

/** Whether figures and places of one end go together: equal figures share a place, others follow in order. */
function contradicts(list: readonly DistrictRow[], i: number): boolean {
  const [before, one] = [list[i - 1], list[i]];
  if (!one) return false;
  if (!before) return one.place !== 1;
  const order = one.end === 'best' ? one.tsp - before.tsp : before.tsp - one.tsp;
  return order === 0 ? one.place !== before.place : order < 0 || one.place !== i + 1;
}

/**
 * Table B of a notice (各区前三、后三): rows of cells, head included. The name of a district may stand once for its rows
 * (merged cells come as empty ones); 经开区 counts as a district. Places and figures are held against each other.
 */
export function readDistrictTable(cells: readonly (readonly (string | null)[])[]): DistrictTable {
  const head = cells.findIndex((row) => headsIn(row, HEAD).length > 0);
  if (head < 0) return { rows: [], problems: [problem('no-head')] };
  const start = headsIn(cells[head] ?? [], HEAD)[0] as number;
  const problems: TableProblem[] = [];
  const rows: (DistrictRow & { at: number })[] = [];
  let district = '';
  cells.slice(head + 1).forEach((row, i) => {
    const at = head + i + 2;
    const block = row.slice(start, start + HEAD.length);
    if (block.every((cell) => plain(cell) === '')) return;
    district = plain(block[0]) || district;
    for (const { end, from } of ENDS) {
      const [place, street, tsp] = [placeOf(block[from]), plain(block[from + 1]), integer(block[from + 2])];
      if (place === null) problems.push(problem('place-missing', at));
      if (!street || !district) problems.push(problem('name-missing', at));
      if (tsp === null) problems.push(problem('value-wrong', at));
      if (place !== null && tsp !== null && street && district) rows.push({ at, district, end, place, street, tsp });
    }
  });
  if (rows.length === 0) return { rows: [], problems: [...problems, problem('no-rows')] };
  for (const name of new Set(rows.map((row) => row.district)))
    for (const { end } of ENDS) {
      const list = rows.filter((row) => row.district === name && row.end === end);
      list.forEach((row, i) => {
        if (contradicts(list, i)) problems.push(problem('value-wrong', row.at));
      });
    }
  return { rows: rows.map(({ at: _, ...row }) => row), problems };
}
