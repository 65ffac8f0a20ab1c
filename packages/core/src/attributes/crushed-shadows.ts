import { crushedGrid, crushedShare } from '../measurement/exposure.js';
import { crushShadows } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const crushedShadows: BuiltInAttribute = {
  id: 'crushed-shadows',
  level: 'low',
  kind: 'fault',
  title: 'crushed shadows',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'The share of the frame where all three channels lie at the floor (below 4 of 255), so that no detail is left.',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  excusedBy: ['low-key', 'silhouette'],
  measure({ picture }) {
    const share = crushedShare(picture);
    return {
      status: 'measured',
      value: 100 * share,
      score: concern(Math.sqrt(100 * share), 3.5, 0.85),
      confidence: 0.95,
      evidence: crushedGrid(picture),
    };
  },
  change: {
    parameter: '% of the frame crushed',
    strengths: { weak: 5, medium: 15, strong: 35 },
    range: [1, 60],
    apply: async (raster, strength) => crushShadows(raster, strength / 100),
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => (value < 0.05 ? undefined : `${value.toFixed(value < 10 ? 1 : 0)} %`),
    value: ({ value }) =>
      value < 0.05 ? 'none' : `${value.toFixed(value < 10 ? 1 : 0)} % of the frame`,
    weakness: {
      slight: [
        'some shadows have closed up',
        'some of the darkest parts are plain black',
        'dark parts here and there hold no detail',
        '{figure} of the frame has closed up to black',
      ],
      clear: [
        'the shadows are crushed to black',
        'the dark parts hold no detail any more',
        'a visible part of the frame has sunk into black',
        '{figure} of the frame holds nothing but black',
      ],
      strong: [
        'large parts of the frame are an empty black',
        'wide areas are crushed, and their detail is gone for good',
        'black swallows much of the picture',
      ],
    },
  },
};
