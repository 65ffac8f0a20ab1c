import type { NodeData } from '../figma/document.js';
import { changed, column, instance, row, screen, text } from './build.js';
import { ICON_BUTTON } from './components.js';
import type { Specimen } from './specimen.js';

const mail = (
  from: string,
  subject: string,
  when: string,
  status: 'new' | 'late' | 'done',
): NodeData =>
  row(
    `Mail ${from}`,
    [
      {
        type: 'ELLIPSE',
        name: `Status ${from}`,
        width: 12,
        height: 12,
        fills: [{ variable: { new: 'blue-600', late: 'amber-700', done: 'gray-450' }[status] }],
      },
      column(
        `Words ${from}`,
        [
          text(`From ${from}`, from, {
            fontSize: 14,
            fontWeight: 600,
            lineHeight: 20,
            fills: [{ variable: 'gray-900' }],
          }),
          text(`Subject ${from}`, subject, {
            fontSize: 14,
            lineHeight: 20,
            across: 'FILL',
            fills: [{ variable: 'gray-600' }],
          }),
        ],
        { gap: 4, across: 'FILL' },
      ),
      text(`When ${from}`, when, {
        fontSize: 12,
        lineHeight: 16,
        fills: [{ variable: 'gray-600' }],
      }),
    ],
    { gap: 12, padding: [12, 16, 12, 16], across: 'FILL', interactive: true },
  );

const frame: NodeData = screen(
  'Inbox',
  1280,
  800,
  [
    column(
      'List',
      [
        text('Heading', 'Inbox', {
          fontSize: 24,
          fontWeight: 700,
          lineHeight: 32,
          fills: [{ variable: 'gray-900' }],
        }),
        column(
          'Mails',
          [
            mail('Ines Duarte', 'Photos of the roof', '9:41', 'new'),
            mail('Town hall', 'Your permit', '8:15', 'late'),
            mail('Jonas', 'Saturday?', 'Mon', 'done'),
            mail('Library', 'Two books are due', 'Sun', 'late'),
            mail('Aiko', 'Recipe', 'Sat', 'done'),
          ],
          { gap: 4, across: 'FILL' },
        ),
      ],
      {
        x: 0,
        y: 0,
        width: 400,
        height: 800,
        across: 'FIXED',
        down: 'FIXED',
        gap: 16,
        padding: 24,
        fills: [{ variable: 'white' }],
      },
    ),
    column(
      'Mail',
      [
        row(
          'Mail head',
          [
            text('Mail subject', 'Photos of the roof', {
              fontSize: 24,
              fontWeight: 700,
              lineHeight: 32,
              fills: [{ variable: 'gray-900' }],
            }),
            row('Mail tools', [instance(ICON_BUTTON, 'Archive'), instance(ICON_BUTTON, 'Reply')], {
              gap: 8,
            }),
          ],
          { across: 'FILL', align: 'SPACE_BETWEEN' },
        ),
        text(
          'Mail text',
          'Hello! The roofer was here this morning. Three tiles on the north side are broken, and the gutter is full of leaves. I have put the photos into the shared folder. He can come back on Thursday.',
          { fontSize: 16, lineHeight: 24, across: 'FILL', fills: [{ variable: 'gray-700' }] },
        ),
        row(
          'Answer',
          [
            text('Answer label', 'Answer', {
              fontSize: 16,
              fontWeight: 600,
              lineHeight: 24,
              fills: [{ variable: 'white' }],
            }),
          ],
          {
            padding: [8, 24, 8, 24],
            fills: [{ variable: 'blue-600' }],
            cornerRadius: 8,
            interactive: true,
          },
        ),
      ],
      { x: 448, y: 24, width: 600, across: 'FIXED', gap: 24 },
    ),
  ],
  { fills: [{ variable: 'gray-50' }] },
);

export const inbox: Specimen = {
  frame,
  faults: [
    {
      name: 'states told by red and green alone',
      rule: 'colour-vision',
      layer: 'Status Town hall',
      plant: (root) =>
        (
          [
            ['Status Ines Duarte', '#4d8b31'],
            ['Status Town hall', '#b5652b'],
            ['Status Library', '#b5652b'],
          ] as const
        ).reduce(
          (now, [name, colour]) => changed(now, name, (node) => ({ ...node, fills: [colour] })),
          root,
        ),
    },
    {
      name: 'times too small',
      rule: 'text-size',
      layer: 'When Ines Duarte',
      plant: (root) =>
        changed(root, 'When Ines Duarte', (node) => ({ ...node, fontSize: 9, lineHeight: 12 })),
    },
    {
      name: 'a subject too pale',
      rule: 'text-contrast',
      layer: 'Subject Jonas',
      plant: (root) => changed(root, 'Subject Jonas', (node) => ({ ...node, fills: ['#a3a9b5'] })),
    },
    {
      name: 'a blue beside the blue',
      rule: 'colour-count',
      layer: 'Answer',
      plant: (root) => changed(root, 'Answer', (node) => ({ ...node, fills: ['#2866ea'] })),
    },
  ],
};
