import { surroundings } from '../measurement/layout.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

export const clutter: Attribute = {
  id: 'clutter',
  level: 'middle',
  kind: 'fault',
  title: 'clutter',
  meaning:
    'How busy the surroundings of the subject are, in %: the mean over the cells outside the subject of edge strength, where a ' +
    'clear edge counts half and dense detail one.',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  measure(scene) {
    const { busy, columns, rows, values } = surroundings(scene);
    return {
      status: 'measured',
      value: 100 * busy,
      score: concern(100 * busy, 63, 4),
      // Without a subject there is nothing that detail could distract from.
      confidence: scene.subject.confidence,
      evidence: [{ kind: 'grid', columns, rows, values: Array.from(values) }],
    };
  },
  remedy: {
    kind: 'advice',
    text: 'move until the background is plain, open the aperture, or come closer',
  },
  wording: {
    value: ({ value }) => `${value.toFixed(0)} % of the surroundings busy`,
    weakness: {
      slight: [
        'the surroundings are a little busy',
        'some detail around the subject distracts',
        'the surroundings are not quite calm',
      ],
      clear: [
        'the surroundings are cluttered',
        'busy surroundings compete with the subject',
        'too much goes on around the subject',
      ],
      strong: [
        'the subject drowns in clutter',
        'the surroundings are so busy that the subject hardly shows',
        'almost everything around the subject asks for attention',
      ],
    },
  },
};
