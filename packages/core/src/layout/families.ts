/** Layers that are to be looked at together. */
import type { Frame, Layer } from './frame.js';
import { grouped } from './groups.js';
import { roleOf } from './names.js';

/** What one container, or the frame, holds. */
export interface Family {
  readonly parent: Layer | undefined;
  readonly children: readonly Layer[];
}

/** Sets of siblings that were placed by hand. Drawings, and what is turned or carries nothing, are left aside. */
export function placedByHand(frame: Frame): Family[] {
  const families: Family[] = [];
  const add = (parent: Layer | undefined, children: readonly Layer[]): void => {
    const placed = children.filter(
      ({ drawn, decorative, visible, node, parent: holder }) =>
        (!drawn || holder?.drawn === false || holder === undefined) &&
        !decorative &&
        visible !== undefined &&
        (node.rotation ?? 0) === 0,
    );
    if (placed.length > 1) families.push({ parent, children: placed });
  };
  if (frame.layout.autoLayout === undefined) add(undefined, frame.top);
  for (const layer of frame.layers) {
    if (layer.node.autoLayout !== undefined || layer.node.kind !== 'container') continue;
    if (!layer.drawn) add(layer, layer.children);
  }
  return families;
}

/** Of two that are alike, heights differ by no more. */
const PAIR = 4;

/** Containers beside each other that are made alike, such as the cards of a list: at least so many. */
export function madeAlike(frame: Frame, least = 3): Layer[][] {
  const sets: Layer[][] = [];
  const add = (children: readonly Layer[]): void => {
    const containers = children.filter(({ node, drawn }) => node.kind === 'container' && !drawn);
    if (containers.length < least) return;
    const known = new Set<string>();
    for (const set of [...grouped(containers, nameOf), ...grouped(containers, makingOf)]) {
      const key = set.map(({ index }) => index).join(' ');
      const [first, second] = set;
      // Two may be like each other by chance.
      const alike =
        set.length > 2 ||
        (second !== undefined && Math.abs(first!.box.height - second.box.height) <= PAIR);
      if (set.length < least || !alike || known.has(key)) continue;
      known.add(key);
      sets.push(set);
    }
  };
  add(frame.top);
  for (const { children } of frame.layers) if (children.length >= least) add(children);
  return sets;
}

/** By component or name, and by what they hold. */
function nameOf({ node, children }: Layer): string {
  return [
    node.component?.id ?? node.component?.name ?? roleOf(node.name),
    ...children.map((child) => child.node.kind),
  ].join(' ');
}

/** By width and by what they hold, whatever they are called; those that hold one thing are all alike. */
function makingOf({ node, box, children, index }: Layer): string {
  if (children.length < 2) return String(index);
  const held = children.map((child) => [
    child.node.kind,
    ...child.children.map((each) => each.node.kind),
  ]);
  return JSON.stringify([node.component?.name, Math.round(box.width), held]);
}
