import { bottom, extent, right, type Box } from '../box.js';
import { coverOf, isMovable, letters, mainSegment, type Frame, type Layer } from '../frame.js';
import { roleOf } from '../names.js';
import type { Rule, Violation } from '../rule.js';

/** Less is the room around letters. */
const LEAST = 2;

export const clipped: Rule = {
  id: 'clipped',
  level: 'must',
  unit: 'px',
  source: 'WCAG 2.2, 1.4.4 and 1.4.12 (no loss of content)',
  *check(frame) {
    for (const layer of frame.layers) {
      if (layer.decorative || layer.drawn || layer.opacity < 0.02) continue;
      const violation =
        layer.node.text === undefined ? pastFrame(frame, layer) : textFault(frame, layer);
      if (violation !== undefined) yield violation;
    }
  },
};

function textFault(frame: Frame, layer: Layer): Violation | undefined {
  if (!/[\p{L}\p{N}]/u.test(layer.node.text!.characters)) return undefined;
  return (
    ownBox(layer) ?? byHolder(frame, layer) ?? pastFrame(frame, layer) ?? pastHolder(frame, layer)
  );
}

/** Its own box is too small for it. */
function ownBox(layer: Layer): Violation | undefined {
  const { fixedSize, truncated, neededHeight = 0, neededWidth = 0 } = layer.node.text!;
  if (fixedSize !== true || truncated === true || layer.visible === undefined) return undefined;
  const { width, height } = layer.box;
  const line = mainSegment(layer)?.fontSize ?? 16;
  // The last line has room below its letters.
  const high = neededHeight - height;
  const wide = neededWidth - width;
  if (high <= Math.max(LEAST, 0.2 * line) && wide <= LEAST) return undefined;
  const tall = high > wide;
  return {
    layers: [layer],
    severity: 0.7,
    value: tall ? height : width,
    needed: tall ? neededHeight : neededWidth,
    says: tall ? 'high' : 'wide',
  };
}

/** A container that clips cuts through its letters. */
function byHolder(frame: Frame, layer: Layer): Violation | undefined {
  let level = 0;
  for (let at = layer.parent; at !== undefined && level < 3; at = at.parent, level += 1) {
    if (at.node.clips !== true) continue;
    const cut = beyond(letters(layer), at.box);
    if (cut.by <= Math.max(LEAST, 0.15 * (mainSegment(layer)?.fontSize ?? 16))) continue;
    if (cut.by >= extent(letters(layer), cut.axis) || scrolls(frame, at, layer)) return undefined;
    return { layers: [layer, at], severity: 0.65, value: cut.by, needed: 0, says: 'holder' };
  }
  return undefined;
}

/** Text, or something to press, reaches out of the frame. */
function pastFrame(frame: Frame, layer: Layer): Violation | undefined {
  const { node } = layer;
  if ((node.text === undefined && !layer.target) || layer.visible === undefined) return undefined;
  if (layer.target && node.text === undefined && layer.parent?.pressed !== undefined)
    return undefined;
  const own = node.text === undefined ? layer.box : letters(layer);
  const cut = beyond(own, frame.box);
  if (cut.by <= LEAST || scrolls(frame, undefined, layer)) return undefined;
  // A page goes on below, and a row of cards to the right, where one of its layers holds this one.
  if (cut.side === 'bottom' && layer.parent !== undefined) return undefined;
  return {
    layers: [layer],
    severity: 0.65,
    value: cut.by,
    needed: 0,
    says: 'frame',
    fix:
      isMovable(layer, frame) && cut.by < extent(own, cut.axis)
        ? {
            kind: 'move',
            moves: [
              {
                node: layer.id,
                dx: cut.axis === 'x' ? (cut.side === 'left' ? cut.by : -cut.by) : 0,
                dy: cut.axis === 'y' ? (cut.side === 'top' ? cut.by : -cut.by) : 0,
              },
            ],
          }
        : undefined,
  };
}

/** Its letters stick out of the box that is drawn around them. */
function pastHolder(frame: Frame, layer: Layer): Violation | undefined {
  const { parent } = layer;
  if (parent === undefined || parent.node.kind !== 'container' || layer.node.floats === true)
    return undefined;
  const drawn = coverOf(parent) > 0.1 || (parent.node.strokes ?? []).length > 0;
  if (!drawn || layer.visible === undefined || frame.obscured(layer) || layer.box.width === 0)
    return undefined;
  if ((layer.node.rotation ?? 0) !== 0 || (parent.node.rotation ?? 0) !== 0) return undefined;
  const cut = beyond(letters(layer), parent.box);
  // What lies wholly beyond is a label beside it.
  if (cut.by <= LEAST || cut.by >= 0.9 * extent(letters(layer), cut.axis)) return undefined;
  // A label that sits on an outline.
  if (cut.side === 'top' && cut.by <= 0.75 * letters(layer).height) return undefined;
  return { layers: [layer, parent], severity: 0.6, value: cut.by, needed: 0, says: 'out' };
}

type Side = 'left' | 'right' | 'top' | 'bottom';

/** The side on which a box reaches farthest out of another. */
function beyond(
  inner: Box,
  outer: Box,
): { readonly by: number; readonly side: Side; readonly axis: 'x' | 'y' } {
  const sides = [
    { side: 'left', axis: 'x', by: outer.x - inner.x },
    { side: 'right', axis: 'x', by: right(inner) - right(outer) },
    { side: 'top', axis: 'y', by: outer.y - inner.y },
    { side: 'bottom', axis: 'y', by: bottom(inner) - bottom(outer) },
  ] as const;
  return sides.reduce((one, other) => (other.by > one.by ? other : one));
}

/** Whether a layer is one of several alike, or a part of one, that run out of view: a carousel, or a list that is scrolled. */
function scrolls(frame: Frame, clip: Layer | undefined, layer: Layer): boolean {
  for (let at: Layer | undefined = layer; at !== undefined && at !== clip; at = at.parent) {
    const self = at;
    const siblings = at.parent?.children ?? frame.top;
    const alike = siblings.filter(
      ({ node }) =>
        node.kind === self.node.kind &&
        ((node.component !== undefined && node.component.name === self.node.component?.name) ||
          (node.kind === 'container' && roleOf(node.name) === roleOf(self.node.name)) ||
          (self.parent?.node.autoLayout !== undefined &&
            Math.abs(node.width - self.box.width) < 1 &&
            Math.abs(node.height - self.box.height) < 1)),
    );
    const runsOut = beyond(at.box, (clip ?? frame).box).by > LEAST;
    if (alike.length >= 2 && runsOut) return true;
    if (/carousel|scroll|marquee|ticker|slider/iu.test(at.node.name)) return true;
  }
  return clip !== undefined && /carousel|scroll|marquee|ticker|slider/iu.test(clip.node.name);
}
