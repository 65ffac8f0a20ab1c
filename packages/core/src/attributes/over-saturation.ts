import { excessSaturation } from '../measurement/colour.js';
import { saturate } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const overSaturation: BuiltInAttribute = {
  id: 'over-saturation',
  level: 'low',
  kind: 'fault',
  title: 'over-saturation',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'How many times as saturated as an ordinary photograph the colours look, from their mean chroma and from how many are pressed against the limits of sRGB.',
  unit: '×',
  range: [0, 100],
  direction: 'lower-is-better',
  axis: 'saturation',
  measure({ picture }) {
    const octaves = excessSaturation(picture);
    return {
      status: 'measured',
      value: 2 ** octaves,
      score: concern(octaves, 1.25, 0.28),
      confidence: 0.85,
      evidence: [],
    };
  },
  change: {
    parameter: 'factor about luma, encoded samples',
    strengths: { weak: 1.3, medium: 1.8, strong: 2.5 },
    range: [1.1, 4],
    apply: async (raster, strength) => saturate(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => Math.max(1, value),
    (factor) => ({ operation: 'saturate', factor: 1 / factor }),
  ),
  wording: {
    value: ({ value }) => `${value.toFixed(1)} × the usual saturation`,
    weakness: {
      slight: [
        'the colours are a little strong',
        'the saturation is slightly overdone',
        'the colours push forward a bit',
      ],
      clear: [
        'the colours are over-saturated',
        'the colours are pushed so far that shades run together',
        'the saturation looks unnatural',
      ],
      strong: [
        'the colours are garish',
        'the colours are so saturated that they burn',
        'the colours are pushed to their limit, and nuance is lost',
      ],
    },
  },
};
