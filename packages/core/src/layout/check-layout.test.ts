/** Rules of layout, each with a frame that breaks it; what they say, and that what they propose mends it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arranged,
  box,
  GOOD_FRAMES,
  layoutOf,
  shape,
  solid,
  text,
  type Tree,
} from '../../test/layouts.js';
import { layout as german } from '../language/de/layout.js';
import { layout as english } from '../language/en/layout.js';
import type { Layout, LayoutFinding } from '../protocol/generated/layout.js';
import { applyFix } from './apply-fix.js';
import { checkConsistency } from './check-consistency.js';
import { checkLayout, LAYOUT_RULES } from './check-layout.js';
import { textContrasts } from './text-contrasts.js';

const page = (...trees: readonly Tree[]): Layout => layoutOf({ width: 800, height: 600 }, trees);
const of = (layout: Layout, rule: string): LayoutFinding[] =>
  checkLayout(layout).findings.filter((finding) => finding.rule === rule);

/** By rule: a frame that breaks it, the layer that does, and one that does not. */
const CASES: readonly [rule: string, layer: string, broken: Layout, kept: Layout][] = [
  [
    'text-contrast',
    'Note',
    page(text('Note', 'Thirty days to return', { x: 40, y: 40, fill: '#a0a0a0' })),
    page(text('Note', 'Thirty days to return', { x: 40, y: 40, fill: '#767676' })),
  ],
  [
    'touch-target',
    'One',
    page(
      shape('One', { x: 40, y: 40, width: 16, height: 16, fill: '#333333', interactive: true }),
      shape('Two', { x: 58, y: 40, width: 16, height: 16, fill: '#333333', interactive: true }),
    ),
    page(
      shape('One', { x: 40, y: 40, width: 24, height: 24, fill: '#333333', interactive: true }),
      shape('Two', { x: 66, y: 40, width: 24, height: 24, fill: '#333333', interactive: true }),
    ),
  ],
  [
    'text-size',
    'Tiny',
    page(text('Tiny', 'All prices include tax', { x: 40, y: 40, size: 8 })),
    page(text('Tiny', 'All prices include tax', { x: 40, y: 40, size: 12 })),
  ],
  [
    'spacing',
    'Stack',
    page(
      box('Stack', { x: 40, y: 40, width: 400, height: 300, ...arranged('column', 13, 16) }, [
        text('A', 'First of three', { x: 16, y: 16 }),
        text('B', 'Second of three', { x: 16, y: 53 }),
        text('C', 'Third of three', { x: 16, y: 90 }),
      ]),
    ),
    page(
      box('Stack', { x: 40, y: 40, width: 400, height: 300, ...arranged('column', 12, 16) }, [
        text('A', 'First of three', { x: 16, y: 16 }),
        text('B', 'Second of three', { x: 16, y: 52 }),
        text('C', 'Third of three', { x: 16, y: 88 }),
      ]),
    ),
  ],
  [
    'alignment',
    'C',
    page(
      ...['A', 'B', 'C', 'D'].map((name, index) =>
        box(name, {
          x: name === 'C' ? 43 : 40,
          y: 40 + index * 72,
          width: 300 + index * 20,
          height: 48,
          fill: '#e0e7ff',
        }),
      ),
    ),
    page(
      ...['A', 'B', 'C', 'D'].map((name, index) =>
        box(name, {
          x: name === 'C' ? 64 : 40,
          y: 40 + index * 72,
          width: 300 + index * 20,
          height: 48,
          fill: '#e0e7ff',
        }),
      ),
    ),
  ],
  [
    'overlap',
    'Upper',
    page(
      text('Lower', 'Delivery on Monday', { x: 40, y: 40 }),
      text('Upper', 'Three left', { x: 60, y: 44, fill: '#b91c1c' }),
    ),
    page(
      text('Lower', 'Delivery on Monday', { x: 40, y: 40 }),
      text('Upper', 'Three left', { x: 40, y: 72, fill: '#b91c1c' }),
    ),
  ],
  [
    'line-height',
    'Text',
    page(
      text('Text', 'Someone had to wind the clockwork that turned the lens', {
        x: 40,
        y: 40,
        width: 200,
        lines: 3,
        leading: 16,
        size: 16,
      }),
    ),
    page(
      text('Text', 'Someone had to wind the clockwork that turned the lens', {
        x: 40,
        y: 40,
        width: 200,
        lines: 3,
        leading: 24,
        size: 16,
      }),
    ),
  ],
];

