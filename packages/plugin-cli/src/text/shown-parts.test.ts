import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownTenths } from './shown-parts.js';

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe('shown parts', () => {
  it('of the mock-up add up to its distance from the average', () => {
    // 7.12 − 5.58 = 1.54 is shown as 7.1 − 5.6 = 1.5.
    expect(shownTenths([94, 52, 41, -24, -13, 4], 15)).toEqual([9, 5, 4, -2, -1, 0]);
  });

  it('add up as shown to the shown score, whatever the contributions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 1000 }),
        (hundredths, mean) => {
          const value = mean + sum(hundredths);
          const total = Math.round(value / 10) - Math.round(mean / 10);
          const shown = shownTenths(hundredths, total);
          expect(sum(shown)).toBe(total + 0); // no negative zero
          shown.forEach((tenths, index) => {
            const exact = (hundredths[index] as number) / 10;
            // Off by less than a tenth, and never with the wrong sign.
            expect(Math.abs(tenths - exact)).toBeLessThan(1);
            expect(tenths * exact).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });
});
