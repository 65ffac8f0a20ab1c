import { noiseOf } from '../measurement/noise.js';
import type { BuiltInAttribute } from './attribute.js';
import { blackAndWhite } from './black-and-white.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const filmGrain: BuiltInAttribute = {
  id: 'film-grain',
  level: 'high',
  kind: 'style',
  title: 'film grain',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'Standard deviation of the grain, of 255, in black-and-white pictures: noise that is the same in all channels and coarser than a pixel, as film makes it.',
  unit: 'of 255',
  range: [0, 255],
  direction: 'higher-is-better',
  fullSize: true,
  measure(scene) {
    const { picture } = scene;
    if ('notMeasured' in picture.tiles) {
      return { status: 'not-measured', reason: picture.tiles.notMeasured };
    }
    const { sigma, coarseness, colour, blocks } = noiseOf(picture.tiles);
    // In a colour picture grain cannot be told from sensor noise whose colours JPEG has thrown away.
    const grey = blackAndWhite.measure(scene);
    return {
      status: 'measured',
      // Coarse noise shows little of its power at the highest frequencies: half the size shows it.
      value: sigma * Math.sqrt(Math.max(1, coarseness)),
      score:
        (grey.status === 'measured' ? grey.score : 0) *
        concern(sigma, 2.2, -0.4) *
        concern(colour, 0.25, 0.05) *
        concern(coarseness, 1.5, -0.15),
      confidence: 0.8 * (blocks / (blocks + 12)),
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `grain of σ ${value.toFixed(1)} of 255`,
    style: [
      'the grain looks like film',
      'a film-like grain gives the surface texture',
      'the grain reads as texture rather than as noise',
    ],
  },
};
