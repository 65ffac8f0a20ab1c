import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coarse } from '../encoder/grid.js';
import { regionsOf } from './regions.js';

const grids = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 150 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      cells: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
    }),
  );

it('add up to the score to the last digit, whatever the cells say', () => {
  fc.assert(
    fc.property(
      grids,
      fc.integer({ min: 70, max: 930 }),
      ({ rows, columns, cells }, hundredths) => {
        const { base, values } = regionsOf(coarse(cells, rows, columns), 5.4321, hundredths / 100);
        expect(base).toBe(5.43);
        const units = values.reduce((sum, value) => sum + Math.round(value * 1e4), 0);
        expect(units).toBe(hundredths * 100 - 54_300);
      },
    ),
  );
});

it('stay what they were where they added up already, but for the rounding', () => {
  const cells = [0.5, -0.25, 0.125, 0.7];
  const { values } = regionsOf(coarse(cells, 2, 2), 5, 6.075);
  values.forEach((value, cell) => {
    expect(value).toBeCloseTo(cells[cell]!, 3);
  });
});

it('of a very long picture are merged with their neighbours until a document can hold them', () => {
  fc.assert(
    fc.property(grids, ({ rows, columns, cells }) => {
      const grid = coarse(cells, rows, columns);
      expect(grid.columns).toBeLessThanOrEqual(64);
      expect(grid.sums).toHaveLength(grid.rows * grid.columns);
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      expect(sum(grid.sums)).toBeCloseTo(sum(cells), 6);
    }),
  );
});
