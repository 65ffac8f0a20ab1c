import { mirrorSymmetry } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const symmetry: BuiltInAttribute = {
  id: 'symmetry',
  level: 'middle',
  kind: 'quality',
  title: 'symmetry',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    'How well the picture matches its mirror image, left with right or top with bottom, whichever is better: correlation of ' +
    'lightness and of detail, 1 for a perfect mirror. Its absence is no weakness: the score runs from the middle upwards.',
  unit: '',
  range: [-1, 1],
  usual: [0.08, 0.6],
  direction: 'higher-is-better',
  optional: true,
  measure({ picture }) {
    const { sides, ends } = mirrorSymmetry(picture);
    const value = Math.max(sides, ends);
    return {
      status: 'measured',
      value,
      score: 0.5 + 0.5 * concern(value, 0.72, -0.07),
      confidence: 0.9,
      evidence: [
        sides >= ends
          ? { kind: 'line', x1: 0.5, y1: 0, x2: 0.5, y2: 1 }
          : { kind: 'line', x1: 0, y1: 0.5, x2: 1, y2: 0.5 },
      ],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `${(100 * Math.max(0, value)).toFixed(0)} % match with the mirror image`,
    strength: {
      slight: [
        'there is some symmetry in the frame',
        'the two halves resemble each other',
        'a loose symmetry orders the frame',
        'one half of the frame echoes the other',
        'there is a hint of a mirror image in the frame',
      ],
      clear: ['the picture is built on symmetry', 'the two halves answer each other'],
      strong: ['both halves mirror each other', 'the symmetry is all but perfect'],
    },
    trait: {
      low: ['the two halves have little in common', 'the two halves differ a good deal'],
      high: [
        'the two halves have much in common',
        'the frame comes close to a mirror image of itself',
      ],
    },
  },
};
