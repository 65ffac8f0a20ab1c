import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldIn } from './operands.js';

const isNumber = (operand: string): boolean => /^\d+$/.test(operand);

describe('pictures with what is said of them', () => {
  it('are what was written, in order, each with the next value behind it', () => {
    const told = fc.array(
      fc.record({
        pictures: fc.array(
          fc.string().filter((name) => !isNumber(name)),
          { minLength: 1, maxLength: 4 },
        ),
        value: fc.nat().map(String),
      }),
    );
    fc.assert(
      fc.property(told, (groups) => {
        const operands = groups.flatMap(({ pictures, value }) => [...pictures, value]);
        expect(toldIn(operands, isNumber, '4')).toEqual(
          groups.flatMap(({ pictures, value }) => pictures.map((picture) => ({ picture, value }))),
        );
      }),
    );
  });

  it('are refused, with the remedy, where a value stands before or nothing behind', () => {
    expect(toldIn(['4', 'a.jpg'], isNumber, '4')).toContain('written ./4');
    expect(toldIn(['a.jpg', '4', '5'], isNumber, '4')).toContain('5 stands behind no picture');
    expect(toldIn(['a.jpg', '4', 'b.jpg', 'c.jpg'], isNumber, '3')).toBe(
      'what do you say of these 2 pictures? It stands behind them, such as b.jpg 3',
    );
  });
});
