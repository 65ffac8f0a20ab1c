/** Pictures whose sharpness is known because they are drawn, and blurs made without the code under test. */
import { openPicture } from '../src/picture/index.js';
import type { Picture, Raster } from '../src/picture/picture.js';
import { seededBy } from '../src/protocol/random.js';

/**
 * Grey discs of many sizes that cover each other (dead leaves, Matheron 1968): the statistics of natural pictures, all edges
 * sharp. Lightness from 50 to 205, so that nothing clips.
 */
export function leaves(width: number, height: number, seed: number): Raster {
  const random = seededBy(seed);
  const data = new Uint8Array(width * height * 3).fill(128);
  for (let disc = 0; disc < 220; disc++) {
    const radius = 9 * (1 / (0.02 + 0.98 * random())) ** 0.8;
    const x = random() * width;
    const y = random() * height;
    const grey = 50 + 155 * random();
    for (let row = Math.max(0, Math.floor(y - radius)); row < Math.min(height, y + radius); row++) {
      for (
        let column = Math.max(0, Math.floor(x - radius));
        column < Math.min(width, x + radius);
        column++
      ) {
        // How much of the pixel the disc covers.
        const share = Math.min(
          1,
          Math.max(0, radius - Math.hypot(column + 0.5 - x, row + 0.5 - y) + 0.5),
        );
        const at = (row * width + column) * 3;
        data.fill(Math.round(data[at]! + share * (grey - data[at]!)), at, at + 3);
      }
    }
  }
  return { data, width, height };
}

/** Mean of the samples at these offsets, the border going on outside: any blur, written out. */
export function spread(
  { data, width, height }: Raster,
  offsets: readonly { x: number; y: number; weight: number }[],
): Raster {
  const result = new Uint8Array(data.length);
  const total = offsets.reduce((sum, { weight }) => sum + weight, 0);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (const { x, y, weight } of offsets) {
        const from =
          Math.min(height - 1, Math.max(0, row + y)) * width +
          Math.min(width - 1, Math.max(0, column + x));
        sum += weight * data[from * 3]!;
      }
      const at = (row * width + column) * 3;
      result.fill(Math.round(sum / total), at, at + 3);
    }
  }
  return { data: result, width, height };
}

/** A Gaussian, along rows and then along columns. */
export function gaussian(raster: Raster, sigma: number): Raster {
  const reach = Math.ceil(4 * sigma);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, index) => ({
    at: index - reach,
    weight: Math.exp(-((index - reach) ** 2) / (2 * sigma * sigma)),
  }));
  const along = spread(
    raster,
    taps.map(({ at, weight }) => ({ x: at, y: 0, weight })),
  );
  return spread(
    along,
    taps.map(({ at, weight }) => ({ x: 0, y: at, weight })),
  );
}

/** Adds to every sample a number of its own. */
export function added({ data, width, height }: Raster, number: () => number): Raster {
  return {
    data: data.map((sample) => Math.min(255, Math.max(0, Math.round(sample + number())))),
    width,
    height,
  };
}

/** A standard normal deviate: twelve uniform ones less their mean. */
export function normal(random: () => number): number {
  let sum = -6;
  for (let part = 0; part < 12; part++) sum += random();
  return sum;
}

/** The picture that the engine would see. */
export async function seen(raster: Raster): Promise<Picture> {
  return openPicture({
    kind: 'pixels',
    data: raster.data,
    width: raster.width,
    height: raster.height,
    channels: 3,
    colourSpace: 'srgb',
  });
}
