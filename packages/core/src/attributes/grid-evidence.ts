import { coarse } from '../encoder/grid.js';
import type { GridEvidence } from '../protocol/generated/assessment.js';

/** Cells as evidence of where a reading comes from, 1 where there is most. */
export function gridEvidence(
  cells: ArrayLike<number>,
  columns: number,
  rows: number,
): GridEvidence {
  const { sums, ...size } = coarse(cells, rows, columns);
  const most = Math.max(...sums, Number.MIN_VALUE);
  return { kind: 'grid', ...size, values: sums.map((sum) => sum / most) };
}
