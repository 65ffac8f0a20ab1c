/** Where in a picture something was found. */
import type { Place } from '../language/locale.js';
import type { Evidence } from '../protocol/generated/assessment.js';

/** Something lies in a place where at least this share of what was found does. */
const CONCENTRATED = 0.6;

/** The ninths of the frame that a place is, row by row; smaller places first. */
const PLACES: readonly (readonly [Place, readonly number[]])[] = [
  ['top-left', [0]],
  ['top-right', [2]],
  ['bottom-left', [6]],
  ['bottom-right', [8]],
  ['middle', [4]],
  ['top', [0, 1, 2]],
  ['bottom', [6, 7, 8]],
  ['left', [0, 3, 6]],
  ['right', [2, 5, 8]],
];

/** The smallest place in which the weight of grids lies, if it lies in one part of the picture. */
export function placeOf(evidence: readonly Evidence[]): Place | undefined {
  const ninths = weights(evidence);
  return PLACES.find(([, cells]) => share(ninths, cells) >= CONCENTRATED)?.[0];
}

/** Whether the weight of grids lies in a place. */
export function liesIn(evidence: readonly Evidence[], place: Place): boolean {
  const cells = PLACES.find(([name]) => name === place)?.[1] ?? [];
  return share(weights(evidence), cells) >= CONCENTRATED;
}

function weights(evidence: readonly Evidence[]): Float64Array {
  const ninths = new Float64Array(9);
  for (const one of evidence) {
    if (one.kind !== 'grid') continue;
    const { columns, rows, values } = one;
    values.forEach((value, cell) => {
      const column = Math.floor((((cell % columns) + 0.5) / columns) * 3);
      const row = Math.floor(((Math.floor(cell / columns) + 0.5) / rows) * 3);
      ninths[row * 3 + column]! += value;
    });
  }
  return ninths;
}

/** Of all weight; 0 where there is none. */
function share(ninths: Float64Array, cells: readonly number[]): number {
  const total = ninths.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : cells.reduce((sum, cell) => sum + ninths[cell]!, 0) / total;
}
