import { keyOf } from '../measurement/key.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

export const lowKey: Attribute = {
  id: 'low-key',
  level: 'high',
  kind: 'style',
  title: 'low key',
  meaning:
    'A picture kept dark on purpose: most of the frame lies in the darkest quarter of the tones, and yet its lights reach up, as under-exposed pictures do not.',
  unit: '%',
  range: [0, 100],
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
  remedy: {
    kind: 'advice',
    text: 'a dark key needs no remedy; keep the lights where the eye should go',
  },
  wording: {
    value: ({ value }) => `${value.toFixed(0)} % of the frame in the dark`,
    style: [
      'the dark key is a choice',
      'the picture is kept in a low key',
      'it lives in the dark, with little light',
    ],
  },
};
