import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../test/drawn-scene.js';
import { crop, inscribedScale, rotateAndCrop, shiftFrame, straightenAndCrop } from './geometry.js';

describe('inscribedScale', () => {
  it('is 1 for no turn and what the drawing-board says for 45° and 10°', () => {
    expect(inscribedScale(300, 200, 0)).toBe(1);
    // A square turned by 45° holds an upright square of 1/√2 of its side.
    expect(inscribedScale(100, 100, 45)).toBeCloseTo(Math.SQRT1_2, 6);
    // 3:2 by 10°: the height binds: 200 / (300 · .17365 + 200 · .98481) = .8032.
    expect(inscribedScale(300, 200, -10)).toBeCloseTo(0.8032, 3);
  });
});

describe('rotateAndCrop', () => {
  it('shows no corner from outside the picture', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.integer({ min: 40, max: 160 }),
        fc.integer({ min: 40, max: 160 }),
        async (degrees, width, height) => {
          const turned = await rotateAndCrop(
            draw(width, height, () => 1),
            degrees,
          );
          expect(turned.data.every((value) => value >= 253)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('lowers the right side for positive degrees', async () => {
    const sea = draw(200, 120, (_, y) => (y > 60 ? 0 : 1));
    const { data, width, height } = await rotateAndCrop(sea, 6);
    const surface = (column: number): number => {
      let row = 0;
      while (row < height - 1 && data[(row * width + column) * 3]! > 128) row++;
      return row;
    };
    const fall = (surface(width - 6) - surface(5)) / (width - 11);
    // tan 6° = .105, give or take a pixel of 170.
    expect(Math.abs(fall - 0.105)).toBeLessThan(0.012);
  });

  it('refuses turns of more than 45°', async () => {
    await expect(
      rotateAndCrop(
        draw(4, 4, () => 1),
        90,
      ),
    ).rejects.toThrow(/-45 to 45/);
  });
});

describe('straightenAndCrop', () => {
  /** Stripes that all meet in one point, which lies above for positive degrees. */
  const fan = (degrees: number, width = 240, height = 160) => {
    const distance = width / 2 / Math.tan((degrees * Math.PI) / 360);
    return draw(width, height, (x, y) => {
      const spread = (distance + (y - height / 2)) / distance;
      return 0.5 + 0.4 * Math.sin(((x - width / 2) / spread) * 0.35);
    });
  };

  it.each([12, -12, 5, 24])('makes stripes that run together by %i° parallel', (degrees) => {
    const { data, width, height } = straightenAndCrop(fan(degrees), degrees);
    let most = 0;
    for (let column = 2; column < width - 2; column++) {
      const at = (row: number): number => data[(row * width + column) * 3]!;
      most = Math.max(most, Math.abs(at(2) - at(height - 3)));
    }
    // Of 204 between the brightest and the darkest.
    expect(most).toBeLessThan(14);
    expect(width / height).toBeCloseTo(1.5, 1);
    expect(width).toBeGreaterThan(190);
  });

  it('shows nothing from outside the picture, and keeps what is plain', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.integer({ min: 8, max: 120 }),
        fc.integer({ min: 8, max: 120 }),
        (degrees, width, height) => {
          const plain = straightenAndCrop(
            draw(width, height, () => 1),
            degrees,
          );
          expect(plain.data.every((value) => value === 255)).toBe(true);
          expect(plain.width).toBeLessThanOrEqual(width);
          expect(plain.height).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('refuses more than 30°', () => {
    const dot = draw(4, 4, () => 1);
    expect(() => straightenAndCrop(dot, 31)).toThrow(/-30 to 30/);
  });
});

describe('crop', () => {
  it('keeps the samples of the frame', () => {
    const steps = draw(10, 4, (x) => (10 * Math.floor(x)) / 255);
    const cut = crop(steps, { x: 0.5, y: 0.25, width: 0.3, height: 0.5 });
    expect([cut.width, cut.height]).toEqual([3, 2]);
    expect([cut.data[0], cut.data[3], cut.data[6]]).toEqual([50, 60, 70]);
  });

  it('gives at least one pixel and never leaves the picture', () => {
    const edge = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(edge, edge, edge, edge, (x, y, width, height) => {
        const cut = crop(
          draw(7, 5, () => 0.5),
          { x, y, width, height },
        );
        expect(cut.width).toBeGreaterThan(0);
        expect(cut.height).toBeGreaterThan(0);
        expect(cut.data.every((value) => value === 128)).toBe(true);
      }),
    );
  });
});

describe('shiftFrame', () => {
  it('moves the point by the stated share of the new width and keeps its height', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.35, max: 0.65, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        (x, y, shift) => {
          const frame = shiftFrame(x, y, shift);
          if (frame === undefined) return;
          expect((x - frame.x) / frame.width).toBeCloseTo(x + shift, 6);
          expect((y - frame.y) / frame.height).toBeCloseTo(y, 6);
          expect(frame.x + frame.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(frame.y + frame.height).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('has no frame where the point would leave it', () => {
    expect(shiftFrame(0.2, 0.5, -0.3)).toBeUndefined();
  });
});
