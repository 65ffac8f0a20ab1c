import type { Paint } from '../../protocol/generated/layout.js';
import { right } from '../box.js';
import { coverOf, letters, type Frame, type Layer } from '../frame.js';
import { elementsOf, whiteSpaceOf } from '../measures.js';
import type { Rule } from '../rule.js';

/** A page this full leaves nothing to rest on. */
const FULL = 0.12;
const MANY = 30;

/** Room that letters need beside them in a box with an edge. */
const ROOM = 4;
const TOUCHING = 3;

export const density: Rule = {
  id: 'density',
  level: 'could',
  unit: '%',
  source: 'Gestalt law of proximity; Tullis 1983, density of displays',
  *check(frame) {
    for (const layer of frame.texts) {
      const { parent, node } = layer;
      if (parent === undefined || layer.drawn || layer.decorative || frame.obscured(layer))
        continue;
      if (!isEdged(parent, frame) || node.text!.characters.trim().length < ROOM) continue;
      const seen = letters(layer);
      const left = seen.x - parent.box.x;
      const behind = right(parent.box) - right(seen);
      const { align = 'left' } = node.text!;
      const least =
        align === 'left' || align === 'justified'
          ? left
          : align === 'right'
            ? behind
            : Math.min(left, behind);
      // What sticks out is clipped or overflows, and told there.
      if (least >= TOUCHING || least < -0.5 || right(parent.box) > frame.width + 1) continue;
      yield {
        layers: [layer, parent],
        severity: 0.35,
        value: Math.max(0, least),
        needed: ROOM,
        unit: 'px',
        says: 'touching',
      };
    }
    const elements = elementsOf(frame);
    const whiteSpace = whiteSpaceOf(frame, elements);
    const [first] = [...elements].sort(
      (one, other) => one.box.y - other.box.y || one.box.x - other.box.x,
    );
    if (first === undefined || elements.length < MANY || whiteSpace >= FULL) return;
    yield {
      layers: [first],
      box: frame.box,
      severity: 0.3 + (FULL - whiteSpace),
      value: 100 * whiteSpace,
      needed: 100 * FULL,
    };
  },
};

/** Whether it has an edge that is seen: a fill that nothing around it has. */
function isEdged(layer: Layer, frame: Frame): boolean {
  const own = layer.node.fills ?? [];
  if (layer.node.kind !== 'container' || own.length === 0 || coverOf(layer) < 0.1) return false;
  let around = layer.parent;
  while (around !== undefined && (around.node.fills ?? []).length === 0) around = around.parent;
  return coloursOf(own) !== coloursOf(around?.node.fills ?? frame.layout.fills ?? [WHITE_PAINT]);
}

const WHITE_PAINT: Paint = { kind: 'solid', colour: '#ffffff' };

function coloursOf(paints: readonly Paint[]): string {
  return paints.map((paint) => (paint.kind === 'solid' ? paint.colour : paint.kind)).join(' ');
}
