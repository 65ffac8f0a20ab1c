import { congestion } from '../measurement/congestion.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { gridEvidence } from './grid-evidence.js';
import { PAGES } from './kinds.js';

export const featureCongestion: BuiltInAttribute = {
  id: 'feature-congestion',
  level: 'middle',
  kind: 'fault',
  title: 'crowding of the page',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'How crowded the page is, so that one thing more would hardly stand out: feature congestion (Rosenholtz, Li and Nakano 2007), the local ' +
    'variability of colour, contrast and orientation at three scales; 1 is a usual page.',
  unit: '×',
  range: [0, 20],
  usual: [0.6, 1.32],
  direction: 'lower-is-better',
  measure({ picture }) {
    const { mean, columns, rows, values } = congestion(picture);
    return {
      status: 'measured',
      value: mean,
      score: concern(mean, 1.65, 0.12),
      confidence: 0.8,
      evidence: [gridEvidence(values, columns, rows)],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => value.toFixed(1),
    value: ({ value }) => `${value.toFixed(2)} × the crowding of a usual page`,
    weakness: {
      slight: [
        'the page is a little crowded',
        'much on the page asks for attention at once',
        'things on the page stand a little close',
      ],
      clear: [
        'the page is crowded',
        'too much on the page competes for attention',
        'hardly anything on the page can stand out',
      ],
      strong: [
        'the page is overcrowded',
        'on this page everything shouts at once',
        'the page is so crowded that nothing on it stands out',
      ],
    },
    trait: {
      low: ['the page is far from crowded', 'things on the page have room to stand out'],
      high: ['a lot is going on all over the page', 'the page is densely filled'],
    },
  },
};
