import { colourOfLight, confidenceOf } from '../measurement/colour-of-light.js';
import { MIRED_PER_STOP, warm } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const warmCast: BuiltInAttribute = {
  id: 'warm-cast',
  level: 'low',
  kind: 'fault',
  title: 'warm cast',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'How much warmer than neutral the light of the picture is, in mired (an 81A filter warms by 18), by convolutional colour constancy (Barron 2015) on log channel ratios of linear light.',
  unit: 'mired',
  range: [-400, 400],
  usual: [-31.9, 26.2],
  direction: 'lower-is-better',
  axis: 'temperature',
  excusedBy: ['black-and-white', 'silhouette'],
  measure({ picture }) {
    const light = colourOfLight(picture);
    const value = light.warmth * MIRED_PER_STOP;
    return {
      status: 'measured',
      value,
      score: concern(value, 50, 12),
      confidence: confidenceOf(light, 'warmth'),
      evidence: [],
    };
  },
  change: {
    parameter: 'ratio of red to blue, linear light',
    strengths: { weak: 1.15, medium: 1.4, strong: 1.9 },
    range: [1.05, 3],
    apply: async (raster, strength) => warm(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => 2 ** (Math.max(0, value) / MIRED_PER_STOP),
    (ratio) => ({ operation: 'warm', ratio: 1 / ratio }),
  ),
  wording: {
    value: ({ value }) => (value < 0.5 ? 'none' : `${value.toFixed(0)} mired too warm`),
    weakness: {
      slight: [
        'the light is a little warm',
        'the colours lean slightly to orange',
        'a touch of yellow lies over the picture',
      ],
      clear: [
        'the picture has a warm cast',
        'an orange cast lies over everything',
        'the white balance is too warm',
      ],
      strong: [
        'the picture is steeped in orange',
        'a heavy yellow-orange cast covers all colours',
        'the white balance is far too warm',
      ],
    },
    trait: {
      low: ['the light is on the cool side', 'the light is cooler than in most photographs'],
      high: ['the light is on the warm side', 'the light is warmer than in most photographs'],
    },
  },
};
