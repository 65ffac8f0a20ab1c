import { repetition as repetitionOf } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';

export const repetition: BuiltInAttribute = {
  id: 'repetition',
  level: 'middle',
  kind: 'quality',
  title: 'repetition',
  topic: 'order',
  meaning:
    'How strongly a pattern returns at a regular distance: the highest peak of the autocorrelation of lightness that is not ' +
    'reached by slow change, 0 to 1. Its absence is no weakness: the score runs from the middle upwards.',
  unit: '',
  range: [0, 1],
  usual: [0.1, 0.24],
  direction: 'higher-is-better',
  optional: true,
  measure({ picture }) {
    const { strength, across, down } = repetitionOf(picture);
    return {
      status: 'measured',
      value: strength,
      score: 0.5 + 0.5 * concern(strength, 0.4, -0.06),
      confidence: 0.8,
      evidence:
        strength > 0 ? [{ kind: 'line', x1: 0.5, y1: 0.5, x2: 0.5 + across, y2: 0.5 + down }] : [],
      details: { across, down },
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `regularity ${value.toFixed(2)} of 1`,
    strength: {
      slight: [
        'there is some rhythm in its repeated shapes',
        'a few shapes repeat at even distances',
      ],
      clear: ['repetition gives the picture rhythm', 'repeated shapes set a rhythm'],
      strong: ['a regular pattern carries the frame', 'the whole frame follows one rhythm'],
    },
    trait: {
      high: ['some shapes come back at regular distances', 'there is a pattern in the frame'],
    },
  },
};
