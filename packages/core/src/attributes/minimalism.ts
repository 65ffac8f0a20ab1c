import { subjectShare, surroundings } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const minimalism: BuiltInAttribute = {
  id: 'minimalism',
  level: 'high',
  kind: 'style',
  title: 'minimalism',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    'A small clear subject in plain surroundings: how calm the surroundings are, in %, counted where the subject covers little of the frame.',
  unit: '%',
  range: [0, 100],
  direction: 'higher-is-better',
  measure(scene) {
    const calm = 1 - surroundings(scene).busy;
    // Twelve per cent of the frame is a modest subject, four a small one.
    const small = concern(100 * subjectShare(scene.subject), 12, 3);
    const value = 100 * calm * small;
    return {
      status: 'measured',
      value,
      score: concern(value, 70, -6),
      confidence: scene.subject.confidence,
      evidence: [{ kind: 'box', ...scene.subject.box }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `${value.toFixed(0)} % calm around a small subject`,
    style: [
      'a small subject stands in much quiet space',
      'most of the picture is empty space',
      'it gets by with very little',
    ],
  },
};
