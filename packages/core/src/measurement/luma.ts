/**
 * Gamma-encoded lightness planes: detail is judged on the samples as they are shown and stored.
 */
import type { Picture, Raster, Tile } from '../picture/picture.js';
import { analysisRaster } from './analysis.js';
import { shared } from './shared.js';

/** One value for each pixel, row by row. */
export interface Plane {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Y' of ITU-R BT.601, 0 to 255: the plane that JPEG compresses, so that its traces stay exact. */
export function luma(raster: Raster): Plane {
  const { data, width, height } = raster;
  const plane = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < plane.length; pixel++, at += 3) {
    plane[pixel] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  }
  return { data: plane, width, height };
}

/** Full-size samples that are enough to judge detail by. */
const ENOUGH = 170_000;

/** The tiles that full-size measures look at: where all tiles together are more than enough, the middle rows of each (no copy). */
export const detailTiles = shared((tiles: readonly Tile[]): readonly Tile[] => {
  let samples = 0;
  for (const { raster } of tiles) samples += raster.width * raster.height;
  if (samples <= ENOUGH) return tiles;
  return tiles.map(({ x, y, raster: { data, width, height } }) => {
    const rows = Math.max(1, Math.round((height * ENOUGH) / samples));
    const top = (height - rows) >> 1;
    return {
      x,
      y: y + top,
      raster: {
        data: data.subarray(top * width * 3, (top + rows) * width * 3),
        width,
        height: rows,
      },
    };
  });
});

/** {@link luma} of a full-size tile. */
export const tileLuma = shared((tile: Tile): Plane => luma(tile.raster));

/** {@link luma} of the analysis raster. */
export const analysisLuma = shared((picture: Picture): Plane => luma(analysisRaster(picture)));

/** The plane at half the size: means of 2 × 2 pixels; an odd last row or column is left out. */
export function halved(plane: Plane): Plane {
  const width = plane.width >> 1;
  const height = plane.height >> 1;
  const { data } = plane;
  const result = new Float32Array(width * height);
  for (let row = 0, to = 0; row < height; row++) {
    let above = row * 2 * plane.width;
    let below = above + plane.width;
    for (let column = 0; column < width; column++, to++, above += 2, below += 2) {
      result[to] = 0.25 * (data[above]! + data[above + 1]! + data[below]! + data[below + 1]!);
    }
  }
  return { data: result, width, height };
}
