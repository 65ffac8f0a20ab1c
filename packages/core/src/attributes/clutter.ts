import { surroundings } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const clutter: BuiltInAttribute = {
  id: 'clutter',
  level: 'middle',
  kind: 'fault',
  title: 'clutter',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    'How busy the surroundings of the subject are, in %: the mean over the cells outside the subject of edge strength, where a ' +
    'clear edge counts half and dense detail one.',
  unit: '%',
  range: [0, 100],
  usual: [15.9, 52.3],
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
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the surroundings busy`,
    weakness: {
      slight: [
        'the surroundings are a little busy',
        'some detail around the subject distracts',
        'the surroundings are not quite calm',
        '{figure} of the surroundings ask for attention too',
      ],
      clear: [
        'the surroundings are cluttered',
        'busy surroundings compete with the subject',
        'too much goes on around the subject',
        '{figure} of the surroundings are restless',
      ],
      strong: [
        'the subject drowns in clutter',
        'the surroundings are so busy that the subject hardly shows',
        'almost everything around the subject asks for attention',
      ],
    },
    trait: {
      low: [
        'the surroundings are quiet',
        'only {figure} of the surroundings are busy',
        'little happens around the subject',
      ],
      high: [
        'a good deal happens around the subject',
        'the surroundings have a lot to tell as well',
        '{figure} of the surroundings are busy',
      ],
    },
  },
};