describe('a rule', () => {
  it.each(CASES)(
    '%s is told of where it is broken, at the layer that breaks it',
    (rule, layer, broken, kept) => {
      const found = of(broken, rule);
      expect(found.map(({ nodes }) => nodes[0])).toContain(layer);
      expect(of(kept, rule)).toEqual([]);
    },
  );

  it.each(CASES.map(([rule, , broken]) => [rule, broken] as const))(
    '%s is kept once its fix is made',
    (rule, broken) => {
      for (const finding of of(broken, rule)) {
        if (finding.fix === undefined || finding.fix.kind === 'component') continue;
        const after = of(applyFix(broken, finding.fix), rule);
        expect(after.map(({ id }) => id)).not.toContain(finding.id);
      }
    },
  );

  it('says in German whatever it says in English, with the same gaps', () => {
    const gaps = (said: string): string[] =>
      [...said.matchAll(/\{(\w+)/gu)].map(([, gap]) => gap!).sort();
    for (const { id } of LAYOUT_RULES) {
      const [en, de] = [english.rules[id]!, german.rules[id]!];
      expect(Object.keys(de).sort(), id).toEqual(Object.keys(en).sort());
      for (const key of Object.keys(en)) {
        expect([...new Set(gaps(de[key]!))], `${id}.${key}`).toEqual([...new Set(gaps(en[key]!))]);
        expect(de[key]).not.toBe(en[key]);
      }
    }
    expect(Object.keys(german.measures)).toEqual(Object.keys(english.measures));
  });
});

describe('good frames', () => {
  it.each(Object.entries(GOOD_FRAMES))('%s: at most one thing is told', (_, layout) => {
    expect(
      checkLayout(layout)
        .findings.map(({ rule, message }) => `${rule}: ${message}`)
        .slice(1),
    ).toEqual([]);
  });

  it('have nothing that differs between them by accident', () => {
    const [first] = Object.values(GOOD_FRAMES);
    expect(checkConsistency([first!, first!]).flat()).toEqual([]);
  });
});

describe('fixes', () => {
  const bound = (token: string, value: string): Layout => ({
    ...page(text('Note', 'Thirty days to return', { x: 40, y: 40, fill: solid(value, token) })),
    tokens: [
      { kind: 'colour', id: 'g4', name: 'gray/400', collection: 'c', value: '#9ca3af' },
      { kind: 'colour', id: 'g5', name: 'gray/500', collection: 'c', value: '#6b7280' },
      { kind: 'colour', id: 'b9', name: 'other/900', collection: 'd', value: '#6f7683' },
    ],
  });

  it('move a bound colour to a token of its own collection', () => {
    const [finding] = of(bound('g4', '#9ca3af'), 'text-contrast');
    expect(finding?.fix).toMatchObject({ kind: 'colour', token: 'g5', to: '#6b7280' });
  });

  it('detach nothing where no token of the collection would do', () => {
    const layout = bound('g4', '#9ca3af');
    const alone = { ...layout, tokens: layout.tokens!.filter(({ id }) => id !== 'g5') };
    const [finding] = of(alone, 'text-contrast');
    expect(finding).toBeDefined();
    expect(finding?.fix).toBeUndefined();
  });

  it('of what is in an instance lead to its component', () => {
    const layout = page(
      box('Card', { x: 40, y: 40, width: 300, height: 100, component: { name: 'Card', id: 'k' } }, [
        text('Note', 'Thirty days to return', { fill: '#b0b0b0' }),
      ]),
    );
    expect(of(layout, 'text-contrast')[0]?.fix).toEqual({
      kind: 'component',
      node: 'Card',
      component: 'k',
    });
  });
});

describe('any frame', () => {
  const side = fc.integer({ min: -50, max: 900 });
  const colour = fc.constantFrom('#000000', '#ffffff', '#777777', '#2563eb', '#12345680');
  const tree = fc.record({
    kind: fc.constantFrom('box', 'shape', 'text'),
    name: fc.constantFrom('A', 'Button', 'Status', 'Icon', 'Card 1', 'Card 2'),
    x: side,
    y: side,
    width: fc.integer({ min: 0, max: 900 }),
    height: fc.integer({ min: 0, max: 900 }),
    fill: colour,
    interactive: fc.boolean(),
  });
  const layouts = fc
    .array(tree, { maxLength: 12 })
    .map((all) =>
      page(
        ...all.map(({ kind, name, ...how }) =>
          kind === 'text'
            ? text(name, 'Some words', how)
            : (kind === 'box' ? box : shape)(name, how),
        ),
      ),
    );

  it('is told the same each time, within the ranges of the schema', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const told = checkLayout(layout);
        expect(checkLayout(structuredClone(layout))).toEqual(told);
        const ids = told.findings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const {
          severity,
          box: { x, y, width, height },
          nodes,
          title,
          message,
          value,
        } of told.findings) {
          expect(severity).toBeGreaterThanOrEqual(0);
          expect(severity).toBeLessThanOrEqual(1);
          for (const part of [x, y, width, height, x + width, y + height]) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1.0001);
          }
          expect(nodes.every((id) => layout.nodes.some((node) => node.id === id))).toBe(true);
          expect(`${title} ${message}`).not.toMatch(/\{\w|NaN|undefined/u);
          expect(Number.isFinite(value)).toBe(true);
        }
        for (const { value } of told.measures) expect(Number.isFinite(value)).toBe(true);
        const levels = told.findings.map(({ level }) => level);
        expect([...levels].sort((a, b) => (a === b ? 0 : a === 'must' ? -1 : 1))).toEqual(levels);
      }),
      { numRuns: 200 },
    );
  });

  it('lets every fix be tried', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        for (const { fix } of checkLayout(layout).findings) {
          if (fix !== undefined)
            expect(applyFix(layout, fix).nodes).toHaveLength(layout.nodes.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('the contrast of a text on a picture is read in the picture', () => {
  const layout = page(
    shape('Photo', { x: 0, y: 0, width: 800, height: 600, fill: { kind: 'image' } }),
    text('Claim', 'By the sea', { x: 100, y: 100, fill: '#ffffff' }),
  );
  const seen = (sample: number) => {
    const data = new Uint8Array(800 * 600 * 3).fill(sample);
    return textContrasts(layout, { data, width: 800, height: 600, channels: 3 })[0]?.ratio;
  };
  expect(textContrasts(layout)).toEqual([]);
  expect(seen(20)).toBeGreaterThan(15);
  expect(seen(200)).toBeLessThan(2);
});

it('a frame whose button is a little larger than those of the others is told so', () => {
  const withButton = (height: number) =>
    page(
      box(
        'Button',
        {
          x: 40,
          y: 40,
          width: 120,
          height,
          fill: '#2563eb',
          component: { name: 'Button', id: 'b' },
        },
        [text('Label', 'Continue', { x: 16, y: 8, fill: '#ffffff' })],
      ),
    );
  const told = checkConsistency([withButton(40), withButton(40), withButton(40), withButton(43)]);
  expect(told.map((findings) => findings.length > 0)).toEqual([false, false, false, true]);
  expect(told[3]![0]!.nodes).toEqual(['Button']);
});
