import { subjectCentre, subjectShare } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const looseFraming: BuiltInAttribute = {
  id: 'loose-framing',
  level: 'middle',
  kind: 'fault',
  title: 'loose framing',
  topic: 'framing',
  axis: 'framing',
  appliesTo: PICTURES,
  meaning:
    'How much of the frame the subject covers, in % of its area: a subject that is lost in its surroundings covers little.',
  unit: '%',
  range: [0, 100],
  usual: [30.6, 58.8],
  direction: 'higher-is-better',
  excusedBy: ['minimalism', 'panorama'],
  measure({ subject }) {
    const value = 100 * subjectShare(subject);
    return {
      status: 'measured',
      value,
      // By doublings: from 1 to 2 % is as much as from 10 to 20 %.
      score: concern(Math.log2(value + 0.1), Math.log2(9), -0.35),
      confidence: subject.confidence,
      evidence: [{ kind: 'box', ...subject.box }],
      details: subjectCentre(subject),
    };
  },
  remedy: {
    kind: 'edit',
    edit: ({ value, details }) => {
      // To four times the area, which brings a subject of 2 % to about 8 %.
      const side = Math.min(1, Math.max(0.4, Math.sqrt(value / 10)));
      const start = (at: number) =>
        Math.min(1 - side, Math.max(0, at - side * (at < 0.5 ? 0.4 : 0.6)));
      return {
        operation: 'crop',
        x: start(details?.['x'] ?? 0.5),
        y: start(details?.['y'] ?? 0.5),
        width: side,
        height: side,
      };
    },
  },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `the subject covers ${value.toFixed(value < 10 ? 1 : 0)} % of the frame`,
    weakness: {
      slight: [
        'the subject is rather small in the frame',
        'the framing is a little loose',
        'the surroundings take up a little too much of the frame',
        'the subject gets no more than {figure} of the frame',
      ],
      clear: [
        'the subject is small and the frame loose around it',
        'the subject gets lost in its surroundings',
        'the surroundings take up most of the frame',
        'just {figure} of the frame belongs to the subject',
      ],
      strong: [
        'the subject is a speck in the frame',
        'the subject is lost in far too much space',
        'one has to search for the subject',
      ],
    },
    trait: {
      low: [
        'the subject takes up no more than {figure} of the frame',
        'the surroundings get more room than the subject',
      ],
      high: [
        'the subject takes up {figure} of the frame',
        'the subject gets more of the frame than in most photographs',
      ],
    },
  },
};
