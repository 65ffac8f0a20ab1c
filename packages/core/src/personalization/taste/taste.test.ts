import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from './golden.json' with { type: 'json' };
import { seededBy } from '../../protocol/random.js';
import { GrowingTaste } from './growing-taste.js';
import { proposeNext } from './next.js';
import { rankCorrelation } from './rank-correlation.js';
import { dot } from './symmetric-matrix.js';
import { Taste, TasteLearner, type Opinion, type SeenByTaste } from './taste.js';
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';

const calibration = golden.calibration as unknown as TasteCalibration;

interface Given {
  readonly general: number;
  readonly vector: readonly number[];
  readonly readings: Partial<Record<string, number>>;
}

/** In double precision: the golden figures are. */
function seenOf({ general, vector, readings }: Given): SeenByTaste {
  const standard = Object.entries(calibration.readings).map(([name, { mean, deviation }]) => {
    const value = readings[name];
    const standardised = value === undefined ? 0 : (value - mean) / deviation;
    return Math.max(-4, Math.min(4, standardised));
  });
  return { general, vector: [...vector, ...standard] };
}

describe('a taste', () => {
  for (const { name, ratings, expected } of golden.cases) {
    it(`agrees with the second implementation: ${name}`, () => {
      const pictures = ratings.map(({ picture }) => seenOf(picture));
      const opinions = ratings.map(({ scale, value, weight }, picture): Opinion => {
        const { lowest, highest } = golden.scales.find(({ id }) => id === scale)!;
        const share = (value - lowest) / (highest - lowest);
        return { kind: 'rating', picture, share, scale, weight };
      });
      const taste = Taste.learn(calibration, pictures, opinions);
      expect(taste.weight).toBeCloseTo(expected.probability, 6);
      golden.asked.forEach((asked, index) => {
        const { value, half } = taste.judge(seenOf(asked));
        expect(value).toBeCloseTo(expected.scores[index]!, 6);
        expect(half).toBeCloseTo(expected.halfWidths[index]!, 6);
      });
    });
  }
});

