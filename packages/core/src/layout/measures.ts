/** Figures of a frame as a whole. */
import { area, bottom, right, shared, type Box } from './box.js';
import { parseColour } from './colour/rgb.js';
import { usesOf } from './colours.js';
import { coverOf, isArranged, letters, mainSegment, type Frame, type Layer } from './frame.js';
import { groundOfText } from './ground.js';

export interface Measure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
}

export function measuresOf(frame: Frame): Measure[] {
  const elements = elementsOf(frame);
  const sizes = new Set(frame.texts.flatMap((layer) => mainSegment(layer)?.fontSize ?? []));
  const contrast = leastContrast(frame);
  return [
    { id: 'white-space', value: 100 * whiteSpaceOf(frame, elements), unit: '%' },
    { id: 'density', value: elements.length / ((frame.width * frame.height) / 1e6), unit: '/MP' },
    { id: 'alignment', value: 100 * alignedShare(frame, elements), unit: '%' },
    { id: 'colours', value: new Set(usesOf(frame).map(({ colour }) => colour)).size, unit: '' },
    { id: 'font-sizes', value: sizes.size, unit: '' },
    ...(contrast === undefined ? [] : [{ id: 'least-contrast', value: contrast, unit: ':1' }]),
    { id: 'balance', value: 100 * balanceOf(frame, elements), unit: '%' },
  ];
}

/** What a person sees as one thing: texts, shapes and pictures; a drawing counts once. */
export function elementsOf(frame: Frame): Layer[] {
  return frame.layers.filter((layer) => {
    const { node, visible, parent, opacity } = layer;
    if (visible === undefined || opacity < 0.02 || area(visible) < 1 || parent?.drawn === true)
      return false;
    if (layer.drawn || node.kind !== 'container') return !isBackdrop(layer, frame);
    return (node.fills ?? []).some(({ kind }) => kind === 'image') && !isBackdrop(layer, frame);
  });
}

/** What lies under everything else is no thing by itself. */
function isBackdrop({ node, box }: Layer, frame: Frame): boolean {
  return node.kind !== 'text' && area(box) > 0.5 * frame.width * frame.height;
}

/** Cells along the longer side of the frame. */
const CELLS = 128;

/** Share of the frame that no element covers. */
export function whiteSpaceOf(frame: Frame, elements: readonly Layer[]): number {
  const side = Math.max(frame.width, frame.height) / CELLS;
  const columns = Math.max(1, Math.round(frame.width / side));
  const rows = Math.max(1, Math.round(frame.height / side));
  const covered = new Uint8Array(columns * rows);
  for (const layer of elements) {
    const box = seenOf(layer);
    if (box === undefined) continue;
    const lastRow = Math.min(rows - 1, Math.floor((bottom(box) / frame.height) * rows - 0.5));
    const lastColumn = Math.min(
      columns - 1,
      Math.floor((right(box) / frame.width) * columns - 0.5),
    );
    for (
      let row = Math.max(0, Math.ceil((box.y / frame.height) * rows - 0.5));
      row <= lastRow;
      row += 1
    ) {
      const begin = Math.max(0, Math.ceil((box.x / frame.width) * columns - 0.5));
      if (begin <= lastColumn)
        covered.fill(1, row * columns + begin, row * columns + lastColumn + 1);
    }
  }
  return 1 - covered.reduce((sum, cell) => sum + cell, 0) / covered.length;
}

function seenOf(layer: Layer): Box | undefined {
  return layer.visible === undefined
    ? undefined
    : layer.node.kind === 'text'
      ? shared(letters(layer), layer.visible)
      : layer.visible;
}

/** Share of elements that auto layout places, or that share an edge or a middle with another. */
function alignedShare(frame: Frame, elements: readonly Layer[]): number {
  if (elements.length === 0) return 1;
  const counts = new Map<string, number>();
  const keysOf = ({ box, parent }: Layer): string[] =>
    (
      [
        ['l', box.x],
        ['c', box.x + box.width / 2],
        ['r', right(box)],
        ['t', box.y],
        ['m', box.y + box.height / 2],
        ['b', bottom(box)],
      ] as const
    ).map(([edge, at]) => `${parent?.id ?? ''} ${edge} ${Math.round(at * 2)}`);
  for (const layer of elements)
    for (const key of keysOf(layer)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const aligned = elements.filter(
    (layer) =>
      isArranged(layer, frame) ||
      layer.drawn ||
      keysOf(layer).some((key) => counts.get(key)! > 1) ||
      (layer.parent?.children.length ?? 2) === 1,
  );
  return aligned.length / elements.length;
}

function leastContrast(frame: Frame): number | undefined {
  let least: number | undefined;
  for (const layer of frame.texts) {
    if (
      layer.decorative ||
      layer.disabled ||
      layer.drawn ||
      layer.node.blends === true ||
      frame.obscured(layer)
    )
      continue;
    const fill = (mainSegment(layer)?.fills ?? layer.node.fills)?.at(-1);
    if (fill?.kind !== 'solid') continue;
    const ground = groundOfText(frame, layer);
    if (ground === undefined) continue;
    const { ratio } = ground.contrast(parseColour(fill.colour));
    if (least === undefined || ratio < least) least = ratio;
  }
  return least;
}

/** How far to the right of the middle the weight of all elements lies, in widths of the frame; to the left is negative. */
function balanceOf(frame: Frame, elements: readonly Layer[]): number {
  let [weight, moment] = [0, 0];
  for (const layer of elements) {
    const box = seenOf(layer);
    if (box === undefined) continue;
    const own =
      area(box) *
      layer.opacity *
      (layer.node.kind === 'text' ? 0.5 : Math.max(0.3, coverOf(layer)));
    weight += own;
    moment += own * ((box.x + box.width / 2) / frame.width - 0.5);
  }
  return weight === 0 ? 0 : moment / weight;
}
