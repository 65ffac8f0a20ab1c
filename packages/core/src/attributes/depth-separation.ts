import { focusOf } from '../measurement/focus.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const depthSeparation: BuiltInAttribute = {
  id: 'depth-separation',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.728,
  title: 'depth separation',
  topic: 'depth',
  appliesTo: PICTURES,
  meaning:
    'How much softer the surroundings are than the subject: octaves (doublings) between the spread of their edges. 0 where all is equally sharp, ' +
    'below it where the surroundings are sharper.',
  unit: 'octaves',
  range: [-6, 6],
  usual: [-0.39, 1.33],
  direction: 'higher-is-better',
  measure({ picture, subject }) {
    const { subject: within, rest } = focusOf(picture, subject);
    if (within === undefined || rest === undefined) {
      return {
        status: 'not-measured',
        reason: `the ${within === undefined ? 'subject has' : 'surroundings have'} no edges to compare`,
      };
    }
    const octaves = Math.log2(rest / within);
    return {
      status: 'measured',
      value: octaves,
      score: concern(octaves, -1, -1.1),
      confidence: 0.85 * subject.confidence,
      evidence: [{ kind: 'box', ...subject.box }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => {
      const times = 2 ** Math.abs(value);
      if (times < 1.2) return 'subject and surroundings equally sharp';
      return `surroundings ${times.toFixed(1)} times as ${value > 0 ? 'soft' : 'sharp'} as the subject`;
    },
    weakness: {
      slight: [
        'the surroundings are a little sharper than the subject',
        'the surroundings compete with the subject in sharpness',
        'sharpness does not favour the subject',
      ],
      clear: [
        'the surroundings are sharper than the subject',
        'the focus lies behind or before the subject',
        'sharpness pulls the eye away from the subject',
      ],
      strong: [
        'the focus is on the surroundings, not the subject',
        'the surroundings are far sharper than the subject',
        'the subject is soft where its surroundings are sharp',
      ],
    },
    strength: {
      slight: [
        'the subject stands out from a softer background',
        'softer surroundings help the subject',
        'what surrounds the subject is softer than the subject',
        'the subject is set off by the softness around it',
        'sharpness falls off around the subject',
        'the surroundings step back behind the subject',
      ],
      clear: [
        'the subject stands clear of a soft background',
        'blurred surroundings lift the subject out',
      ],
      strong: [
        'the subject stands free of everything behind it',
        'the softness around it makes the subject stand out at once',
      ],
    },
    trait: {
      high: [
        'the surroundings are much softer than the subject',
        'the focus falls away quickly around the subject',
      ],
    },
  },
};
