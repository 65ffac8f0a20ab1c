import { contours } from '../measurement/contours.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const contourDensity: BuiltInAttribute = {
  id: 'contour-density',
  level: 'low',
  kind: 'fault',
  title: 'density of contours',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'The share of the page, in %, that contours cover: pixels where lightness steps most along its gradient (edge density of Rosenholtz, Li and ' +
    'Nakano 2007, contour density of Miniukovich and De Angeli 2014).',
  unit: '%',
  range: [0, 100],
  usual: [3.4, 10],
  direction: 'lower-is-better',
  measure({ picture }) {
    const value = 100 * contours(picture).share;
    return {
      status: 'measured',
      value,
      score: concern(value, 12.5, 1.3),
      confidence: 0.8,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `contours on ${value.toFixed(1)} % of the page`,
    weakness: {
      slight: ['lines and letters lie rather dense', 'the page has a few edges too many'],
      clear: ['lines and letters lie too dense', 'edges cover too much of the page'],
      strong: ['the page is a thicket of lines and letters', 'edges cover almost everything'],
    },
    trait: {
      low: ['lines and letters are few', 'hardly an edge disturbs the page'],
      high: ['lines and letters are many', 'contours run over {figure} of the page'],
    },
  },
};
