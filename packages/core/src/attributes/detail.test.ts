/** What the attributes of detail read from pictures whose blur, noise, compression and sharpening are known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { added, gaussian, leaves, normal, seen, spread } from '../../test/cluttered-scene.js';
import { seededBy } from '../protocol/random.js';
import { sceneOf, subjectIn } from '../../test/drawn-scene.js';
import type { Picture, Raster } from '../picture/picture.js';
import { compress, unsharpMask } from '../picture/operations/detail.js';
import { applyEdits } from '../picture/operations/edit.js';
import type { Subject } from '../subject/subject.js';
import type { BuiltInAttribute, Measured } from './attribute.js';
import { compression } from './compression.js';
import { defocusBlur } from './defocus-blur.js';
import { depthSeparation } from './depth-separation.js';
import { filmGrain } from './film-grain.js';
import { longExposure } from './long-exposure.js';
import { motionBlur } from './motion-blur.js';
import { noise } from './noise.js';
import { overSharpening } from './over-sharpening.js';
import { panning } from './panning.js';
import type { Scene } from './scene.js';
import { shallowDepthOfField } from './shallow-depth-of-field.js';
import { subjectSharpness } from './subject-sharpness.js';

const FAULTS = [defocusBlur, motionBlur, noise, compression, overSharpening];
const ALL: readonly BuiltInAttribute[] = [
  ...FAULTS,
  subjectSharpness,
  depthSeparation,
  shallowDepthOfField,
  filmGrain,
  panning,
  longExposure,
];

const WIDTH = 480;
const HEIGHT = 320;
const MIDDLE = { x: 0.3, y: 0.25, width: 0.4, height: 0.5 };
const sharp = leaves(WIDTH, HEIGHT, 3);
const grey: Raster = {
  data: new Uint8Array(WIDTH * HEIGHT * 3).fill(128),
  width: WIDTH,
  height: HEIGHT,
};

function sceneWith(picture: Picture, subject: Subject = subjectIn(MIDDLE)): Scene {
  return { ...sceneOf(picture.working, subject), picture };
}

async function read(
  attribute: BuiltInAttribute,
  raster: Raster,
  subject?: Subject,
): Promise<Measured> {
  const reading = attribute.measure(sceneWith(await seen(raster), subject));
  if (reading.status !== 'measured') throw new Error(`${attribute.id}: ${reading.reason}`);
  return reading;
}

/** Inside the box from one raster, outside from another, with a soft seam that makes no edge of its own. */
function composed(inside: Raster, outside: Raster): Raster {
  const data = outside.data.slice();
  const x = (MIDDLE.x + MIDDLE.width / 2) * WIDTH;
  const y = (MIDDLE.y + MIDDLE.height / 2) * HEIGHT;
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const beyond = Math.max(
        Math.abs(column - x) - (MIDDLE.width / 2) * WIDTH,
        Math.abs(row - y) - (MIDDLE.height / 2) * HEIGHT,
      );
      const share = Math.min(1, Math.max(0, 0.5 - beyond / 24));
      const at = (row * WIDTH + column) * 3;
      data.fill(Math.round(data[at]! + share * (inside.data[at]! - data[at]!)), at, at + 3);
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

describe.each(ALL)('$id', (attribute) => {
  it('reads pictures of any size and content within its range, or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        fc.constantFrom(0, 1, 40, 255),
        fc.constantFrom(0, 128, 255),
        async (width, height, seed, amount, ground) => {
          const random = seededBy(seed);
          const raster = added(
            { data: new Uint8Array(width * height * 3).fill(ground), width, height },
            () => amount * (random() - 0.5),
          );
          const reading = attribute.measure(sceneWith(await seen(raster)));
          if (reading.status === 'not-measured') {
            expect(reading.reason).not.toBe('');
            return;
          }
          expect(reading.value).toBeGreaterThanOrEqual(attribute.range[0]);
          expect(reading.value).toBeLessThanOrEqual(attribute.range[1]);
          expect(reading.score).toBeGreaterThanOrEqual(0);
          expect(reading.score).toBeLessThanOrEqual(1);
          expect(reading.confidence).toBeGreaterThanOrEqual(0);
          expect(reading.confidence).toBeLessThanOrEqual(1);
          expect(attribute.wording.value(reading)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('has no fault to find in a sharp and clean picture', async () => {
    const reading = attribute.measure(sceneWith(await seen(sharp)));
    if (attribute.kind === 'fault') expect(reading).toMatchObject({ status: 'measured' });
    if (attribute.kind === 'fault' && reading.status === 'measured') {
      expect(reading.score).toBeGreaterThan(0.75);
    }
  });
});

describe('a preview', () => {
  const preview = sceneOf(sharp, subjectIn(MIDDLE));

  it.each([noise, compression, overSharpening, filmGrain])('cannot show $id', (attribute) => {
    expect(attribute.fullSize).toBe(true);
    expect(attribute.measure(preview)).toEqual({ status: 'not-measured', reason: 'drawn' });
  });

  it('shows whether a picture is in focus, with less certainty', async () => {
    const reading = defocusBlur.measure(preview);
    expect(reading.status).toBe('measured');
    const full = await read(defocusBlur, sharp);
    if (reading.status === 'measured') expect(reading.confidence).toBeLessThan(full.confidence);
  });
});

describe('defocus blur', () => {
  it.each([1, 2, 4])('reads a Gaussian of %d pixels', async (sigma) => {
    const { details, value } = await read(defocusBlur, gaussian(sharp, sigma));
    expect(details?.['spreadPx']).toBeGreaterThan(0.75 * sigma);
    expect(details?.['spreadPx']).toBeLessThan(1.3 * sigma);
    expect(value).toBeCloseTo(((details?.['spreadPx'] ?? 0) / WIDTH) * 100, 6);
  });

  it('grows with the blur', async () => {
    const values: number[] = [];
    for (const sigma of [0.4, 0.6, 1, 1.5, 2.5, 4, 6]) {
      values.push((await read(defocusBlur, gaussian(sharp, sigma))).value);
    }
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(new Set(values).size).toBe(values.length);
  });

  it('is not what a soft background is', async () => {
    const portrait = composed(sharp, gaussian(sharp, 5));
    expect((await read(defocusBlur, portrait)).score).toBeGreaterThan(0.85);
    expect((await read(shallowDepthOfField, portrait)).score).toBeGreaterThan(0.5);
    expect((await read(depthSeparation, portrait)).value).toBeGreaterThan(1);
    expect((await read(subjectSharpness, portrait)).score).toBeGreaterThan(0.85);
  });

  it('is no style where nothing is sharp', async () => {
    expect((await read(shallowDepthOfField, gaussian(sharp, 5))).score).toBeLessThan(0.2);
  });

  it('says little of a picture without edges', async () => {
    expect((await read(defocusBlur, grey)).confidence).toBeLessThan(0.05);
  });
});

describe('a focus that missed', () => {
  it('leaves the subject softer than what surrounds it', async () => {
    const missed = composed(gaussian(sharp, 5), sharp);
    expect((await read(subjectSharpness, missed)).score).toBeLessThan(0.2);
    expect((await read(depthSeparation, missed)).value).toBeLessThan(-1);
  });

  it('is what its change makes, on the subject and nowhere else', async () => {
    const subject = subjectIn(MIDDLE);
    const changed = await subjectSharpness.change?.apply(sharp, 1.2, () => 0, subject);
    if (changed === undefined) throw new Error('no change');
    expect((await read(subjectSharpness, changed)).score).toBeLessThan(0.3);
    expect(changed.data.subarray(0, WIDTH * 3)).toEqual(sharp.data.subarray(0, WIDTH * 3));
  });
});

describe('motion blur', () => {
  const LENGTH = 15;
  /** Pixels along a line: exact where the line is level, upright or diagonal. */
  const along = (x: number, y: number, steps: number): Raster =>
    spread(
      sharp,
      Array.from({ length: steps }, (_, step) => ({
        x: (step - (steps >> 1)) * x,
        y: (step - (steps >> 1)) * y,
        weight: 1,
      })),
    );

  it.each([
    { name: 'level', x: 1, y: 0, angle: 0, steps: LENGTH },
    { name: 'falling to the right', x: 1, y: 1, angle: 45, steps: 11 },
    { name: 'upright', x: 0, y: 1, angle: 90, steps: LENGTH },
    { name: 'rising to the right', x: 1, y: -1, angle: -45, steps: 11 },
  ])('has the direction and length of a $name movement', async ({ x, y, angle, steps }) => {
    const { details, score } = await read(motionBlur, along(x, y, steps));
    const off = ((((details?.['angleDeg'] ?? 0) - angle + 90) % 180) + 180) % 180;
    expect(Math.abs(off - 90)).toBeLessThan(10);
    expect(details?.['lengthPx']).toBeGreaterThan(0.7 * LENGTH);
    expect(details?.['lengthPx']).toBeLessThan(1.35 * LENGTH);
    expect(score).toBeLessThan(0.4);
  });

  it('grows with the movement', async () => {
    const values: number[] = [];
    for (const steps of [3, 5, 9, 15, 25]) {
      values.push((await read(motionBlur, along(1, 0, steps))).value);
    }
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('is told from defocus', async () => {
    const moved = along(1, 0, LENGTH);
    const soft = gaussian(sharp, LENGTH / Math.sqrt(12));
    expect((await read(motionBlur, moved)).score).toBeLessThan(
      (await read(motionBlur, soft)).score,
    );
    expect((await read(defocusBlur, moved)).score).toBeGreaterThan(
      (await read(defocusBlur, soft)).score,
    );
  });

  it('behind a sharp subject is panning', async () => {
    const panned = composed(sharp, along(1, 0, 25));
    expect((await read(panning, panned)).score).toBeGreaterThan(0.5);
    expect((await read(panning, along(1, 0, 25))).score).toBeLessThan(0.2);
    expect((await read(panning, sharp)).score).toBeLessThan(0.2);
  });
});

describe('noise', () => {
  it.each([6, 15, 30])('reads its standard deviation: %d', async (sigma) => {
    const random = seededBy(11);
    for (const ground of [grey, sharp]) {
      const { value } = await read(
        noise,
        added(ground, () => sigma * normal(random)),
      );
      expect(value).toBeGreaterThan(0.85 * sigma);
      expect(value).toBeLessThan(1.15 * sigma);
    }
  });

  it('does not rise with detail or sharpness', async () => {
    expect((await read(noise, sharp)).value).toBeLessThan(1);
    expect((await read(noise, await unsharpMask(sharp, 3, 1.5))).value).toBeLessThan(2);
  });

  it('that is grey and coarse is grain', async () => {
    const random = seededBy(5);
    const each = new Float64Array(WIDTH * HEIGHT).map(() => 30 * normal(random));
    let at = 0;
    const fine = added(grey, () => each[Math.floor(at++ / 3)]!);
    const grain = gaussian(fine, 0.7);
    expect((await read(filmGrain, grain)).score).toBeGreaterThan(0.6);
    expect(
      (
        await read(
          filmGrain,
          added(grey, () => 10 * normal(random)),
        )
      ).score,
    ).toBeLessThan(0.1);
    expect((await read(filmGrain, sharp)).score).toBeLessThan(0.1);
  });
});

describe('compression', () => {
  it.each([75, 50, 30, 15, 7])('reads JPEG quality %d', async (quality) => {
    const { value } = await read(compression, await compress(sharp, quality));
    expect(value).toBeGreaterThan(0.85 * quality);
    expect(value).toBeLessThan(1.15 * quality);
  });

  it('is seen in a picture that was cropped afterwards', async () => {
    const { data } = await compress(sharp, 20);
    const width = WIDTH - 3;
    const height = HEIGHT - 5;
    const cropped = new Uint8Array(width * height * 3);
    for (let row = 0; row < height; row++) {
      const from = ((row + 5) * WIDTH + 3) * 3;
      cropped.set(data.subarray(from, from + width * 3), row * width * 3);
    }
    const { value } = await read(compression, { data: cropped, width, height });
    expect(value).toBeGreaterThan(16);
    expect(value).toBeLessThan(24);
  });

  it('has left no trace in a picture that was never compressed', async () => {
    expect((await read(compression, sharp)).value).toBeGreaterThan(75);
  });
});

describe('over-sharpening', () => {
  it('grows with the amount', async () => {
    const values: number[] = [];
    for (const amount of [0, 0.5, 1, 2.5, 5]) {
      values.push((await read(overSharpening, await unsharpMask(sharp, amount, 1.5))).value);
    }
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('is softened again by its remedy', async () => {
    const harsh = await unsharpMask(sharp, 2.5, 1.5);
    const reading = await read(overSharpening, harsh);
    if (overSharpening.remedy.kind !== 'edit') throw new Error('no edit');
    const edit = overSharpening.remedy.edit(reading);
    if (edit.operation !== 'unsharpMask') throw new Error('no softening');
    expect(edit.amount).toBeLessThan(0);
    const softened = await applyEdits(harsh, [edit]);
    expect((await read(overSharpening, softened)).value).toBeLessThan(reading.value / 2);
  });
});

describe('a long exposure', () => {
  const at =
    (seconds: number | undefined) => async (): Promise<ReturnType<BuiltInAttribute['measure']>> => {
      const picture = await seen(sharp);
      const captureFacts = seconds === undefined ? {} : { exposureTime: seconds };
      return longExposure.measure(sceneWith({ ...picture, captureFacts }));
    };

  it('is known by its shutter time', async () => {
    expect(await at(4)()).toMatchObject({ status: 'measured', value: 4 });
    const [long, short] = [await at(4)(), await at(1 / 250)()];
    if (long.status !== 'measured' || short.status !== 'measured') throw new Error('not measured');
    expect(long.score).toBeGreaterThan(0.7);
    expect(short.score).toBeLessThan(0.05);
    expect(longExposure.wording.value(short)).toBe('1/250 s');
  });

  it('cannot be known without', async () => {
    expect((await at(undefined)()).status).toBe('not-measured');
  });
});

describe('changes', () => {
  it.each([...FAULTS, subjectSharpness])(
    'of $id lower its score, the stronger the more',
    async (attribute) => {
      const { change } = attribute;
      if (change === undefined) throw new Error('no change');
      const scores = [(await read(attribute, sharp)).score];
      const { weak, medium, strong } = change.strengths;
      for (const strength of [weak, medium, strong]) {
        const changed = await change.apply(sharp, strength, seededBy(2), subjectIn(MIDDLE));
        if (changed === undefined) throw new Error('no room');
        const again = await change.apply(sharp, strength, seededBy(2), subjectIn(MIDDLE));
        expect(again).toEqual(changed);
        scores.push((await read(attribute, changed)).score);
      }
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(scores).size).toBe(4);
    },
  );
});
