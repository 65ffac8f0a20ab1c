import type { Place } from '../language/locale.js';
import type { BoxEvidence, Evidence } from '../protocol/evidence.js';

/** A place is named where at least this share of what was found lies in it. */
const CONCENTRATED = 0.6;

/** A box of more than this share of the picture is everywhere. */
const MOST_OF_THE_FRAME = 0.5;

/** By thirds across and down, row by row. */
const NINTHS: readonly Place[] = [
  'top-left',
  'top',
  'top-right',
  'left',
  'middle',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
];

/** Smaller places first. */
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

/** Where in the picture something is: where the weight of maps lies, or the middle of one box; `undefined` where it is all over it. */
export function placeOf(evidence: readonly Evidence[]): Place | undefined {
  const boxes = evidence.filter((one) => one.kind === 'box');
  const [box] = boxes;
  return box !== undefined && boxes.length === evidence.length
    ? boxes.length === 1
      ? placeOfBox(box)
      : undefined
    : placeOfMaps(evidence);
}

/** Whether something lies in a place: in the smallest one that {@link placeOf} gives, or in a larger one about it. */
export function liesIn(evidence: readonly Evidence[], place: Place): boolean {
  const smallest = cellsOf(placeOf(evidence));
  const cells = cellsOf(place);
  return smallest.length > 0 && smallest.every((cell) => cells.includes(cell));
}

function cellsOf(place: Place | undefined): readonly number[] {
  return PLACES.find(([name]) => name === place)?.[1] ?? [];
}

function placeOfBox({ x, y, width, height }: BoxEvidence): Place | undefined {
  if (width * height > MOST_OF_THE_FRAME) return undefined;
  return NINTHS[third(y + height / 2) * 3 + third(x + width / 2)];
}

function third(share: number): number {
  return Math.min(2, Math.max(0, Math.floor(share * 3)));
}

function placeOfMaps(evidence: readonly Evidence[]): Place | undefined {
  const ninths = new Float64Array(9);
  let total = 0;
  for (const one of evidence) {
    if (one.kind !== 'grid') continue;
    const { columns, rows, values } = one;
    values.forEach((value, cell) => {
      const column = third(((cell % columns) + 0.5) / columns);
      const row = third((Math.floor(cell / columns) + 0.5) / rows);
      ninths[row * 3 + column]! += value;
      total += value;
    });
  }
  if (total === 0) return undefined;
  const share = (cells: readonly number[]): number =>
    cells.reduce((sum, cell) => sum + ninths[cell]!, 0) / total;
  return PLACES.find(([, cells]) => share(cells) >= CONCENTRATED)?.[0];
}
