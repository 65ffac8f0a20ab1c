import { contourSymmetry } from '../measurement/contours.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const pageSymmetry: BuiltInAttribute = {
  id: 'page-symmetry',
  level: 'middle',
  kind: 'quality',
  title: 'symmetry of the page',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'How far the contours of the page match their mirror image, left with right, beyond chance (symmetry of Miniukovich and De Angeli 2014 and ' +
    '2015): 1 for a perfect mirror, 0 for chance. Its absence is no weakness: the score runs from the middle upwards.',
  unit: '',
  range: [-1, 1],
  usual: [0.09, 0.66],
  direction: 'higher-is-better',
  optional: true,
  measure({ picture }) {
    const value = contourSymmetry(picture);
    return {
      status: 'measured',
      value,
      score: 0.5 + 0.5 * concern(value, 0.75, -0.12),
      confidence: 0.8,
      evidence: [{ kind: 'line', x1: 0.5, y1: 0, x2: 0.5, y2: 1 }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `${(100 * Math.max(0, value)).toFixed(0)} % mirrored left to right`,
    strength: {
      slight: ['the page is laid out with some symmetry', 'left and right of the page correspond'],
      clear: ['the page is laid out symmetrically', 'both sides of the page answer each other'],
      strong: ['the layout is all but a mirror image', 'the page is symmetrical throughout'],
    },
    trait: {
      low: ['the page is laid out without symmetry', 'the sides of the page differ'],
      high: ['the sides of the page have much in common', 'much of the page is mirrored'],
    },
  },
};