/** Made-up people and pictures, the same for the same seed. */
function world(seed: number, pictures: number) {
  const random = seededBy(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const width = calibration.length + Object.keys(calibration.readings).length;
  const seen = Array.from({ length: pictures }, (): SeenByTaste => ({
    general: Math.max(0, Math.min(10, 5.1 + 1.1 * normal())),
    vector: Array.from({ length: width }, () => 0.6 * normal()),
  }));
  const likes = Array.from({ length: width }, normal);
  const liking = seen.map(({ general, vector }) => 0.4 * (general - 5) + 0.5 * dot(vector, likes));
  return { seen, liking, random };
}

const stars = (liking: number): number => Math.max(0, Math.min(1, Math.round(2 + liking) / 4));
const rated = (liking: readonly number[], count: number): Opinion[] =>
  liking.slice(0, count).map((value, picture) => ({
    kind: 'rating',
    picture,
    share: stars(value),
    scale: 's',
    weight: 1,
  }));

/** How well scores order the pictures that were not rated. */
function agreement(
  taste: Taste,
  seen: readonly SeenByTaste[],
  liking: readonly number[],
  from: number,
) {
  const scores = seen.slice(from).map((each) => taste.judge(each).value);
  return rankCorrelation(scores, liking.slice(from));
}

describe('learning a taste', () => {
  it('does not depend on the order in which things were said', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const { seen, liking, random } = world(seed, 45);
        const opinions = rated(liking, count);
        const one = Taste.learn(calibration, seen, opinions);
        const other = Taste.learn(
          calibration,
          seen,
          opinions.toSorted(() => random() - 0.5),
        );
        expect(other.weight).toBeCloseTo(one.weight, 8);
        expect(other.judge(seen[44]!).value).toBeCloseTo(one.judge(seen[44]!).value, 8);
      }),
      { numRuns: 30 },
    );
  });

  it('comes to the same opinion by opinion as at once', () => {
    const { seen, liking } = world(1, 60);
    const learner = new TasteLearner(calibration);
    const opinions: Opinion[] = [
      ...rated(liking, 20),
      { kind: 'flag', picture: 21, picked: true, weight: 1 },
      { kind: 'rating', picture: 22, share: 0.5, scale: 'another', weight: 0.7 },
      { kind: 'rating', picture: 23, share: 0.9, scale: 'another', weight: 1 },
      { kind: 'choice', preferred: 24, over: 25, weight: 1 },
    ];
    for (const opinion of opinions) {
      learner.add(seen, opinion);
      learner.taste();
    }
    const [now, atOnce] = [learner.taste(), Taste.learn(calibration, seen, opinions)];
    expect(now.weight).toBeCloseTo(atOnce.weight, 9);
    const [one, other] = [now.judge(seen[50]!), atOnce.judge(seen[50]!)];
    expect(one.value).toBeCloseTo(other.value, 9);
    expect(one.half).toBeCloseTo(other.half, 9);
  });

  it('grows into what it would be, whatever is said next', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }),
        (seed, counts) => {
          const { seen, liking } = world(seed, 45);
          const growing = new GrowingTaste();
          // Fewer than before: something was taken back.
          for (const count of counts) {
            const grown = growing.learn(calibration, seen, rated(liking, count));
            const anew = Taste.learn(calibration, seen, rated(liking, count));
            expect(grown.weight).toBeCloseTo(anew.weight, 9);
            expect(grown.judge(seen[44]!).value).toBeCloseTo(anew.judge(seen[44]!).value, 9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the general score where nothing was said', () => {
    const { seen } = world(2, 5);
    const taste = Taste.learn(calibration, seen, []);
    for (const each of seen) expect(taste.judge(each).value).toBe(each.general);
  });

  it.each([
    ['ratings', (liking: readonly number[]) => rated(liking, 150)],
    [
      'flags',
      (liking: readonly number[]): Opinion[] =>
        liking
          .slice(0, 150)
          .map((value, picture) => ({ kind: 'flag', picture, picked: value > 0, weight: 1 })),
    ],
    [
      'picks alone',
      (liking: readonly number[]): Opinion[] =>
        liking
          .slice(0, 150)
          .flatMap((value, picture) =>
            value > 0 ? [{ kind: 'flag', picture, picked: true, weight: 1 }] : [],
          ),
    ],
    [
      'choices',
      (liking: readonly number[]): Opinion[] =>
        Array.from({ length: 150 }, (_, index) => {
          const [a, b] = [index, (index * 7 + 1) % 150];
          const [preferred, over] = liking[a]! > liking[b]! ? [a, b] : [b, a];
          return { kind: 'choice', preferred, over, weight: 1 };
        }),
    ],
  ])('orders pictures that it has not seen better than the general score, by %s', (_, say) => {
    const { seen, liking } = world(4, 250);
    const taste = Taste.learn(calibration, seen, say(liking));
    const general = rankCorrelation(
      seen.slice(150).map((each) => each.general),
      liking.slice(150),
    );
    expect(agreement(taste, seen, liking, 150)).toBeGreaterThan(general + 0.1);
    expect(taste.weight).toBeGreaterThan(0.5);
  });

  it('likes a picture more for having been picked than for having been rejected', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 30 }), (seed, count) => {
        const { seen, liking } = world(seed, 40);
        const flag = (picked: boolean): Opinion => ({
          kind: 'flag',
          picture: 35,
          picked,
          weight: 1,
        });
        const learn = (more: Opinion[]): number =>
          Taste.learn(calibration, seen, [...rated(liking, count), ...more]).judge(seen[35]!).value;
        // As far as it counts: with more said, more or less of a taste may be seen.
        expect(learn([flag(true)])).toBeGreaterThan(learn([flag(false)]));
        if (count === 0) {
          expect(learn([flag(true)])).toBeGreaterThanOrEqual(learn([]));
          expect(learn([flag(false)])).toBeLessThanOrEqual(learn([]));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('hears the same in a choice and in its opposite, turned round', () => {
    const { seen, liking } = world(5, 60);
    const choose = (a: number, b: number): Opinion => ({
      kind: 'choice',
      preferred: a,
      over: b,
      weight: 1,
    });
    const both = Taste.learn(calibration, seen, [
      ...rated(liking, 20),
      choose(30, 31),
      choose(31, 30),
    ]);
    const neither = Taste.learn(calibration, seen, rated(liking, 20));
    const taste = Taste.learn(calibration, seen, [...rated(liking, 20), choose(30, 31)]);
    const ahead = (of: Taste): number => of.judge(seen[30]!).value - of.judge(seen[31]!).value;
    expect(ahead(taste)).toBeGreaterThan(ahead(neither));
    // A person of two minds draws the two together.
    expect(Math.abs(ahead(both))).toBeLessThanOrEqual(Math.abs(ahead(neither)) + 0.05);
  });

  it('finds no taste in ratings drawn by chance', () => {
    const weights = Array.from({ length: 20 }, (_, seed) => {
      const { seen, random } = world(100 + seed, 60);
      const opinions = seen.map((each, picture): Opinion => {
        const share = Math.max(0, Math.min(1, 0.1 * each.general + 0.3 * (random() - 0.5)));
        return { kind: 'rating', picture, share, scale: 's', weight: 1 };
      });
      return Taste.learn(calibration, seen, opinions).weight;
    });
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    expect(mean).toBeLessThan(1 - calibration.doubt);
  });

  it('covers four of five ratings with its interval, whatever was said', () => {
    let covered = 0;
    let all = 0;
    for (let seed = 200; seed < 230; seed++) {
      const { seen, liking, random } = world(seed, 80);
      const noisy = liking.map(
        (value) => 0.5 + 0.12 * value + 0.2 * (random() + random() + random() - 1.5),
      );
      const opinions = noisy.slice(0, 40).map((share, picture): Opinion => {
        return { kind: 'rating', picture, share, scale: 's', weight: 1 };
      });
      const taste = Taste.learn(calibration, seen, opinions);
      const mean = noisy.slice(0, 40).reduce((a, b) => a + b, 0) / 40;
      const deviation = Math.sqrt(
        noisy.slice(0, 40).reduce((sum, value) => sum + (value - mean) ** 2, 0) / 40,
      );
      const level = seen.slice(0, 40).reduce((sum, { general }) => sum + general, 0) / 40;
      for (let at = 40; at < 80; at++) {
        const { value, half } = taste.judge(seen[at]!);
        const said = level + (noisy[at]! - mean) / deviation / calibration.slope;
        covered += Number(Math.abs(said - value) <= half);
        all++;
      }
    }
    expect(covered / all).toBeGreaterThan(0.75);
  });
});

