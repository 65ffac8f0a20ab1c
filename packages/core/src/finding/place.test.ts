import { describe, expect, it } from 'vitest';
import { placeOf } from './place.js';

describe('where something is', () => {
  it.each([
    [{ x: 0, y: 0, width: 0.2, height: 0.2 }, 'top-left'],
    [{ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }, 'middle'],
    [{ x: 0.8, y: 0.4, width: 0.2, height: 0.2 }, 'right'],
    [{ x: 0.3, y: 0.9, width: 0.4, height: 0.1 }, 'bottom'],
    [{ x: 0, y: 0, width: 1, height: 0.9 }, undefined],
  ])('in the box %j is %s', (box, place) => {
    expect(placeOf([{ kind: 'box', ...box }])).toBe(place);
  });

  it('on a map is where most of it lies, and nowhere when it is spread out', () => {
    const map = (values: number[]): ReturnType<typeof placeOf> =>
      placeOf([{ kind: 'grid', columns: 3, rows: 3, values }]);
    expect(map([0, 0, 0.9, 0, 0, 0.2, 0, 0, 0])).toBe('top-right');
    expect(map([1, 1, 1, 1, 1, 1, 1, 1, 1])).toBeUndefined();
    expect(map([0, 0, 0, 0, 0, 0, 0, 0, 0])).toBeUndefined();
  });

  it('of several boxes is nowhere', () => {
    const corner = (x: number) => ({ kind: 'box' as const, x, y: 0, width: 0.2, height: 0.2 });
    expect(placeOf([corner(0), corner(0.8)])).toBeUndefined();
  });

  it('is a side where it is spread along one', () => {
    expect(
      placeOf([{ kind: 'grid', columns: 3, rows: 3, values: [1, 1, 1, 0, 0, 0.5, 0, 0, 0] }]),
    ).toBe('top');
  });

  it('of a line is told by its own words', () => {
    expect(placeOf([{ kind: 'line', x1: 0, y1: 0.1, x2: 1, y2: 0.1 }])).toBeUndefined();
  });
});
