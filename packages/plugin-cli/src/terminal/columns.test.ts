import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, cutEnd, cutMiddle, padEnd, wrap } from './columns.js';

describe('columns', () => {
  it('count cells as terminals do', () => {
    expect(cells('婚礼')).toBe(4);
    expect(cells('e\u0301')).toBe(1);
    expect(cells('👩‍👩‍👧')).toBe(2);
  });

  it('cut a name so that its ends stay', () => {
    expect(cutMiddle('holiday-in-norway-0042.jpg', 16)).toBe('holiday-…042.jpg');
    expect(cutMiddle('短い名前の写真です.jpg', 12)).toBe('短い名….jpg');
    expect(cutEnd('subject 3.1 × sharper', 12)).toBe('subject 3.1…');
  });

  it('never give more cells than there is room, and fill what they are told to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 3, max: 40 }),
        (text, width) => {
          expect(cells(cutMiddle(text, width))).toBeLessThanOrEqual(width);
          expect(cells(cutEnd(text, width))).toBeLessThanOrEqual(width);
          expect(cells(padEnd(cutMiddle(text, width), width))).toBe(width);
        },
      ),
    );
  });

  it('wrap at spaces', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('incomprehensibilities yes', 5)).toEqual(['incomprehensibilities', 'yes']);
  });
});
