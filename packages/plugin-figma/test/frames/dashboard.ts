import type { NodeData } from '../figma/document.js';
import { box, changed, column, instance, row, screen, text } from './build.js';
import { ICON_BUTTON, SMALL_ICON_BUTTON } from './components.js';
import type { Specimen } from './specimen.js';

const nav = (name: string, isOpen = false): NodeData =>
  row(
    `Nav ${name}`,
    [
      box(
        `Nav icon ${name}`,
        16,
        16,
        { variable: isOpen ? 'blue-700' : 'gray-500' },
        { cornerRadius: 4 },
      ),
      text(`Nav label ${name}`, name, {
        fontSize: 14,
        fontWeight: isOpen ? 600 : 400,
        lineHeight: 20,
        fills: [{ variable: isOpen ? 'blue-700' : 'gray-700' }],
      }),
    ],
    { gap: 12, padding: [8, 12, 8, 12], across: 'FILL', interactive: true, cornerRadius: 8 },
  );

const tile = (name: string, value: string, change: string, isUp: boolean): NodeData =>
  column(
    `Tile ${name}`,
    [
      text(`Tile name ${name}`, name, {
        fontSize: 14,
        lineHeight: 20,
        fills: [{ variable: 'gray-600' }],
      }),
      text(`Tile value ${name}`, value, {
        fontSize: 32,
        fontWeight: 700,
        lineHeight: 40,
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Tile change ${name}`, change, {
        fontSize: 14,
        fontWeight: 500,
        lineHeight: 20,
        fills: [{ variable: isUp ? 'green-700' : 'red-700' }],
      }),
    ],
    {
      gap: 8,
      padding: 24,
      across: 'FILL',
      fills: [{ variable: 'white' }],
      strokes: [{ variable: 'gray-200' }],
      cornerRadius: 12,
    },
  );

const bar = (day: string, height: number): NodeData =>
  column(
    `Bar ${day}`,
    [
      box(`Bar shape ${day}`, 40, height, { variable: 'blue-600' }, { cornerRadius: 4 }),
      text(`Bar day ${day}`, day, {
        fontSize: 12,
        lineHeight: 16,
        fills: [{ variable: 'gray-600' }],
      }),
    ],
    { gap: 8, cross: 'CENTER' },
  );

const frame: NodeData = screen(
  'Dashboard',
  1440,
  1024,
  [
    column(
      'Sidebar',
      [
        text('Brand', 'Harbour', {
          fontSize: 20,
          fontWeight: 700,
          lineHeight: 28,
          fills: [{ variable: 'gray-900' }],
        }),
        column(
          'Navigation',
          [nav('Overview', true), nav('Orders'), nav('Customers'), nav('Reports')],
          { gap: 4, across: 'FILL' },
        ),
      ],
      {
        x: 0,
        y: 0,
        width: 240,
        height: 1024,
        across: 'FIXED',
        down: 'FIXED',
        gap: 32,
        padding: 24,
        fills: [{ variable: 'white' }],
      },
    ),
    column(
      'Content',
      [
        row(
          'Head',
          [
            text('Heading', 'Overview', {
              fontSize: 24,
              fontWeight: 700,
              lineHeight: 32,
              fills: [{ variable: 'gray-900' }],
            }),
            row('Tools', [instance(ICON_BUTTON, 'Search'), instance(ICON_BUTTON, 'Settings')], {
              gap: 8,
            }),
          ],
          { across: 'FILL', align: 'SPACE_BETWEEN' },
        ),
        row(
          'Tiles',
          [
            tile('Revenue', '48,210 €', '12 % more than in May', true),
            tile('Orders', '1,284', '3 % more than in May', true),
            tile('Returns', '37', '8 % more than in May', false),
          ],
          { gap: 24, across: 'FILL', cross: 'MIN' },
        ),
        column(
          'Chart',
          [
            text('Chart title', 'Orders a day', {
              fontSize: 16,
              fontWeight: 600,
              lineHeight: 24,
              fills: [{ variable: 'gray-900' }],
            }),
            row(
              'Bars',
              [
                bar('Mon', 120),
                bar('Tue', 168),
                bar('Wed', 144),
                bar('Thu', 200),
                bar('Fri', 232),
                bar('Sat', 96),
                bar('Sun', 64),
              ],
              {
                gap: 32,
                cross: 'MAX',
              },
            ),
          ],
          {
            gap: 24,
            padding: 24,
            across: 'FILL',
            fills: [{ variable: 'white' }],
            strokes: [{ variable: 'gray-200' }],
            cornerRadius: 12,
          },
        ),
      ],
      { x: 280, y: 40, width: 1120, across: 'FIXED', gap: 24 },
    ),
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const dashboard: Specimen = {
  frame,
  faults: [
    {
      name: 'an icon button below 24 px, in its component',
      rule: 'touch-target',
      layer: 'Settings',
      plant: (root) =>
        changed(
          changed(root, 'Search', () => instance(SMALL_ICON_BUTTON, 'Search')),
          'Settings',
          () => instance(SMALL_ICON_BUTTON, 'Settings', {}),
        ),
    },
    {
      name: 'days under the chart too small',
      rule: 'text-size',
      layer: 'Bar day Mon',
      plant: (root) =>
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].reduce(
          (now, day) =>
            changed(now, `Bar day ${day}`, (node) => ({ ...node, fontSize: 8, lineHeight: 12 })),
          root,
        ),
    },
    {
      name: 'names of the tiles too pale',
      rule: 'text-contrast',
      layer: 'Tile name Orders',
      plant: (root) =>
        changed(root, 'Tile name Orders', (node) => ({
          ...node,
          fills: [{ variable: 'gray-400' }],
        })),
    },
    {
      name: 'a gap between tiles beside the rhythm',
      rule: 'spacing',
      layer: 'Tiles',
      plant: (root) => changed(root, 'Tiles', (node) => ({ ...node, gap: 22 })),
    },
  ],
};
