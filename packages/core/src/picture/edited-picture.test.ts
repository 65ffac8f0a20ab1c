/** What the engine sees of an edited picture, held against opening the picture that was edited at full size. */
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { editedPicture } from './edited-picture.js';
import { openPicture } from './open-picture.js';
import { applyEdits, type Edit } from './operations/edit.js';
import { cutBox } from './operations/geometry.js';
import type { Picture, Raster, Tile } from './picture.js';

const FILE = path.resolve(import.meta.dirname, '../../../../examples/photos/mountain-path.jpg');

let full: Raster;
let picture: Picture;
beforeAll(async () => {
  const { data, info } = await sharp(FILE)
    .resize(1800)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  full = { data, width: info.width, height: info.height };
  picture = await opened(full);
});

function opened({ data, width, height }: Raster): Promise<Picture> {
  return openPicture({ kind: 'pixels', data, width, height, channels: 3, colourSpace: 'srgb' });
}

/** Mean difference of samples, of 255. */
function difference(a: Raster, b: Raster): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let sum = 0;
  for (let at = 0; at < a.data.length; at++) sum += Math.abs(a.data[at]! - b.data[at]!);
  return sum / a.data.length;
}

function tilesOf({ tiles }: Picture): readonly Tile[] {
  if (!Array.isArray(tiles)) throw new Error('no tiles');
  return tiles as readonly Tile[];
}

/** The part of the full picture that a tile shows. */
function cutOf(full: Raster, { x, y, raster: { width, height } }: Tile): Raster {
  return cutBox(full, { x, y, width, height });
}

const WITHIN: readonly Edit[] = [
  { operation: 'expose', ev: 0.7 },
  { operation: 'contrast', factor: 1.4 },
  { operation: 'dehaze', transmission: 0.7 },
  { operation: 'shadows', ev: 1 },
  { operation: 'highlights', ev: -0.8 },
  { operation: 'saturate', factor: 0.5 },
  { operation: 'vibrance', amount: 0.5 },
  { operation: 'warm', ratio: 1.3 },
  { operation: 'tint', ratio: 0.8 },
  { operation: 'vignette', stops: -1 },
];

describe('an edited picture', () => {
  it.each(WITHIN)('after $operation is what opening the edited one gives', async (edit) => {
    const edited = await editedPicture(picture, edit);
    const whole = await applyEdits(full, [edit]);
    const reopened = await opened(whole);
    expect(difference(edited.working, reopened.working)).toBeLessThan(1.5);
    expect(difference(edited.small, reopened.small)).toBeLessThan(1.5);
    for (const tile of tilesOf(edited)) {
      expect(difference(tile.raster, cutOf(whole, tile))).toBeLessThan(0.1);
    }
    expect(difference(edited.working, picture.working)).toBeGreaterThan(2);
  });

  it.each([
    { operation: 'denoise', sigma: 12 },
    { operation: 'unsharpMask', amount: -0.7, radius: 1.5 },
  ] as const)('after $operation is so at full size', async (edit) => {
    const edited = await editedPicture(picture, edit);
    const whole = await applyEdits(full, [edit]);
    for (const tile of tilesOf(edited)) {
      expect(difference(tile.raster, cutOf(whole, tile))).toBeLessThan(0.5);
    }
  });

  it.each([
    { operation: 'crop', x: 0.1, y: 0.05, width: 0.8, height: 0.8 },
    { operation: 'rotate', degrees: 5 },
    { operation: 'keystone', degrees: 8 },
  ] as const)('after $operation has the new frame, and tiles within it', async (edit) => {
    const edited = await editedPicture(picture, edit);
    const reopened = await opened(await applyEdits(full, [edit]));
    expect(Math.abs(edited.width - reopened.width)).toBeLessThan(5);
    expect(Math.abs(edited.height - reopened.height)).toBeLessThan(5);
    expect([edited.small.width, edited.small.height]).toEqual([
      reopened.small.width,
      reopened.small.height,
    ]);
    expect(difference(edited.small, reopened.small)).toBeLessThan(4);
    for (const { x, y, raster } of tilesOf(edited)) {
      expect(x + raster.width).toBeLessThanOrEqual(edited.width + 1);
      expect(y + raster.height).toBeLessThanOrEqual(edited.height + 1);
    }
  });

  it('leaves the picture as it is where the edit changes nothing, and never the picture itself', async () => {
    const before = picture.working.data.slice();
    for (const edit of [
      { operation: 'expose', ev: 0 },
      { operation: 'contrast', factor: 1 },
      { operation: 'dehaze', transmission: 1 },
      { operation: 'saturate', factor: 1 },
      { operation: 'vignette', stops: 0 },
      { operation: 'denoise', sigma: 0 },
      { operation: 'unsharpMask', amount: 0, radius: 1 },
      { operation: 'rotate', degrees: 0 },
      { operation: 'keystone', degrees: 0 },
      { operation: 'crop', x: 0, y: 0, width: 1, height: 1 },
    ] as const) {
      const same = await editedPicture(picture, edit);
      expect(difference(same.working, picture.working)).toBeLessThan(0.01);
    }
    await editedPicture(picture, { operation: 'expose', ev: 1 });
    expect(Buffer.compare(picture.working.data, before)).toBe(0);
  });
});
