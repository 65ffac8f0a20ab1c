import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const toggle = (name: string, isOn: boolean): NodeData => ({
  type: 'FRAME',
  name: `Switch ${name}`,
  width: 44,
  height: 24,
  fills: [{ variable: isOn ? 'blue-600' : 'gray-450' }],
  cornerRadius: 12,
  interactive: true,
  children: [
    {
      type: 'ELLIPSE',
      name: `Knob ${name}`,
      x: isOn ? 22 : 2,
      y: 2,
      width: 20,
      height: 20,
      fills: [{ variable: 'white' }],
    },
  ],
});

const setting = (name: string, meaning: string, isOn: boolean): NodeData =>
  row(
    `Setting ${name}`,
    [
      column(
        `Words ${name}`,
        [
          text(`Name ${name}`, name, {
            fontSize: 16,
            lineHeight: 24,
            fills: [{ variable: 'gray-900' }],
          }),
          text(`Meaning ${name}`, meaning, {
            fontSize: 14,
            lineHeight: 20,
            across: 'FILL',
            fills: [{ variable: 'gray-600' }],
          }),
        ],
        { across: 'FILL', gap: 4 },
      ),
      toggle(name, isOn),
    ],
    { gap: 16, padding: [12, 16, 12, 16], across: 'FILL' },
  );

const frame: NodeData = screen(
  'Mobile settings',
  390,
  844,
  [
    column(
      'Page',
      [
        row(
          'Top',
          [
            text('Heading', 'Settings', {
              fontSize: 28,
              fontWeight: 700,
              lineHeight: 36,
              fills: [{ variable: 'gray-900' }],
            }),
          ],
          {
            padding: [16, 16, 16, 16],
            across: 'FILL',
          },
        ),
        column(
          'Notifications',
          [
            setting('Messages', 'When someone writes to you', true),
            setting('Mentions', 'When someone names you', true),
            setting('News', 'Once a month', false),
          ],
          {
            across: 'FILL',
            fills: [{ variable: 'white' }],
          },
        ),
        column(
          'Privacy',
          [
            setting('Location', 'While the app is open', false),
            setting('Read receipts', 'Others see what you have read', true),
          ],
          {
            across: 'FILL',
            fills: [{ variable: 'white' }],
          },
        ),
        row(
          'Sign out',
          [
            text('Sign out label', 'Sign out', {
              fontSize: 16,
              lineHeight: 24,
              fills: [{ variable: 'red-700' }],
            }),
          ],
          {
            across: 'FILL',
            padding: [12, 16, 12, 16],
            fills: [{ variable: 'white' }],
            interactive: true,
          },
        ),
      ],
      { x: 0, y: 48, width: 390, across: 'FIXED', gap: 24 },
    ),
  ],
  { fills: [{ variable: 'gray-100' }] },
);

export const mobileSettings: Specimen = {
  frame,
  faults: [
    {
      name: 'a switch too small to hit',
      rule: 'touch-target',
      layer: 'Close',
      plant: (root) =>
        changed(root, 'Top', (node) => ({
          ...node,
          align: 'SPACE_BETWEEN',
          children: [
            ...node.children!,
            box('Close', 16, 16, { variable: 'gray-700' }, { interactive: true }),
            box('Help', 16, 16, { variable: 'gray-700' }, { interactive: true }),
          ],
          gap: 2,
        })),
    },
    {
      name: 'a switch that hardly shows',
      rule: 'non-text-contrast',
      layer: 'Switch News',
      plant: (root) =>
        changed(root, 'Switch News', (node) => ({ ...node, fills: [{ variable: 'gray-200' }] })),
    },
    {
      name: 'a description cut off',
      rule: 'clipped',
      layer: 'Meaning Read receipts',
      plant: (root) =>
        changed(root, 'Meaning Read receipts', (node) => ({
          ...node,
          across: 'FIXED',
          width: 90,
          height: 20,
          fixed: true,
        })),
    },
    {
      name: 'texts over one another',
      rule: 'overlap',
      layer: 'Badge text',
      plant: (root) =>
        changed(root, 'Setting Messages', (node) => ({
          ...node,
          children: [
            ...node.children!,
            text('Badge text', '3 unread', {
              floats: true,
              x: 40,
              y: 16,
              fontSize: 16,
              lineHeight: 24,
              fills: [{ variable: 'red-700' }],
            }),
          ],
        })),
    },
  ],
};
