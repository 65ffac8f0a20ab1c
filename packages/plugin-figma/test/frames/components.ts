/** Components that the frames have instances of. */
import type { NodeData } from '../figma/document.js';
import { box, row, text } from './build.js';

const as = (id: string, node: NodeData): NodeData => ({ ...node, id, type: 'COMPONENT' });

export const BUTTON = as(
  'component:button',
  row(
    'Button',
    [
      text('Label', 'Continue', {
        fontSize: 16,
        fontWeight: 600,
        lineHeight: 24,
        fills: [{ variable: 'white' }],
      }),
    ],
    {
      padding: [8, 16, 8, 16],
      align: 'CENTER',
      fills: [{ variable: 'blue-600' }],
      cornerRadius: 8,
    },
  ),
);

/** A target that is smaller than it may be: to be mended in the component. */
export const SMALL_ICON_BUTTON = as(
  'component:icon-button',
  row('Icon button', [box('Glyph', 12, 12, { variable: 'gray-700' }, { cornerRadius: 2 })], {
    padding: 3,
    cornerRadius: 4,
  }),
);

export const ICON_BUTTON = as(
  'component:icon-button-large',
  row('Icon button', [box('Glyph', 16, 16, { variable: 'gray-700' }, { cornerRadius: 2 })], {
    padding: 8,
    cornerRadius: 4,
  }),
);

/** Where components lie: beside the screens. */
export const LIBRARY: NodeData = {
  type: 'SECTION',
  name: 'Components',
  x: 0,
  y: 3000,
  width: 600,
  height: 400,
  children: [BUTTON, SMALL_ICON_BUTTON, ICON_BUTTON],
};
