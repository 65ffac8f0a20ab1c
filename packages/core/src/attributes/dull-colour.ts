import { peakChroma } from '../measurement/colour.js';
import { saturate } from '../picture/operations/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

/** Peak chroma of an ordinary photograph: the median of a few hundred. */
const USUAL = 0.4;

export const dullColour: BuiltInAttribute = {
  id: 'dull-colour',
  level: 'low',
  kind: 'fault',
  title: 'dull colour',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'The chroma of the most colourful parts (98 % and 99.5 % of the pixels, brightest minus darkest channel), in % of that of an ordinary photograph.',
  unit: '%',
  range: [0, 250],
  usual: [32, 188],
  direction: 'higher-is-better',
  axis: 'saturation',
  excusedBy: ['black-and-white', 'fog', 'high-key'],
  measure({ picture }) {
    const chroma = peakChroma(picture);
    return {
      status: 'measured',
      value: (100 * chroma) / USUAL,
      score: concern(-Math.log2(chroma / USUAL), 1.75, 0.4),
      confidence: 0.85,
      evidence: [],
    };
  },
  change: {
    parameter: 'factor about luma, encoded samples',
    strengths: { weak: 0.75, medium: 0.45, strong: 0.2 },
    range: [0.05, 0.95],
    apply: async (raster, strength) => saturate(raster, strength),
  },
  remedy: undo(
    1,
    ({ value }) => Math.min(1, Math.max(0.25, value / 100)),
    (factor) => ({ operation: 'saturate', factor: 1 / factor }),
  ),
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the usual colour`,
    weakness: {
      slight: [
        'the colours are a little pale',
        'the colours could be slightly stronger',
        'the palette is on the dull side',
      ],
      clear: ['the colours are dull', 'the colours look washed out', 'the picture lacks colour'],
      strong: [
        'the colours are almost gone',
        'the picture is nearly grey, yet not black-and-white',
        'hardly any colour is left',
      ],
    },
    trait: {
      low: [
        'the palette is muted',
        'there is less colour in it than in most photographs',
        'it holds back with colour',
      ],
      high: [
        'the colours are strong',
        'there is more colour in it than in most photographs',
        'it does not hold back with colour',
      ],
    },
  },
};
