import { cornerFall } from '../measurement/vignetting.js';
import { vignette } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const vignetting: BuiltInAttribute = {
  id: 'vignetting',
  level: 'low',
  kind: 'fault',
  title: 'vignetting',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'How many stops the corners are darker than the centre, by the symmetry of radial gradients (Zheng et al. 2008), which tells a lens from a scene.',
  unit: 'EV',
  range: [-12, 12],
  usual: [-0.84, 1.62],
  direction: 'lower-is-better',
  excusedBy: ['low-key'],
  measure({ picture }) {
    const value = cornerFall(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 2.3, 0.5),
      // No lens loses more than about four stops: beyond that, the scene is darker at its edges.
      confidence: 0.85 * concern(value, 4.2, 0.35),
      evidence: CORNERS,
    };
  },
  change: {
    parameter: 'stops at the corner',
    strengths: { weak: 0.7, medium: 1.5, strong: 2.5 },
    range: [0.3, 4],
    apply: async (raster, strength) => vignette(raster, strength),
  },
  remedy: undo(
    0,
    ({ value }) => Math.max(0, value),
    (stops) => ({ operation: 'vignette', stops: -stops }),
  ),
  wording: {
    figure: (value) => `${Math.abs(value).toFixed(1)} EV`,
    value: ({ value }) =>
      `corners ${Math.abs(value).toFixed(1)} EV ${value < 0 ? 'brighter' : 'darker'}`,
    weakness: {
      slight: [
        'the corners are a little dark',
        'the light falls off slightly towards the corners',
        'a light vignette shows',
        'the corners lose {figure} of light',
      ],
      clear: [
        'the corners are dark',
        'the light falls off towards the corners',
        'a vignette darkens the edges of the frame',
        'the light falls by {figure} towards the corners',
      ],
      strong: [
        'the corners sink into the dark',
        'a heavy vignette closes in on the picture',
        'the frame looks as if seen through a tube',
      ],
    },
    trait: {
      low: [
        'the light grows towards the corners',
        'the corners are {figure} brighter than the middle',
      ],
      high: ['the light gathers in the middle', 'the corners are {figure} darker than the middle'],
    },
  },
};

const SIDE = 0.2;
const CORNERS = [
  { kind: 'box', x: 0, y: 0, width: SIDE, height: SIDE },
  { kind: 'box', x: 1 - SIDE, y: 0, width: SIDE, height: SIDE },
  { kind: 'box', x: 0, y: 1 - SIDE, width: SIDE, height: SIDE },
  { kind: 'box', x: 1 - SIDE, y: 1 - SIDE, width: SIDE, height: SIDE },
] as const;
