import { focusOf } from '../measurement/focus.js';
import { gaussianBlur } from '../picture/operations/detail.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const defocusBlur: BuiltInAttribute = {
  id: 'defocus-blur',
  level: 'low',
  kind: 'fault',
  title: 'defocus blur',
  topic: 'detail',
  appliesTo: PICTURES,
  meaning:
    'How far edges are spread where the picture is sharpest, the subject counting more than the rest, so that a soft background ' +
    'is not called blur: the standard deviation of the Gaussian that spreads a step as much, from the ratios of gradient ' +
    'power at four scales.',
  unit: '% of the long side',
  range: [0, 100],
  direction: 'lower-is-better',
  measure({ picture, subject }) {
    const { sharpest, edges } = focusOf(picture, subject);
    const preview = 'notMeasured' in picture.tiles;
    return {
      status: 'measured',
      value: sharpest,
      score: concern(Math.log2(sharpest), Math.log2(0.22), 0.7),
      // A sky, fog or a bare wall shows no edges that could be sharp.
      confidence: (preview ? 0.8 : 0.95) * (1 - Math.exp(-edges / 0.06)),
      evidence: [],
      details: { spreadPx: (sharpest / 100) * Math.max(picture.width, picture.height) },
    };
  },
  change: {
    parameter: 'σ, % of the long side',
    strengths: { weak: 0.2, medium: 0.5, strong: 1.2 },
    range: [0.05, 2.5],
    async apply(raster, strength) {
      return gaussianBlur(raster, (strength / 100) * Math.max(raster.width, raster.height));
    },
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value, details }) => {
      const pixels = details?.['spreadPx'] ?? 0;
      return `edges spread over ${pixels.toFixed(1)} px, ${value.toFixed(2)} % of the long side`;
    },
    weakness: {
      slight: [
        'even the sharpest part is a little soft',
        'the sharpness is slightly lacking',
        'fine detail is softer than it could be',
      ],
      clear: [
        'nothing in the frame is really sharp',
        'the picture is out of focus',
        'edges are blurred everywhere',
      ],
      strong: [
        'the whole picture is badly out of focus',
        'blur has swallowed all fine detail',
        'it is so soft that only shapes remain',
      ],
    },
  },
};
