import { describe, expect, it } from 'vitest';
import { whatIsWrongIn } from './amiss.js';
import { METHODS } from './generated/methods.js';

/** What is wrong with parameters, as whoever sent them is told. */
function wrong(method: keyof typeof METHODS, params: unknown): string {
  const { params: validate } = METHODS[method];
  expect(validate(params)).toBe(false);
  return whatIsWrongIn(params, validate.errors?.[0]);
}

describe('what is wrong in a message', () => {
  it('names the kinds that there are, for one that there is not', () => {
    expect(wrong('assess', { source: { kind: 'nix' } })).toBe(
      'source.kind is "nix", which is none of "path", "bytes", "pixels"',
    );
    expect(wrong('taste/say', { profile: 'A', said: [{ kind: 'sigh' }] })).toBe(
      'said.0.kind is "sigh", which is none of "rating", "choice", "flag", "override"',
    );
  });

  it('is told of the kind that was meant', () => {
    expect(wrong('assess', { source: { kind: 'path' } })).toBe('source.path is missing');
    expect(wrong('assess', { source: { kind: 'bytes', path: 'a.jpg' } })).toBe(
      'source.base64 is missing',
    );
    expect(
      wrong('suggest', { source: { kind: 'path', path: 'a' }, edits: [{ operation: 'expose' }] }),
    ).toBe('edits.0.ev is missing');
  });

  it('names what is missing, and what is taken', () => {
    expect(wrong('assess', {})).toBe('source is missing');
    expect(wrong('assess', { source: {} })).toBe('source.kind is missing');
    expect(
      wrong('assess', { source: { kind: 'path', path: 'a' }, comment: { detail: 'long' } }),
    ).toBe('comment.detail is "long", which is none of "short", "normal", "full"');
    expect(wrong('ask', { source: { kind: 'path', path: 'a' }, question: 7 })).toBe(
      'question is 7, and must be string',
    );
    expect(wrong('job/get', { job: 'a', since: -1 })).toBe('since is -1, and must be >= 0');
    expect(wrong('assess', [])).toBe('it is [], and must be object');
  });

  it('repeats little of a long message', () => {
    const told = wrong('compare', { sources: 'x'.repeat(1000) });
    expect(told).toBe(`sources is "${'x'.repeat(59)}…, and must be array`);
  });
});
