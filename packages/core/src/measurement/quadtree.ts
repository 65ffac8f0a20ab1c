/** A page as a quadtree: halved both ways wherever it is not plain. */
import type { Picture } from '../picture/picture.js';
import { pageLab } from './page.js';
import { shared } from './shared.js';

/** Deviation of lightness (0 to 100) from which a part is divided, and the side, in pixels, below which it is not. */
const PLAIN = 5;
const LEAST = 8;

/** How even the parts of the page lie about its middle. */
export interface Balance {
  /** The lighter of left and right half over the heavier, by leaves of the tree, 0 to 1. */
  readonly sides: number;
  /** The same of the upper and the lower half. */
  readonly ends: number;
  /** Leaves of the tree. */
  readonly leaves: number;
  /** Whether the right and the lower half are the heavier. */
  readonly right: boolean;
  readonly below: boolean;
}

/** Zheng, Chakraborty, Lin and Rauschenberger 2009: what is rich in detail falls into many leaves, so that leaves weigh. */
export const quadtreeBalance = shared((picture: Picture): Balance => {
  const { data, width, height } = pageLab(picture).lightness;
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  const squares = new Float64Array(stride * (height + 1));
  for (let row = 0; row < height; row++) {
    let sum = 0;
    let square = 0;
    for (let column = 0; column < width; column++) {
      const value = data[row * width + column]!;
      sum += value;
      square += value * value;
      const to = (row + 1) * stride + column + 1;
      sums[to] = sums[to - stride]! + sum;
      squares[to] = squares[to - stride]! + square;
    }
  }
  const within = (table: Float64Array, left: number, top: number, right: number, bottom: number) =>
    table[bottom * stride + right]! -
    table[bottom * stride + left]! -
    table[top * stride + right]! +
    table[top * stride + left]!;
  const counts = { left: 0, right: 0, top: 0, bottom: 0, all: 0 };
  const visit = (left: number, top: number, right: number, bottom: number): void => {
    const area = (right - left) * (bottom - top);
    const mean = within(sums, left, top, right, bottom) / area;
    const variance = within(squares, left, top, right, bottom) / area - mean * mean;
    if (variance > PLAIN * PLAIN && Math.min(right - left, bottom - top) >= 2 * LEAST) {
      const across = (left + right) / 2;
      const down = (top + bottom) / 2;
      // Halves that meet within a pixel both take it, so that a page and its mirror image fall into the same leaves.
      visit(left, top, Math.ceil(across), Math.ceil(down));
      visit(Math.floor(across), top, right, Math.ceil(down));
      visit(left, Math.floor(down), Math.ceil(across), bottom);
      visit(Math.floor(across), Math.floor(down), right, bottom);
      return;
    }
    counts.all++;
    const across = Math.sign(left + right - width);
    const down = Math.sign(top + bottom - height);
    counts.left += (1 - across) / 2;
    counts.right += (1 + across) / 2;
    counts.top += (1 - down) / 2;
    counts.bottom += (1 + down) / 2;
  };
  visit(0, 0, width, height);
  const even = (one: number, other: number): number => Math.min(one, other) / Math.max(one, other);
  return {
    sides: even(counts.left, counts.right),
    ends: even(counts.top, counts.bottom),
    leaves: counts.all,
    right: counts.right > counts.left,
    below: counts.bottom > counts.top,
  };
});
