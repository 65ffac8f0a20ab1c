/**
 * The planes that measures of light, colour and layout share: small enough to be walked often.
 */
import type { Picture, Raster } from '../picture/picture.js';
import { LINEAR, LUMINANCE } from '../picture/operations/light.js';
import { shared } from './shared.js';

/** Longest side of {@link analysisRaster}, in pixels. */
export const ANALYSIS_SIDE = 512;

/**
 * The picture with its longest side at most {@link ANALYSIS_SIDE}: `picture.working` averaged over square boxes of whole
 * pixels (so between half that side and all of it, or the working raster itself where that is small enough).
 */
export const analysisRaster = shared((picture: Picture): Raster => {
  const { working } = picture;
  return averaged(
    working,
    Math.max(1, Math.ceil(Math.max(working.width, working.height) / ANALYSIS_SIDE)),
  );
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

/** A raster whose pixels are the means of `factor` × `factor` pixels; an incomplete last row or column is left out. */
function averaged(raster: Raster, factor: number): Raster {
  if (factor === 1) return raster;
  const across = Math.min(factor, raster.width);
  const down = Math.min(factor, raster.height);
  const width = Math.floor(raster.width / across);
  const height = Math.floor(raster.height / down);
  const result = new Uint8Array(width * height * 3);
  const sums = new Uint32Array(width * 3);
  const area = across * down;
  const half = area >> 1;
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let y = row * down; y < (row + 1) * down; y++) {
      let at = y * raster.width * 3;
      for (let column = 0; column < sums.length; column += 3) {
        for (let x = 0; x < across; x++, at += 3) {
          sums[column]! += raster.data[at]!;
          sums[column + 1]! += raster.data[at + 1]!;
          sums[column + 2]! += raster.data[at + 2]!;
        }
      }
    }
    const start = row * sums.length;
    for (let column = 0; column < sums.length; column++) {
      result[start + column] = (sums[column]! + half) / area;
    }
  }
  return { data: result, width, height };
}
