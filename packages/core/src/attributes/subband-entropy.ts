import { bitsOfSubbands } from '../measurement/subbands.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const subbandEntropy: BuiltInAttribute = {
  id: 'subband-entropy',
  level: 'low',
  kind: 'fault',
  title: 'visual complexity',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'How much there is to take in, in bits for each number: subband entropy (Rosenholtz, Li and Nakano 2007), the Shannon entropy of the ' +
    'wavelet coefficients of lightness and colour at three scales. What repeats itself and plain ground cost next to nothing.',
  unit: 'bit',
  range: [0, 9],
  usual: [0.91, 2.34],
  direction: 'lower-is-better',
  measure({ picture }) {
    const value = bitsOfSubbands(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 2.75, 0.2),
      confidence: 0.8,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(1)} bits`,
    value: ({ value }) => `${value.toFixed(2)} bits a detail`,
    weakness: {
      slight: ['there is rather much to take in', 'the page is a little complex to look at'],
      clear: ['there is too much to take in at a glance', 'the page is visually complex'],
      strong: ['the sheer amount of detail overwhelms', 'the page is far too complex to look at'],
    },
    trait: {
      low: ['the page is quickly taken in', 'there is little to take in'],
      high: ['there is a great deal to take in', 'the page is rich in detail'],
    },
  },
};
