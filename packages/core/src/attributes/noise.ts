import { noiseOf } from '../measurement/noise.js';
import { addNoise } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const noise: BuiltInAttribute = {
  id: 'noise',
  level: 'low',
  kind: 'fault',
  title: 'noise',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'Standard deviation of the noise at full size, of 255: the highest frequencies (Immerkær 1996) of the flattest blocks, ' +
    'flat by their low frequencies, so that texture and sharpness do not count.',
  unit: 'of 255',
  range: [0, 100],
  direction: 'lower-is-better',
  fullSize: true,
  excusedBy: ['film-grain'],
  measure({ picture }) {
    if ('notMeasured' in picture.tiles) {
      return { status: 'not-measured', reason: picture.tiles.notMeasured };
    }
    const { sigma, structure, blocks } = noiseOf(picture.tiles);
    if (blocks === 0) {
      return {
        status: 'not-measured',
        reason: 'every part of the picture is clipped or too small',
      };
    }
    const own = sigma * sigma + 9;
    return {
      status: 'measured',
      value: sigma,
      score: concern(sigma, 11.5, 4.5),
      // Where even the flattest places have structure, texture may pass for noise.
      confidence: ((0.95 * own) / (own + 0.1 * structure * structure)) * (blocks / (blocks + 12)),
      evidence: [],
    };
  },
  change: {
    parameter: 'σ of 255, at full size',
    strengths: { weak: 6, medium: 15, strong: 30 },
    range: [2, 50],
    async apply(raster, strength, random) {
      return addNoise(raster, strength, random);
    },
  },
  remedy: undo(
    0,
    ({ value }) => value,
    (sigma) => ({ operation: 'denoise', sigma }),
  ),
  wording: {
    value: ({ value }) => `σ ${value.toFixed(1)} of 255`,
    weakness: {
      slight: [
        'a little noise shows in the plain areas',
        'flat areas are slightly grainy',
        'there is some noise when you look closely',
      ],
      clear: [
        'noise speckles the plain areas',
        'the picture is visibly noisy',
        'grainy noise takes the calm out of smooth areas',
      ],
      strong: [
        'heavy noise covers the whole picture',
        'noise drowns the finer detail',
        'the noise is the first thing one sees',
      ],
    },
  },
};
