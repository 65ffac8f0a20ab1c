/** Frames of interfaces for tests: short to write, children relative to what holds them. */
import type {
  Layout,
  LayoutNode,
  LayoutText,
  Paint,
  TextSegment,
} from '../src/protocol/generated/layout.js';

/** A layer and what it holds. */
export interface Tree {
  readonly node: LayoutNode;
  readonly children: readonly Tree[];
}

type Common = Partial<
  Omit<LayoutNode, 'id' | 'name' | 'kind' | 'text' | 'parent' | 'fills' | 'strokes'>
> & {
  readonly id?: string;
  readonly fill?: string | Paint | readonly Paint[];
  readonly stroke?: string | Paint;
};

function layer(
  kind: LayoutNode['kind'],
  name: string,
  { fill, stroke, ...rest }: Common,
  children: readonly Tree[] = [],
): Tree {
  const node: LayoutNode = { id: name, name, kind, x: 0, y: 0, width: 100, height: 100, ...rest };
  if (fill !== undefined) node.fills = paints(fill);
  if (stroke !== undefined) node.strokes = paints(stroke);
  return { node, children };
}

function paints(fill: string | Paint | readonly Paint[]): Paint[] {
  if (typeof fill === 'string') return [solid(fill)];
  return 'kind' in fill ? [fill] : [...fill];
}

export function solid(colour: string, token?: string): Paint {
  return { kind: 'solid', colour, ...(token === undefined ? {} : { token }) };
}

export const box = (name: string, how: Common = {}, children: readonly Tree[] = []): Tree =>
  layer('container', name, how, children);

export const shape = (name: string, how: Common = {}): Tree => layer('shape', name, how);

export type TextHow = Common & {
  readonly size?: number;
  readonly weight?: number;
  readonly leading?: number;
  readonly style?: string;
  readonly segments?: TextSegment[];
} & Partial<Omit<LayoutText, 'characters' | 'segments'>>;

