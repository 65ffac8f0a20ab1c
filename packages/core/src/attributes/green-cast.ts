import { colourOfLight, confidenceOf } from '../measurement/colour-of-light.js';
import { CC_PER_STOP, tint } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const greenCast: BuiltInAttribute = {
  id: 'green-cast',
  level: 'low',
  kind: 'fault',
  title: 'green cast',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'How much greener than neutral the light of the picture is, in hundredths of filter density (CC10 is a visible tint), by convolutional colour constancy (Barron 2015) on log channel ratios of linear light.',
  unit: 'CC',
  range: [-150, 150],
  direction: 'lower-is-better',
  axis: 'tint',
  excusedBy: ['black-and-white'],
  measure({ picture }) {
    const light = colourOfLight(picture);
    const value = light.greenness * CC_PER_STOP;
    return {
      status: 'measured',
      value,
      score: concern(value, 19, 4.5),
      confidence: confidenceOf(light, 'greenness'),
      evidence: [],
    };
  },
  change: {
    parameter: 'ratio of green to the mean of red and blue, linear light',
    strengths: { weak: 1.15, medium: 1.4, strong: 1.9 },
    range: [1.05, 3],
    apply: async (raster, strength) => tint(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => 2 ** (Math.max(0, value) / CC_PER_STOP),
    (ratio) => ({ operation: 'tint', ratio: 1 / ratio }),
  ),
  wording: {
    value: ({ value }) => (value < 0.5 ? 'none' : `${value.toFixed(0)} CC too green`),
    weakness: {
      slight: [
        'the colours lean slightly to green',
        'a touch of green lies over the picture',
        'the tint is a little green',
      ],
      clear: [
        'the picture has a green cast',
        'a green cast lies over everything',
        'green tints the whites as well',
      ],
      strong: [
        'the picture is steeped in green',
        'a heavy green cast makes all colours look ill',
        'green drowns the other colours',
      ],
    },
  },
};
