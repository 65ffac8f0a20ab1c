/** Cells of the longest side that a document holds. */
const MOST = 64;

/** A map over the whole picture, row by row. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly sums: number[];
}

/** Cells as a document holds them: those of a very long picture are summed with their neighbours. */
export function coarse(cells: ArrayLike<number>, height: number, width: number): Grid {
  const down = Math.ceil(height / MOST);
  const across = Math.ceil(width / MOST);
  const rows = Math.ceil(height / down);
  const columns = Math.ceil(width / across);
  const sums = new Array<number>(rows * columns).fill(0);
  for (let at = 0; at < height * width; at++) {
    const row = Math.floor(Math.floor(at / width) / down);
    const column = Math.floor((at % width) / across);
    const cell = row * columns + column;
    sums[cell] = (sums[cell] ?? 0) + (cells[at] ?? 0);
  }
  return { rows, columns, sums };
}
