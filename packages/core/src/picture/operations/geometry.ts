/** Edits that move the frame: rotate, straighten, crop, shift. None of them keeps samples of the old border or invents new ones. */
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

/**
 * How upright lines run together: the reciprocal of the distance, in sides of pixels, from the middle of the picture to where they meet, above
 * where positive. Lines at the left and at the right edge, `degrees` apart, meet at (width / 2) / tan(degrees / 2).
 */
function convergenceOf(width: number, degrees: number): number {
  return Math.tan((degrees * Math.PI) / 360) / (width / 2);
}

/** The size in whole pixels of what {@link straightenAndCrop} gives. */
export function straightenedSize(
  width: number,
  height: number,
  degrees: number,
): { width: number; height: number } {
  // In the narrowest row of the source, |x| / (1 − |k|·y) must stay within width / 2 for y = height / 2 of the new frame.
  const scale = 1 / (1 + (Math.abs(convergenceOf(width, degrees)) * height) / 2);
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}

/**
 * Makes upright lines parallel that converge as a tipped camera makes them (keystone), and crops to the largest frame of the same aspect
 * ratio. The projective map (x, y) → (x, y) / (1 + k·y) sends the point where the lines meet to infinity; each new row comes from one row
 * of the source, so that both directions are interpolated apart (Catmull and Rom).
 *
 * @param degrees angle between lines at the left and at the right edge, positive where they meet above; within ±30
 */
export function straightenAndCrop<Data extends Samples>(
  raster: Raster<Data>,
  degrees: number,
): Raster<Data> {
  if (!(Math.abs(degrees) <= 30)) {
    throw new RangeError(`Expected degrees from -30 to 30 but received ${String(degrees)}`);
  }
  if (degrees === 0) return raster;
  const { data, width, height } = raster;
  const k = convergenceOf(width, degrees);
  const size = straightenedSize(width, height, degrees);
  const result = roomFor(data, size.width * size.height * 3);
  const most = data instanceof Uint16Array ? 65535 : 255;
  const row = new Float32Array(width * 3);
  for (let y = 0; y < size.height; y++) {
    const down = y + 0.5 - size.height / 2;
    const widening = 1 / (1 - k * down);
    blendRows(raster, down * widening + height / 2 - 0.5, row);
    for (let x = 0; x < size.width; x++) {
      const at = (x + 0.5 - size.width / 2) * widening + width / 2 - 0.5;
      const first = Math.floor(at);
      const weights = catmullRom(at - first);
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let tap = 0; tap < 4; tap++) {
          sum += weights[tap]! * row[within(first + tap - 1, width) * 3 + channel]!;
        }
        result[(y * size.width + x) * 3 + channel] = Math.min(most, Math.max(0, Math.round(sum)));
      }
    }
  }
  return { data: result, ...size };
}

/** A row of a raster at any height, between its own. */
function blendRows({ data, width, height }: Raster<Samples>, at: number, row: Float32Array): void {
  const first = Math.floor(at);
  const weights = catmullRom(at - first);
  row.fill(0);
  for (let tap = 0; tap < 4; tap++) {
    const start = within(first + tap - 1, height) * width * 3;
    for (let index = 0; index < row.length; index++) {
      row[index]! += weights[tap]! * data[start + index]!;
    }
  }
}

function within(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

/** Weights of four neighbours for a place a share of the way from the second to the third (Catmull and Rom 1974). */
function catmullRom(share: number): readonly [number, number, number, number] {
  const square = share * share;
  const cube = square * share;
  return [
    (-cube + 2 * square - share) / 2,
    (3 * cube - 5 * square + 2) / 2,
    (-3 * cube + 4 * square + share) / 2,
    (cube - square) / 2,
  ];
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
