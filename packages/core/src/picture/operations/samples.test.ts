/** Edits of 16-bit samples, held against those of the same picture at 8 bits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../picture.js';
import { applyEdits, type Edit } from './edit.js';
import { meanLuma, vignette } from './tone.js';

type Operation = Edit['operation'];

function within(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

const EDITS: { [Name in Operation]: fc.Arbitrary<Extract<Edit, { operation: Name }>> } = {
  expose: fc.record({ operation: fc.constant('expose'), ev: within(-3, 3) }),
  shadows: fc.record({ operation: fc.constant('shadows'), ev: within(-2, 2) }),
  highlights: fc.record({ operation: fc.constant('highlights'), ev: within(-1, 1) }),
  contrast: fc.record({ operation: fc.constant('contrast'), factor: within(0.3, 2) }),
  dehaze: fc.record({ operation: fc.constant('dehaze'), transmission: within(0.3, 1) }),
  saturate: fc.record({ operation: fc.constant('saturate'), factor: within(0, 2) }),
  vibrance: fc.record({ operation: fc.constant('vibrance'), amount: within(-1, 1) }),
  warm: fc.record({ operation: fc.constant('warm'), ratio: within(0.5, 2) }),
  tint: fc.record({ operation: fc.constant('tint'), ratio: within(0.5, 2) }),
  vignette: fc.record({ operation: fc.constant('vignette'), stops: within(-2, 2) }),
  denoise: fc.record({ operation: fc.constant('denoise'), sigma: within(0, 20) }),
  unsharpMask: fc.record({
    operation: fc.constant('unsharpMask'),
    amount: within(-1, 2),
    radius: within(0.5, 3),
  }),
  rotate: fc.record({ operation: fc.constant('rotate'), degrees: within(-20, 20) }),
  keystone: fc.record({ operation: fc.constant('keystone'), degrees: within(-20, 20) }),
  crop: fc.record({
    operation: fc.constant('crop'),
    x: within(0, 0.5),
    y: within(0, 0.5),
    width: within(0.2, 0.5),
    height: within(0.2, 0.5),
  }),
};

const pictures: fc.Arbitrary<Raster> = fc
  .tuple(fc.integer({ min: 4, max: 24 }), fc.integer({ min: 4, max: 24 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data) => ({ data, width, height })),
  );

/** The same picture: 255 times 257 is 65535. */
function deepened({ data, width, height }: Raster): Raster<Uint16Array> {
  return { data: Uint16Array.from(data, (sample) => sample * 257), width, height };
}

/** Greys of so many 16-bit steps one after another: fewer than four steps of 8 bits. */
function ramp(from: number, steps: number): Raster<Uint16Array> {
  const data = Uint16Array.from({ length: steps * 3 }, (_, at) => from + Math.floor(at / 3));
  return { data, width: steps, height: 1 };
}

/** How far apart the two may be, in steps of 8 bits: half a step for the rounding of one of them, and the rest as told. */
function tolerance(edit: Edit): number {
  // At 8 bits libvips cuts off what is behind the point of blurred and turned samples, up to a whole step.
  if (edit.operation === 'unsharpMask') return 0.51 + Math.abs(edit.amount);
  if (edit.operation === 'rotate') return 1.51;
  return 1;
}

describe('an edit of 16-bit samples', () => {
  it.each(Object.keys(EDITS) as Operation[])('%s agrees with that of 8-bit ones', async (name) => {
    await fc.assert(
      fc.asyncProperty(pictures, EDITS[name] as fc.Arbitrary<Edit>, async (picture, edit) => {
        const deep = await applyEdits(deepened(picture), [edit]);
        const flat = await applyEdits(picture, [edit]);
        expect(deep.data.BYTES_PER_ELEMENT).toBe(2);
        expect(flat.data.BYTES_PER_ELEMENT).toBe(1);
        expect([deep.width, deep.height]).toEqual([flat.width, flat.height]);
        expect(deep.data).toHaveLength(flat.data.length);
        const apart = flat.data.reduce(
          (most, sample, at) => Math.max(most, Math.abs(deep.data[at]! / 257 - sample)),
          0,
        );
        expect(apart).toBeLessThanOrEqual(tolerance(edit));
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    { operation: 'expose', ev: 0.5 },
    { operation: 'contrast', factor: 1.3 },
    { operation: 'dehaze', transmission: 0.8 },
    { operation: 'saturate', factor: 1.5 },
    { operation: 'warm', ratio: 1.3 },
    { operation: 'tint', ratio: 1.3 },
    { operation: 'vignette', stops: -1 },
    { operation: 'denoise', sigma: 0.5 },
    { operation: 'unsharpMask', amount: 1, radius: 1 },
  ] as const satisfies readonly Edit[])('$operation keeps steps that 8 bits lack', async (edit) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20_000, max: 40_000 }), async (from) => {
        const steps = 1000;
        const { data } = await applyEdits(ramp(from, steps), [edit]);
        // Of 8 bits, four or five values would be left.
        expect(new Set(data.filter((_, at) => at % 3 === 1)).size).toBeGreaterThan(steps / 2);
      }),
      { numRuns: 10 },
    );
  });

  it('turns every sample into light and back', () => {
    const all = ramp(0, 65_536);
    expect(Buffer.from(vignette(all, 0).data.buffer)).toEqual(Buffer.from(all.data.buffer));
  });

  it('leaves the old picture alone', async () => {
    const before = ramp(100, 300);
    await applyEdits(before, [
      { operation: 'expose', ev: 1 },
      { operation: 'unsharpMask', amount: 1, radius: 0.1 },
    ]);
    expect(before).toEqual(ramp(100, 300));
  });
});

describe('the mean luma', () => {
  it('is the same share of white at either depth', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(meanLuma(deepened(picture))).toBeCloseTo(meanLuma(picture), 10);
      }),
    );
  });
});