/** A text of one line, as wide as its letters unless another width is given. */
export function text(
  name: string,
  characters: string,
  {
    size = 16,
    weight = 400,
    leading = Math.round((size * 1.5) / 4) * 4,
    style,
    segments,
    align,
    lines = 1,
    truncated,
    fixedSize,
    neededHeight,
    neededWidth,
    fill = '#111827',
    ...rest
  }: TextHow = {},
): Tree {
  const one: TextSegment = {
    length: characters.length,
    fontSize: size,
    fontWeight: weight,
    lineHeight: leading,
  };
  if (style !== undefined) one.style = style;
  const set: LayoutText = { characters, segments: segments ?? [one], lines };
  Object.assign(
    set,
    Object.fromEntries(
      Object.entries({ align, truncated, fixedSize, neededHeight, neededWidth }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  );
  const tree = layer('text', name, {
    width: Math.ceil(characters.length * size * 0.52),
    height: lines * leading,
    fill,
    ...rest,
  });
  return { ...tree, node: { ...tree.node, text: set } };
}

/** What an auto layout arranges: gaps and paddings alike on all sides. */
export function arranged(
  direction: 'row' | 'column',
  gap: number,
  padding: number | readonly [top: number, right: number, bottom: number, left: number] = 0,
): Pick<LayoutNode, 'autoLayout'> {
  const [top, right, bottom, left] =
    typeof padding === 'number' ? [padding, padding, padding, padding] : padding;
  return { autoLayout: { direction, gap, padding: { top, right, bottom, left } } };
}

/** A frame of trees. Ids are told apart by a number where a name comes again. */
export function layoutOf(
  frame: Partial<Layout> & Pick<Layout, 'width' | 'height'>,
  trees: readonly Tree[],
): Layout {
  const nodes: LayoutNode[] = [];
  const taken = new Map<string, number>();
  const add = ({ node, children }: Tree, x: number, y: number, parent?: string): void => {
    const count = taken.get(node.id) ?? 0;
    taken.set(node.id, count + 1);
    const id = count === 0 ? node.id : `${node.id} ${count + 1}`;
    const placed = { ...node, id, x: node.x + x, y: node.y + y };
    nodes.push(parent === undefined ? placed : { ...placed, parent });
    for (const child of children) add(child, placed.x, placed.y, id);
  };
  for (const tree of trees) add(tree, 0, 0);
  return { fills: [{ kind: 'solid', colour: '#ffffff' }], ...frame, nodes };
}

/** The layout with one of its layers changed. */
export function changed(layout: Layout, id: string, change: Partial<LayoutNode>): Layout {
  const known = layout.nodes.some((node) => node.id === id);
  if (!known)
    throw new Error(`No layer ${id} in ${layout.nodes.map((node) => node.id).join(', ')}.`);
  return {
    ...layout,
    nodes: layout.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  };
}

const WORDS =
  'A place to keep what matters and to find it again when it is wanted, without a search.';

/** Frames as good designers make them, in which there is nothing to find. */
export const GOOD_FRAMES: Readonly<Record<string, Layout>> = {
  'sign-in form, auto layout': layoutOf({ width: 390, height: 844 }, [
    box('Screen', { width: 390, height: 844, ...arranged('column', 24, [64, 24, 32, 24]) }, [
      text('Title', 'Welcome back', { x: 24, y: 64, size: 28, weight: 700 }),
      text('Lead', 'Sign in to go on with your projects.', { x: 24, y: 132, fill: '#4b5563' }),
      box('Email', { x: 24, y: 180, width: 342, height: 76, ...arranged('column', 8) }, [
        text('Label', 'Email', { size: 14, weight: 500 }),
        box(
          'Input',
          {
            y: 28,
            width: 342,
            height: 48,
            fill: '#ffffff',
            stroke: '#d1d5db',
            interactive: true,
            ...arranged('row', 8, [12, 16, 12, 16]),
          },
          [text('Placeholder', 'you@example.com', { x: 16, y: 12, fill: '#6b7280' })],
        ),
      ]),
      box('Password', { x: 24, y: 280, width: 342, height: 76, ...arranged('column', 8) }, [
        text('Label', 'Password', { size: 14, weight: 500 }),
        box(
          'Input',
          {
            y: 28,
            width: 342,
            height: 48,
            fill: '#ffffff',
            stroke: '#d1d5db',
            interactive: true,
            ...arranged('row', 8, [12, 16, 12, 16]),
          },
          [text('Placeholder', 'At least 8 characters', { x: 16, y: 12, fill: '#6b7280' })],
        ),
      ]),
      box(
        'Button',
        {
          x: 24,
          y: 380,
          width: 342,
          height: 48,
          fill: '#1d4ed8',
          interactive: true,
          component: { name: 'Button', id: '1:2' },
          ...arranged('row', 8, [12, 24, 12, 24]),
        },
        [text('Label', 'Sign in', { x: 143, y: 12, weight: 600, fill: '#ffffff' })],
      ),
      text('Forgot', 'Forgot your password?', {
        x: 110,
        y: 452,
        size: 14,
        leading: 20,
        fill: '#1d4ed8',
        interactive: true,
      }),
    ]),
  ]),
  'dashboard, placed by hand': layoutOf(
    {
      width: 1440,
      height: 900,
      fills: [solid('#f3f4f6')],
      grid: { columns: 12, gutter: 24, margin: 32 },
    },
    [
      box('Sidebar', { width: 1440, height: 64, fill: '#111827' }, [
        text('Logo', 'Northwind', {
          x: 32,
          y: 20,
          size: 20,
          weight: 700,
          leading: 24,
          fill: '#ffffff',
        }),
        text('Nav 1', 'Overview', {
          x: 200,
          y: 22,
          size: 14,
          leading: 20,
          fill: '#ffffff',
          interactive: true,
        }),
        text('Nav 2', 'Orders', {
          x: 300,
          y: 22,
          size: 14,
          leading: 20,
          fill: '#9ca3af',
          interactive: true,
        }),
        text('Nav 3', 'Customers', {
          x: 400,
          y: 22,
          size: 14,
          leading: 20,
          fill: '#9ca3af',
          interactive: true,
        }),
      ]),
      text('Heading', 'Overview', { x: 32, y: 96, size: 32, weight: 700, leading: 40 }),
      ...[0, 1, 2, 3].map((index) =>
        box('Card', { x: 32 + 350 * index, y: 160, width: 326, height: 128, fill: '#ffffff' }, [
          text('Label', ['Revenue', 'Orders', 'Customers', 'Returns'][index]!, {
            x: 24,
            y: 24,
            size: 14,
            leading: 20,
            fill: '#6b7280',
          }),
          text('Value', ['€ 48,210', '1,204', '820', '3.1 %'][index]!, {
            x: 24,
            y: 52,
            size: 28,
            weight: 700,
            leading: 36,
          }),
          text('Change', ['+ 4.1 %', '+ 2.0 %', '+ 0.4 %', '− 0.2 %'][index]!, {
            x: 24,
            y: 92,
            size: 12,
            leading: 16,
            fill: '#15803d',
          }),
        ]),
      ),
      box('Chart card', { x: 32, y: 312, width: 676, height: 400, fill: '#ffffff' }, [
        text('Chart title', 'Revenue by month', {
          x: 24,
          y: 24,
          size: 18,
          weight: 600,
          leading: 24,
        }),
        box('Chart', { x: 24, y: 72, width: 628, height: 304 }, [
          ...[120, 180, 90, 220, 160, 240].map((height, index) =>
            shape('Bar', {
              x: 24 + index * 100,
              y: 304 - height,
              width: 48,
              height,
              fill: '#2563eb',
            }),
          ),
        ]),
      ]),
      box('Table card', { x: 732, y: 312, width: 676, height: 400, fill: '#ffffff' }, [
        text('Table title', 'Last orders', { x: 24, y: 24, size: 18, weight: 600, leading: 24 }),
        ...[0, 1, 2, 3, 4].flatMap((row) => [
          text('Order', `Order ${1200 + row}`, { x: 24, y: 80 + row * 56, size: 14, leading: 20 }),
          text('Buyer', ['Ada Byron', 'Alan Kay', 'Grace H.', 'Edsger D.', 'Barbara L.'][row]!, {
            x: 240,
            y: 80 + row * 56,
            size: 14,
            leading: 20,
            fill: '#4b5563',
          }),
          text('Sum', `€ ${40 + row * 7}.00`, {
            x: 560,
            y: 80 + row * 56,
            width: 92,
            size: 14,
            leading: 20,
            align: 'right',
          }),
          shape('Divider', { x: 24, y: 116 + row * 56, width: 628, height: 1, fill: '#e5e7eb' }),
        ]),
      ]),
    ],
  ),
  'article, dark': layoutOf({ width: 768, height: 1024, fills: [solid('#0f172a')] }, [
    box('Page', { width: 768, height: 1024, ...arranged('column', 24, [48, 64, 48, 64]) }, [
      text('Overline', 'FIELD NOTES', {
        x: 64,
        y: 48,
        size: 12,
        weight: 600,
        leading: 16,
        fill: '#38bdf8',
      }),
      text('Title', 'The shore at low tide', {
        x: 64,
        y: 88,
        size: 40,
        weight: 700,
        leading: 48,
        fill: '#f8fafc',
      }),
      text('Body', `${WORDS} ${WORDS} ${WORDS}`, {
        x: 64,
        y: 160,
        width: 640,
        size: 18,
        leading: 28,
        lines: 4,
        fill: '#e2e8f0',
      }),
      shape('Photo', { x: 64, y: 296, width: 640, height: 360, fill: { kind: 'image' } }),
      text('Caption', 'Low tide at seven in the morning.', {
        x: 64,
        y: 680,
        size: 14,
        leading: 20,
        fill: '#94a3b8',
      }),
      text('Body 2', `${WORDS} ${WORDS}`, {
        x: 64,
        y: 724,
        width: 640,
        size: 18,
        leading: 28,
        lines: 3,
        fill: '#e2e8f0',
      }),
    ]),
  ]),
  'list with a floating button': layoutOf({ width: 360, height: 640 }, [
    box(
      'App bar',
      { width: 360, height: 56, fill: '#4338ca', ...arranged('row', 16, [16, 16, 16, 16]) },
      [
        box('Icon button', { x: 16, y: 16, width: 24, height: 24, interactive: true }, [
          shape('Bar 1', { x: 3, y: 6, width: 18, height: 2, fill: '#ffffff' }),
          shape('Bar 2', { x: 3, y: 11, width: 18, height: 2, fill: '#ffffff' }),
          shape('Bar 3', { x: 3, y: 16, width: 18, height: 2, fill: '#ffffff' }),
        ]),
        text('Title', 'Inbox', {
          x: 56,
          y: 14,
          size: 20,
          weight: 500,
          leading: 28,
          fill: '#ffffff',
        }),
      ],
    ),
    box('List', { y: 56, width: 360, height: 584, clips: true, ...arranged('column', 0) }, [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((row) =>
        box(
          'List item',
          {
            y: row * 76,
            width: 360,
            height: 76,
            interactive: true,
            component: { name: 'List item', id: '4:1' },
            ...arranged('row', 16, [12, 16, 12, 16]),
          },
          [
            shape('Avatar', { x: 16, y: 18, width: 40, height: 40, fill: '#c7d2fe' }),
            text('Sender', ['Mia', 'Noah', 'Emil', 'Lena', 'Paul', 'Ida', 'Kurt', 'Rosa'][row]!, {
              x: 72,
              y: 12,
              weight: 500,
            }),
            text('Subject', 'The plan for next week', {
              x: 72,
              y: 40,
              size: 14,
              leading: 20,
              fill: '#4b5563',
            }),
          ],
        ),
      ),
    ]),
    box(
      'FAB',
      { x: 288, y: 568, width: 56, height: 56, fill: '#4338ca', interactive: true, floats: true },
      [shape('Plus', { x: 16, y: 16, width: 24, height: 24, fill: '#ffffff' })],
    ),
  ]),
};
