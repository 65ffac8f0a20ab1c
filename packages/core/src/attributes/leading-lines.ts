import { leading } from '../measurement/leading.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const leadingLines: BuiltInAttribute = {
  id: 'leading-lines',
  level: 'middle',
  kind: 'quality',
  title: 'leading lines',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    'Share of the slanting edges away from the subject that point at it within 10°, beyond chance, in %. Their absence is no ' +
    'weakness: the score runs from the middle upwards.',
  unit: '%',
  range: [-13, 100],
  direction: 'higher-is-better',
  optional: true,
  measure(scene) {
    const { share, amount, lines } = leading(scene);
    const value = 100 * share;
    return {
      status: 'measured',
      value,
      score: 0.5 + 0.5 * concern(value, 38, -6),
      // A hundredth of the cells is too little to make a line.
      confidence: 0.8 * scene.subject.confidence * (amount / (amount + 0.03)),
      evidence: lines,
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) =>
      `${Math.max(0, value).toFixed(0)} % more of the slanting lines than by chance lead to the subject`,
    strength: {
      slight: [
        'some of the lines lead to the subject',
        'a few slanting lines point the eye to the subject',
      ],
      clear: [
        'lines lead the eye to the subject',
        'the lines of the scene run towards the subject',
      ],
      strong: [
        'nearly all slanting lines lead to the subject',
        'the lines pull the eye straight to the subject',
      ],
    },
  },
};
