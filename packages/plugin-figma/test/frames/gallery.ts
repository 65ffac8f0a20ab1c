import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const card = (name: string, place: string, from: string, to: string): NodeData =>
  column(
    `Card ${name}`,
    [
      box(
        `Picture ${name}`,
        384,
        256,
        { gradient: [from, to] },
        { across: 'FILL', cornerRadius: 8 },
      ),
      text(`Name ${name}`, name, {
        fontSize: 16,
        fontWeight: 600,
        lineHeight: 24,
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Place ${name}`, place, {
        fontSize: 14,
        lineHeight: 20,
        fills: [{ variable: 'gray-600' }],
      }),
    ],
    { gap: 8, width: 384, across: 'FIXED' },
  );

const CARDS: [string, string, string, string][] = [
  ['Stone house', 'Galicia', '#475569', '#94a3b8'],
  ['Cabin', 'Telemark', '#14532d', '#86a873'],
  ['Loft', 'Ghent', '#7c2d12', '#d6a77a'],
  ['Mill', 'Umbria', '#713f12', '#caa85c'],
  ['Boat', 'Friesland', '#0c4a6e', '#7fb2cf'],
  ['Tower', 'Fife', '#3f3f46', '#a1a1aa'],
];

const frame: NodeData = screen(
  'Gallery',
  1440,
  1024,
  [
    row(
      'Bar',
      [
        text('Brand', 'Elsewhere', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        row(
          'Filters',
          ['Any time', 'Two guests', 'Dogs welcome'].map((name) =>
            row(
              `Chip ${name}`,
              [
                text(`Chip label ${name}`, name, {
                  fontSize: 14,
                  lineHeight: 20,
                  fills: [{ variable: 'gray-700' }],
                }),
              ],
              {
                padding: [8, 16, 8, 16],
                cornerRadius: 18,
                interactive: true,
                strokes: [{ variable: 'gray-450' }],
              },
            ),
          ),
          { gap: 8 },
        ),
      ],
      { x: 120, y: 40, width: 1200, across: 'FIXED', align: 'SPACE_BETWEEN' },
    ),
    ...CARDS.map(([name, place, from, to], index) => ({
      ...card(name, place, from, to),
      x: 120 + (index % 3) * 408,
      y: 136 + Math.floor(index / 3) * 372,
    })),
  ],
  { fills: [{ variable: 'white' }], grid: { columns: 12, gutter: 24, margin: 120 } },
);

export const gallery: Specimen = {
  frame,
  faults: [
    {
      name: 'a card off its column',
      rule: 'alignment',
      layer: 'Card Boat',
      plant: (root) => changed(root, 'Card Boat', (node) => ({ ...node, x: 531 })),
    },
    {
      name: 'a card over another one',
      rule: 'overlap',
      layer: 'Card Tower',
      plant: (root) => changed(root, 'Card Tower', (node) => ({ ...node, x: 780 })),
    },
    {
      name: 'places too pale',
      rule: 'text-contrast',
      layer: 'Place Cabin',
      plant: (root) =>
        changed(root, 'Place Cabin', (node) => ({ ...node, fills: [{ variable: 'gray-400' }] })),
    },
    {
      name: 'a card that reaches out of the frame',
      rule: 'clipped',
      layer: 'Card Loft',
      plant: (root) => changed(root, 'Card Loft', (node) => ({ ...node, x: 1240 })),
    },
  ],
};
