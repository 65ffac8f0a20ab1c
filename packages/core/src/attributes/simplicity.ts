import { layout } from '../measurement/layout.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

/** Busyness under which a cell counts as plain. */
const PLAIN = 0.25;

export const simplicity: BuiltInAttribute = {
  id: 'simplicity',
  level: 'high',
  kind: 'quality',
  title: 'simplicity',
  topic: 'order',
  appliesTo: PICTURES,
  meaning:
    'Share of the frame that is plain, in %: cells with hardly an edge (softly counted). Rich pictures need not be simple: the ' +
    'score never falls far below the middle.',
  unit: '%',
  range: [0, 100],
  usual: [8.2, 60.7],
  direction: 'higher-is-better',
  measure({ picture }) {
    const cells = layout(picture);
    let plain = 0;
    for (const busy of cells.busyness) plain += concern(busy, PLAIN, 0.06);
    const value = (100 * plain) / cells.busyness.length;
    return {
      status: 'measured',
      value,
      score: 0.43 + 0.57 * concern(value, 65, -14),
      confidence: 0.7,
      evidence: [
        {
          kind: 'grid',
          columns: cells.columns,
          rows: cells.rows,
          values: Array.from(cells.busyness, (busy) => 1 - busy),
        },
      ],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the frame plain`,
    weakness: {
      slight: [
        'there is a lot to look at',
        'the picture could do with less',
        'few places let the eye rest',
        'no more than {figure} of the frame lets the eye rest',
      ],
      clear: [
        'the picture is crowded',
        'the eye finds no place to rest',
        'too many things share the frame',
        'just {figure} of the frame is at rest',
      ],
      strong: [
        'the frame is crowded to the last corner',
        'there is far too much in one picture',
        'nothing in the frame is quiet',
      ],
    },
    strength: {
      slight: [
        'there is quiet space in the frame',
        'the frame leaves the eye room to rest',
        'the picture does not say more than it needs to',
        'there is little that gets in the way',
        'much of the frame stays calm',
        'the picture leaves out a good deal',
      ],
      clear: ['quiet space gives the picture clarity', 'the frame is simple and calm'],
      strong: ['the picture keeps to the essential', 'the frame is as simple as can be'],
    },
    trait: {
      low: [
        'nearly every part of the frame holds detail',
        'no more than {figure} of the frame is plain',
        'there is detail almost everywhere',
      ],
      high: ['{figure} of the frame is plain', 'much of the frame is left plain'],
    },
  },
};
