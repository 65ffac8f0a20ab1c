/** What edits need to know of how many bits a sample has, and the way of a raster through libvips, which knows it too. */
import sharp, { type Sharp } from 'sharp';
import type { Raster, Samples } from '../picture.js';

/** The sample of white. */
export function whiteOf(data: Samples): number {
  return data.BYTES_PER_ELEMENT === 1 ? 255 : 65_535;
}

/** Room for samples of the same depth, as many unless `length` says otherwise: a plain array, also where `data` is a Buffer. */
export function roomFor<Data extends Samples>(data: Data, length = data.length): Data {
  const room = whiteOf(data) === 255 ? new Uint8Array(length) : new Uint16Array(length);
  return room as Data;
}

/** A raster as libvips sees it. */
export function openRaster({ data, width, height }: Raster<Samples>): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}

/** What libvips has made, in samples as deep as those of `like`, the raster that it was made of. */
export async function readRaster<Data extends Samples>(
  image: Sharp,
  like: Data,
): Promise<Raster<Data>> {
  const { data, width, height } = await readSamples(image, whiteOf(like) > 255);
  return { data: data as Data, width, height };
}

/** The samples of RGB, or of RGB and alpha. */
export interface Interleaved {
  readonly data: Samples;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** What libvips has made, in samples of 8 bits or, where `deep`, of 16. */
export async function readSamples(image: Sharp, deep: boolean): Promise<Interleaved> {
  const { data, info } = await image
    .toColourspace(deep ? 'rgb16' : 'srgb')
    .raw({ depth: deep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { buffer, byteOffset, byteLength } = data;
  const { width, height, channels } = info;
  const samples = deep
    ? new Uint16Array(buffer, byteOffset, byteLength / 2)
    : new Uint8Array(buffer, byteOffset, byteLength);
  return { data: samples, width, height, channels };
}
