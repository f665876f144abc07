/**
 * The assignment with the greatest total gain: each row gets at most one column and the other way round.
 *
 * Hungarian method with potentials, O(rows² · columns). A gain of 0 means "rather none": such pairs are left out.
 * @param gains gains[row][column] ≥ 0, a full rectangle
 * @returns column of each row, or -1
 */
export function assign(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length;
  const columns = gains[0]?.length ?? 0;
  if (!rows || !columns) return gains.map(() => -1);
  if (rows > columns) return transposed(gains, rows, columns);
  // rows and columns count from 1; column 0 holds the row that looks for a place
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let at = 0;
    const best = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[at] = 1;
      const current = rowOf[at]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (seen[column]) continue;
        const cost = -gains[current - 1]![column - 1]! - u[current]! - v[column]!;
        if (cost < best[column]!) {
          best[column] = cost;
          from[column] = at;
        }
        if (best[column]! < delta) {
          delta = best[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (seen[column]) {
          u[rowOf[column]!] = u[rowOf[column]!]! + delta;
          v[column] = v[column]! - delta;
        } else best[column] = best[column]! - delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    while (at !== 0) {
      rowOf[at] = rowOf[from[at]!]!;
      at = from[at]!;
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]!;
    if (row && gains[row - 1]![column - 1]! > 0) result[row - 1] = column - 1;
  }
  return result;
}

function transposed(gains: readonly (readonly number[])[], rows: number, columns: number): number[] {
  const turned = Array.from({ length: columns }, (_, c) => Array.from({ length: rows }, (_, r) => gains[r]![c]!));
  const result = new Array<number>(rows).fill(-1);
  assign(turned).forEach((row, column) => {
    if (row >= 0) result[row] = column;
  });
  return result;
}
