import { beforeAll, describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import type { AttributeResult, Measured } from '../attributes/attribute.js';
import { en } from '../language/en/index.js';
import { statistics } from '../measurement/statistics.js';
import { openPicture } from '../picture/open-picture.js';
import type { Picture } from '../picture/picture.js';
import { suggest, type Calibration, type Examined } from './suggest.js';

let picture: Picture;
beforeAll(async () => {
  const data = Uint8Array.from({ length: 96 * 64 * 3 }, (_, at) => (at * 37) % 60);
  picture = await openPicture({
    kind: 'pixels',
    data,
    width: 96,
    height: 64,
    channels: 3,
    colourSpace: 'srgb',
  });
});

/** Readings of a dark picture, and of one that is dark no more. */
function results(score: number, style = 0): AttributeResult[] {
  const of = (id: string, value: number, own: number): AttributeResult => {
    const attribute = ATTRIBUTES.find((one) => one.id === id);
    if (attribute === undefined) throw new Error(`no ${id}`);
    const reading: Measured = {
      status: 'measured',
      value,
      score: own,
      confidence: 1,
      evidence: [],
    };
    return { attribute, reading };
  };
  return [of('under-exposure', 1.5, score), of('low-key', 1, style)];
}

function calibration(): Calibration {
  const count = statistics(picture.working).length;
  const none = new Array<number>(count).fill(0);
  return {
    schema: 1,
    faults: {
      schema: 1,
      prior: 0,
      amounts: {},
      presence: {
        attributes: ['under-exposure'],
        seen: [],
        kinds: ['none', 'under-exposure'],
        weights: [
          [0, 0, 0],
          [1, 0, 0],
        ],
        bias: [0, 0],
      },
    },
    worth: {
      weights: { reading: 2, style: 1 },
      attributes: { 'under-exposure': 0 },
      confidence: { scale: 1, shift: -1.2 },
      prior: { ordinary: 1.4, best: -0.8, flattering: {} },
    },
    gain: {
      aesthetic: 0.2,
      perSeverity: 0.35,
      least: 0.03,
      level: 0.8,
      below: 2,
      above: 1,
      sure: 0.1,
    },
    second: { mean: none, deviation: none.map(() => 1), linear: none, square: none, tolerance: 1 },
  };
}

async function suggested(percentile: number, style = 0) {
  const before: Examined = {
    picture,
    results: results(0.1, style),
    seen: [],
    score: 5,
    percentile,
  };
  const after = { ...before, results: results(0.9, style) };
  return suggest(before, [], () => Promise.resolve(after), calibration(), en);
}

describe('a suggestion', () => {
  it('wants more proof the higher a picture stands, and never more than its gain is open', async () => {
    const [ordinary, high, best] = [await suggested(50), await suggested(80), await suggested(100)];
    const [first, second] = [ordinary.suggestions[0]!, high.suggestions[0]!];
    expect(first.edit).toMatchObject({ operation: 'expose' });
    expect(first.confidence).toBeGreaterThan(second.confidence);
    expect(first.gain.high - first.gain.low).toBeLessThan(second.gain.high - second.gain.low);
    expect(best.suggestions).toEqual([]);
  });

  it('is less sure where a style accounts for what is read', async () => {
    const [plain, meant] = [await suggested(50), await suggested(50, 0.95)];
    expect(meant.tried[0]!.confidence).toBeLessThan(plain.tried[0]!.confidence);
    expect(meant.suggestions).toEqual([]);
  });
});
