import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import { COLOURS, type Specimen } from './specimen.js';

const track = (name: string, artist: string, length: string): NodeData =>
  row(
    `Track ${name}`,
    [
      box(`Cover ${name}`, 48, 48, { gradient: ['#7c3aed', '#db2777'] }, { cornerRadius: 4 }),
      column(
        `Words ${name}`,
        [
          text(`Name ${name}`, name, {
            fontSize: 16,
            fontWeight: 500,
            lineHeight: 24,
            fills: [{ variable: 'gray-900' }],
          }),
          text(`Artist ${name}`, artist, {
            fontSize: 14,
            lineHeight: 20,
            fills: [{ variable: 'gray-600' }],
          }),
        ],
        { across: 'FILL', gap: 4 },
      ),
      text(`Length ${name}`, length, {
        fontSize: 14,
        lineHeight: 20,
        fills: [{ variable: 'gray-600' }],
      }),
    ],
    { gap: 16, padding: [8, 16, 8, 16], across: 'FILL', interactive: true },
  );

const frame: NodeData = screen(
  'Dark player',
  1024,
  768,
  [
    column(
      'Album',
      [
        box('Sleeve', 320, 320, { gradient: ['#0f766e', '#1e3a8a'] }, { cornerRadius: 16 }),
        text('Title', 'Low tide', {
          fontSize: 32,
          fontWeight: 700,
          lineHeight: 40,
          fills: [{ variable: 'gray-900' }],
        }),
        text('Artist', 'The Sandpipers', {
          fontSize: 16,
          lineHeight: 24,
          fills: [{ variable: 'gray-600' }],
        }),
        row(
          'Play',
          [
            text('Play label', 'Play', {
              fontSize: 16,
              fontWeight: 600,
              lineHeight: 24,
              fills: ['#ffffff'],
            }),
          ],
          {
            padding: [12, 32, 12, 32],
            fills: [{ variable: 'blue-600' }],
            cornerRadius: 24,
            interactive: true,
          },
        ),
      ],
      { x: 64, y: 96, width: 320, across: 'FIXED', gap: 16 },
    ),
    column(
      'Tracks',
      [
        track('Harbour', 'The Sandpipers', '3:12'),
        track('Salt', 'The Sandpipers', '4:05'),
        track('Ferry', 'The Sandpipers', '2:48'),
        track('Undertow', 'The Sandpipers', '5:20'),
        track('Gulls', 'The Sandpipers', '3:33'),
      ],
      { x: 448, y: 96, width: 512, across: 'FIXED', gap: 8 },
    ),
  ],
  { fills: [{ variable: 'gray-50' }], modes: { [COLOURS.id]: 'dark' } },
);

export const darkPlayer: Specimen = {
  frame,
  faults: [
    {
      name: 'a length that is lost on black',
      rule: 'text-contrast',
      layer: 'Length Salt',
      plant: (root) =>
        changed(root, 'Length Salt', (node) => ({ ...node, fills: [{ variable: 'gray-300' }] })),
    },
    {
      name: 'a row 2 px off the others',
      rule: 'alignment',
      layer: 'Title',
      plant: (root) =>
        changed(root, 'Album', (node) => ({
          ...node,
          layout: undefined,
          height: 480,
          children: node.children!.map((child, index) => ({
            ...child,
            x: child.name === 'Title' ? 3 : 0,
            y: [0, 336, 392, 432][index]!,
          })),
        })),
    },
    {
      name: 'a gap of 7',
      rule: 'spacing',
      layer: 'Tracks',
      plant: (root) => changed(root, 'Tracks', (node) => ({ ...node, gap: 7 })),
    },
  ],
};
