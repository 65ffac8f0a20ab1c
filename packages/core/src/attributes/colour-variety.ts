import { colourCount } from '../measurement/palette.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const colourVariety: BuiltInAttribute = {
  id: 'colour-variety',
  level: 'low',
  kind: 'fault',
  title: 'number of colours',
  topic: 'colour',
  appliesTo: PAGES,
  meaning:
    'How many colours the page has: those, of 32 steps of each channel, that cover at least a two-thousandth of it (after the colour counts of ' +
    'Miniukovich and De Angeli 2014 and 2015). Pictures on a page bring many.',
  unit: 'colours',
  range: [1, 2000],
  usual: [57, 283],
  direction: 'lower-is-better',
  measure({ picture }) {
    const value = colourCount(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 380, 40),
      confidence: 0.6,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => value.toFixed(0),
    value: ({ value }) => `${value.toFixed(0)} colours`,
    weakness: {
      slight: ['the page has a few colours too many', 'the range of colours is a little wide'],
      clear: ['too many colours compete', 'the page has no palette of its own'],
      strong: ['the page falls apart into colours', 'far too many colours are thrown together'],
    },
    trait: {
      low: ['the page gets by with few colours', 'the page makes do with {figure} colours'],
      high: ['the page has a wide range of colours', 'as many as {figure} colours share the page'],
    },
  },
};
