import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const PARAGRAPHS = [
  'The first lighthouse keepers climbed the tower every four hours to trim the wicks. They wrote down the wind, the weather, and every sail that passed the point.',
  'When the lamps were electrified, the keepers stayed for another thirty years. Someone had to wind the clockwork that turned the lens, and to polish two thousand pieces of glass.',
  'Today a sensor calls the harbour when a bulb fails. The logbooks are in the town archive, and children come to read what the weather was on the day they were born.',
];

const paragraph = (index: number): NodeData =>
  text(`Paragraph ${index + 1}`, PARAGRAPHS[index]!, {
    fontSize: 18,
    lineHeight: 28,
    across: 'FILL',
    fills: [{ variable: 'gray-700' }],
  });

const frame: NodeData = screen(
  'Article',
  1200,
  1400,
  [
    row(
      'Bar',
      [
        text('Site', 'The Coast', {
          fontSize: 20,
          fontWeight: 700,
          lineHeight: 28,
          fills: [{ variable: 'gray-900' }],
        }),
        row(
          'Links',
          ['Stories', 'Places', 'About'].map((name) =>
            text(`Link ${name}`, name, {
              fontSize: 16,
              lineHeight: 24,
              fills: [{ variable: 'gray-700' }],
              interactive: true,
            }),
          ),
          { gap: 32 },
        ),
      ],
      {
        x: 0,
        y: 0,
        width: 1200,
        across: 'FIXED',
        align: 'SPACE_BETWEEN',
        padding: [24, 64, 24, 64],
      },
    ),
    column(
      'Story',
      [
        text('Kicker', 'Places', {
          fontSize: 14,
          fontWeight: 600,
          lineHeight: 20,
          fills: [{ variable: 'blue-700' }],
        }),
        text('Headline', 'The last keepers of the light', {
          fontSize: 48,
          fontWeight: 700,
          lineHeight: 56,
          across: 'FILL',
          fills: [{ variable: 'gray-900' }],
        }),
        text('Byline', 'By Mara Holm, 12 June', {
          fontSize: 16,
          lineHeight: 24,
          fills: [{ variable: 'gray-600' }],
        }),
        box(
          'Photo',
          672,
          320,
          { gradient: ['#1e3a5f', '#f4a261'] },
          { across: 'FILL', cornerRadius: 8 },
        ),
        paragraph(0),
        paragraph(1),
        text('Subhead', 'A clockwork and a lens', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        paragraph(2),
      ],
      { x: 264, y: 128, width: 672, across: 'FIXED', gap: 24 },
    ),
  ],
  { fills: [{ variable: 'white' }] },
);

export const article: Specimen = {
  frame,
  faults: [
    {
      name: 'lines far too long',
      rule: 'line-length',
      layer: 'Paragraph 1',
      plant: (root) => changed(root, 'Story', (node) => ({ ...node, x: 64, width: 1072 })),
    },
    {
      name: 'lines too close',
      rule: 'line-height',
      layer: 'Paragraph 2',
      plant: (root) => changed(root, 'Paragraph 2', (node) => ({ ...node, lineHeight: 19 })),
    },
    {
      name: 'a subhead that hardly differs from the text',
      rule: 'hierarchy',
      layer: 'Subhead',
      plant: (root) =>
        changed(root, 'Subhead', (node) => ({
          ...node,
          fontSize: 19,
          fontWeight: 400,
          lineHeight: 28,
        })),
    },
    {
      name: 'a caption on the picture that cannot be read',
      rule: 'text-contrast',
      layer: 'Caption',
      plant: (root) =>
        changed(root, 'Story', (node) => ({
          ...node,
          children: node.children!.map((child) =>
            child.name !== 'Photo'
              ? child
              : {
                  type: 'FRAME',
                  name: 'Picture',
                  width: 672,
                  height: 320,
                  across: 'FILL',
                  children: [
                    child,
                    text('Caption', 'The light at dusk', {
                      x: 24,
                      y: 280,
                      fontSize: 16,
                      lineHeight: 24,
                      fills: ['#fbd5a6'],
                    }),
                  ],
                },
          ),
        })),
    },
  ],
};
