import { describe, expect, it } from 'vitest';
import { printable } from './printable.js';

describe('foreign text', () => {
  it.each([
    ['plain ümläut 写真 👩‍👧.jpg', 'plain ümläut 写真 👩‍👧.jpg'],
    ['a\nb\r\t.jpg', 'a\\nb\\r\\t.jpg'],
    ['\u001b]0;title\u0007', '\\x1b]0;title\\x07'],
    ['\u009b31m', '\\x9b31m'],
    ['photo\u202egpj.exe', 'photo\\u{202e}gpj.exe'],
    ['half \ud800', 'half \\u{d800}'],
  ])('%j is printed as %s', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
