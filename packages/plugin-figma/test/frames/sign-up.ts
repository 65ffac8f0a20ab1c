import type { NodeData } from '../figma/document.js';
import { box, changed, column, row, screen, text } from './build.js';
import type { Specimen } from './specimen.js';

const field = (label: string, hint: string): NodeData =>
  column(
    `Field ${label}`,
    [
      text(`Label ${label}`, label, {
        fontSize: 14,
        fontWeight: 500,
        lineHeight: 20,
        fills: [{ variable: 'gray-700' }],
      }),
      row(
        `Input ${label}`,
        [
          text(`Hint ${label}`, hint, {
            fontSize: 16,
            lineHeight: 24,
            fills: [{ variable: 'gray-500' }],
          }),
        ],
        {
          across: 'FILL',
          padding: [12, 16, 12, 16],
          strokes: [{ variable: 'gray-450' }],
          fills: [{ variable: 'white' }],
          cornerRadius: 8,
          interactive: true,
        },
      ),
    ],
    { gap: 8, across: 'FILL' },
  );

const frame: NodeData = screen(
  'Sign up',
  1440,
  1024,
  [
    column(
      'Card',
      [
        text('Title', 'Create your account', {
          fontSize: 32,
          fontWeight: 700,
          lineHeight: 40,
          fills: [{ variable: 'gray-900' }],
        }),
        text('Lead', 'Plan trips with friends. Free for teams of up to five people.', {
          fontSize: 16,
          lineHeight: 24,
          fills: [{ variable: 'gray-600' }],
          across: 'FILL',
        }),
        column(
          'Form',
          [
            field('Name', 'Ada Lovelace'),
            field('Email', 'ada@example.org'),
            field('Password', 'At least 12 characters'),
          ],
          {
            gap: 16,
            across: 'FILL',
          },
        ),
        row(
          'Submit',
          [
            text('Submit label', 'Create account', {
              fontSize: 16,
              fontWeight: 600,
              lineHeight: 24,
              fills: [{ variable: 'white' }],
            }),
          ],
          {
            across: 'FILL',
            align: 'CENTER',
            padding: [12, 24, 12, 24],
            fills: [{ variable: 'blue-600' }],
            cornerRadius: 8,
            interactive: true,
          },
        ),
        row(
          'Divider',
          [
            box('Line left', 120, 1, { variable: 'gray-200' }, { across: 'FILL' }),
            text('Or', 'or', { fontSize: 14, lineHeight: 20, fills: [{ variable: 'gray-600' }] }),
            box('Line right', 120, 1, { variable: 'gray-200' }, { across: 'FILL' }),
          ],
          { gap: 16, across: 'FILL' },
        ),
        text('Terms', 'By creating an account you agree to the terms.', {
          fontSize: 14,
          lineHeight: 20,
          fills: [{ variable: 'gray-600' }],
          across: 'FILL',
        }),
      ],
      {
        x: 480,
        y: 144,
        width: 480,
        across: 'FIXED',
        gap: 24,
        padding: 40,
        fills: [{ variable: 'white' }],
        strokes: [{ variable: 'gray-200' }],
        cornerRadius: 16,
      },
    ),
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const signUp: Specimen = {
  frame,
  faults: [
    {
      name: 'terms too pale, bound to a token',
      rule: 'text-contrast',
      layer: 'Terms',
      plant: (root) =>
        changed(root, 'Terms', (node) => ({ ...node, fills: [{ variable: 'gray-400' }] })),
    },
    {
      name: 'a gap beside the rhythm',
      rule: 'spacing',
      layer: 'Form',
      plant: (root) => changed(root, 'Form', (node) => ({ ...node, gap: 13 })),
    },
    {
      name: 'label of the button too pale',
      rule: 'text-contrast',
      layer: 'Submit label',
      plant: (root) =>
        changed(root, 'Submit', (node) => ({ ...node, fills: [{ variable: 'blue-300' }] })),
    },
    {
      name: 'terms too small',
      rule: 'text-size',
      layer: 'Terms',
      plant: (root) => changed(root, 'Terms', (node) => ({ ...node, fontSize: 9, lineHeight: 14 })),
    },
  ],
};
