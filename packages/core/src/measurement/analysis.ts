/**
 * The planes that measures of light, colour and layout share: small enough to be walked often.
 */
import type { Picture, Raster } from '../picture/picture.js';
import { LINEAR, LUMINANCE } from '../picture/operations/light.js';
import { shared } from './shared.js';

/** Longest side of {@link analysisRaster}, in pixels. */
export const ANALYSIS_SIDE = 512;

/**
 * The picture with its longest side at most {@link ANALYSIS_SIDE}: `picture.working`, halved (by means of 2 × 2 pixels) as often as
 * that takes, which is once or not at all.
 */
export const analysisRaster = shared((picture: Picture): Raster => {
  let raster = picture.working;
  while (Math.max(raster.width, raster.height) > ANALYSIS_SIDE) raster = halved(raster);
  return raster;
});

/** Relative luminance in linear light, 0 to 1, of each pixel of {@link analysisRaster}, row by row. */
export const linearLuminance = shared((picture: Picture): Float32Array => {
  const { data, width, height } = analysisRaster(picture);
  const luminance = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < luminance.length; pixel++, at += 3) {
    luminance[pixel] = RED[data[at]!]! + GREEN[data[at + 1]!]! + BLUE[data[at + 2]!]!;
  }
  return luminance;
});

const RED = LINEAR.map((light) => light * LUMINANCE.red);
const GREEN = LINEAR.map((light) => light * LUMINANCE.green);
const BLUE = LINEAR.map((light) => light * LUMINANCE.blue);

/** A raster of half the width and height, of the means of 2 × 2 pixels; an odd last row or column is left out. */
function halved({ data, width, height }: Raster): Raster {
  const columns = Math.max(1, width >> 1);
  const rows = Math.max(1, height >> 1);
  const result = new Uint8Array(columns * rows * 3);
  // A side of one pixel stands for both of its halves.
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  const step = width > 1 ? 6 : 3;
  for (let row = 0, to = 0; row < rows; row++) {
    let at = row * 2 * below;
    for (let column = 0; column < columns; column++, at += step, to += 3) {
      const under = at + below;
      result[to] = (data[at]! + data[at + right]! + data[under]! + data[under + right]! + 2) >> 2;
      result[to + 1] =
        (data[at + 1]! + data[at + right + 1]! + data[under + 1]! + data[under + right + 1]! + 2) >>
        2;
      result[to + 2] =
        (data[at + 2]! + data[at + right + 2]! + data[under + 2]! + data[under + right + 2]! + 2) >>
        2;
    }
  }
  return { data: result, width: columns, height: rows };
}
