import { describe, expect, it } from 'vitest';
import { leaves } from '../../../test/cluttered-scene.js';
import { applyEditsByBands } from './by-bands.js';
import { applyEdits, type Edit } from './edit.js';

const EDITS: readonly Edit[] = [
  { operation: 'expose', ev: 0.4 },
  { operation: 'contrast', factor: 1.3 },
  { operation: 'dehaze', transmission: 0.8 },
  { operation: 'saturate', factor: 1.2 },
  { operation: 'shadows', ev: 0.8 },
  { operation: 'highlights', ev: -0.6 },
  { operation: 'vibrance', amount: 0.4 },
  { operation: 'warm', ratio: 1.1 },
  { operation: 'tint', ratio: 0.9 },
  { operation: 'vignette', stops: -0.7 },
  { operation: 'denoise', sigma: 8 },
  { operation: 'unsharpMask', amount: 0.5, radius: 2 },
  { operation: 'rotate', degrees: 3 },
  { operation: 'keystone', degrees: 6 },
  { operation: 'crop', x: 0.1, y: 0.2, width: 0.8, height: 0.7 },
];

describe('edits by bands', () => {
  // More than one band even of a million pixels, and a last one that is not whole.
  const picture = leaves(1300, 1050, 1);

  it.each(EDITS)('$operation gives what it gives at once', async (edit) => {
    let steps = 0;
    const banded = await applyEditsByBands(picture, [edit], async () => void steps++);
    const whole = await applyEdits(picture, [edit]);
    expect([banded.width, banded.height]).toEqual([whole.width, whole.height]);
    expect(Buffer.compare(banded.data, whole.data)).toBe(0);
    const atOnce = ['rotate', 'keystone', 'crop'].includes(edit.operation);
    expect(steps).toBeGreaterThanOrEqual(atOnce ? 1 : 3);
  });

  it('end where what is between them throws', async () => {
    const stop = new Error('enough');
    await expect(
      applyEditsByBands(picture, EDITS, async () => {
        throw stop;
      }),
    ).rejects.toBe(stop);
  });
});
