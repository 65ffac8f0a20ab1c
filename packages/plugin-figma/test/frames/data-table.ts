import type { NodeData } from '../figma/document.js';
import { changed, column, instance, row, screen, text } from './build.js';
import { BUTTON } from './components.js';
import type { Specimen } from './specimen.js';

const WIDTHS = [320, 240, 160, 160];

const cell = (line: string, index: number, characters: string, isHead: boolean): NodeData =>
  row(
    `Cell ${line} ${index}`,
    [
      text(`Text ${line} ${index}`, characters, {
        fontSize: 14,
        fontWeight: isHead ? 600 : 400,
        lineHeight: 20,
        fills: [{ variable: isHead ? 'gray-700' : 'gray-900' }],
      }),
    ],
    {
      width: WIDTHS[index]!,
      across: 'FIXED',
      padding: [12, 16, 12, 16],
      align: index === 3 ? 'MAX' : 'MIN',
    },
  );

const line = (name: string, cells: readonly string[], isHead = false): NodeData =>
  row(
    `Row ${name}`,
    cells.map((characters, index) => cell(name, index, characters, isHead)),
    { fills: [{ variable: isHead ? 'gray-100' : 'white' }] },
  );

const frame: NodeData = screen(
  'Data table',
  1040,
  640,
  [
    row(
      'Head',
      [
        text('Heading', 'Shipments', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        instance(BUTTON, 'New', { interactive: true }),
      ],
      { x: 80, y: 40, width: 880, across: 'FIXED', align: 'SPACE_BETWEEN' },
    ),
    column(
      'Table',
      [
        line('head', ['Receiver', 'Harbour', 'State', 'Weight'], true),
        line('1', ['Nordlys AS', 'Bergen', 'At sea', '1,240 kg']),
        line('2', ['Costa Verde', 'Vigo', 'Loaded', '860 kg']),
        line('3', ['Hansa Tea', 'Hamburg', 'Arrived', '2,015 kg']),
        line('4', ['Blue Anchor', 'Cork', 'At sea', '430 kg']),
        line('5', ['Pier Nine', 'Lisbon', 'Loaded', '1,090 kg']),
      ],
      { x: 80, y: 112, strokes: [{ variable: 'gray-200' }] },
    ),
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const dataTable: Specimen = {
  frame,
  faults: [
    {
      name: 'the table 3 px right of its heading',
      rule: 'alignment',
      layer: 'Table',
      plant: (root) => changed(root, 'Table', (node) => ({ ...node, x: 83 })),
    },
    {
      name: 'a cell that cannot be read',
      rule: 'text-contrast',
      layer: 'Text 3 2',
      plant: (root) => changed(root, 'Text 3 2', (node) => ({ ...node, fills: ['#e3b341'] })),
    },
    {
      name: 'a receiver cut off',
      rule: 'clipped',
      layer: 'Text 5 0',
      plant: (root) =>
        changed(root, 'Text 5 0', (node) => ({
          ...node,
          characters: 'Pier Nine Warehousing and Forwarding of the Lower Tagus Ltd',
          fixed: true,
          across: 'FIXED',
          width: 288,
          height: 20,
        })),
    },
    {
      name: 'cells of 10 px',
      rule: 'text-size',
      layer: 'Text 1 1',
      plant: (root) => changed(root, 'Text 1 1', (node) => ({ ...node, fontSize: 9 })),
    },
  ],
};
