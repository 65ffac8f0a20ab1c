import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const feature = (plan: string, name: string): NodeData =>
  row(
    `Feature ${plan} ${name}`,
    [
      box(`Tick ${plan} ${name}`, 16, 16, { variable: 'green-700' }, { cornerRadius: 8 }),
      text(`Feature text ${plan} ${name}`, name, {
        fontSize: 16,
        lineHeight: 24,
        fills: [{ variable: 'gray-700' }],
      }),
    ],
    { gap: 12 },
  );

const plan = (
  name: string,
  price: string,
  lead: string,
  features: readonly string[],
  isMain = false,
): NodeData =>
  column(
    `Plan ${name}`,
    [
      text(`Plan name ${name}`, name, {
        fontSize: 20,
        fontWeight: 600,
        lineHeight: 28,
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Plan price ${name}`, price, {
        fontSize: 40,
        fontWeight: 700,
        lineHeight: 48,
        fills: [{ variable: 'gray-900' }],
      }),
      text(`Plan lead ${name}`, lead, {
        fontSize: 16,
        lineHeight: 24,
        across: 'FILL',
        fills: [{ variable: 'gray-600' }],
      }),
      row(
        `Choose ${name}`,
        [
          text(`Choose label ${name}`, `Choose ${name}`, {
            fontSize: 16,
            fontWeight: 600,
            lineHeight: 24,
            fills: [{ variable: isMain ? 'white' : 'blue-700' }],
          }),
        ],
        {
          across: 'FILL',
          align: 'CENTER',
          padding: [12, 24, 12, 24],
          cornerRadius: 8,
          interactive: true,
          fills: [{ variable: isMain ? 'blue-600' : 'white' }],
          strokes: [{ variable: 'blue-600' }],
        },
      ),
      column(
        `Features ${name}`,
        features.map((each) => feature(name, each)),
        { gap: 12, across: 'FILL' },
      ),
    ],
    {
      gap: 24,
      padding: 32,
      width: 368,
      across: 'FIXED',
      fills: [{ variable: 'white' }],
      strokes: [{ variable: isMain ? 'blue-600' : 'gray-200' }],
      strokeWeight: isMain ? 2 : 1,
      cornerRadius: 16,
    },
  );

const frame: NodeData = screen(
  'Pricing',
  1440,
  1024,
  [
    column(
      'Intro',
      [
        text('Heading', 'Pay for what you ship', {
          fontSize: 40,
          fontWeight: 700,
          lineHeight: 48,
          fills: [{ variable: 'gray-900' }],
        }),
        text('Lead', 'Every plan has all features. Change or cancel whenever you like.', {
          fontSize: 18,
          lineHeight: 28,
          fills: [{ variable: 'gray-600' }],
        }),
      ],
      { x: 0, y: 80, width: 1440, across: 'FIXED', gap: 16, cross: 'CENTER' },
    ),
    {
      ...plan('Solo', '9 €', 'For one person and three projects.', [
        '3 projects',
        '10 GB of files',
        'Help by mail',
      ]),
      x: 144,
      y: 264,
    },
    {
      ...plan(
        'Team',
        '29 €',
        'For up to twenty people.',
        ['50 projects', '1 TB of files', 'Help within a day'],
        true,
      ),
      x: 536,
      y: 264,
    },
    {
      ...plan('Studio', '99 €', 'For agencies with many clients.', [
        'No limit',
        '10 TB of files',
        'A person to call',
      ]),
      x: 928,
      y: 264,
    },
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const pricing: Specimen = {
  frame,
  faults: [
    {
      name: 'a card 3 px too low',
      rule: 'alignment',
      layer: 'Plan Studio',
      plant: (root) => changed(root, 'Plan Studio', (node) => ({ ...node, y: 267 })),
    },
    {
      name: 'a gap between cards that is not the other one',
      rule: 'spacing',
      layer: 'Plan Studio',
      plant: (root) => changed(root, 'Plan Studio', (node) => ({ ...node, x: 933 })),
    },
    {
      name: 'a grey that is nearly another one',
      rule: 'colour-count',
      layer: 'Plan lead Solo',
      plant: (root) => changed(root, 'Plan lead Solo', (node) => ({ ...node, fills: ['#4a5464'] })),
    },
    {
      name: 'the label of a button too pale',
      rule: 'text-contrast',
      layer: 'Choose label Solo',
      plant: (root) =>
        changed(root, 'Choose label Solo', (node) => ({
          ...node,
          fills: [{ variable: 'blue-300' }],
        })),
    },
    {
      name: 'two sizes of type that hardly differ',
      rule: 'hierarchy',
      layer: 'Lead',
      plant: (root) => changed(root, 'Lead', (node) => ({ ...node, fontSize: 17 })),
    },
  ],
};
