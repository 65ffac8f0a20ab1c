import { quadtreeBalance } from '../measurement/quadtree.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const pageBalance: BuiltInAttribute = {
  id: 'page-balance',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.981,
  title: 'balance of the page',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'How evenly what is on the page weighs about its middle, in %: the lighter half over the heavier, left and right, top and bottom, by leaves of a ' +
    'quadtree, into which detail falls (Zheng, Chakraborty, Lin and Rauschenberger 2009; Reinecke et al. 2013).',
  unit: '%',
  range: [0, 100],
  usual: [71.3, 96.4],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { sides, ends, right, below } = quadtreeBalance(picture);
    const value = 50 * (sides + ends);
    return {
      status: 'measured',
      value,
      score: concern(value, 55, -8),
      confidence: 0.7,
      evidence: [
        sides < ends ? half(right ? 0.5 : 0, 0, 0.5, 1) : half(0, below ? 0.5 : 0, 1, 0.5),
      ],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `lighter halves weigh ${value.toFixed(0)} % of the heavier`,
    weakness: {
      slight: ['the page is filled a little unevenly', 'one half of the page is a little empty'],
      clear: ['the page is filled unevenly', 'one half of the page has nearly everything'],
      strong: ['all the weight of the page lies in one half', 'the page is lopsided'],
    },
    strength: {
      slight: ['the page is filled fairly evenly', 'the halves of the page weigh about the same'],
      clear: ['the page is well balanced', 'what is on the page is evenly spread'],
      strong: ['the halves of the page weigh just the same', 'the page is in perfect balance'],
    },
    trait: {
      low: ['the page is fuller in one half than in the other', 'the page is filled one-sidedly'],
      high: ['all halves of the page are equally full', 'the page is filled evenly all over'],
    },
  },
};

/** The half that weighs more. */
function half(x: number, y: number, width: number, height: number) {
  return { kind: 'box', x, y, width, height } as const;
}
