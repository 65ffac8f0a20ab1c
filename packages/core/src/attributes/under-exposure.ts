import { shortOfWhite } from '../measurement/exposure.js';
import { key } from '../measurement/luminance.js';
import { expose } from '../picture/operations/tone.js';
import { facesShare } from '../subject/subject.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

/** Share of the picture from which on faces count as close. */
const CLOSE = 0.1;

export const underExposure: BuiltInAttribute = {
  id: 'under-exposure',
  level: 'low',
  kind: 'fault',
  title: 'under-exposure',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'By how many stops the brightest parts of the picture stay below white: the light that exposing to the right would have used ' +
    '(90 %, 99.5 % and 99.9 % of the pixels, brightest channel, linear light).',
  unit: 'EV',
  range: [0, 13],
  usual: [0.01, 0.61],
  direction: 'lower-is-better',
  axis: 'exposure',
  excusedBy: ['low-key', 'silhouette'],
  measure({ picture, subject }) {
    const value = shortOfWhite(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 1.3, 0.4),
      // Skin may be dark: where faces fill the picture, nothing in it need come near white.
      confidence: 0.9 - 0.4 * Math.min(1, facesShare(subject) / CLOSE),
      evidence: [],
      details: { keyEv: key(picture) },
    };
  },
  change: {
    parameter: 'EV, linear light',
    strengths: { weak: 0.7, medium: 1.5, strong: 2.5 },
    range: [0.2, 5],
    apply: async (raster, strength) => expose(raster, -strength),
  },
  remedy: undo(
    0,
    ({ value }) => value,
    (ev) => ({ operation: 'expose', ev }),
  ),
  wording: {
    figure: (value) => (value < 0.05 ? undefined : `${value.toFixed(1)} EV`),
    value: ({ value }) => `brightest parts ${value.toFixed(1)} EV below white`,
    weakness: {
      slight: [
        'the picture is a little dark',
        'the exposure is slightly short',
        'the light could be raised a touch',
        'about {figure} more light would do the picture good',
      ],
      clear: [
        'the picture is under-exposed',
        'the exposure is too short, and even the lights look dull',
        'nothing in the picture comes near to white, so it looks dark',
        'the brightest parts lie {figure} below white, so it looks too dark',
      ],
      strong: [
        'the picture is badly under-exposed',
        'the scene sinks into the dark, lights and all',
        'far too little light reached the picture',
      ],
    },
    trait: {
      high: [
        'even the brightest parts stay {figure} below white',
        'the picture is rather dark',
        'its lights are more subdued than those of most photographs',
      ],
    },
  },
};
