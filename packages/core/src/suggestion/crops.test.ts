import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeResult } from '../attributes/attribute.js';
import { subjectClarity } from '../attributes/subject-clarity.js';
import { boxOf } from '../picture/operations/geometry.js';
import { cropsOf } from './crops.js';

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const boxes = fc
  .record({ x: share(0, 0.9), y: share(0, 0.9), right: share(0, 1), down: share(0, 1) })
  .map(({ x, y, right, down }) => ({
    kind: 'box' as const,
    x,
    y,
    width: 0.02 + right * (0.98 - x),
    height: 0.02 + down * (0.98 - y),
  }));
const sides = fc.integer({ min: 100, max: 6000 });

const read = (box: {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
}): AttributeResult => ({
  attribute: subjectClarity,
  reading: { status: 'measured', value: 0.7, score: 0.8, confidence: 0.9, evidence: [box] },
});

describe('crops by aspect', () => {
  it('have their aspect, lie in the picture, and are as large as they can be', () => {
    fc.assert(
      fc.property(boxes, sides, sides, (box, width, height) => {
        for (const { aspect, edit } of cropsOf([read(box)], { width, height })) {
          const [across = 1, down = 1] = aspect.split(':').map(Number);
          const cut = boxOf(edit, width, height);
          const off = Math.abs(cut.width / cut.height / (across / down) - 1);
          // A pixel at each edge, and four decimals.
          expect(off).toBeLessThan(2 / Math.min(cut.width, cut.height) + 2e-4);
          expect(cut.x + cut.width).toBeLessThanOrEqual(width);
          expect(cut.y + cut.height).toBeLessThanOrEqual(height);
          expect(Math.max(edit.width, edit.height)).toBe(1);
        }
      }),
    );
  });

  it('keep the subject whole wherever it fits', () => {
    fc.assert(
      fc.property(boxes, sides, sides, (box, width, height) => {
        for (const { edit, whole } of cropsOf([read(box)], { width, height })) {
          const inside =
            box.x >= edit.x - 1e-3 &&
            box.y >= edit.y - 1e-3 &&
            box.x + box.width <= edit.x + edit.width + 1e-3 &&
            box.y + box.height <= edit.y + edit.height + 1e-3;
          if (whole) expect(inside).toBe(true);
          else expect(box.width > edit.width - 1e-4 || box.height > edit.height - 1e-4).toBe(true);
        }
      }),
    );
  });

  it('leave out the aspect that the picture has, and name the frame for the web', () => {
    const crops = cropsOf([], { width: 600, height: 400 });
    expect(crops.map(({ aspect }) => aspect)).toEqual(['1:1', '4:5', '16:9']);
    expect(crops[0]).toMatchObject({
      edit: { operation: 'crop', x: 0.1667, y: 0, width: 0.6667, height: 1 },
      css: 'inset(0% 16.66% 0% 16.67%)',
      whole: false,
    });
  });
});
