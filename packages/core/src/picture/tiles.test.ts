import { describe, expect, it } from 'vitest';
import type { Raster } from './picture.js';
import { chooseTiles, tileGrid } from './tiles.js';

function raster(width: number, height: number, value: (x: number, y: number) => number): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      data.fill(value(x, y), (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
  return { data, width, height };
}

const overlap = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < 192 && Math.abs(a.y - b.y) < 192;

describe('tileGrid', () => {
  it.each([
    [4000, 3000, 4, 3],
    [3000, 4000, 3, 4],
    [9000, 3000, 6, 2],
    [3000, 9000, 2, 6],
    [200, 100, 2, 1],
    [5, 5, 1, 1],
  ])('%i × %i → %i × %i', (width, height, columns, rows) => {
    expect(tileGrid(width, height)).toEqual({ columns, rows });
  });
});

describe('chooseTiles', () => {
  it('finds the detail in each cell and the flat places outside it', () => {
    // Full size 4000 × 3000; a patch of stripes in the middle of every cell, 250 full-size pixels wide.
    const working = raster(1000, 750, (x, y) => {
      const inPatch = Math.abs((x % 250) - 125) < 32 && Math.abs((y % 250) - 125) < 32;
      return inPatch && x % 4 < 2 ? 180 : 100;
    });
    const boxes = chooseTiles(4000, 3000, working, false);
    expect(boxes).toHaveLength(14);
    boxes.slice(0, 12).forEach((box, index) => {
      const [centreX, centreY] = [500 + 1000 * (index % 4), 500 + 1000 * Math.floor(index / 4)];
      expect(Math.abs(box.x + 96 - centreX)).toBeLessThanOrEqual(64);
      expect(Math.abs(box.y + 96 - centreY)).toBeLessThanOrEqual(64);
    });
    const [first, second] = boxes.slice(12) as [(typeof boxes)[0], (typeof boxes)[0]];
    for (const flat of [first, second]) {
      const [dx, dy] = [((flat.x + 96) % 1000) - 500, ((flat.y + 96) % 1000) - 500];
      expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeGreaterThan(190);
    }
    expect(overlap(first, second)).toBe(false);
  });

  it('calls no clipped place flat where another is to be had', () => {
    // A blown-out sky above, faint noise below.
    const working = raster(1000, 750, (x, y) => (y < 500 ? 255 : 120 + ((x * 7 + y * 13) % 3)));
    for (const box of chooseTiles(4000, 3000, working, false).slice(12))
      expect(box.y).toBeGreaterThanOrEqual(1990);
    const white = raster(1000, 750, () => 255);
    expect(chooseTiles(4000, 3000, white, false)).toHaveLength(14);
  });

  it('keeps the tiles of a row of cells in one band where it must', () => {
    const working = raster(1024, 341, (x, y) => (x * x * 31 + y * y * 17) % 251);
    const boxes = chooseTiles(30_000, 10_000, working, true);
    expect(boxes).toHaveLength(14);
    expect(new Set(boxes.map((box) => box.y)).size).toBe(2);
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(30_000);
      expect(box.y + box.height).toBeLessThanOrEqual(10_000);
    }
  });

  it('covers small pictures with their cells', () => {
    const boxes = chooseTiles(
      320,
      240,
      raster(320, 240, (x, y) => (x ^ y) & 255),
      false,
    );
    // 3 × 2 cells of at least 96 pixels, then two flat ones.
    expect(boxes).toHaveLength(8);
    expect(boxes.slice(0, 6).reduce((sum, box) => sum + box.width * box.height, 0)).toBe(320 * 240);
    expect(
      chooseTiles(
        1,
        1,
        raster(1, 1, () => 9),
        false,
      ),
    ).toEqual([0, 1, 2].map(() => ({ x: 0, y: 0, width: 1, height: 1 })));
  });
});
