import { freeShare, ink } from '../measurement/page-blocks.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { gridEvidence } from './grid-evidence.js';
import { PAGES } from './kinds.js';

export const whiteSpace: BuiltInAttribute = {
  id: 'white-space',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.953,
  title: 'white space',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'The share of the page, in %, on which nothing is drawn: plain ground of whatever colour (white space of Miniukovich and De Angeli 2015).',
  unit: '%',
  range: [0, 100],
  usual: [58.7, 85.9],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { columns, rows, on } = ink(picture);
    const value = 100 * freeShare(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 45, -9),
      confidence: 0.8,
      evidence: [gridEvidence(on, columns, rows)],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the page left free`,
    weakness: {
      slight: ['the page leaves rather little free', 'a little more white space would help'],
      clear: ['the page leaves too little free', 'there is too little white space'],
      strong: ['next to nothing of the page is left free', 'white space is missing altogether'],
    },
    strength: {
      slight: ['there is a fair amount of white space', 'enough of the page is left free'],
      clear: ['generous white space lets the page breathe', 'a good part of the page is left free'],
      strong: ['plenty of white space sets off what matters', 'the page is wonderfully airy'],
    },
    trait: {
      low: ['only {figure} of the page are left free', 'almost all of the page is filled'],
      high: ['{figure} of the page are left free', 'most of the page is left free'],
    },
  },
};
