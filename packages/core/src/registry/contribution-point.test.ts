import { describe, expect, it } from 'vitest';
import { ContributionPoint } from './contribution-point.js';

describe('a contribution point', () => {
  it('lists what is registered in order, until it is disposed', () => {
    const point = new ContributionPoint<{ id: string }>('attributes');
    point.register({ id: 'noise' }, 'calm');
    const foreign = point.register({ id: 'acme.film-look' }, 'acme');
    expect([...point].map(({ id }) => id)).toEqual(['noise', 'acme.film-look']);
    foreign[Symbol.dispose]();
    expect([...point].map(({ id }) => id)).toEqual(['noise']);
  });

  it('refuses an id that is taken, naming both sides', () => {
    const point = new ContributionPoint<{ id: string }>('attributes');
    point.register({ id: 'noise' }, 'calm');
    expect(() => point.register({ id: 'noise' }, 'acme')).toThrow(/"noise".*calm.*acme/);
  });

  it('disposing twice does not take out a successor with the same id', () => {
    const point = new ContributionPoint<{ id: string }>('attributes');
    const first = point.register({ id: 'noise' }, 'calm');
    first[Symbol.dispose]();
    point.register({ id: 'noise' }, 'acme');
    first[Symbol.dispose]();
    expect(point.publisher('noise')).toBe('acme');
  });
});
