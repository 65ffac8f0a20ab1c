import type { Layout, LayoutFinding, Padding } from '../protocol/generated/layout.js';
import { difference } from './colour/oklab.js';
import { parseColour } from './colour/rgb.js';
import { inOrder, type CheckLayoutOptions } from './check-layout.js';
import { usesOf } from './colours.js';
import { componentFix, fontSizeFix } from './fixes.js';
import { Frame, mainSegment, type Layer } from './frame.js';
import { counted, grouped } from './groups.js';
import { roleOf } from './names.js';
import type { Rule, Violation } from './rule.js';
import { layoutLocaleOf, tell } from './tell.js';

/** Differences that nobody means. */
const LEAST = 0.75;
const MOST = 4.05;
const MARGIN_MOST = 8.05;

/** Sizes of type, and colours, that are hardly told apart. */
const RATIO = 1.085;
const SAME = 0.014;
const RARE = 3;

/** Names that a program gave, not a person. */
const UNNAMED =
  /^(frame|group|rectangle|container|auto layout|row|column|stack|div|section|content|wrapper)[\s\d]*$/iu;

const CONSISTENCY: Pick<Rule, 'id' | 'level' | 'unit' | 'source'> = {
  id: 'consistency',
  level: 'could',
  unit: 'px',
  source: 'Nielsen, 10 usability heuristics: consistency and standards',
};

/** A violation, and the frame that it is in. */
interface Placed {
  readonly frame: Frame;
  readonly violation: Violation;
}

/**
 * Finds what in a frame differs a little from the others of its file, where nobody can have meant it: sizes of like components, sizes of type,
 * colours, margins and paddings.
 *
 * @returns for each layout, in their order, what is its own
 */
export function checkConsistency(
  layouts: readonly Layout[],
  { locale: given }: Pick<CheckLayoutOptions, 'locale'> = {},
): LayoutFinding[][] {
  const frames = layouts.map((layout) => new Frame(layout));
  const locale = layoutLocaleOf(given);
  if (frames.length < 2) return frames.map(() => []);
  const placed = [
    ...sizes(frames),
    ...distances(frames),
    ...margins(frames),
    ...type(frames),
    ...colours(frames),
  ];
  return frames.map((frame) => {
    const mains = new Set<string>();
    return placed
      .flatMap(({ frame: of, violation }) => {
        const { id } = violation.layers[0];
        if (of !== frame || mains.has(id)) return [];
        mains.add(id);
        return [tell(frame, CONSISTENCY, violation, locale)];
      })
      .sort(inOrder);
  });
}

interface Member {
  readonly frame: Frame;
  readonly layer: Layer;
}

/** Layers that are the same thing in several frames, by component or by a name that a person gave. */
function sameThings(frames: readonly Frame[]): Member[][] {
  const members = frames.flatMap((frame) =>
    frame.layers.flatMap((layer): Member[] =>
      layer.node.kind === 'container' && layer.visible !== undefined && !layer.drawn
        ? [{ frame, layer }]
        : [],
    ),
  );
  return grouped(members, ({ layer: { node } }) => {
    const { component, name } = node;
    if (component !== undefined)
      return `component ${component.id ?? component.name} ${roleOf(name)}`;
    return UNNAMED.test(name) ? `layer ${name}` : `name ${roleOf(name)}`;
  }).filter((group) => {
    const [first] = group;
    const named =
      first!.layer.node.component !== undefined || !UNNAMED.test(first!.layer.node.name);
    return named && new Set(group.map(({ frame }) => frame)).size > 1;
  });
}

/** The value that most have, where it is plainly the usual one. */
function usualOf(values: readonly number[]): number | undefined {
  const counts = counted(values.map((value) => Math.round(value * 100) / 100));
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first !== undefined && first[1] >= 2 && first[1] > (second?.[1] ?? 0)
    ? first[0]
    : undefined;
}

function isSlip(value: number, usual: number, most = MOST): boolean {
  const off = Math.abs(value - usual);
  return off >= LEAST && off <= most;
}

