import { colourOfLight, confidenceOf } from '../measurement/colour-of-light.js';
import { MIRED_PER_STOP, warm } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const coolCast: BuiltInAttribute = {
  id: 'cool-cast',
  level: 'low',
  kind: 'fault',
  title: 'cool cast',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'How much cooler than neutral the light of the picture is, in mired (an 81A filter warms by 18), by convolutional colour constancy (Barron 2015) on log channel ratios of linear light.',
  unit: 'mired',
  range: [-400, 400],
  direction: 'lower-is-better',
  axis: 'temperature',
  excusedBy: ['black-and-white'],
  measure({ picture }) {
    const light = colourOfLight(picture);
    const value = -light.warmth * MIRED_PER_STOP;
    return {
      status: 'measured',
      value,
      score: concern(value, 45, 11),
      confidence: confidenceOf(light, 'warmth'),
      evidence: [],
    };
  },
  change: {
    parameter: 'ratio of blue to red, linear light',
    strengths: { weak: 1.15, medium: 1.4, strong: 1.9 },
    range: [1.05, 3],
    apply: async (raster, strength) => warm(raster, 1 / strength),
  },
  remedy: undo(
    1,
    ({ value }) => 2 ** (Math.max(0, value) / MIRED_PER_STOP),
    (ratio) => ({ operation: 'warm', ratio }),
  ),
  wording: {
    value: ({ value }) => (value < 0.5 ? 'none' : `${value.toFixed(0)} mired too cool`),
    weakness: {
      slight: [
        'the light is a little cool',
        'the colours lean slightly to blue',
        'a touch of blue lies over the picture',
      ],
      clear: [
        'the picture has a cool cast',
        'a blue cast lies over everything',
        'the white balance is too cool',
      ],
      strong: [
        'the picture is steeped in blue',
        'a heavy blue cast covers all colours',
        'the white balance is far too cool',
      ],
    },
  },
};
