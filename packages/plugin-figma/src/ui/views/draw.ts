/** The picture of a frame, as each view shows it. */
import { simulateColourVision, textContrasts, type LayoutFix } from '@calm-sdk/core/layout';
import type { Assessment, Critique, View } from '../panel.js';
import { drawFix } from './draw-fix.js';

interface Shown {
  readonly view: View;
  /** A fix to be shown as made. */
  readonly fix?: LayoutFix | undefined;
  readonly regions?: Assessment['regions'] | undefined;
}

export function draw(
  context: CanvasRenderingContext2D,
  critique: Critique,
  { view, fix, regions }: Shown,
): void {
  const { bitmap, pixels } = critique.rendition;
  context.drawImage(bitmap, 0, 0);
  switch (view) {
    case 'pins':
      if (fix !== undefined) drawFix(context, critique, fix);
      break;
    case 'protan':
    case 'deutan':
    case 'tritan': {
      const seen = new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
      simulateColourVision(seen.data, view, 4);
      context.putImageData(seen, 0, 0);
      break;
    }
    case 'grid':
      fade(context);
      drawGrid(context, critique);
      break;
    case 'contrast':
      fade(context);
      drawContrast(context, critique);
      break;
    case 'heat':
      if (regions !== undefined) {
        fade(context);
        drawHeat(context, regions);
      }
      break;
  }
}

/** The picture steps back behind what is drawn over it. */
function fade(context: CanvasRenderingContext2D): void {
  context.fillStyle = 'rgba(255, 255, 255, 0.55)';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

function drawGrid(context: CanvasRenderingContext2D, { layout }: Critique): void {
  const scale = context.canvas.width / layout.width;
  const { height } = context.canvas;
  const { grid } = layout;
  if (grid !== undefined) {
    const { columns, gutter, margin } = grid;
    const width =
      grid.columnWidth ?? (layout.width - 2 * margin - (columns - 1) * gutter) / columns;
    context.fillStyle = 'rgba(220, 38, 38, 0.14)';
    for (let column = 0; column < columns; column++) {
      context.fillRect((margin + column * (width + gutter)) * scale, 0, width * scale, height);
    }
  }
  // Edges that at least three layers share.
  const edges = new Map<number, number>();
  for (const { x, width } of layout.nodes) {
    for (const edge of [x, x + width]) {
      const rounded = Math.round(edge);
      edges.set(rounded, (edges.get(rounded) ?? 0) + 1);
    }
  }
  context.fillStyle = 'rgba(37, 99, 235, 0.8)';
  for (const [edge, count] of edges) {
    if (count >= 3) context.fillRect(edge * scale, 0, Math.max(1, scale), height);
  }
}

function drawContrast(context: CanvasRenderingContext2D, { layout, rendition }: Critique): void {
  const scale = context.canvas.width / layout.width;
  const { data, width, height } = rendition.pixels;
  const texts = textContrasts(layout, { data, width, height, channels: 4 });
  context.font = '600 13px sans-serif';
  context.lineWidth = 2;
  for (const { box, ratio, needed } of texts) {
    const passes = ratio >= needed;
    const [x, y] = [box.x * scale, box.y * scale];
    context.strokeStyle = passes ? '#15803d' : '#b91c1c';
    context.strokeRect(x, y, box.width * scale, box.height * scale);
    if (passes) continue;
    const label = `${ratio.toFixed(1)}:1`;
    context.fillStyle = '#b91c1c';
    context.fillRect(x, y - 17, context.measureText(label).width + 8, 17);
    context.fillStyle = '#fff';
    context.fillText(label, x + 4, y - 4);
  }
}

/** What each cell adds to the impression, against the strongest of them. */
function drawHeat(
  context: CanvasRenderingContext2D,
  { columns, rows, values }: NonNullable<Assessment['regions']>,
): void {
  const most = Math.max(...values.map(Math.abs), 1e-6);
  const { width, height } = context.canvas;
  values.forEach((value, index) => {
    const strength = Math.abs(value) / most;
    context.fillStyle =
      value >= 0
        ? `rgba(21, 128, 61, ${0.65 * strength})`
        : `rgba(185, 28, 28, ${0.65 * strength})`;
    const [left, top] = [index % columns, Math.floor(index / columns)];
    context.fillRect(
      (left * width) / columns,
      (top * height) / rows,
      width / columns + 0.5,
      height / rows + 0.5,
    );
  });
}