function sizes(frames: readonly Frame[]): Placed[] {
  return sameThings(frames).flatMap((group) => {
    if (!group.some(({ layer }) => layer.target || layer.node.component !== undefined)) return [];
    // Where it holds several lines, its height follows them.
    const lined = group.filter(({ layer: { children } }) =>
      children.every(({ node }) => (node.text?.lines ?? 1) === 1),
    );
    const usual = usualOf(lined.map(({ layer }) => layer.box.height));
    if (usual === undefined) return [];
    return lined
      .filter(({ layer }) => isSlip(layer.box.height, usual))
      .map(({ frame, layer }) => ({
        frame,
        violation: {
          layers: [layer] as const,
          severity: 0.35,
          value: layer.box.height,
          needed: usual,
          says: 'size',
          fix: layer.instance === undefined ? undefined : componentFix(layer.instance),
        },
      }));
  });
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function distances(frames: readonly Frame[]): Placed[] {
  return sameThings(frames).flatMap((group) => {
    const arranged = group.filter(({ layer }) => layer.node.autoLayout !== undefined);
    const gaps = arranged.filter(
      ({ layer: { node, children } }) => children.length > 1 && node.autoLayout!.spread !== true,
    );
    const usualGap = usualOf(gaps.map(({ layer }) => layer.node.autoLayout!.gap));
    const usual = SIDES.map((side) =>
      usualOf(arranged.map(({ layer }) => layer.node.autoLayout!.padding[side])),
    );
    return arranged.flatMap((member): Placed[] => {
      const { frame, layer } = member;
      const { padding, paddingTokens, gap, gapToken } = layer.node.autoLayout!;
      const instance = layer.instance;
      if (
        usualGap !== undefined &&
        gaps.includes(member) &&
        gapToken === undefined &&
        isSlip(gap, usualGap)
      ) {
        const fix: Violation['fix'] =
          instance === undefined
            ? { kind: 'gap', node: layer.id, from: gap, to: usualGap }
            : componentFix(instance);
        return [placedAt(frame, layer, gap, usualGap, 'gap', fix)];
      }
      const to: Padding = { ...padding };
      let off: number | undefined;
      SIDES.forEach((side, index) => {
        const wanted = usual[index];
        if (
          wanted === undefined ||
          (paddingTokens?.[index] ?? '') !== '' ||
          !isSlip(padding[side], wanted)
        )
          return;
        to[side] = wanted;
        off ??= index;
      });
      if (off === undefined) return [];
      const side = SIDES[off]!;
      const fix: Violation['fix'] =
        instance === undefined
          ? { kind: 'padding', node: layer.id, from: { ...padding }, to }
          : componentFix(instance);
      return [placedAt(frame, layer, padding[side], to[side], 'padding', fix)];
    });
  });
}

function placedAt(
  frame: Frame,
  layer: Layer,
  value: number,
  needed: number,
  says: string,
  fix: Violation['fix'],
): Placed {
  const safe = layer.locked ? undefined : fix;
  return { frame, violation: { layers: [layer], severity: 0.3, value, needed, says, fix: safe } };
}

/** Where most of what stands at the left of a frame begins. */
function margins(frames: readonly Frame[]): Placed[] {
  return grouped(frames, ({ width }) => String(width)).flatMap((alike) => {
    const known = alike.flatMap((frame) => {
      const margin = marginOf(frame);
      return margin === undefined ? [] : [{ frame, ...margin }];
    });
    const usual = usualOf(known.map(({ value }) => value));
    if (usual === undefined) return [];
    return known
      .filter(({ value }) => isSlip(value, usual, MARGIN_MOST))
      .map(({ frame, value, layers }) => ({
        frame,
        violation: { layers, severity: 0.3, value, needed: usual, says: 'margin' },
      }));
  });
}

/** A margin is what at least two texts or containers keep, and nothing else undercuts but what touches the edge. */
function marginOf(
  frame: Frame,
): { readonly value: number; readonly layers: [Layer, ...Layer[]] } | undefined {
  const placed = frame.layers.filter(
    ({ box, visible, drawn, decorative, node }) =>
      visible !== undefined &&
      !drawn &&
      !decorative &&
      node.kind !== 'shape' &&
      box.x > LEAST &&
      box.x < frame.width / 4,
  );
  const least = Math.min(...placed.map(({ box }) => box.x));
  const layers = placed.filter(({ box }) => Math.abs(box.x - least) < LEAST);
  const [first, ...rest] = layers;
  return first === undefined || rest.length === 0
    ? undefined
    : { value: least, layers: [first, ...rest] };
}

function type(frames: readonly Frame[]): Placed[] {
  const using = frames.map((frame) =>
    grouped(
      frame.texts.filter((layer) => !layer.drawn && mainSegment(layer) !== undefined),
      (layer) => String(mainSegment(layer)!.fontSize),
    ),
  );
  return frames.flatMap((frame, index) =>
    using[index]!.flatMap((layers): Placed[] => {
      const size = mainSegment(layers[0]!)!.fontSize;
      const elsewhere = counted(
        using.flatMap((groups, other) =>
          other === index
            ? []
            : groups.flatMap((group) => group.map((layer) => mainSegment(layer)!.fontSize)),
        ),
      );
      if (elsewhere.has(size) || layers.length > RARE) return [];
      const styled = layers.every((layer) => mainSegment(layer)!.style !== undefined);
      const near = [...elsewhere].filter(
        ([other, count]) =>
          Math.max(size, other) / Math.min(size, other) < RATIO && count > layers.length,
      );
      const [nearest] = near.sort(([one, a], [other, b]) => b - a || one - other);
      if (nearest === undefined || styled) return [];
      const [to] = nearest;
      const all = layers as [Layer, ...Layer[]];
      const fix = fontSizeFix(frame, all, size, (other) => other === to, to);
      return [
        {
          frame,
          violation: {
            layers: all,
            severity: 0.3,
            value: size,
            needed: to,
            says: 'type',
            alike: layers.length - 1,
            fix,
          },
        },
      ];
    }),
  );
}

function colours(frames: readonly Frame[]): Placed[] {
  const using = frames.map((frame) => grouped(usesOf(frame), ({ colour }) => colour));
  return frames.flatMap((frame, index) => {
    const elsewhere = new Map<string, number>();
    using.forEach((groups, other) => {
      if (other === index) return;
      for (const group of groups) {
        const { colour } = group[0]!;
        elsewhere.set(colour, (elsewhere.get(colour) ?? 0) + group.length);
      }
    });
    const own = new Set(using[index]!.map((group) => group[0]!.colour));
    return using[index]!.flatMap((group): Placed[] => {
      const [{ colour, layer, of }] = group as [(typeof group)[number]];
      if (
        elsewhere.has(colour) ||
        group.length > RARE ||
        group.some(({ token }) => token !== undefined)
      )
        return [];
      const near = [...elsewhere].filter(
        ([other, count]) =>
          // Where the frame uses both, it is told of by itself.
          !own.has(other) &&
          count > group.length &&
          difference(parseColour(colour), parseColour(other)) < SAME,
      );
      const [nearest] = near.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
      if (nearest === undefined) return [];
      const [to] = nearest;
      const layers = group.map((use) => use.layer) as [Layer, ...Layer[]];
      const together = group.every((use) => use.of === of) && layers.every((each) => !each.locked);
      const fix: Violation['fix'] =
        layer.instance !== undefined
          ? componentFix(layer.instance)
          : together && layers.every((each) => each.instance === undefined)
            ? { kind: 'colour', nodes: layers.map(({ id }) => id), of, from: colour, to, value: 0 }
            : undefined;
      return [
        {
          frame,
          violation: {
            layers,
            severity: 0.25,
            value: difference(parseColour(colour), parseColour(to)),
            needed: 0,
            unit: '',
            says: 'colour',
            facts: { colour, other: to },
            alike: layers.length - 1,
            fix,
          },
        },
      ];
    });
  });
}
