import { across, bottom, centre, end, shared, start, within, type Axis, type Box } from '../box.js';
import { madeAlike, placedByHand } from '../families.js';
import { isArranged, isMovable, mainSegment, type Frame, type Layer } from '../frame.js';
import { roleOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** What differs by less is drawn on the same pixels. */
const SAME = 0.5;

/** From here on, a difference is seen when one looks for it; to there, nobody means it. */
const LEAST = 0.75;
const MOST = 4.05;

/** Between things of different kinds, a difference of a whole step may be meant. */
const MOST_OF_OTHERS = 3.05;

/** Most paddings are so many times this. */
const STEP = 4;

const EDGES = { start, centre, end };
type Edge = keyof typeof EDGES;

interface Off {
  readonly layer: Layer;
  readonly axis: Axis;
  /** How far it must be moved along the axis. */
  readonly by: number;
  readonly others: readonly Layer[];
}

export const alignment: Rule = {
  id: 'alignment',
  level: 'could',
  unit: 'px',
  source: 'Gestalt law of continuity; Williams, The Non-Designer’s Design Book, alignment',
  *check(frame) {
    const told = new Map<Layer, Off[]>();
    for (const off of [...amongSiblings(frame), ...amongAlike(frame)]) {
      const known = told.get(off.layer) ?? [];
      if (!known.some(({ axis }) => axis === off.axis)) told.set(off.layer, [...known, off]);
    }
    for (const [layer, offs] of told) yield violationOf(frame, layer, offs as [Off, ...Off[]]);
  },
};

function violationOf(frame: Frame, layer: Layer, offs: readonly [Off, ...Off[]]): Violation {
  const by = { x: 0, y: 0 };
  for (const off of offs) by[off.axis] = off.by;
  const value = Math.max(Math.abs(by.x), Math.abs(by.y));
  return {
    layers: [layer, ...new Set(offs.flatMap(({ others }) => others.slice(0, 8)))],
    box: layer.visible ?? layer.box,
    severity: 0.25 + 0.05 * value + 0.02 * Math.min(5, offs[0].others.length),
    value,
    needed: 0,
    facts: { others: offs[0].others.length },
    says: offs[0].axis === 'x' ? 'message' : 'row',
    fix: isMovable(layer, frame)
      ? { kind: 'move', moves: [{ node: layer.id, dx: by.x, dy: by.y }] }
      : undefined,
  };
}

function amongSiblings(frame: Frame): Off[] {
  const found: Off[] = [];
  for (const { children } of placedByHand(frame)) {
    for (const axis of ['x', 'y'] as const) found.push(...offIn(children, axis));
  }
  return found;
}

function offIn(children: readonly Layer[], axis: Axis): Off[] {
  const sorted = Object.fromEntries(
    Object.entries(EDGES).map(([edge, at]) => [
      edge,
      [...children].sort((one, other) => at(one.box, axis) - at(other.box, axis)),
    ]),
  ) as Record<Edge, Layer[]>;
  const found: Off[] = [];
  for (const layer of children) {
    let best: Off | undefined;
    let keeps = false;
    for (const edge of Object.keys(EDGES) as Edge[]) {
      const at = EDGES[edge];
      const own = at(layer.box, axis);
      const close = neighbours(sorted[edge], (other) => at(other.box, axis) - own).filter(
        (other) => other !== layer && areBeside(layer.box, other.box, across(axis)),
      );
      keeps ||= close.some((other) => Math.abs(at(other.box, axis) - own) <= SAME);
      if (keeps) break;
      for (const one of close) {
        const value = at(one.box, axis);
        const by = value - own;
        const agreeing = close.filter((other) => Math.abs(at(other.box, axis) - value) <= 0.01);
        const alike = agreeing.filter((other) => areAlike(layer, other));
        const most = alike.length >= 2 ? MOST : MOST_OF_OTHERS;
        const enough =
          agreeing.length >= 2 ||
          (edge === 'start' && axis === 'x' && isOffStep(layer, one)) ||
          (edge === 'start' && areBlocks(layer, one) && isOddOfTwo(layer, one, axis));
        if (!enough || Math.abs(by) < LEAST || Math.abs(by) > most) continue;
        const better =
          best === undefined ||
          agreeing.length > best.others.length ||
          (agreeing.length === best.others.length && Math.abs(by) < Math.abs(best.by));
        if (better) best = { layer, axis, by, others: agreeing };
      }
    }
    if (!keeps && best !== undefined && !isSetByBaseline(best)) found.push(best);
  }
  return found;
}

/** Of two, the one that begins on a step within their holder is right. */
function isOffStep({ box, parent }: Layer, other: Layer): boolean {
  const from = parent?.box.x ?? 0;
  return (other.box.x - from) % STEP === 0 && (box.x - from) % (STEP / 2) !== 0;
}

/** Sides of what is plainly a part of the page, and no icon or label. */
const BLOCK_LONG = 120;
const BLOCK_SHORT = 48;

function areBlocks(...layers: readonly Layer[]): boolean {
  return layers.every(
    ({ node, box }) =>
      node.kind !== 'text' &&
      Math.max(box.width, box.height) >= BLOCK_LONG &&
      Math.min(box.width, box.height) >= BLOCK_SHORT,
  );
}

/** Of two blocks that nearly line up, the one that begins on a step within their holder is right. */
function isOddOfTwo({ box, parent }: Layer, other: Layer, axis: Axis): boolean {
  const from = parent === undefined ? 0 : start(parent.box, axis);
  return (start(other.box, axis) - from) % STEP === 0 && (start(box, axis) - from) % STEP !== 0;
}

/** Of a sorted list, those that are near. */
function neighbours(sorted: readonly Layer[], away: (layer: Layer) => number): Layer[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (away(sorted[middle]!) < -MOST) low = middle + 1;
    else high = middle;
  }
  const near: Layer[] = [];
  for (
    let at = low;
    at < sorted.length && away(sorted[at]!) <= MOST && near.length < 200;
    at += 1
  ) {
    near.push(sorted[at]!);
  }
  return near;
}

