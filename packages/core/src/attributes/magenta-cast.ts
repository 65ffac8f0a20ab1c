import { colourOfLight, confidenceOf } from '../measurement/colour-of-light.js';
import { CC_PER_STOP, tint } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const magentaCast: BuiltInAttribute = {
  id: 'magenta-cast',
  level: 'low',
  kind: 'fault',
  title: 'magenta cast',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'How much more magenta than neutral the light of the picture is, in hundredths of filter density (CC10 is a visible tint), by convolutional colour constancy (Barron 2015) on log channel ratios of linear light.',
  unit: 'CC',
  range: [-150, 150],
  direction: 'lower-is-better',
  axis: 'tint',
  excusedBy: ['black-and-white'],
  measure({ picture }) {
    const light = colourOfLight(picture);
    const value = -light.greenness * CC_PER_STOP;
    return {
      status: 'measured',
      value,
      score: concern(value, 15, 3.5),
      confidence: confidenceOf(light, 'greenness'),
      evidence: [],
    };
  },
  change: {
    parameter: 'ratio of the mean of red and blue to green, linear light',
    strengths: { weak: 1.15, medium: 1.4, strong: 1.9 },
    range: [1.05, 3],
    apply: async (raster, strength) => tint(raster, 1 / strength),
  },
  remedy: undo(
    1,
    ({ value }) => 2 ** (Math.max(0, value) / CC_PER_STOP),
    (ratio) => ({ operation: 'tint', ratio }),
  ),
  wording: {
    value: ({ value }) => (value < 0.5 ? 'none' : `${value.toFixed(0)} CC too magenta`),
    weakness: {
      slight: [
        'the colours lean slightly to magenta',
        'a touch of pink lies over the picture',
        'the tint is a little magenta',
      ],
      clear: [
        'the picture has a magenta cast',
        'a pink cast lies over everything',
        'the tint is too magenta',
      ],
      strong: [
        'the picture is steeped in magenta',
        'a heavy pink cast covers all colours',
        'the tint is far too magenta',
      ],
    },
  },
};
