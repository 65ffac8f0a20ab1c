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

/** Containers beside each other that are made alike, such as the cards of a list: at least three. */
export function madeAlike(frame: Frame): Layer[][] {
  const sets: Layer[][] = [];
  const add = (children: readonly Layer[]): void => {
    const containers = children.filter(({ node, drawn }) => node.kind === 'container' && !drawn);
    if (containers.length < 3) return;
    for (const set of grouped(containers, makingOf)) if (set.length >= 3) sets.push(set);
  };
  add(frame.top);
  for (const { children } of frame.layers) if (children.length >= 3) add(children);
  return sets;
}

function makingOf({ node, children }: Layer): string {
  return [
    node.component?.id ?? node.component?.name ?? roleOf(node.name),
    ...children.map((child) => child.node.kind),
  ].join(' ');
}
