/** The contours of a page: where its lightness steps. */
import type { Picture } from '../picture/picture.js';
import { pageLab } from './page.js';
import { shared } from './shared.js';

export interface Contours {
  readonly width: number;
  readonly height: number;
  /** 1 on a contour, row by row. */
  readonly on: Uint8Array;
  /** Share of the page that they cover, 0 to 1. */
  readonly share: number;
}

/** Least step, in units of lightness (0 to 100) a pixel. */
const LEAST = 6;

/** Pixels where lightness changes most along its gradient, and by enough to be seen. */
export const contours = shared((picture: Picture): Contours => {
  const { data, width, height } = pageLab(picture).lightness;
  const steep = new Float32Array(data.length);
  const upright = new Uint8Array(data.length);
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1, at = row * width + 1; column < width - 1; column++, at++) {
      const x = (data[at + 1]! - data[at - 1]!) / 2;
      const y = (data[at + width]! - data[at - width]!) / 2;
      steep[at] = x * x + y * y;
      upright[at] = Number(Math.abs(x) >= Math.abs(y));
    }
  }
  const on = new Uint8Array(data.length);
  let count = 0;
  for (let at = width; at < data.length - width; at++) {
    const own = steep[at]!;
    if (own < LEAST * LEAST) continue;
    const beside = upright[at] === 1 ? 1 : width;
    if (own < steep[at - beside]! || own < steep[at + beside]!) continue;
    on[at] = 1;
    count++;
  }
  return { width, height, on, share: count / data.length };
});

/** How far a contour and its mirror image may lie apart, in pixels. */
const REACH = 2;

/**
 * How far the contours match their mirror image, left with right: the share that has its counterpart within {@link REACH} pixels, less what chance
 * gives contours of this density; 1 for a perfect mirror and for a page without any, 0 for none beyond chance.
 */
export const contourSymmetry = shared((picture: Picture): number => {
  const { width, height, on, share } = contours(picture);
  if (share === 0) return 1;
  const around = widened(on, width, height);
  let near = 0;
  let all = 0;
  let matched = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      near += around[at]!;
      if (on[at] === 0) continue;
      all++;
      matched += around[row * width + width - 1 - column]!;
    }
  }
  const chance = near / on.length;
  return chance === 1 ? 1 : Math.max(-1, (matched / all - chance) / (1 - chance));
});

/** Everything within {@link REACH} pixels, both ways. */
function widened(on: Uint8Array, width: number, height: number): Uint8Array {
  const across = new Uint8Array(on.length);
  const result = new Uint8Array(on.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (on[at] === 0) continue;
      const first = row * width + Math.max(0, column - REACH);
      across.fill(1, first, row * width + Math.min(width, column + REACH + 1));
    }
  }
  for (let row = 0; row < height; row++) {
    const last = Math.min(height - 1, row + REACH);
    for (let column = 0; column < width; column++) {
      for (let other = Math.max(0, row - REACH); other <= last; other++) {
        if (across[other * width + column] === 0) continue;
        result[row * width + column] = 1;
        break;
      }
    }
  }
  return result;
}
