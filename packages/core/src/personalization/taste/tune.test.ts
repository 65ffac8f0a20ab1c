import { describe, expect, it } from 'vitest';
import { seededBy } from '../../protocol/random.js';
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { gainOf } from './evaluate.js';
import golden from './golden.json' with { type: 'json' };
import { tune } from './tune.js';
import { dot } from './symmetric-matrix.js';
import type { Opinion, SeenByTaste } from './taste.js';

const calibration = golden.calibration as unknown as TasteCalibration;
const pause = () => Promise.resolve();
const READINGS = Object.keys(calibration.readings).length;

/** A person who strays from the general score by what pictures show, and by how they are made. */
function person(seed: number, byShown: number, byReadings: number) {
  const random = seededBy(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const width = calibration.length + READINGS;
  const likes = Array.from({ length: width }, (_, at) =>
    at < calibration.length ? byShown * normal() : byReadings * normal(),
  );
  const pictures = Array.from({ length: 160 }, (): SeenByTaste => ({
    general: 5.1 + 1.1 * normal(),
    vector: Array.from({ length: width }, () => 0.6 * normal()),
  }));
  const opinions = pictures.map(({ general, vector }, picture): Opinion => {
    const liking = 0.42 * (general - 5.1) + dot(vector, likes) + 0.7 * normal();
    return { kind: 'rating', picture, share: 0.5 + 0.15 * liking, scale: 's', weight: 1 };
  });
  return { pictures, opinions, shoots: pictures.map((_, picture) => picture % 20) };
}

describe('the gain of a taste', () => {
  it('is found on pictures that it was not learned from, with an interval that holds it', async () => {
    const { pictures, opinions, shoots } = person(1, 0.5, 0);
    const gain = (await gainOf(calibration, pictures, opinions, shoots, pause))!;
    expect(gain).toMatchObject({ pictures: 160, shoots: 20 });
    expect(gain.gain).toBeGreaterThan(0.1);
    expect(gain.low).toBeLessThan(gain.gain);
    expect(gain.high).toBeGreaterThan(gain.gain);
    expect(gain.low).toBeGreaterThan(0);
  });

  it('is nothing where a person follows the general score', async () => {
    const gains: number[] = [];
    for (let seed = 0; seed < 10; seed++) {
      const { pictures, opinions, shoots } = person(50 + seed, 0, 0);
      gains.push((await gainOf(calibration, pictures, opinions, shoots, pause))!.gain);
    }
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
  });

  it('cannot leak from a shoot to itself: with one shoot there is none', async () => {
    const { pictures, opinions } = person(2, 0.5, 0);
    const one = pictures.map(() => 0);
    expect(await gainOf(calibration, pictures, opinions, one, pause)).toBeUndefined();
  });
});

describe('tuning', () => {
  it('is kept for a person who goes by how pictures are made far more than most do', async () => {
    const { pictures, opinions, shoots } = person(3, 0, 1.5);
    const { kept, gain } = await tune(calibration, pictures, opinions, shoots, pause);
    expect(kept!.readingStrength).toBeGreaterThan(1);
    expect(gain!.low).toBeGreaterThan(0);
  });

  it('is hardly ever kept for a person like most', async () => {
    const usual = Math.sqrt(calibration.strength * calibration.noise.variance);
    let kept = 0;
    for (let seed = 0; seed < 12; seed++) {
      const { pictures, opinions, shoots } = person(80 + seed, usual, usual * 0.5);
      const tuned = await tune(calibration, pictures, opinions, shoots, pause);
      if (tuned.kept !== undefined) kept += 1;
    }
    expect(kept).toBeLessThanOrEqual(2);
  });
});
