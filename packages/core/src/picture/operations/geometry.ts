/** Edits that move the frame: rotate, crop, shift. None of them keeps samples of the old border or invents new ones. */
import type { PixelBox } from '../orientation.js';
import type { Raster, Samples } from '../picture.js';
import { openRaster, readRaster, roomFor } from './samples.js';

/** A rectangle in fractions of the picture, origin top left. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The largest upright rectangle of the same aspect ratio that fits into a `width` × `height` picture turned by `degrees`,
 * as a factor of both sides. A corner (w/2, h/2) of the rectangle, turned back, must stay inside the picture:
 * w·cos + h·sin ≤ width and w·sin + h·cos ≤ height.
 */
export function inscribedScale(width: number, height: number, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  return Math.min(
    width / (width * cosine + height * sine),
    height / (width * sine + height * cosine),
  );
}

/** The size in whole pixels of what {@link rotateAndCrop} gives. */
export function turnedSize(
  width: number,
  height: number,
  degrees: number,
): { width: number; height: number } {
  if (degrees === 0) return { width, height };
  // One sample less on each side: the outermost ring of the turned picture is mixed with the empty surround.
  const scale = inscribedScale(width, height, degrees);
  return {
    width: Math.max(1, Math.floor(width * scale) - 2),
    height: Math.max(1, Math.floor(height * scale) - 2),
  };
}

/**
 * Turns the picture and crops it to the largest upright rectangle of the same aspect ratio without empty corners.
 *
 * @param degrees clockwise, so that a level horizon becomes lower on the right; within ±45
 */
export async function rotateAndCrop<Data extends Samples>(
  raster: Raster<Data>,
  degrees: number,
): Promise<Raster<Data>> {
  if (!(Math.abs(degrees) <= 45)) {
    throw new RangeError(`Expected degrees from -45 to 45 but received ${String(degrees)}`);
  }
  if (degrees === 0) return raster;
  const angle = (degrees * Math.PI) / 180;
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const turned = await readRaster(
    openRaster(raster).affine([cosine, -sine, sine, cosine], { interpolator: 'bicubic' }),
    raster.data,
  );
  const { width, height } = turnedSize(raster.width, raster.height, degrees);
  return cutBox(turned, {
    x: Math.round((turned.width - width) / 2),
    y: Math.round((turned.height - height) / 2),
    width,
    height,
  });
}

/** Cuts a frame out of the picture. The frame is clipped to the picture and holds at least one pixel. */
export function crop<Data extends Samples>(raster: Raster<Data>, frame: Frame): Raster<Data> {
  return cutBox(raster, boxOf(frame, raster.width, raster.height));
}

/** The whole pixels of a `width` × `height` picture that {@link crop} keeps. */
export function boxOf(frame: Frame, width: number, height: number): PixelBox {
  const x = Math.min(width - 1, Math.max(0, Math.round(frame.x * width)));
  const y = Math.min(height - 1, Math.max(0, Math.round(frame.y * height)));
  const right = Math.min(width, Math.round((frame.x + frame.width) * width));
  const bottom = Math.min(height, Math.round((frame.y + frame.height) * height));
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

/**
 * The frame of the same aspect in which the point `x`, `y` appears `shift` of the frame's width further right (left where negative)
 * and at the same height. A strip of the width is lost on the side that the point moves to: from (x − c) / (1 − c) = x + shift
 * for a strip c on the left follows c = −shift / (1 − x − shift).
 *
 * @returns `undefined` where more than three fifths of the frame would be lost, or the point would leave it
 */
export function shiftFrame(x: number, y: number, shift: number): Frame | undefined {
  const target = x + shift;
  if (target <= 0 || target >= 1) return undefined;
  const lost = shift < 0 ? -shift / (1 - target) : shift / target;
  if (!(lost <= 0.6)) return undefined;
  return { x: shift < 0 ? lost : 0, y: lost * y, width: 1 - lost, height: 1 - lost };
}

/** Copies a box of pixels, which lies within the raster. */
export function cutBox<Data extends Samples>(
  raster: Raster<Data>,
  { x, y, width, height }: PixelBox,
): Raster<Data> {
  const data = roomFor(raster.data, width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * raster.width + x) * 3;
    data.set(raster.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { data, width, height };
}
