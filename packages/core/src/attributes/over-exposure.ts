import { beyondWhite } from '../measurement/exposure.js';
import { key } from '../measurement/luminance.js';
import { expose } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const overExposure: BuiltInAttribute = {
  id: 'over-exposure',
  level: 'low',
  kind: 'fault',
  title: 'over-exposure',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'By how many stops the picture looks brighter than its scene can bear, estimated from what has reached the ceiling, from colours that ' +
    'lost a channel there and from the light in the deep tones; an ordinary photograph is about 0.',
  unit: 'EV',
  range: [-2, 6],
  usual: [-0.47, 0.51],
  direction: 'lower-is-better',
  axis: 'exposure',
  excusedBy: ['high-key'],
  measure({ picture }) {
    const value = beyondWhite(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 1.15, 0.27),
      confidence: 0.85,
      evidence: [],
      details: { keyEv: key(picture) },
    };
  },
  change: {
    parameter: 'EV, linear light',
    strengths: { weak: 0.7, medium: 1.2, strong: 2 },
    range: [0.2, 4],
    apply: async (raster, strength) => expose(raster, strength),
  },
  remedy: undo(
    0,
    ({ value }) => Math.max(0, value),
    (ev) => ({ operation: 'expose', ev: -ev }),
  ),
  wording: {
    figure: (value) => (value < 0.05 ? undefined : `${value.toFixed(1)} EV`),
    value: ({ value }) =>
      value < 0.05 ? 'not too bright' : `as if exposed ${value.toFixed(1)} EV too brightly`,
    weakness: {
      slight: [
        'the picture is a little too bright',
        'the exposure is slightly generous',
        'the light tones are on the pale side',
        'the exposure is about {figure} too bright',
      ],
      clear: [
        'the picture is over-exposed',
        'the exposure is too long, and the light tones wash out',
        'the bright parts lose their colour to too much light',
        'it is exposed about {figure} too long',
      ],
      strong: [
        'the picture is badly over-exposed',
        'the scene drowns in light',
        'far too much light has bleached the picture',
      ],
    },
    trait: {
      low: ['the exposure is on the cautious side', 'it is exposed with more restraint than most'],
      high: ['the exposure is on the bright side', 'it is exposed more brightly than most'],
    },
  },
};
