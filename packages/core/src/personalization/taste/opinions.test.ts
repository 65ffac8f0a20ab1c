import { describe, expect, it } from 'vitest';
import type { Entry, KnownPicture } from '../store.js';
import { heardIn, opinionsOf } from './opinions.js';

const STARS = { low: 1, high: 5 };
const sha = (name: string): string => name.repeat(64).slice(0, 64);
const [A, B, C] = [sha('a'), sha('b'), sha('c')];

let told = 0;
/** What every entry has; told one after the other. */
function common(): { id: string; at: string; source: string; session: string; shown: boolean } {
  told++;
  const at = new Date(Date.UTC(2026, 0, 1, 0, told)).toISOString();
  return { id: String(told), at, source: 'cli', session: 's', shown: false };
}

const rating = (picture: string, value: number, more: object = {}): Entry => ({
  kind: 'rating',
  ...common(),
  picture,
  value,
  scale: STARS,
  ...more,
});
const places = new Map([A, B, C].map((picture, place) => [picture, place]));
const heard = (entries: Entry[], known: KnownPicture[] = []) => {
  const said = heardIn(entries);
  const opinions = opinionsOf(said, known, (picture) => places.get(picture));
  return { opinions, overrides: said.overrides };
};

describe('what a log says', () => {
  it('takes ratings of one picture on one scale together', () => {
    const { opinions } = heard([rating(A, 1), rating(A, 5), rating(B, 2)]);
    expect(opinions).toEqual([
      { kind: 'rating', picture: 0, share: 0.5, scale: '1 to 5', weight: 1 },
      { kind: 'rating', picture: 1, share: 0.25, scale: '1 to 5', weight: 1 },
    ]);
  });

  it('keeps scales apart', () => {
    const { opinions } = heard([
      rating(A, 5),
      rating(B, 1),
      rating(A, 70, { scale: { low: 0, high: 100 } }),
      rating(B, 20, { scale: { low: 0, high: 100 } }),
    ]);
    expect(opinions.map((opinion) => opinion.kind === 'rating' && opinion.scale)).toEqual([
      '1 to 5',
      '1 to 5',
      '0 to 100',
      '0 to 100',
    ]);
  });

  it('hears nothing in ratings that are all equal', () => {
    expect(heard([rating(A, 3), rating(B, 3), rating(C, 3)]).opinions).toEqual([]);
    expect(heard([rating(A, 3), rating(B, 3), rating(C, 4)]).opinions).toHaveLength(3);
  });

  it('hears the rating of one picture no less where it is repeated', () => {
    expect(heard([rating(A, 3), rating(A, 3)]).opinions).toEqual(heard([rating(A, 3)]).opinions);
    expect(heard([rating(A, 3)]).opinions).toHaveLength(1);
  });

  it('lets the latest flag count, by when it was said and not by when it was added', () => {
    const early = { kind: 'flag', ...common(), picture: A, flag: 'pick' } as const;
    const late = { kind: 'flag', ...common(), picture: A, flag: 'reject' } as const;
    for (const entries of [
      [early, late],
      [late, early],
    ]) {
      expect(heard(entries).opinions).toEqual([
        { kind: 'flag', picture: 0, picked: false, weight: 1 },
      ]);
    }
    const none = { kind: 'flag', ...common(), picture: A, flag: 'none' } as const;
    expect(heard([early, late, none]).opinions).toEqual([]);
  });

  it('lets the latest override stand, until it is taken back', () => {
    const set = (value?: number): Entry => ({
      kind: 'override',
      ...common(),
      picture: A,
      ...(value === undefined ? {} : { value }),
    });
    expect(heard([set(3), set(8)]).overrides).toEqual(new Map([[A, 8]]));
    expect(heard([set(3), set(8), set()]).overrides).toEqual(new Map());
  });

  it('counts what was said with a score in sight half', () => {
    const { opinions } = heard([rating(A, 5, { shown: true }), rating(B, 1)]);
    expect(opinions.map(({ weight }) => weight)).toEqual([0.5, 1]);
    // Said once more without it, it counts fully, and that more than the other.
    const again = heard([rating(A, 5, { shown: true }), rating(A, 2), rating(B, 1)]).opinions;
    expect(again[0]).toMatchObject({ weight: 1, share: 0.5 });
  });

  it('lets a burst of hundred frames count for little more than two pictures', () => {
    const frames = Array.from({ length: 100 }, (_, index) => index.toString(16).padStart(64, '0'));
    const known = frames.map((sha256) => ({
      sha256,
      paths: [],
      perceptualHash: 'f0f0f0f0f0f0f0f0',
    }));
    const entries = frames.map((picture, index) => rating(picture, 1 + (index % 2)));
    const at = new Map(frames.map((picture, place) => [picture, place]));
    const opinions = opinionsOf(heardIn(entries), known, (picture) => at.get(picture));
    const total = opinions.reduce((sum, { weight }) => sum + weight, 0);
    expect(opinions).toHaveLength(100);
    expect(total).toBeLessThan(2);
  });

  it('passes over pictures that no model has seen, and says so by their absence', () => {
    expect(heard([rating(A, 1), rating(sha('d'), 5), rating(B, 4)]).opinions).toHaveLength(2);
  });
});
