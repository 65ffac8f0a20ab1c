import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPicture } from '../store.js';
import { shootsOf } from './shoots.js';
import type { Opinion, SeenByTaste } from './taste.js';

const HOUR = 3_600_000;
const seenAt = (...vector: number[]): SeenByTaste => ({ general: 5, vector });

const picture: fc.Arbitrary<{ known: KnownPicture; seen: SeenByTaste }> = fc
  .record({
    minutes: fc.option(fc.integer({ min: 0, max: 60 * 24 * 3 }), { nil: undefined }),
    look: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    vector: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ minutes, look, vector }) => ({
    known: {
      sha256: '',
      paths: [],
      ...(minutes === undefined
        ? {}
        : {
            takenAt: new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString().slice(0, 19),
          }),
      // Far from one another: 0000…, 1111…, 2222….
      ...(look === undefined ? {} : { perceptualHash: `${look}`.repeat(16) }),
    },
    seen: seenAt(...vector),
  }));

/** Something is said of each of so many pictures. */
const ratingsOf = (count: number): Opinion[] =>
  Array.from({ length: count }, (_, picture) => ({
    kind: 'rating',
    picture,
    share: 0.5,
    scale: '1 to 5',
    weight: 1,
  }));

describe('shoots', () => {
  it('are not joined by pictures of which nothing was said', () => {
    const times = ['2026-01-01T09:00:00', '2026-01-01T11:00:00', '2026-01-01T13:00:00'];
    const known = times.map((takenAt) => ({ sha256: '', paths: [], takenAt }));
    const seen = times.map(() => seenAt(0));
    const all = ratingsOf(3);
    expect(new Set(shootsOf(known, seen, all)).size).toBe(1);
    const ends = all.filter((_, picture) => picture !== 1);
    expect(new Set(shootsOf(known, seen, ends)).size).toBe(3);
  });

  it('are never split: neither by a pause of less than three hours, nor between near-duplicates', () => {
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 30 }), (pictures) => {
        const known = pictures.map((each) => each.known);
        const groups = shootsOf(
          known,
          pictures.map(({ seen }) => seen),
          ratingsOf(known.length),
        );
        for (const [at, one] of known.entries()) {
          for (const [place, other] of known.entries()) {
            const times = [one.takenAt, other.takenAt].map((time) => Date.parse(`${time}Z`));
            const near = Math.abs(times[0]! - times[1]!) <= 3 * HOUR;
            const same =
              one.perceptualHash !== undefined && one.perceptualHash === other.perceptualHash;
            if (near || same) expect(groups[at]).toBe(groups[place]);
          }
        }
      }),
    );
  });

  it('go on through a long day, and end with a night', () => {
    const times = [
      '2026-01-01T09:00:00',
      '2026-01-01T11:30:00',
      '2026-01-01T14:00:00',
      '2026-01-02T09:00:00',
    ];
    const known = times.map((takenAt) => ({ sha256: '', paths: [], takenAt }));
    const groups = shootsOf(
      known,
      times.map(() => seenAt(0)),
      ratingsOf(known.length),
    );
    expect(new Set(groups.slice(0, 3)).size).toBe(1);
    expect(groups[3]).not.toBe(groups[0]);
  });

  it('without times are what looks alike, ten at most', () => {
    const seen = Array.from({ length: 200 }, (_, index) => seenAt(index % 10, index / 1000));
    const groups = shootsOf(
      seen.map(() => ({ sha256: '', paths: [] })),
      seen,
      ratingsOf(seen.length),
    );
    expect(new Set(groups).size).toBe(10);
    // Those that hardly differ are together.
    for (let index = 10; index < 200; index++) expect(groups[index]).toBe(groups[index % 10]);
  });
});
