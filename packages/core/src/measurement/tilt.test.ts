import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, mirrored, pictureOf, type Drawing } from '../../test/drawn-scene.js';
import { levelLine } from './lines.js';
import { convergence, tilt } from './tilt.js';

/** A sea under a sky whose border falls to the right by `degrees`. */
function horizon(degrees: number): Drawing {
  const slope = Math.tan((degrees * Math.PI) / 180);
  return (x, y) => (y > 130 + slope * (x - 240) ? 0.25 : 0.75);
}

/** Posts on a plane of 300 × 200, turned by `degrees`; with `fan`, the left ones lean by half of it to the right and the right ones to the left. */
function posts(degrees: number, fan = 0): Drawing {
  const radian = Math.PI / 180;
  return (x, y) => {
    // A post that stands at `foot` on the middle row passes x = foot + lean · (100 − y): solved for the foot.
    const above = 100 - y;
    const foot = (x - radian * (degrees + fan / 2) * above) / (1 - (radian * fan * above) / 300);
    return ((foot % 40) + 40) % 40 < 12 ? 0.2 : 0.8;
  };
}

describe('tilt', () => {
  it.each([-7, -3, 0, 1.5, 3, 7])('reads a horizon at %s°', (degrees) => {
    const reading = tilt(pictureOf(draw(480, 320, horizon(degrees))));
    expect(Math.abs(reading.degrees - degrees)).toBeLessThan(0.3);
    expect(reading.confidence).toBeGreaterThan(0.5);
  });

  it.each([-4, 3])('reads posts that are turned by %s°', (degrees) => {
    const reading = tilt(pictureOf(draw(300, 200, posts(degrees))));
    expect(Math.abs(reading.degrees - degrees)).toBeLessThan(0.4);
  });

  it('changes its sign in a mirror', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.integer({ min: 40, max: 200 }),
        (degrees, height) => {
          const raster = draw(240, height, (x, y) => horizon(degrees)(x * 2, (y * 260) / height));
          const seen = tilt(pictureOf(raster)).degrees;
          expect(tilt(pictureOf(mirrored(raster))).degrees).toBeCloseTo(-seen, 1);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('knows nothing of a flat picture, and of one of a few pixels', () => {
    for (const [width, height] of [
      [480, 320],
      [1, 1],
      [9, 2],
    ] as const) {
      const { degrees, confidence } = tilt(pictureOf(draw(width, height, () => 0.5)));
      expect(degrees).toBe(0);
      expect(confidence).toBe(0);
    }
  });
});

describe('levelLine', () => {
  it('lies on the horizon', () => {
    const line = levelLine(pictureOf(draw(480, 320, horizon(3))), 3);
    if (line.kind !== 'line') throw new Error('not a line');
    // Of the drawing: y = 130 ∓ 240 · tan 3° = 117.4 at the left and 142.6 at the right, of 320.
    expect(line.y1).toBeCloseTo(117.4 / 320, 1);
    expect(line.y2).toBeCloseTo(142.6 / 320, 1);
    expect(line.y2).toBeGreaterThan(line.y1);
  });
});

describe('convergence', () => {
  it('reads parallel posts as 0 and a fan by its angle', () => {
    expect(Math.abs(convergence(pictureOf(draw(300, 200, posts(0)))).degrees)).toBeLessThan(0.5);
    const fan = convergence(pictureOf(draw(300, 200, posts(0, 10)))).degrees;
    expect(Math.abs(fan)).toBeGreaterThan(7);
    expect(Math.abs(fan)).toBeLessThan(13);
  });

  it('is positive where the lines meet above', () => {
    expect(convergence(pictureOf(draw(300, 200, posts(0, 8)))).degrees).toBeGreaterThan(5);
    expect(convergence(pictureOf(draw(300, 200, posts(0, -8)))).degrees).toBeLessThan(-5);
  });
});