describe('what to rate next', () => {
  it('proposes each picture once, with less and less to tell', () => {
    const { seen, liking } = world(7, 80);
    const taste = Taste.learn(calibration, seen, rated(liking, 20));
    const proposals = proposeNext(taste, calibration, seen.slice(20), 10);
    expect(new Set(proposals.map(({ picture }) => picture)).size).toBe(10);
    const bits = proposals.map((proposal) => proposal.bits);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    expect(bits.at(-1)).toBeGreaterThan(0);
  });

  it('teaches more than pictures drawn by chance', () => {
    let ahead = 0;
    for (let seed = 300; seed < 320; seed++) {
      const { seen, liking } = world(seed, 260);
      const none = Taste.learn(calibration, seen, []);
      const chosen = proposeNext(none, calibration, seen.slice(0, 130), 20);
      const say = (pictures: readonly number[]): Taste =>
        Taste.learn(
          calibration,
          seen,
          pictures.map((picture) => ({
            kind: 'rating',
            picture,
            share: stars(liking[picture]!),
            scale: 's',
            weight: 1,
          })),
        );
      const byChoice = say(chosen.map(({ picture }) => picture));
      const byChance = say(Array.from({ length: 20 }, (_, index) => index));
      ahead += agreement(byChoice, seen, liking, 130) - agreement(byChance, seen, liking, 130);
    }
    expect(ahead).toBeGreaterThan(0);
  });
});
