import { centre, extent, within, type Box } from '../box.js';
import { componentFix, componentOf } from '../fixes.js';
import { holds, type Frame, type Layer } from '../frame.js';
import { grouped } from '../groups.js';
import { saysBox } from '../names.js';
import type { Rule } from '../rule.js';

const NEEDED = 24;

/** What stands free may be smaller, by the letter; below this it is hard to hit all the same. */
const FREE = 20;

export const touchTarget: Rule = {
  id: 'touch-target',
  level: 'must',
  unit: 'px',
  source: 'WCAG 2.2, 2.5.8 Target Size (Minimum), AA',
  *check(frame) {
    const targets = frame.layers.filter(
      (layer) =>
        layer.target &&
        layer.visible !== undefined &&
        layer.opacity > 0.02 &&
        !layer.disabled &&
        !frame.obscured(layer),
    );
    const small = targets.filter(({ box }) => side(box) < NEEDED - 0.5);
    const asked = new Set(targets);
    const undersized = new Set(small);
    const faults = small.flatMap((layer) => {
      if (isInline(layer)) return [];
      const crowded = isCrowded(frame, layer, asked, undersized);
      return crowded || isTooSmall(layer) ? [{ layer, crowded }] : [];
    });
    const groups = grouped(faults, ({ layer, crowded }) =>
      layer.instance === undefined
        ? layer.id
        : [
            componentOf(layer),
            layer === layer.instance ? '' : layer.node.name,
            crowded,
            layer.box.width,
            layer.box.height,
          ].join(' '),
    );
    for (const group of groups) {
      const [{ layer, crowded }] = group as [(typeof faults)[number]];
      const least = side(layer.box);
      yield {
        layers: [layer, ...group.slice(1).map((fault) => fault.layer)],
        severity: (crowded ? 0.5 : 0.2) + 0.5 * (1 - least / NEEDED),
        value: least,
        needed: NEEDED,
        says: crowded ? 'message' : 'free',
        ...(crowded ? {} : { level: 'could' as const }),
        facts: { width: layer.box.width, height: layer.box.height },
        alike: group.length - 1,
        fix:
          layer.instance !== undefined
            ? componentFix(layer.instance)
            : layer.locked
              ? undefined
              : {
                  kind: 'size',
                  node: layer.id,
                  width: Math.max(NEEDED, layer.box.width),
                  height: Math.max(NEEDED, layer.box.height),
                },
      };
    }
  },
};

function side({ width, height }: Box): number {
  return Math.min(width, height);
}

/** A link in a line of text is as high as the line. */
function isInline({ node, box, parent }: Layer): boolean {
  if (node.kind !== 'text') return false;
  return (parent?.children ?? []).some(
    (other) =>
      other.node.kind === 'text' &&
      other.node !== node &&
      Math.abs(centre(other.box, 'y') - centre(box, 'y')) < 4 &&
      Math.min(
        Math.abs(other.box.x - box.x - box.width),
        Math.abs(box.x - other.box.x - other.box.width),
      ) <= 8,
  );
}

/** Boxes and words are small by custom, and their labels are pressed with them. */
function isTooSmall({ node, box }: Layer): boolean {
  return (
    side(box) < FREE &&
    node.kind !== 'text' &&
    !saysBox(node) &&
    !/link|chip|badge|tag/iu.test(node.name)
  );
}

/** The exception for spacing: a circle of 24 px about its middle meets no other target, and no circle of another that is too small. */
function isCrowded(
  frame: Frame,
  layer: Layer,
  targets: ReadonlySet<Layer>,
  small: ReadonlySet<Layer>,
): boolean {
  const [x, y] = [centre(layer.box, 'x'), centre(layer.box, 'y')];
  const reach: Box = { x: x - NEEDED, y: y - NEEDED, width: 2 * NEEDED, height: 2 * NEEDED };
  return frame.near(reach).some((other) => {
    if (other === layer || !targets.has(other) || holds(other, layer) || holds(layer, other))
      return false;
    // A small thing on a large one, such as the star on a card.
    if (within(layer.box, other.box)) return false;
    if (small.has(other)) {
      const away = Math.hypot(centre(other.box, 'x') - x, centre(other.box, 'y') - y);
      if (away < NEEDED - 0.01) return true;
    }
    const beside = (axis: 'x' | 'y', at: number): number =>
      Math.max(other.box[axis] - at, 0, at - other.box[axis] - extent(other.box, axis));
    return Math.hypot(beside('x', x), beside('y', y)) < NEEDED / 2 - 0.01;
  });
}
