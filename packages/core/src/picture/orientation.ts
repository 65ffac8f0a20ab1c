import { roomFor } from './operations/samples.js';
import type { Raster, Samples } from './picture.js';

/**
 * How the stored rows of a picture lie in the upright one: the EXIF orientation (Exif 2.3, tag 0x0112), 1 to 8.
 * Everything else counts as 1, upright.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export function orientationOf(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8
    ? (value as Orientation)
    : 1;
}

/** Whether width and height change places. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** Turns a stored raster upright. */
export function upright<Data extends Samples>(
  raster: Raster<Data>,
  orientation: Orientation,
): Raster<Data> {
  if (orientation === 1) return raster;
  const { data, width: storedWidth, height: storedHeight } = raster;
  const swapped = swapsSides(orientation);
  const width = swapped ? storedHeight : storedWidth;
  const height = swapped ? storedWidth : storedHeight;
  const out = roomFor(data);
  // Where the upright origin lies in the stored samples, and how far a step to the right and a step down go there.
  const [start, right, down] = strides(orientation, storedWidth, storedHeight);
  let to = 0;
  for (let y = 0; y < height; y++) {
    let from = (start + y * down) * 3;
    for (let x = 0; x < width; x++) {
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
      to += 3;
      from += right * 3;
    }
  }
  return { data: out, width, height };
}

/** In pixels: index of the stored pixel that comes first upright, step to the right, step down. */
function strides(
  orientation: Orientation,
  width: number,
  height: number,
): readonly [number, number, number] {
  const last = width * height - 1;
  switch (orientation) {
    case 1:
      return [0, 1, width];
    case 2: // mirrored left to right
      return [width - 1, -1, width];
    case 3: // turned by 180°
      return [last, -1, -width];
    case 4: // mirrored top to bottom
      return [last - width + 1, 1, -width];
    case 5: // mirrored along the diagonal from top left
      return [0, width, 1];
    case 6: // to be turned by 90° clockwise
      return [last - width + 1, -width, 1];
    case 7: // mirrored along the other diagonal
      return [last, -width, -1];
    case 8: // to be turned by 90° anticlockwise
      return [width - 1, width, -1];
  }
}

/** A box in pixels. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a box of the stored picture (`width` × `height`) lies in the upright one. */
export function uprightBox(
  box: PixelBox,
  orientation: Orientation,
  width: number,
  height: number,
): PixelBox {
  const fromRight = width - box.x - box.width;
  const fromBottom = height - box.y - box.height;
  const [x, y] = (
    {
      1: [box.x, box.y],
      2: [fromRight, box.y],
      3: [fromRight, fromBottom],
      4: [box.x, fromBottom],
      5: [box.y, box.x],
      6: [fromBottom, box.x],
      7: [fromBottom, fromRight],
      8: [box.y, fromRight],
    } as const
  )[orientation];
  return swapsSides(orientation)
    ? { x, y, width: box.height, height: box.width }
    : { x, y, width: box.width, height: box.height };
}

/** The orientation that takes an upright box back to the stored picture. */
export function inverse(orientation: Orientation): Orientation {
  return orientation === 6 ? 8 : orientation === 8 ? 6 : orientation;
}
