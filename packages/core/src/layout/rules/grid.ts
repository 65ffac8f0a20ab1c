import { right } from '../box.js';
import { isMovable, type Frame, type Layer } from '../frame.js';
import type { Rule } from '../rule.js';

const SAME = 0.6;
const MOST = 4.05;

/** Columns closer than this are a grid of another kind. */
const CLOSE = 24;

export const grid: Rule = {
  id: 'grid',
  level: 'could',
  unit: 'px',
  source: 'The layout grid of the frame; Müller-Brockmann, Grid Systems',
  *check(frame) {
    const columns = columnsOf(frame);
    if (columns === undefined) return;
    const placed = onPage(frame).map((layer) => ({
      layer,
      by: offset(layer.box.x, columns.starts),
      ends: Math.abs(offset(right(layer.box), columns.ends)) <= SAME,
    }));
    const kept = placed.filter(({ by, ends }) => Math.abs(by) <= SAME || ends).length;
    // Where few keep to it, the grid is not what the frame is built on.
    if (kept < 2 || kept < placed.length / 2) return;
    for (const { layer, by, ends } of placed) {
      if (ends || Math.abs(by) <= SAME || Math.abs(by) > MOST) continue;
      yield {
        layers: [layer],
        severity: 0.25 + 0.05 * Math.abs(by),
        value: Math.abs(by),
        needed: 0,
        fix: isMovable(layer, frame)
          ? { kind: 'move', moves: [{ node: layer.id, dx: by, dy: 0 }] }
          : undefined,
      };
    }
  },
};

function columnsOf({ layout, width }: Frame): { starts: number[]; ends: number[] } | undefined {
  if (layout.grid === undefined) return undefined;
  const { columns, gutter, margin } = layout.grid;
  const each = layout.grid.columnWidth ?? (width - 2 * margin - (columns - 1) * gutter) / columns;
  if (each <= 0 || each + gutter < CLOSE) return undefined;
  const starts = Array.from({ length: columns }, (_, column) => margin + column * (each + gutter));
  return { starts, ends: starts.map((begin) => begin + each) };
}

/** How far the nearest column lies to the right. */
function offset(at: number, columns: readonly number[]): number {
  const all = columns.map((column) => column - at);
  const nearest = all.reduce(
    (one, other) => (Math.abs(other) < Math.abs(one) ? other : one),
    Infinity,
  );
  return Math.round(nearest * 100) / 100;
}

/** What lies on the page itself: in the frame, or in bands that span it. */
function onPage(frame: Frame): Layer[] {
  const found: Layer[] = [];
  const look = (layers: readonly Layer[]): void => {
    for (const layer of layers) {
      if (layer.visible === undefined || layer.decorative || layer.drawn) continue;
      if (layer.box.width >= 0.9 * frame.width) look(layer.children);
      else if (layer.node.kind !== 'shape' || layer.box.width > CLOSE) found.push(layer);
    }
  };
  look(frame.top);
  return found;
}
