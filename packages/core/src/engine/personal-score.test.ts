import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../personalization/taste/golden.json' with { type: 'json' };
import { Taste, type SeenByTaste } from '../personalization/taste/taste.js';
import type { TasteCalibration } from '../protocol/generated/taste-model.js';
import { describePersonal } from './personal-score.js';

const plain = golden.calibration as unknown as TasteCalibration;
const standard = { mean: 0, deviation: 1 };
const calibration: TasteCalibration = {
  ...plain,
  topics: [
    { kind: 'reading', id: 'noise', ...standard, direction: golden.asked[0]!.vector },
    {
      kind: 'shown',
      id: 'dog',
      classes: [[151, 268]],
      ...standard,
      direction: golden.asked[1]!.vector,
    },
  ],
};
const width = plain.length + Object.keys(plain.readings).length;

const picture = fc.record({
  general: fc
    .double({ min: 0, max: 10, noNaN: true })
    .map((value) => Math.round(value * 100) / 100),
  vector: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: width,
    maxLength: width,
  }),
});
const seen: fc.Arbitrary<SeenByTaste> = picture;
const people = fc.array(fc.record({ seen, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  maxLength: 30,
});

function tasteOf(said: readonly { seen: SeenByTaste; share: number }[]): Taste {
  return Taste.learn(
    calibration,
    said.map((each) => each.seen),
    said.map(({ share }, at) => ({ kind: 'rating', picture: at, share, scale: 's', weight: 1 })),
  );
}

describe('a personal score', () => {
  it('has parts that add up exactly to its distance from the general one', () => {
    fc.assert(
      fc.property(people, seen, (said, asked) => {
        const personal = describePersonal(
          { taste: tasteOf(said) },
          calibration,
          asked,
          [1.3, -0.4],
          () => 50,
        );
        const parts = personal.contributions.reduce(
          (sum, { value }) => sum + Math.round(value * 100),
          0,
        );
        expect(parts).toBe(Math.round(personal.value * 100) - Math.round(asked.general * 100));
        expect(personal.interval.low).toBeLessThanOrEqual(personal.value);
        expect(personal.interval.high).toBeGreaterThanOrEqual(personal.value);
      }),
    );
  });

  it('is what the person has set, whatever was learned', () => {
    fc.assert(
      fc.property(people, seen, fc.integer({ min: 0, max: 1000 }), (said, asked, hundredths) => {
        const override = hundredths / 100;
        const personal = describePersonal(
          { taste: tasteOf(said), override },
          calibration,
          asked,
          [0, 0],
          () => 50,
        );
        expect(personal).toMatchObject({
          value: override,
          overridden: true,
          interval: { low: override, high: override },
          contributions: [],
        });
      }),
    );
  });

  it('is the general score where nothing was said, and says that nothing counts', () => {
    const asked: SeenByTaste = { general: 6.43, vector: new Float32Array(width) };
    expect(
      describePersonal(
        { profile: 'Anna', taste: tasteOf([]) },
        calibration,
        asked,
        [1, 1],
        () => 61,
      ),
    ).toMatchObject({ profile: 'Anna', value: 6.43, ratings: 0, weight: 0, contributions: [] });
  });
});
