import { layout } from '../measurement/layout.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

/** Busyness under which a cell counts as plain. */
const PLAIN = 0.25;

export const simplicity: Attribute = {
  id: 'simplicity',
  level: 'high',
  kind: 'quality',
  title: 'simplicity',
  meaning:
    'Share of the frame that is plain, in %: cells with hardly an edge (softly counted). Rich pictures need not be simple: the ' +
    'score never falls far below the middle.',
  unit: '%',
  range: [0, 100],
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
  remedy: { kind: 'advice', text: 'leave out what the picture does not need' },
  wording: {
    value: ({ value }) => `${value.toFixed(0)} % of the frame plain`,
    weakness: {
      slight: [
        'there is a lot to look at',
        'the picture could do with less',
        'few places let the eye rest',
      ],
      clear: [
        'the picture is crowded',
        'the eye finds no place to rest',
        'too many things share the frame',
      ],
      strong: [
        'the frame is crowded to the last corner',
        'there is far too much in one picture',
        'nothing in the frame is quiet',
      ],
    },
    strength: [
      'the picture keeps to the essential',
      'quiet space gives the picture clarity',
      'the frame is simple and calm',
    ],
  },
};
