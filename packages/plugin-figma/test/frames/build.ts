/** Short ways to write layers down. */
import type { NodeData, PaintData } from '../figma/document.js';

type More = Omit<NodeData, 'type' | 'name'>;

export const text = (name: string, characters: string, more: More = {}): NodeData => ({
  type: 'TEXT',
  name,
  characters,
  fills: ['#111827'],
  ...more,
});

export const box = (
  name: string,
  width: number,
  height: number,
  fill: PaintData,
  more: More = {},
): NodeData => ({
  type: 'RECTANGLE',
  name,
  width,
  height,
  fills: [fill],
  ...more,
});

export const row = (name: string, children: readonly NodeData[], more: More = {}): NodeData => ({
  type: 'FRAME',
  name,
  layout: 'HORIZONTAL',
  across: 'HUG',
  down: 'HUG',
  cross: 'CENTER',
  children,
  ...more,
});

export const column = (name: string, children: readonly NodeData[], more: More = {}): NodeData => ({
  type: 'FRAME',
  name,
  layout: 'VERTICAL',
  across: 'HUG',
  down: 'HUG',
  children,
  ...more,
});

export const screen = (
  name: string,
  width: number,
  height: number,
  children: readonly NodeData[],
  more: More = {},
): NodeData => ({
  type: 'FRAME',
  name,
  width,
  height,
  fills: ['#ffffff'],
  clipsContent: true,
  children,
  ...more,
});

/** A layer by its name somewhere in a tree, changed; throws where there is none, so that no fault is seeded into nothing. */
export function changed(
  root: NodeData,
  name: string,
  change: (node: NodeData) => NodeData,
): NodeData {
  let found = 0;
  const visit = (node: NodeData): NodeData => {
    const now = node.name === name ? ((found += 1), change(node)) : node;
    return now.children === undefined ? now : { ...now, children: now.children.map(visit) };
  };
  const result = visit(root);
  if (found !== 1) throw new Error(`${found} layers are called ${name} in ${root.name}.`);
  return result;
}

/** An instance of a component that lies elsewhere in the document. */
export const instance = (component: NodeData, name: string, more: More = {}): NodeData => ({
  ...component,
  id: undefined,
  type: 'INSTANCE',
  name,
  component: component.id,
  ...more,
});

/** The same change at several layers, one after the other. */
export const changedAll = (
  root: NodeData,
  names: readonly string[],
  change: (node: NodeData) => NodeData,
): NodeData => names.reduce((now, name) => changed(now, name, change), root);
