import type { NodeData } from '../figma/document.js';
import { box, changed, column, instance, row, screen, text } from './build.js';
import { BUTTON } from './components.js';
import type { Specimen } from './specimen.js';

const dot = (index: number, isNow: boolean): NodeData => ({
  type: 'ELLIPSE',
  name: `Dot ${index}`,
  width: 8,
  height: 8,
  fills: [{ variable: isNow ? 'blue-600' : 'gray-450' }],
});

const frame: NodeData = screen(
  'Onboarding',
  390,
  844,
  [
    box('Drawing', 390, 360, { gradient: ['#fde68a', '#f97316'] }, { x: 0, y: 0 }),
    column(
      'Words',
      [
        text('Heading', 'Find your way home', {
          fontSize: 28,
          fontWeight: 700,
          lineHeight: 36,
          across: 'FILL',
          textAlign: 'CENTER',
          fills: [{ variable: 'gray-900' }],
        }),
        text('Text', 'Save a place once. We show the way back, even without a signal.', {
          fontSize: 16,
          lineHeight: 24,
          across: 'FILL',
          textAlign: 'CENTER',
          fills: [{ variable: 'gray-600' }],
        }),
        row('Dots', [dot(1, true), dot(2, false), dot(3, false)], { gap: 8 }),
      ],
      { x: 24, y: 400, width: 342, across: 'FIXED', gap: 16, cross: 'CENTER' },
    ),
    column(
      'Actions',
      [
        instance(BUTTON, 'Next', { across: 'FILL', padding: [12, 16, 12, 16], interactive: true }),
        row(
          'Skip',
          [
            text('Skip label', 'Skip', {
              fontSize: 16,
              lineHeight: 24,
              fills: [{ variable: 'blue-700' }],
            }),
          ],
          {
            across: 'FILL',
            align: 'CENTER',
            padding: [12, 16, 12, 16],
            interactive: true,
          },
        ),
      ],
      { x: 24, y: 688, width: 342, across: 'FIXED', gap: 8 },
    ),
  ],
  { fills: [{ variable: 'white' }] },
);

export const onboarding: Specimen = {
  frame,
  faults: [
    {
      name: 'a heading on the drawing that is lost in it',
      rule: 'text-contrast',
      layer: 'Claim',
      plant: (root) => ({
        ...root,
        children: [
          ...root.children!,
          text('Claim', 'Without a signal', {
            x: 24,
            y: 40,
            fontSize: 18,
            lineHeight: 28,
            fills: ['#fff7e0'],
          }),
        ],
      }),
    },
    {
      name: 'dots to press that are 8 px',
      rule: 'touch-target',
      layer: 'Dot 2',
      plant: (root) =>
        ['Dot 1', 'Dot 2', 'Dot 3'].reduce(
          (now, name) => changed(now, name, (node) => ({ ...node, interactive: true })),
          root,
        ),
    },
    {
      name: 'the actions 1.5 px off the margin',
      rule: 'alignment',
      layer: 'Actions',
      plant: (root) => changed(root, 'Actions', (node) => ({ ...node, x: 26 })),
    },
    {
      name: 'a fine print of 9 px',
      rule: 'text-size',
      layer: 'Text',
      plant: (root) => changed(root, 'Text', (node) => ({ ...node, fontSize: 9, lineHeight: 14 })),
    },
  ],
};
