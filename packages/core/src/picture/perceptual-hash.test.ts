import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPicture } from './open-picture.js';
import { NEAR_DUPLICATE_BITS, perceptualDistance, perceptualHash } from './perceptual-hash.js';
import type { Raster } from './picture.js';

const PHOTOS = fileURLToPath(new URL('../../../../examples/photos/', import.meta.url));
const NAMES = readdirSync(PHOTOS).filter((name) => /\.(?:jpg|png)$/u.test(name));

async function hashOf(bytes: Uint8Array): Promise<string> {
  return perceptualHash((await openPicture({ kind: 'bytes', bytes })).working);
}

/** Each sample of a picture, made so many stops brighter in light, not in code values. */
async function exposed(bytes: Uint8Array, stops: number): Promise<Buffer> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const curve = Uint8Array.from({ length: 256 }, (_, code) => {
    const value = code / 255;
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const more = Math.min(1, light * 2 ** stops);
    return 255 * (more <= 0.0031308 ? 12.92 * more : 1.055 * more ** (1 / 2.4) - 0.055);
  });
  const { width, height, channels } = info;
  return sharp(
    data.map((code) => curve[code]!),
    { raw: { width, height, channels } },
  )
    .jpeg({ quality: 90 })
    .toBuffer();
}

const COPIES: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  '300 pixels wide': (bytes) => sharp(bytes).resize({ width: 300 }).png().toBuffer(),
  'saved as JPEG 50': (bytes) => sharp(bytes).jpeg({ quality: 50 }).toBuffer(),
  'saved as WebP 70': (bytes) => sharp(bytes).webp({ quality: 70 }).toBuffer(),
  'a third of a stop brighter': (bytes) => exposed(bytes, 0.3),
  'a third of a stop darker': (bytes) => exposed(bytes, -0.3),
  'in Display P3': (bytes) => sharp(bytes).withIccProfile('p3').jpeg({ quality: 92 }).toBuffer(),
  'turned by EXIF': async (bytes) =>
    sharp(await sharp(bytes).rotate(90).png().toBuffer())
      .withMetadata({ orientation: 8 })
      .jpeg({ quality: 92 })
      .toBuffer(),
};

describe('the perceptual hash of the sample photographs', () => {
  const originals = new Map<string, { readonly bytes: Buffer; readonly hash: string }>();
  beforeAll(async () => {
    for (const name of NAMES) {
      const bytes = await sharp(readFileSync(PHOTOS + name))
        .flatten({ background: 'white' })
        .toColourspace('srgb')
        .png()
        .toBuffer();
      originals.set(name, { bytes, hash: await hashOf(bytes) });
    }
  });

  it.each(Object.keys(COPIES))('knows each one again, %s', async (copy) => {
    for (const [name, { bytes, hash }] of originals) {
      const again = await hashOf(await COPIES[copy]!(bytes));
      expect(perceptualDistance(hash, again), name).toBeLessThanOrEqual(NEAR_DUPLICATE_BITS);
    }
  });

  it('tells them apart, and a mirrored one from its original', async () => {
    const all = [...originals];
    for (const [index, [name, { bytes, hash }]] of all.entries()) {
      for (const [other, { hash: another }] of all.slice(index + 1)) {
        expect(perceptualDistance(hash, another), `${name}, ${other}`).toBeGreaterThan(
          NEAR_DUPLICATE_BITS,
        );
      }
      const mirrored = await hashOf(await sharp(bytes).flop().png().toBuffer());
      expect(perceptualDistance(hash, mirrored), name).toBeGreaterThan(NEAR_DUPLICATE_BITS);
    }
  });
});

describe('a perceptual hash', () => {
  const plain = (width: number, height: number, value: number): Raster => ({
    data: new Uint8Array(width * height * 3).fill(value),
    width,
    height,
  });

  it('is there for any picture, however small', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 70 }),
        fc.nat(),
        (width, height, seed) => {
          const data = Uint8Array.from(
            { length: width * height * 3 },
            (_, index) => ((index + seed) * 2654435761) >>> 24,
          );
          expect(perceptualHash({ data, width, height })).toMatch(/^[0-9a-f]{16}$/u);
        },
      ),
    );
  });

  it('holds the coefficients that a transform by the book has', () => {
    // Brightness falls from left to right as the first cosine across does: only that frequency, and the mean, are above the median.
    const data = new Uint8Array(32 * 32 * 3);
    for (let index = 0; index < 32 * 32; index++) {
      const value = 128 + 100 * Math.cos((Math.PI * (2 * (index % 32) + 1)) / 64);
      data.fill(Math.round(value), index * 3, index * 3 + 3);
    }
    expect(perceptualHash({ data, width: 32, height: 32 }).slice(0, 1)).toBe('c');
    // And down: the first of the second row of coefficients.
    const turned = new Uint8Array(data.length);
    for (let y = 0; y < 32; y++)
      for (let x = 0; x < 32; x++)
        turned.fill(data[(x * 32 + y) * 3]!, (y * 32 + x) * 3, (y * 32 + x) * 3 + 3);
    const down = perceptualHash({ data: turned, width: 32, height: 32 });
    expect(down.slice(0, 1) + down.slice(2, 3)).toBe('88');
  });

  it('is one for plain pictures of any colour', () => {
    const hashes = [1, 77, 128, 255].map((value) => perceptualHash(plain(640, 480, value)));
    expect(new Set(hashes)).toEqual(new Set(['8000000000000000']));
  });

  it('differs from another by the bits that they do not share', () => {
    expect(perceptualDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(perceptualDistance('8000000000000001', '0000000000000003')).toBe(2);
    const hash = fc
      .bigInt({ min: 0n, max: 2n ** 64n - 1n })
      .map((bits) => bits.toString(16).padStart(16, '0'));
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        expect(perceptualDistance(a, b)).toBe(perceptualDistance(b, a));
        expect(perceptualDistance(a, a)).toBe(0);
      }),
    );
  });
});