/** Of things that are to line up, none lies before the other. */
function areBeside(one: Box, other: Box, axis: Axis): boolean {
  return (
    (end(one, axis) <= start(other, axis) + 1 || end(other, axis) <= start(one, axis) + 1) &&
    shared(one, other) === undefined
  );
}

function areAlike({ node: one, box: a }: Layer, { node: other, box: b }: Layer): boolean {
  return (
    one.kind === other.kind &&
    (roleOf(one.name) === roleOf(other.name) ||
      (one.component !== undefined && one.component.name === other.component?.name) ||
      Math.abs(a.width - b.width) < 0.01 ||
      Math.abs(a.height - b.height) < 0.01)
  );
}

/** Texts of different sizes in a row stand on one line, and their boxes do not. */
function isSetByBaseline({ layer, axis, others }: Off): boolean {
  if (axis === 'x' || layer.node.kind !== 'text') return false;
  const texts = others.filter(({ node }) => node.kind === 'text');
  if (texts.some((other) => sizeOf(other) === sizeOf(layer))) return false;
  const own = baselineOf(layer);
  return texts.some((other) => Math.abs(baselineOf(other) - own) <= 1.25);
}

function sizeOf(layer: Layer): number {
  return mainSegment(layer)?.fontSize ?? 16;
}

/** Of its last line: letters stand in the middle of a line, their capitals about .72 of the font size high. */
function baselineOf(layer: Layer): number {
  const { lineHeight = layer.box.height } = mainSegment(layer) ?? {};
  return bottom(layer.box) - lineHeight / 2 + 0.36 * sizeOf(layer);
}

/** A child that lies elsewhere in its card than those of the other cards do in theirs. */
function amongAlike(frame: Frame): Off[] {
  const found: Off[] = [];
  for (const set of madeAlike(frame)) {
    const [first] = set;
    for (let place = 0; place < (first?.children.length ?? 0); place += 1) {
      const children = set.map(({ children: each }) => each[place]!);
      if (children.some((child) => isArranged(child, frame) || child.drawn)) continue;
      for (const axis of ['x', 'y'] as const) found.push(...offOfCards(children, axis));
    }
  }
  return found;
}

function offOfCards(children: readonly Layer[], axis: Axis): Off[] {
  const edges = children.map((child) =>
    Object.values(EDGES).map((at) => at(child.box, axis) - at(child.parent!.box, axis)),
  );
  return children.flatMap((layer, index) => {
    if (!within(layer.box, layer.parent!.box, MOST)) return [];
    const others = children.filter((_, other) => other !== index);
    const rest = edges.filter((_, other) => other !== index);
    const own = edges[index]!;
    if (rest.some((each) => each.some((value, edge) => Math.abs(value - own[edge]!) <= SAME)))
      return [];
    for (const [edge, at] of own.entries()) {
      const value = rest[0]![edge]!;
      const by = value - at;
      const agree = rest.every((each) => Math.abs(each[edge]! - value) <= 0.01);
      if (agree && Math.abs(by) >= LEAST && Math.abs(by) <= MOST)
        return [{ layer, axis, by, others }];
    }
    return [];
  });
}
