import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Evidence } from '../protocol/evidence.js';
import { openPicture } from './open-picture.js';
import type { Picture } from './picture.js';
import { previewOf } from './preview.js';

/** Twice as wide as high, mid-grey all over. */
async function grey(): Promise<Picture> {
  const data = new Uint8Array(800 * 400 * 3).fill(128);
  return openPicture({
    kind: 'pixels',
    ...{ data, width: 800, height: 400, channels: 3, colourSpace: 'srgb' },
  });
}

/** Red minus green at places given in fractions of the picture. */
async function rednessAt(jpeg: Uint8Array, places: readonly (readonly [number, number])[]) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => {
    const [column, row] = [Math.floor(x * info.width), Math.floor(y * info.height)];
    const at = (row * info.width + column) * 3;
    return data[at]! - data[at + 1]!;
  });
}

test('a preview is as long as is asked for, and no longer than the picture', async () => {
  const picture = await grey();
  const sizeAt = async (longestSide?: number) => {
    const jpeg = await previewOf(picture, [], longestSide === undefined ? {} : { longestSide });
    const { width, height } = await sharp(jpeg).metadata();
    return [width, height];
  };
  expect(await sizeAt(200)).toEqual([200, 100]);
  expect(await sizeAt()).toEqual([800, 400]);
  expect(await sizeAt(2000)).toEqual([800, 400]);
});

test('a box is drawn along its edges, a line where it runs, and a grid over its full cells', async () => {
  const picture = await grey();
  const drawn = (evidence: Evidence) =>
    previewOf(picture, [], { longestSide: 400, marks: [{ evidence: [evidence], colour: 'red' }] });

  const box = await drawn({ kind: 'box', x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
  const [edge, inside, outside] = await rednessAt(box, [
    [0.25, 0.5],
    [0.5, 0.5],
    [0.1, 0.5],
  ]);
  expect(edge).toBeGreaterThan(100);
  expect([inside, outside]).toEqual([0, 0]);

  const line = await drawn({ kind: 'line', x1: 0, y1: 0, x2: 1, y2: 1 });
  const [along, beside] = await rednessAt(line, [
    [0.5, 0.5],
    [0.5, 0.2],
  ]);
  expect(along).toBeGreaterThan(100);
  expect(beside).toBe(0);

  const grid = await drawn({ kind: 'grid', columns: 2, rows: 1, values: [0, 1] });
  const [empty, full] = await rednessAt(grid, [
    [0.2, 0.5],
    [0.8, 0.5],
  ]);
  expect(empty).toBe(0);
  expect(full).toBeGreaterThan(60);
});
