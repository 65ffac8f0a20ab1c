/** Makes the set for the speed benchmark: twelve-megapixel JPEGs with the detail, and so the weight, of a camera's. */
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const { default: sharp } = await import(
  createRequire(new URL('../../packages/core/package.json', import.meta.url)).resolve('sharp')
);

const [WIDTH, HEIGHT] = [4000, 3000];

/**
 * Each photograph is enlarged to 12 megapixels; its own texture at original scale and a little sensor noise are laid
 * over it, since an enlargement alone would decode faster than a real file.
 *
 * @param from folder of photographs
 * @param into where the set is kept between runs
 * @returns paths of `count` files, each another picture
 */
export async function makePhotos(from, into, count) {
  const sources = (await readdir(from)).filter((name) => /\.(jpe?g|png)$/i.test(name)).sort();
  if (sources.length === 0) throw new Error(`${from} holds no photographs.`);
  await mkdir(into, { recursive: true });
  const paths = [];
  for (let index = 0; index < count; index++) {
    const path = join(into, `${String(index).padStart(3, '0')}.jpg`);
    paths.push(path);
    if (existsSync(path)) continue;
    const source = join(from, sources[index % sources.length]);
    await writeFile(`${path}.part`, await enlarge(source, index));
    await rename(`${path}.part`, path);
  }
  return paths;
}

async function enlarge(source, index) {
  const upright = await sharp(source)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .flop(index % 2 === 1)
    .toBuffer();
  const texture = await sharp(upright)
    .greyscale()
    .linear(0.35, 80)
    .extend({ background: '#7d7d7d' })
    .png()
    .toBuffer();
  return sharp(upright)
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .composite([
      { input: texture, tile: true, blend: 'soft-light' },
      {
        input: {
          create: {
            width: WIDTH,
            height: HEIGHT,
            channels: 3,
            noise: { type: 'gaussian', mean: 128, sigma: 24 },
          },
        },
        blend: 'soft-light',
      },
    ])
    .modulate({ brightness: 1 + (index % 7) / 100 })
    .jpeg({ quality: 92, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
