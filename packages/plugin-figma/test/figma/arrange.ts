/** Auto layout, as Figma documents it: sizes that hug or fill, gaps, paddings, alignment. */
import { linesOf, type TextMeasure } from './measure.js';
import type { Layer } from './layer.js';

export function arrange(root: Layer, measure: TextMeasure): void {
  hug(root, 'width', measure);
  fill(root, 'width');
  hug(root, 'height', measure);
  fill(root, 'height');
  place(root);
}

type Axis = 'width' | 'height';

const SIDES = {
  width: ['paddingLeft', 'paddingRight', 'minWidth'],
  height: ['paddingTop', 'paddingBottom', 'minHeight'],
} as const;

const sizing = (layer: Layer, axis: Axis): 'FIXED' | 'HUG' | 'FILL' =>
  axis === 'width' ? layer.layoutSizingHorizontal : layer.layoutSizingVertical;

const isPrimary = (layer: Layer, axis: Axis): boolean =>
  (layer.layoutMode === 'HORIZONTAL') === (axis === 'width');

const flowing = (layer: Layer): Layer[] =>
  layer.children.filter((child) => child.visible && child.layoutPositioning !== 'ABSOLUTE');

/** From the innermost outwards: what is as large as what it holds. */
function hug(layer: Layer, axis: Axis, measure: TextMeasure): void {
  for (const child of layer.children) hug(child, axis, measure);
  if (layer.type === 'TEXT') hugText(layer, axis, measure);
  else if (layer.type === 'GROUP') hugGroup(layer, axis);
  else if (layer.layoutMode !== 'NONE') {
    if (sizing(layer, axis) !== 'HUG') return;
    const [before, after, least] = SIDES[axis];
    const sizes = flowing(layer).map((child) => child[axis]);
    const inside = isPrimary(layer, axis)
      ? sizes.reduce((sum, size) => sum + size, 0) +
        layer.itemSpacing * Math.max(0, sizes.length - 1)
      : Math.max(0, ...sizes);
    layer[axis] = Math.max(layer[least] ?? 0, inside + layer[before] + layer[after]);
  }
}

/** Of a text all that its letters take, unless its box is fixed. */
function hugText(layer: Layer, axis: Axis, measure: TextMeasure): void {
  if (layer.textAutoResize === 'NONE' || layer.textAutoResize === 'TRUNCATE') return;
  const size = textSize(layer, measure);
  if (axis === 'width' && layer.textAutoResize === 'WIDTH_AND_HEIGHT') layer.width = size.width;
  if (axis === 'height') layer.height = textSize(layer, measure).height;
}

export function textSize(layer: Layer, measure: TextMeasure): { width: number; height: number } {
  const [first] = layer.runs;
  const widest = Math.max(...layer.runs.map(({ fontSize }) => fontSize));
  const font = { size: widest, weight: first?.fontWeight ?? 400 };
  const width = layer.textAutoResize === 'WIDTH_AND_HEIGHT' ? Infinity : layer.width;
  const lines = linesOf(layer.characters, width, (line) => measure(line, font));
  return {
    width: Math.ceil(Math.max(...lines.map((line) => measure(line, font)))),
    height: lines.length * lineHeightOf(layer),
  };
}

export function lineHeightOf(layer: Layer): number {
  return Math.max(
    ...layer.runs.map(({ lineHeight, fontSize }) => lineHeight ?? Math.round(fontSize * 1.3)),
  );
}

function hugGroup(layer: Layer, axis: Axis): void {
  const at = axis === 'width' ? 'x' : 'y';
  const starts = layer.children.map((child) => child[at]);
  const ends = layer.children.map((child) => child[at] + child[axis]);
  if (starts.length === 0) return;
  layer[at] = Math.min(...starts);
  layer[axis] = Math.max(...ends) - Math.min(...starts);
}

/** From the outermost inwards: what takes the room that is left. */
function fill(layer: Layer, axis: Axis): void {
  if (layer.layoutMode !== 'NONE') {
    const [before, after] = SIDES[axis];
    const inside = layer[axis] - layer[before] - layer[after];
    const children = flowing(layer);
    const filling = children.filter((child) => sizing(child, axis) === 'FILL');
    if (isPrimary(layer, axis)) {
      const taken = children
        .filter((child) => !filling.includes(child))
        .reduce(
          (sum, child) => sum + child[axis],
          layer.itemSpacing * Math.max(0, children.length - 1),
        );
      for (const child of filling) child[axis] = Math.max(0, (inside - taken) / filling.length);
    } else {
      for (const child of filling) child[axis] = inside;
    }
  }
  for (const child of layer.children) fill(child, axis);
}

function place(layer: Layer): void {
  if (layer.layoutMode !== 'NONE') {
    const [at, across, size, other] =
      layer.layoutMode === 'HORIZONTAL'
        ? (['x', 'y', 'width', 'height'] as const)
        : (['y', 'x', 'height', 'width'] as const);
    const [start, end] = SIDES[size];
    const [crossStart, crossEnd] = SIDES[other];
    const children = flowing(layer);
    const total = children.reduce((sum, child) => sum + child[size], 0);
    const room = layer[size] - layer[start] - layer[end] - total;
    const spread = layer.primaryAxisAlignItems === 'SPACE_BETWEEN' && children.length > 1;
    const gap = spread ? room / (children.length - 1) : layer.itemSpacing;
    const free = room - gap * Math.max(0, children.length - 1);
    const shift = { MIN: 0, CENTER: free / 2, MAX: free, SPACE_BETWEEN: 0 };
    let position = layer[start] + shift[layer.primaryAxisAlignItems];
    for (const child of children) {
      child[at] = position;
      position += child[size] + gap;
      const rest = layer[other] - layer[crossStart] - layer[crossEnd] - child[other];
      child[across] =
        layer[crossStart] + { MIN: 0, CENTER: rest / 2, MAX: rest }[layer.counterAxisAlignItems];
    }
  }
  for (const child of layer.children) place(child);
}
