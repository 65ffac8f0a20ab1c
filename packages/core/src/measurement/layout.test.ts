import { describe, expect, it } from 'vitest';
import { draw, pictureOf, subjectIn } from '../../test/drawn-scene.js';
import {
  layout,
  mirrorSymmetry,
  repetition,
  subjectCentre,
  subjectShare,
  surroundings,
} from './layout.js';

const gate = draw(240, 160, (x, y) => (Math.abs(x - 120) < 40 + y / 4 ? 0.2 : 0.4 + y / 400));
const corner = draw(240, 160, (x, y) => (x < 90 && y < 70 ? 0.1 : 0.9));
const tiles = draw(240, 160, (x, y) => (x % 30 < 12 && y % 40 < 18 ? 0.1 : 0.9));
const flat = draw(240, 160, () => 0.5);

describe('layout', () => {
  it('has no more than 64 cells either way, and at least one', () => {
    for (const [width, height] of [
      [240, 160],
      [900, 40],
      [1, 1],
      [3, 200],
    ] as const) {
      const { columns, rows, busyness } = layout(pictureOf(draw(width, height, () => 0.3)));
      expect(columns).toBeGreaterThan(0);
      expect(rows).toBeGreaterThan(0);
      expect(Math.max(columns, rows)).toBeLessThanOrEqual(64);
      expect(busyness).toHaveLength(columns * rows);
    }
  });

  it('takes the direction of edges: upright for upright bars', () => {
    const bars = layout(pictureOf(draw(240, 160, (x) => (x % 40 < 20 ? 0.2 : 0.8))));
    const firm = Array.from(bars.direction).filter((_, cell) => bars.agreement[cell]! > 0.9);
    expect(firm.length).toBeGreaterThan(20);
    for (const angle of firm) expect(Math.abs(angle)).toBeCloseTo(Math.PI / 2, 1);
  });
});

describe('mirrorSymmetry', () => {
  it('is 1 for a perfect mirror and low for a dark corner', () => {
    expect(mirrorSymmetry(pictureOf(gate)).sides).toBeGreaterThan(0.97);
    expect(mirrorSymmetry(pictureOf(corner)).sides).toBeLessThan(0.3);
  });

  it('takes water for a mirror too', () => {
    const lake = draw(240, 160, (x, y) => (Math.abs(y - 80) < 20 + x / 6 ? 0.2 : 0.8));
    const { sides, ends } = mirrorSymmetry(pictureOf(lake));
    expect(ends).toBeGreaterThan(0.97);
    expect(sides).toBeLessThan(ends);
  });
});

describe('repetition', () => {
  it('finds the period of tiles', () => {
    const { strength, across, down } = repetition(pictureOf(tiles));
    expect(strength).toBeGreaterThan(0.6);
    // Periods of 30 of 240 and 40 of 160 pixels, or a multiple of both.
    const steps = [across / (30 / 240), down / (40 / 160)];
    for (const step of steps) expect(Math.abs(step - Math.round(step))).toBeLessThan(0.2);
  });

  it('finds none in one corner, nor in a flat picture', () => {
    expect(repetition(pictureOf(corner)).strength).toBeLessThan(0.2);
    expect(repetition(pictureOf(flat)).strength).toBe(0);
  });
});

describe('the subject on the layout', () => {
  it('has its centre and share where it was drawn', () => {
    const subject = subjectIn({ x: 0.2, y: 0.5, width: 0.2, height: 0.4 });
    expect(subjectCentre(subject).x).toBeCloseTo(0.3, 2);
    expect(subjectCentre(subject).y).toBeCloseTo(0.7, 2);
    expect(subjectShare(subject)).toBeCloseTo(0.08, 2);
  });

  it('is not counted among its surroundings', () => {
    const box = { x: 0.4, y: 0.3, width: 0.3, height: 0.4 };
    const busyInside = draw(240, 160, (x, y) =>
      x > 100 && x < 164 && y > 52 && y < 108 ? ((x >> 2) + (y >> 2)) % 2 : 0.5,
    );
    const busy = surroundings({ picture: pictureOf(busyInside), subject: subjectIn(box) }).busy;
    expect(busy).toBeLessThan(0.05);
    const elsewhere = subjectIn({ x: 0, y: 0, width: 0.2, height: 0.2 });
    expect(
      surroundings({ picture: pictureOf(busyInside), subject: elsewhere }).busy,
    ).toBeGreaterThan(2 * busy);
  });
});
