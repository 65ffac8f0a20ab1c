import { describe, expect, it } from 'vitest';
import { whatIsWrongIn } from './amiss.js';
import { METHODS } from './generated/methods.js';
import { validateRequest } from './generated/validators.js';

/** What is wrong with parameters, as whoever sent them is told. */
function wrong(method: keyof typeof METHODS, params: unknown): string {
  const { params: validate } = METHODS[method];
  expect(validate(params)).toBe(false);
  return whatIsWrongIn(params, validate);
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
      'question is 7, and must be text',
    );
    expect(wrong('job/get', { job: 'a', since: -1 })).toBe('since is -1, and must be at least 0');
    expect(wrong('assess', [])).toBe('it is an empty list, and must be an object');
  });

  it('is told in words, not in the keywords of schemas', () => {
    const noId = { jsonrpc: '2.0', id: true, method: 'calm/discover' };
    expect(validateRequest(noId)).toBe(false);
    expect(whatIsWrongIn(noId, validateRequest)).toBe(
      'id is true, and must be text or a whole number',
    );
    expect(wrong('rank', { sources: [] })).toBe(
      'sources is an empty list, and must have at least 1 entry',
    );
    expect(wrong('taste/create', { name: 'x'.repeat(1000) })).toMatch(
      /^name is "x{59}…, and must have at most \d+ characters$/u,
    );
    expect(wrong('ask', { source: { kind: 'path', path: 'a' }, question: { text: 'why?' } })).toBe(
      'question is an object, and must be text',
    );
  });

  it('repeats little of a long message', () => {
    const told = wrong('compare', { sources: 'x'.repeat(1000) });
    expect(told).toBe(`sources is "${'x'.repeat(59)}…, and must be a list`);
  });
});
