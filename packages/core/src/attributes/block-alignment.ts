import { alignment, blocks } from '../measurement/page-blocks.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const blockAlignment: BuiltInAttribute = {
  id: 'block-alignment',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.963,
  title: 'alignment of the blocks',
  topic: 'order',
  appliesTo: PAGES,
  meaning:
    'How few lines the sides of the blocks lie on, in %: 100 where all share one, 0 where each has its own (after the grid quality and alignment ' +
    'points of Miniukovich and De Angeli 2015). Blocks are estimated from pixels: what is drawn close together (run-length smoothing, Wong, Casey and Wahl 1982).',
  unit: '%',
  range: [0, 100],
  usual: [12.5, 40.4],
  direction: 'higher-is-better',
  measure({ picture }) {
    const value = 100 * alignment(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 6, -7),
      // A grid shows by its repetition: of two or three blocks it is hardly to be told.
      confidence: 0.7 * (1 - Math.exp(-blocks(picture).length / 6)),
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `blocks ${value.toFixed(0)} % aligned`,
    weakness: {
      slight: ['not all blocks line up', 'the blocks are a little out of line'],
      clear: ['the blocks do not line up', 'the grid of the page is hard to see'],
      strong: ['the blocks lie all over the place', 'the page has no grid at all'],
    },
    strength: {
      slight: ['most blocks line up', 'a grid can be felt behind the page'],
      clear: ['the blocks line up well', 'a clear grid orders the page'],
      strong: ['the blocks line up throughout', 'a strict grid holds the page together'],
    },
    trait: {
      low: ['the blocks share few lines', 'the sides of the blocks lie on many lines'],
      high: ['the blocks share most of their lines', 'the sides of the blocks lie on few lines'],
    },
  },
};
