import { keyOf } from '../measurement/key.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const lowKey: BuiltInAttribute = {
  id: 'low-key',
  level: 'high',
  kind: 'style',
  title: 'low key',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'A picture kept dark on purpose: most of the frame lies in the darkest quarter of the tones, and yet its lights reach up, as under-exposed pictures do not.',
  unit: '%',
  range: [0, 100],
  usual: [2, 49],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { dark, lights } = keyOf(picture);
    return {
      status: 'measured',
      value: 100 * dark,
      score: concern(-dark, -0.6, 0.05) * concern(-lights, -0.62, 0.03),
      confidence: 0.95,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the frame in the dark`,
    style: [
      'the picture is low in key',
      'most of it lies in the dark, with little light',
      'the tones are mostly dark',
    ],
    trait: {
      low: ['there is hardly any dark in it', 'it does almost without shadows'],
      high: [
        '{figure} of the frame lies in the dark',
        'it has more dark in it than most photographs',
      ],
    },
  },
};
