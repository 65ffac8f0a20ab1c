import type { NodeData } from '../figma/document.js';
import { box, changed, column, instance, row, screen, text } from './build.js';
import { BUTTON } from './components.js';
import type { Specimen } from './specimen.js';

const item = (name: string, price: string): NodeData =>
  row(
    `Item ${name}`,
    [
      box(
        `Item picture ${name}`,
        64,
        64,
        { gradient: ['#f59e0b', '#b45309'] },
        { cornerRadius: 8 },
      ),
      text(`Item name ${name}`, name, {
        fontSize: 16,
        lineHeight: 24,
        across: 'FILL',
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Item price ${name}`, price, {
        fontSize: 16,
        lineHeight: 24,
        fills: [{ variable: 'gray-900' }],
      }),
    ],
    { gap: 16, across: 'FILL' },
  );

const sum = (name: string, amount: string, isTotal = false): NodeData =>
  row(
    `Sum ${name}`,
    [
      text(`Sum name ${name}`, name, {
        fontSize: 16,
        fontWeight: isTotal ? 600 : 400,
        lineHeight: 24,
        fills: [{ variable: isTotal ? 'gray-900' : 'gray-600' }],
      }),
      text(`Sum amount ${name}`, amount, {
        fontSize: 16,
        fontWeight: isTotal ? 600 : 400,
        lineHeight: 24,
        fills: [{ variable: 'gray-900' }],
      }),
    ],
    { across: 'FILL', align: 'SPACE_BETWEEN' },
  );

const step = (name: string, isNow: boolean): NodeData =>
  text(`Step ${name}`, name, {
    fontSize: 14,
    fontWeight: isNow ? 600 : 400,
    lineHeight: 20,
    fills: [{ variable: isNow ? 'blue-700' : 'gray-600' }],
  });

const frame: NodeData = screen(
  'Checkout',
  1280,
  900,
  [
    row('Steps', [step('Basket', false), step('Address', false), step('Payment', true)], {
      x: 160,
      y: 48,
      gap: 24,
    }),
    column(
      'Basket',
      [
        text('Basket title', 'Your basket', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        item('Enamel mug', '14.00 €'),
        item('Wool blanket', '89.00 €'),
        item('Camping stove', '46.50 €'),
      ],
      {
        x: 160,
        y: 96,
        width: 560,
        across: 'FIXED',
        gap: 24,
        padding: 32,
        fills: [{ variable: 'white' }],
        strokes: [{ variable: 'gray-200' }],
        cornerRadius: 12,
      },
    ),
    column(
      'Summary',
      [
        text('Summary title', 'Summary', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        sum('Goods', '149.50 €'),
        sum('Delivery', '4.90 €'),
        sum('Total', '154.40 €', true),
        instance(BUTTON, 'Pay', { across: 'FILL', interactive: true }),
        text('Note', 'You can send anything back within 30 days.', {
          fontSize: 14,
          lineHeight: 20,
          across: 'FILL',
          fills: [{ variable: 'gray-600' }],
        }),
      ],
      {
        x: 752,
        y: 96,
        width: 368,
        across: 'FIXED',
        gap: 16,
        padding: 32,
        fills: [{ variable: 'white' }],
        strokes: [{ variable: 'gray-200' }],
        cornerRadius: 12,
      },
    ),
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const checkout: Specimen = {
  frame,
  faults: [
    {
      name: 'a note too pale and small',
      rule: 'text-contrast',
      layer: 'Note',
      plant: (root) =>
        changed(root, 'Note', (node) => ({ ...node, fills: [{ variable: 'gray-400' }] })),
    },
    {
      name: 'a padding that is none of the steps',
      rule: 'spacing',
      layer: 'Summary',
      plant: (root) => changed(root, 'Summary', (node) => ({ ...node, padding: [32, 32, 32, 27] })),
    },
    {
      name: 'a sum of 15 px among those of 16',
      rule: 'hierarchy',
      layer: 'Sum amount Delivery',
      plant: (root) => changed(root, 'Sum amount Delivery', (node) => ({ ...node, fontSize: 15 })),
    },
    {
      name: 'the summary 2 px too low',
      rule: 'alignment',
      layer: 'Summary',
      plant: (root) =>
        changed(
          changed(root, 'Summary', (node) => ({ ...node, y: 98 })),
          'Steps',
          (node) => node,
        ),
    },
  ],
};
