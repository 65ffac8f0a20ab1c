import { describe, expect, it } from 'vitest';
import type { Entry, KnownPicture } from '../store.js';
import { heardIn, inForce, opinionsOf } from './opinions.js';

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

describe('what files say', () => {
  const stars = (picture: string, value: number, more: object = {}): Entry =>
    rating(picture, value, { source: 'xmp', ...more });
  const retraction = (picture: string, source = 'xmp'): Entry => ({
    kind: 'retraction',
    ...common(),
    source,
    picture,
  });
  const flag = (picture: string, value: 'pick' | 'reject' | 'none', source = 'xmp'): Entry => ({
    kind: 'flag',
    ...common(),
    source,
    picture,
    flag: value,
  });

  it('is a state: the stars that were read last count alone, however old they are', () => {
    const log = [stars(A, 5), stars(B, 2), stars(A, 1, { at: '2020-01-01T00:00:00Z' })];
    expect(inForce(log)).toEqual([log[1], log[2]]);
    expect(heard(log).opinions).toMatchObject([{ share: 0 }, { share: 0.25 }]);
  });

  it('stands beside what was said elsewhere, which is repeated', () => {
    const log = [rating(A, 5), rating(A, 5), stars(A, 1), stars(A, 2), rating(B, 1)];
    expect(inForce(log)).toEqual([log[0], log[1], log[3], log[4]]);
  });

  it('is taken back by a retraction of the same source, on whatever scale it was', () => {
    const log = [
      stars(A, 5),
      rating(A, 4),
      rating(A, 70, { source: 'csv', scale: { low: 0, high: 100 } }),
      rating(B, 3),
      retraction(A),
    ];
    expect(inForce(log)).toEqual(log.slice(1, 4));
    log.push(retraction(A, 'csv'));
    expect(inForce(log)).toEqual([log[1], log[3]]);
    const again = stars(A, 2);
    log.push(again);
    expect(inForce(log)).toEqual([log[1], log[3], again]);
  });

  it('takes back its own flag, and none that was said elsewhere', () => {
    const log = [flag(A, 'reject', 'cli'), flag(A, 'pick'), flag(A, 'none')];
    expect(inForce(log)).toEqual([log[0]]);
    expect(heard(log).opinions).toMatchObject([{ kind: 'flag', picked: false }]);
  });
});

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
