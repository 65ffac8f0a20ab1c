import type { Subject } from '../subject/subject.js';
import { shared } from './shared.js';

/** Where the frame cuts the subject. */
export interface Cut {
  /** Length of the subject's outline that is the frame itself, share of the outline, 0 to 1. */
  readonly share: number;
  /**
   * How much of the subject lies close to the side that has most of it: the mask in the two outermost lines of cells (its mean
   * times the length of the side) against the outline, 0 to 1; at the bottom two fifths of it.
   */
  readonly close: number;
  /** The side with the longest cut. */
  readonly side: 'left' | 'top' | 'right' | 'bottom';
  /** Middle and length of that cut along its side, in fractions. */
  readonly middle: number;
  readonly length: number;
}

/** What a cut at the bottom counts: people and animals are often shown from the waist up, and things stand on the ground. */
const BOTTOM = 0.4;

/** How far a cut on the opposite side takes back a cut: who is cut on both sides was brought close on purpose, or is a scene. */
const OPPOSITE = 0.3;

/**
 * How much of the subject's outline the frame makes: the mask along the frame against the outline of a round thing of the
 * same area and of the subject's box, whichever is longer.
 */
export const cut = shared(({ mask, box }: Subject): Cut => {
  const { columns, rows, values } = mask;
  let area = 0;
  for (const value of values) area += value;
  // In units of the picture's height, so that wide pictures count their length right.
  const aspect = columns / rows;
  const outline = Math.max(
    2 * Math.sqrt(Math.PI * (area / values.length) * aspect),
    // Of the box, four fifths: things are rounder than their boxes.
    1.6 * (box.width * aspect + box.height),
    1e-6,
  );
  const left = along('left', rows, (at) => values[at * columns]!, 1 / rows);
  const right = along('right', rows, (at) => values[at * columns + columns - 1]!, 1 / rows);
  const top = along('top', columns, (at) => values[at]!, aspect / columns);
  const bottom = along(
    'bottom',
    columns,
    (at) => values[(rows - 1) * columns + at]!,
    aspect / columns,
  );
  const total = oneSided(left.counted, right.counted) + oneSided(top.counted, bottom.counted);
  const worst = [left, top, right, bottom].reduce((most, side) =>
    side.counted > most.counted ? side : most,
  );
  const closest = Math.max(
    closeTo(rows, Math.min(2, columns), (at, line) => values[at * columns + line]!),
    closeTo(rows, Math.min(2, columns), (at, line) => values[at * columns + columns - 1 - line]!),
    aspect * closeTo(columns, Math.min(2, rows), (at, line) => values[line * columns + at]!),
    BOTTOM *
      aspect *
      closeTo(columns, Math.min(2, rows), (at, line) => values[(rows - 1 - line) * columns + at]!),
  );
  return {
    share: Math.min(1, total / outline),
    close: Math.min(1, closest / outline),
    side: worst.side,
    middle: worst.middle,
    length: worst.length,
  };
});

interface Side {
  readonly side: Cut['side'];
  /** Length of the cut in heights of the picture, as far as it counts. */
  readonly counted: number;
  readonly middle: number;
  readonly length: number;
}

function oneSided(a: number, b: number): number {
  return Math.max(a, b) - OPPOSITE * Math.min(a, b);
}

/** Mean of the cells in the outermost lines along a side. */
function closeTo(cells: number, lines: number, value: (at: number, line: number) => number) {
  let sum = 0;
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < cells; at++) sum += value(at, line);
  }
  return sum / (cells * lines);
}

function along(
  side: Cut['side'],
  cells: number,
  value: (at: number) => number,
  unit: number,
): Side {
  let sum = 0;
  let moment = 0;
  for (let at = 0; at < cells; at++) {
    // Half-belonging cells say little: squared.
    const weight = value(at) ** 2;
    sum += weight;
    moment += weight * (at + 0.5);
  }
  return {
    side,
    counted: sum * unit * (side === 'bottom' ? BOTTOM : 1),
    middle: sum > 0 ? moment / sum / cells : 0.5,
    length: sum / cells,
  };
}
