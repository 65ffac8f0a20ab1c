/** What the main thread reads from a document and writes into it, against the double of Figma. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LayoutNode } from '@calm-sdk/core/layout';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fix } from '../src/messages.js';
import { annotate, removeAnnotations } from '../src/main/annotate.js';
import type { CallFailed } from '../src/main/call-failed.js';
import { makeFix } from '../src/main/fixes/index.js';
import { findFrame, framesOf, selectionOf } from '../src/main/frames.js';
import { ignore, readIgnored, unignore } from '../src/main/ignored.js';
import { readLayout } from '../src/main/read-layout.js';
import { watch, watchFrame } from '../src/main/watch.js';
import { FigmaDouble, type DoubleOptions } from './figma/double.js';
import { box, column, instance, row, screen, text } from './frames/build.js';
import { BUTTON, LIBRARY } from './frames/components.js';
import { SPECIMENS } from './frames/index.js';
import { COLOURS, documentOf } from './frames/specimen.js';

const FRAME = screen(
  'Frame',
  800,
  600,
  [
    column(
      'Stack',
      [
        text('Bound', 'Pale words', { fills: [{ variable: 'gray-400' }] }),
        text('Plain', 'Plain words', { fills: ['#999999'], fontSize: 15 }),
        text('Styled', 'Words of a style', {
          fillStyle: 'S:ink',
          fills: ['#334155'],
          textStyle: 'S:body',
          fontSize: 14,
        }),
      ],
      { x: 40, y: 40, gap: 13, padding: [7, 16, 8, 16] },
    ),
    row('Bound gap', [box('A', 20, 20, '#ff0000'), box('B', 20, 20, '#ff0000')], {
      x: 40,
      y: 300,
      gap: 12,
      gapVariable: 'space-12',
    }),
    box('Loose', 100, 40, '#0000ff', { x: 403, y: 40, interactive: true }),
    box('Photo', 300, 200, { image: 'photo' }, { x: 400, y: 200 }),
    instance(BUTTON, 'Button', { x: 40, y: 400 }),
  ],
  { grid: { columns: 12, gutter: 16, margin: 40 } },
);

let double: FigmaDouble;

function open(options: DoubleOptions = {}): void {
  const document = {
    ...documentOf([FRAME], [LIBRARY]),
    paintStyles: [
      { id: 'S:ink', name: 'Ink', colour: '#334155' },
      { id: 'S:night', name: 'Night', colour: '#0f172a' },
    ],
    textStyles: [
      { id: 'S:body', name: 'Body', fontSize: 14 },
      { id: 'S:large', name: 'Large', fontSize: 16 },
    ],
    images: { photo: 'data:image/png;base64,AAAA' },
  };
  double = new FigmaDouble(document, options);
  Object.assign(globalThis, { figma: double.api });
}

beforeEach(() => {
  open();
});

const id = (name: string): string => double.named(name).id;
const read = async (name = 'Frame') => readLayout(await findFrame(id(name)));

describe('a frame', () => {
  it('is read as a layout, where everything lies as it does on the page', async () => {
    const { nodes, width, height, grid, tokens } = await read();
    const node = (name: string): LayoutNode => nodes.find((each) => each.name === name)!;
    expect([width, height]).toEqual([800, 600]);
    expect(grid).toEqual({ columns: 12, gutter: 16, margin: 40 });
    expect(node('Bound')).toMatchObject({ kind: 'text', parent: id('Stack'), x: 56, y: 47 });
    expect(node('Bound').text?.segments[0]).toMatchObject({
      fontSize: 16,
      fills: [{ kind: 'solid', colour: '#9ca3af', token: 'gray-400' }],
    });
    expect(node('Styled').text?.segments[0]?.fills).toEqual([
      { kind: 'solid', colour: '#334155', token: 'S:ink' },
    ]);
    expect(node('Stack').autoLayout).toEqual({
      direction: 'column',
      gap: 13,
      padding: { top: 7, right: 16, bottom: 8, left: 16 },
    });
    expect(node('Bound gap').autoLayout).toMatchObject({ gapToken: 'space-12' });
    expect(node('Loose')).toMatchObject({ interactive: true, x: 403, y: 40 });
    expect(node('Photo').fills).toEqual([{ kind: 'image' }]);
    expect(node('Button').component).toEqual({ name: 'Button', id: 'component:button' });
    // All of a collection that something is bound to, and the styles of the file.
    expect(tokens).toContainEqual({
      kind: 'colour',
      id: 'gray-600',
      name: 'gray/600',
      collection: COLOURS.id,
      value: '#4b5563',
    });
    expect(tokens?.map((token) => token.id)).toEqual(
      expect.arrayContaining(['space-16', 'S:night']),
    );
  });

  it('is as the schema of layouts has it, each of a dozen', async () => {
    const folder = path.resolve(import.meta.dirname, '../../core/schema/v1');
    const ajv = new Ajv2020({ strict: false });
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
      ajv.addSchema(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object);
    }
    const isLayout = ajv.getSchema('https://calm-sdk.dev/schema/v1/layout.schema.json')!;
    double = new FigmaDouble(
      documentOf(
        SPECIMENS.map(({ frame }) => frame),
        [LIBRARY],
      ),
    );
    Object.assign(globalThis, { figma: double.api });
    for (const { frame } of SPECIMENS) {
      const layout = await read(frame.name);
      expect(layout.nodes.length).toBeGreaterThan(8);
      expect(isLayout(layout), JSON.stringify(isLayout.errors)).toBe(true);
      const known = new Set<string>();
      for (const node of layout.nodes) {
        if (node.parent !== undefined) expect(known.has(node.parent)).toBe(true);
        known.add(node.id);
      }
    }
  });

  it('has the colours of its own mode', async () => {
    const dark = SPECIMENS.find(({ frame }) => frame.name === 'Dark player')!;
    double = new FigmaDouble(documentOf([dark.frame]));
    Object.assign(globalThis, { figma: double.api });
    const { fills, tokens } = await read('Dark player');
    expect(fills).toEqual([{ kind: 'solid', colour: '#030712', token: 'gray-50' }]);
    expect(tokens).toContainEqual(expect.objectContaining({ id: 'gray-900', value: '#f9fafb' }));
  });

  it('is found around whatever is selected in it', () => {
    const page = double.api.currentPage;
    expect(selectionOf(page.selection)).toEqual({ frames: [], reason: 'nothing' });
    double.select(id('Bound'), id('Loose'));
    expect(selectionOf(page.selection).frames.map(({ name }) => name)).toEqual(['Frame']);
    double.select(id('Components'));
    expect(selectionOf(page.selection).reason).toBe('no-frame');
    double.select('component:icon-button');
    expect(selectionOf(page.selection).reason).toBe('too-small');
    expect(framesOf(page).map(({ name }) => name)).toEqual(['Frame']);
  });
});

describe('a fix', () => {
  const stack = () => double.named('Stack');
  const cases: [string, () => Fix, () => unknown, unknown][] = [
    [
      'moves a bound colour to another token',
      () => ({
        kind: 'colour',
        nodes: [id('Bound')],
        of: 'fills',
        from: '#9ca3af',
        to: '#4b5563',
        token: 'gray-600',
      }),
      () => (double.named('Bound').runs[0]!.fills[0] as SolidPaint).boundVariables?.color?.id,
      'gray-600',
    ],
    [
      'moves a styled colour to another style',
      () => ({
        kind: 'colour',
        nodes: [id('Styled')],
        of: 'fills',
        from: '#334155',
        to: '#0f172a',
        token: 'S:night',
      }),
      () => double.named('Styled').runs[0]!.fillStyleId,
      'S:night',
    ],
    [
      'changes a plain colour',
      () => ({ kind: 'colour', nodes: [id('Plain')], of: 'fills', from: '#999999', to: '#666666' }),
      () => (double.named('Plain').runs[0]!.fills[0] as SolidPaint).color.r.toFixed(2),
      '0.40',
    ],
    [
      'changes a gap',
      () => ({ kind: 'gap', node: id('Stack'), from: 13, to: 12 }),
      () => stack().itemSpacing,
      12,
    ],
    [
      'moves a bound gap to another token',
      () => ({ kind: 'gap', node: id('Bound gap'), from: 12, to: 16, token: 'space-16' }),
      () => [
        double.named('Bound gap').itemSpacing,
        double.named('Bound gap').boundVariables['itemSpacing']?.id,
      ],
      [16, 'space-16'],
    ],
    [
      'changes paddings',
      () => ({
        kind: 'padding',
        node: id('Stack'),
        from: { top: 7, right: 16, bottom: 8, left: 16 },
        to: { top: 8, right: 16, bottom: 8, left: 16 },
      }),
      () => stack().paddingTop,
      8,
    ],
    [
      'moves what nothing places',
      () => ({ kind: 'move', moves: [{ node: id('Loose'), dx: -3, dy: 0 }] }),
      () => double.named('Loose').x,
      400,
    ],
    [
      'enlarges about the centre',
      () => ({ kind: 'size', node: id('Loose'), width: 110, height: 44 }),
      () => [double.named('Loose').width, double.named('Loose').x, double.named('Loose').y],
      [110, 398, 38],
    ],
    [
      'changes a size of type',
      () => ({ kind: 'font-size', nodes: [id('Plain')], from: 15, to: 16 }),
      () => double.named('Plain').runs[0]!.fontSize,
      16,
    ],
    [
      'gives a styled text another style',
      () => ({ kind: 'font-size', nodes: [id('Styled')], from: 14, to: 16, token: 'S:large' }),
      () => [double.named('Styled').runs[0]!.textStyleId, double.named('Styled').runs[0]!.fontSize],
      ['S:large', 16],
    ],
    [
      'crops a picture that fills a layer',
      () => ({
        kind: 'image',
        node: id('Photo'),
        crop: { x: 0.1, y: 0.2, width: 0.5, height: 0.6 },
        filters: { exposure: 0.2 },
      }),
      () => {
        const paint = double.named('Photo').fills[0] as ImagePaint;
        return [paint.scaleMode, paint.imageTransform, paint.filters];
      },
      [
        'CROP',
        [
          [0.5, 0, 0.1],
          [0, 0.6, 0.2],
        ],
        { exposure: 0.2 },
      ],
    ],
  ];

  it.each(cases)('%s, and one undo takes it back', async (_, fix, read, expected) => {
    const before = double.state();
    await makeFix(fix());
    expect(read()).toEqual(expected);
    expect(double.state()).not.toBe(before);
    double.undo();
    expect(double.state()).toBe(before);
  });

  const refused: [string, CallFailed['code'], () => Fix, DoubleOptions?][] = [
    ['of a layer that is gone', 'gone', () => ({ kind: 'gap', node: '7:7', from: 1, to: 2 })],
    [
      'of what has changed since',
      'changed',
      () => ({ kind: 'gap', node: id('Stack'), from: 11, to: 12 }),
    ],
    [
      'of a colour that is another one now',
      'changed',
      () => ({ kind: 'colour', nodes: [id('Plain')], of: 'fills', from: '#111111', to: '#000000' }),
    ],
    [
      'that would detach a variable',
      'bound',
      () => ({ kind: 'colour', nodes: [id('Bound')], of: 'fills', from: '#9ca3af', to: '#000000' }),
    ],
    [
      'that would detach a style',
      'bound',
      () => ({ kind: 'font-size', nodes: [id('Styled')], from: 14, to: 16 }),
    ],
    [
      'that would detach a gap',
      'bound',
      () => ({ kind: 'gap', node: id('Bound gap'), from: 12, to: 16 }),
    ],
    [
      'in an instance',
      'in-component',
      () => ({
        kind: 'font-size',
        nodes: [double.named('Button').children[0]!.id],
        from: 16,
        to: 18,
      }),
    ],
    [
      'of what an auto layout places',
      'changed',
      () => ({ kind: 'move', moves: [{ node: id('Bound'), dx: 1, dy: 0 }] }),
    ],
    [
      'without its font, though another text has one',
      'font-missing',
      () => ({ kind: 'font-size', nodes: [id('Plain')], from: 15, to: 16 }),
      { missingFonts: ['Inter'] },
    ],
    [
      'of which one of two texts cannot be changed',
      'changed',
      () => ({
        kind: 'colour',
        nodes: [id('Plain'), id('Loose')],
        of: 'fills',
        from: '#999999',
        to: '#666666',
      }),
    ],
  ];

  it.each(refused)('%s is refused (%s), and nothing is written', async (_, code, fix, options) => {
    open(options);
    const before = double.state();
    await expect(makeFix(fix())).rejects.toMatchObject({ code });
    expect(double.state()).toBe(before);
    expect(double.writes).toEqual([]);
  });
});

describe('what is ignored', () => {
  it('is kept in the file, and can be restored', () => {
    const one = { rule: 'text-contrast', finding: 'text-contrast 1:2', title: 'Too pale' };
    ignore(one);
    ignore(one);
    ignore({ rule: 'spacing', title: 'Gap' });
    expect(readIgnored()).toEqual([one, { rule: 'spacing', title: 'Gap' }]);
    expect(unignore(one)).toEqual([{ rule: 'spacing', title: 'Gap' }]);
  });

  it('is refused where the file can keep no more, and what it keeps stays', () => {
    ignore({ rule: 'a', title: 'Kept' });
    expect(() => ignore({ rule: 'b', title: 'x'.repeat(100_000) })).toThrow(
      expect.objectContaining({ code: 'full' }),
    );
    expect(readIgnored()).toEqual([{ rule: 'a', title: 'Kept' }]);
  });
});

describe('annotations', () => {
  const mark = {
    number: 1,
    level: 'must',
    title: 'Contrast',
    message: 'Too pale',
    x: 10,
    y: 20,
    width: 30,
    height: 40,
  } as const;

  it('are drawn when asked for, once, and can be removed', async () => {
    const before = double.state();
    await annotate(id('Frame'), [mark]);
    await annotate(id('Frame'), [mark, { ...mark, number: 2 }]);
    const groups = double.pages[0]!.children.filter(({ type }) => type === 'GROUP');
    expect(groups).toHaveLength(1);
    expect(groups[0]!.children).toHaveLength(6);
    expect(removeAnnotations()).toBe(1);
    expect(double.state()).toBe(before);
  });
});

describe('a frame that was read', () => {
  it('is told to have changed, and others are not', async () => {
    const told: string[] = [];
    watch((frame) => told.push(frame));
    const { nodes } = await read();
    const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
    watchFrame(id('Frame'), nodes);
    double.edit('component:button', { cornerRadius: 2 });
    await settled();
    expect(told).toEqual([]);
    double.edit(id('Loose'), { x: 10 });
    await settled();
    expect(told).toEqual([id('Frame')]);
    double.remove(id('Loose'));
    await settled();
    expect(told.length).toBeGreaterThan(1);
  });
});
