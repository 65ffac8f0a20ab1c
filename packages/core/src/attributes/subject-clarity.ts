import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const subjectClarity: BuiltInAttribute = {
  id: 'subject-clarity',
  level: 'high',
  kind: 'quality',
  ordinary: 0.589,
  title: 'subject clarity',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    "How clearly one part of the picture stands out as its subject, 0 to 1: from the encoder's maps and faces. Landscapes and " +
    'patterns need no subject: the score never falls far below the middle.',
  unit: '',
  range: [0, 1],
  direction: 'higher-is-better',
  excusedBy: ['panorama', 'minimalism'],
  measure({ subject }) {
    return {
      status: 'measured',
      value: subject.confidence,
      score: 0.3 + 0.7 * concern(subject.confidence, 0.7, -0.12),
      confidence: 0.7,
      evidence: [{ kind: 'box', ...subject.box }],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `clarity ${value.toFixed(2)} of 1`,
    weakness: {
      slight: [
        'the subject does not stand out at once',
        'the eye looks for a subject',
        'it takes a moment to see what the picture is about',
      ],
      clear: [
        'it is unclear what the picture is about',
        'nothing holds the eye',
        'the picture has no clear subject',
      ],
      strong: [
        'the picture has no subject to hold on to',
        'the eye wanders without finding anything',
        'nothing tells what the picture is about',
      ],
    },
    strength: {
      slight: [
        'the subject is easy to find',
        'it does not take long to see what the picture is about',
        'one subject takes the lead',
        'the eye soon knows where to go',
        'there is one thing to look at',
        'the picture has a subject one can name',
        'the subject makes itself known',
      ],
      clear: [
        'the subject is clear at once',
        'one clear subject holds the eye',
        'there is no doubt what to look at',
        'the eye lands on the subject and stays there',
      ],
      strong: [
        'the picture knows exactly what it is about',
        'nothing else asks for attention but the subject',
      ],
    },
  },
};
