import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const reason = (name: string, characters: string): NodeData =>
  column(
    `Reason ${name}`,
    [
      box(`Reason icon ${name}`, 32, 32, { variable: 'blue-600' }, { cornerRadius: 8 }),
      text(`Reason name ${name}`, name, {
        fontSize: 20,
        fontWeight: 600,
        lineHeight: 28,
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Reason text ${name}`, characters, {
        fontSize: 16,
        lineHeight: 24,
        across: 'FILL',
        fills: [{ variable: 'gray-600' }],
      }),
    ],
    { gap: 12, across: 'FILL' },
  );

const frame: NodeData = screen(
  'Landing',
  1440,
  900,
  [
    column(
      'Hero',
      [
        text('Heading', 'Water your plants from afar', {
          fontSize: 56,
          fontWeight: 700,
          lineHeight: 64,
          across: 'FILL',
          fills: [{ variable: 'gray-900' }],
        }),
        text(
          'Lead',
          'A small valve on your tap and an app on your phone. It listens to the weather and leaves the rest to you.',
          {
            fontSize: 20,
            lineHeight: 32,
            across: 'FILL',
            fills: [{ variable: 'gray-600' }],
          },
        ),
        row(
          'Actions',
          [
            row(
              'Buy',
              [
                text('Buy label', 'Order for 79 €', {
                  fontSize: 16,
                  fontWeight: 600,
                  lineHeight: 24,
                  fills: [{ variable: 'white' }],
                }),
              ],
              {
                padding: [12, 24, 12, 24],
                fills: [{ variable: 'blue-600' }],
                cornerRadius: 8,
                interactive: true,
              },
            ),
            row(
              'How',
              [
                text('How label', 'How it works', {
                  fontSize: 16,
                  fontWeight: 600,
                  lineHeight: 24,
                  fills: [{ variable: 'blue-700' }],
                }),
              ],
              {
                padding: [12, 24, 12, 24],
                cornerRadius: 8,
                interactive: true,
              },
            ),
          ],
          { gap: 16 },
        ),
      ],
      { x: 120, y: 144, width: 560, across: 'FIXED', gap: 24 },
    ),
    box(
      'Product',
      560,
      400,
      { gradient: ['#d1fae5', '#34d399'] },
      { x: 760, y: 96, cornerRadius: 24 },
    ),
    row(
      'Reasons',
      [
        reason('Listens', 'It knows when rain is coming, and waits for it.'),
        reason('Saves', 'Half the water of a timer, in our own gardens.'),
        reason('Lasts', 'Brass inside, and two batteries for three years.'),
      ],
      { x: 120, y: 624, width: 1200, across: 'FIXED', gap: 48, cross: 'MIN' },
    ),
  ],
  { fills: [{ variable: 'white' }] },
);

export const landing: Specimen = {
  frame,
  faults: [
    {
      name: 'a heading no larger than its lead',
      rule: 'hierarchy',
      layer: 'Heading',
      plant: (root) =>
        changed(root, 'Heading', (node) => ({
          ...node,
          fontSize: 21,
          fontWeight: 400,
          lineHeight: 32,
        })),
    },
    {
      name: 'a lead in pale grey',
      rule: 'text-contrast',
      layer: 'Lead',
      plant: (root) =>
        changed(root, 'Lead', (node) => ({ ...node, fills: [{ variable: 'gray-400' }] })),
    },
    {
      name: 'a button pushed under the other',
      rule: 'overlap',
      layer: 'How',
      plant: (root) => changed(root, 'How', (node) => ({ ...node, floats: true, x: 60, y: 8 })),
    },
    {
      name: 'the reasons 2 px left of the hero',
      rule: 'alignment',
      layer: 'Reasons',
      plant: (root) => changed(root, 'Reasons', (node) => ({ ...node, x: 118 })),
    },
  ],
};
