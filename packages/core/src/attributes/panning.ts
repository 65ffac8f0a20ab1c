import { focusOf } from '../measurement/focus.js';
import { LENGTH_OF_SPREAD, motionWhere } from '../measurement/motion.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const panning: BuiltInAttribute = {
  id: 'panning',
  level: 'high',
  kind: 'style',
  title: 'panning',
  topic: 'depth',
  appliesTo: PICTURES,
  meaning:
    'A camera that follows its subject: the surroundings are smeared in one direction (length of the smear, % of the long side) ' +
    'and the subject is clearly sharper than they are.',
  unit: '% of the long side',
  range: [0, 350],
  direction: 'higher-is-better',
  measure({ picture, subject }) {
    const { subject: within, mask } = focusOf(picture, subject);
    if (within === undefined) {
      return { status: 'not-measured', reason: 'the subject has no edges that could be sharp' };
    }
    const outside = mask.map((share) => Math.max(1e-6, 1 - 1.5 * share));
    const { along, across, angle, edges } = motionWhere(picture, outside);
    const octaves = Math.log2(along / across);
    // The subject has to be sharp in the direction of the smear: a shaken picture is sharp across it everywhere.
    const ahead = Math.log2(along / motionWhere(picture, mask).at(angle));
    const length = LENGTH_OF_SPREAD * along;
    return {
      status: 'measured',
      value: length,
      score:
        concern(octaves, 1.3, -0.2) *
        concern(Math.log2(length), Math.log2(1.1), -0.3) *
        concern(ahead, 1.5, -0.25),
      confidence: 0.85 * subject.confidence * (1 - Math.exp(-edges / 0.06)),
      evidence: [{ kind: 'box', ...subject.box }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `surroundings smeared over ${value.toFixed(1)} % of the long side`,
    style: [
      'the camera seems to have followed the subject',
      'the streaked background shows movement',
      'the surroundings are smeared the way panning does it',
    ],
  },
};
