import type { AutoLayout, Padding } from '../../protocol/generated/layout.js';
import { across, centre, end, start, type Axis } from '../box.js';
import { madeAlike, placedByHand, type Family } from '../families.js';
import { componentFix } from '../fixes.js';
import { isMovable, type Frame, type Layer } from '../frame.js';
import { commonest, counted, grouped } from '../groups.js';
import { roleOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';
import { rhythmOf, type Rhythm } from '../rhythm.js';

const LEAST = 0.75;
const MOST = 4.05;

/** Things that are alike are apart alike, unless more than so much is between. */
const MOST_OF_ALIKE = 6.05;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

interface Fault {
  readonly layer: Layer;
  readonly value: number;
  readonly needed: number;
  readonly says: 'gap' | 'padding' | 'alike' | 'stack' | 'between';
  readonly fix: Violation['fix'];
}

export const spacing: Rule = {
  id: 'spacing',
  level: 'could',
  unit: 'px',
  source: 'Spacing scale of the design system; 8-point grid (Material Design), steps of 4',
  *check(frame) {
    const rhythm = rhythmOf(frame);
    const faults = new Map<Layer, Fault>();
    const found = [...arranged(frame, rhythm), ...unlikeOthers(frame), ...stacked(frame, rhythm)];
    for (const fault of found) if (!faults.has(fault.layer)) faults.set(fault.layer, fault);
    const groups = grouped(faults.values(), ({ layer, value, needed, says }) =>
      layer.instance === undefined || says === 'stack' || says === 'between'
        ? layer.id
        : [says, value, needed, layer.instance.node.component?.name, roleOf(layer.node.name)].join(
            ' ',
          ),
    );
    for (const group of groups) {
      const [{ layer, value, needed, says, fix }] = group as [Fault];
      yield {
        layers: [layer, ...group.slice(1).map((fault) => fault.layer)],
        severity: 0.2 + 0.05 * Math.min(4, Math.abs(value - needed)),
        value,
        needed,
        says,
        alike: group.length - 1,
        fix,
      };
    }
  },
};

/** Gaps and paddings of auto layouts that are on no step. */
function arranged(frame: Frame, rhythm: Rhythm): Fault[] {
  return frame.layers.flatMap((layer): Fault[] => {
    const { autoLayout } = layer.node;
    if (autoLayout === undefined || layer.drawn) return [];
    const fault = gapFault(layer, autoLayout, rhythm) ?? paddingFault(layer, autoLayout, rhythm);
    return fault === undefined ? [] : [fault];
  });
}

function gapFault(
  layer: Layer,
  { gap, gapToken, spread }: AutoLayout,
  rhythm: Rhythm,
): Fault | undefined {
  if (gapToken !== undefined || spread === true || layer.children.length < 2) return undefined;
  const step = rhythm.stepFor(gap);
  if (step === undefined) return undefined;
  return {
    layer,
    value: gap,
    needed: step,
    says: 'gap',
    fix: gapFix(layer, gap, step, rhythm.tokenOf(step)),
  };
}

function gapFix(layer: Layer, from: number, to: number, token?: string): Violation['fix'] {
  if (layer.instance !== undefined) return componentFix(layer.instance);
  if (layer.locked) return undefined;
  return { kind: 'gap', node: layer.id, from, to, ...(token === undefined ? {} : { token }) };
}

function paddingFault(
  layer: Layer,
  { padding, paddingTokens }: AutoLayout,
  rhythm: Rhythm,
): Fault | undefined {
  const outline = (layer.node.strokes ?? []).length > 0 ? 1 : 0;
  const to: Padding = { ...padding };
  let first: { readonly value: number; readonly needed: number } | undefined;
  SIDES.forEach((side, index) => {
    const value = padding[side];
    const bound = (paddingTokens?.[index] ?? '') !== '';
    if (bound) return;
    const others = SIDES.filter((other) => other !== side).map((other) => padding[other]);
    const same = others.every((other) => other === others[0]) ? others[0] : undefined;
    const lone =
      same !== undefined && rhythm.isOn(same) && Math.abs(value - same) <= MOST_OF_ALIKE
        ? same
        : undefined;
    // Many a designer counts the outline in, but not on one side alone.
    const counted = outline > 0 && rhythm.stepFor(value + outline) === undefined;
    if (counted && lone === undefined) return;
    const off = rhythm.stepFor(value);
    const step = (off === undefined ? undefined : (lone ?? off)) ?? evened(padding, side);
    if (step === undefined) return;
    to[side] = step;
    first ??= { value, needed: step };
  });
  if (first === undefined) return undefined;
  const fix: Violation['fix'] =
    layer.instance !== undefined
      ? componentFix(layer.instance)
      : layer.locked
        ? undefined
        : { kind: 'padding', node: layer.id, from: { ...padding }, to };
  return { layer, ...first, says: 'padding', fix };
}

/** Left and right differ by so little that nobody means it: the larger is right. */
function evened({ left, right }: Padding, side: (typeof SIDES)[number]): number | undefined {
  const lacks = Math.abs(left - right);
  if (lacks < LEAST || lacks > 3.05) return undefined;
  if (side === 'left' && left < right) return right;
  return side === 'right' && right < left ? left : undefined;
}

/** One of several cards whose gap differs a little from that of all others. */
function unlikeOthers(frame: Frame): Fault[] {
  return madeAlike(frame).flatMap((set) =>
    [
      set,
      ...(set[0]?.children ?? []).map((_, place) => set.map(({ children }) => children[place]!)),
    ].flatMap((layers): Fault[] => {
      const gaps = layers.map(({ node, children }) =>
        node.autoLayout === undefined || node.autoLayout.spread === true || children.length < 2
          ? undefined
          : node.autoLayout.gap,
      );
      if (gaps.some((gap) => gap === undefined)) return [];
      const usual = commonest(counted(gaps as number[]))!;
      const odd = layers.filter((_, index) => gaps[index] !== usual);
      const [layer] = odd;
      if (layer === undefined || odd.length > 1) return [];
      const { gap, gapToken } = layer.node.autoLayout!;
      if (Math.abs(gap - usual) > MOST || gapToken !== undefined) return [];
      return [{ layer, value: gap, needed: usual, says: 'alike', fix: gapFix(layer, gap, usual) }];
    }),
  );
}

/** Stacks and rows placed by hand, where all gaps but one or two are the same. */
function stacked(frame: Frame, rhythm: Rhythm): Fault[] {
  return placedByHand(frame).flatMap((family) =>
    (['y', 'x'] as const).flatMap((axis) =>
      stacksOf(family, axis).flatMap((stack) => offIn(frame, family, stack, axis, rhythm)),
    ),
  );
}

/** Layers with the same edge or middle, one behind the other, none overlapping. */
function stacksOf({ children }: Family, axis: Axis): Layer[][] {
  const other = across(axis);
  const halves = (value: number): string => String(Math.round(value * 2));
  const sets = [
    ...grouped(children, ({ box }) => halves(start(box, other))),
    ...grouped(children, ({ box }) => halves(centre(box, other))),
  ];
  const known = new Set<string>();
  return sets.flatMap((set) => {
    if (set.length < 3) return [];
    const sorted = set.sort((one, two) => start(one.box, axis) - start(two.box, axis));
    const key = sorted.map(({ id }) => id).join(' ');
    if (known.has(key)) return [];
    known.add(key);
    const apart = sorted.every(
      (layer, index) =>
        index === 0 || start(layer.box, axis) >= end(sorted[index - 1]!.box, axis) - 0.01,
    );
    return apart ? [sorted] : [];
  });
}

function offIn(
  frame: Frame,
  { children }: Family,
  stack: readonly Layer[],
  axis: Axis,
  rhythm: Rhythm,
): Fault[] {
  const gaps = stack
    .slice(1)
    .map((layer, index) => start(layer.box, axis) - end(stack[index]!.box, axis));
  const tidy = gaps.map((gap) => Math.round(gap * 100) / 100);
  if (gaps.length === 2) {
    const [before, behind] = tidy as [number, number];
    const odd = oddOfTwo(frame, stack, [before, behind], axis, rhythm);
    if (odd !== undefined) return [odd];
    const even = (before + behind) / 2;
    const off = even - before;
    const meant = rhythm.isOn(before) && rhythm.isOn(behind);
    if (meant || Math.abs(off) < LEAST || Math.abs(off) > MOST || even % 4 !== 0) return [];
    return [between(frame, stack[1]!, axis, before, even)];
  }
  const usual = commonest(counted(tidy));
  if (usual === undefined) return [];
  const odd = tidy.flatMap((gap, index) => (Math.abs(gap - usual) < LEAST ? [] : [index]));
  const same = tidy.filter((gap) => gap === usual).length;
  const [first, second] = odd as [number, number?];
  if (same < 2 || odd.length === 0 || odd.length > 2) return [];
  const gap = tidy[first]!;
  if (Math.abs(gap - usual) > MOST) return [];
  if (second !== undefined) {
    const balanced = second === first + 1 && Math.abs(gap + tidy[second]! - 2 * usual) < 0.5;
    return balanced ? [between(frame, stack[second]!, axis, gap, usual)] : [];
  }
  const alike = stack.every(
    ({ node, box }) =>
      node.kind === stack[0]!.node.kind && Math.abs(box.height - stack[0]!.box.height) < 0.5,
  );
  if (rhythm.isOn(gap) && !alike) return [];
  const atStart = first === 0 && gaps.length > 1;
  const layer = atStart ? stack[0]! : stack[first + 1]!;
  const moved = atStart ? [layer] : stack.slice(first + 1);
  const by = atStart ? gap - usual : usual - gap;
  // What stands beside the stack would have to go along.
  const whole = moved.length === 1 || children.length === stack.length;
  const fix: Violation['fix'] =
    whole && moved.every((each) => isMovable(each, frame))
      ? { kind: 'move', moves: moved.map(({ id }) => ({ node: id, ...along(axis, by) })) }
      : undefined;
  return [{ layer, value: gap, needed: usual, says: 'stack', fix }];
}

/** Three of a size, of which one stands a little farther off, or nearer, than the others from one another. */
function oddOfTwo(
  frame: Frame,
  stack: readonly Layer[],
  gaps: readonly [number, number],
  axis: Axis,
  rhythm: Rhythm,
): Fault | undefined {
  const [first, , last] = stack as readonly [Layer, Layer, Layer];
  const size = ({ box }: Layer): number => end(box, axis) - start(box, axis);
  const alike = stack.every(
    (each) => each.node.kind === first.node.kind && Math.abs(size(each) - size(first)) < 0.5,
  );
  const off = gaps.findIndex((gap) => !rhythm.isOn(gap));
  const [gap, usual] = off === 0 ? gaps : ([gaps[1], gaps[0]] as const);
  if (!alike || off === -1 || !rhythm.isOn(usual)) return undefined;
  if (Math.abs(gap - usual) < LEAST || Math.abs(gap - usual) > MOST_OF_ALIKE) return undefined;
  const layer = off === 0 ? first : last;
  const by = off === 0 ? gap - usual : usual - gap;
  const fix: Violation['fix'] = isMovable(layer, frame)
    ? { kind: 'move', moves: [{ node: layer.id, ...along(axis, by) }] }
    : undefined;
  return { layer, value: gap, needed: usual, says: 'stack', fix };
}

function between(frame: Frame, layer: Layer, axis: Axis, gap: number, needed: number): Fault {
  const fix: Violation['fix'] = isMovable(layer, frame)
    ? { kind: 'move', moves: [{ node: layer.id, ...along(axis, needed - gap) }] }
    : undefined;
  return { layer, value: gap, needed, says: 'between', fix };
}

function along(axis: Axis, by: number): { readonly dx: number; readonly dy: number } {
  const tidy = Math.round(by * 100) / 100;
  return axis === 'x' ? { dx: tidy, dy: 0 } : { dx: 0, dy: tidy };
}
