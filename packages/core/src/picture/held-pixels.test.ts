import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdingPixels } from './held-pixels.js';

describe('pictures at full size', () => {
  it('never lie in memory beyond 16 megapixels together, unless one alone is larger; all get their turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ megapixels: fc.integer({ min: 1, max: 60 }), fails: fc.boolean() }), {
          maxLength: 20,
        }),
        async (pictures) => {
          const underWay: number[] = [];
          let worst = 0;
          let done = 0;
          const results = await Promise.allSettled(
            pictures.map(({ megapixels, fails }) =>
              holdingPixels(megapixels * 1e6, async () => {
                underWay.push(megapixels);
                if (underWay.length > 1) {
                  worst = Math.max(
                    worst,
                    underWay.reduce((sum, size) => sum + size, 0),
                  );
                }
                await new Promise((resolve) => setImmediate(resolve));
                underWay.splice(underWay.indexOf(megapixels), 1);
                done++;
                if (fails) throw new Error('damaged');
              }),
            ),
          );
          expect(worst).toBeLessThanOrEqual(16);
          expect(done).toBe(pictures.length);
          expect(results.map(({ status }) => status)).toEqual(
            pictures.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
          );
        },
      ),
    );
  });
});
