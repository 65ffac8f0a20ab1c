/** A fix on the picture, as if it were made: nothing in the document is touched for it. */
import { applyFix, type LayoutFix, type LayoutNode } from '@calm-sdk/core/layout';
import type { Critique } from '../panel.js';

export function drawFix(
  context: CanvasRenderingContext2D,
  critique: Critique,
  fix: LayoutFix,
): void {
  if (fix.kind === 'colour') recolour(context, critique, fix);
  else if (fix.kind !== 'component') rearrange(context, critique, fix);
}

type Rgb = readonly [red: number, green: number, blue: number];

/** Every pixel of the layers that lies between the old colour and what is behind it comes to lie between the new one and that. */
function recolour(
  context: CanvasRenderingContext2D,
  { layout }: Critique,
  { nodes, from, to }: Extract<LayoutFix, { kind: 'colour' }>,
): void {
  const scale = context.canvas.width / layout.width;
  const [old, fresh] = [rgb(from), rgb(to)];
  for (const node of layout.nodes) {
    if (!nodes.includes(node.id)) continue;
    const area = boxOf(node, scale, context.canvas);
    if (area === undefined) continue;
    const image = context.getImageData(area.x, area.y, area.width, area.height);
    const behind = groundOf(image.data, old);
    const span = length(old, behind);
    if (span === 0) continue;
    for (let at = 0; at < image.data.length; at += 4) {
      const pixel: Rgb = [image.data[at]!, image.data[at + 1]!, image.data[at + 2]!];
      // How much of the old colour is in it: its place on the way from the ground to the colour.
      const share = Math.min(
        1,
        Math.max(0, dot(minus(pixel, behind), minus(old, behind)) / (span * span)),
      );
      if (length(pixel, mix(behind, old, share)) > 48) continue;
      const [red, green, blue] = mix(behind, fresh, share);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
    }
    context.putImageData(image, area.x, area.y);
  }
}

/** Moves the pixels of every layer whose box is another one then, and outlines where it comes to lie. */
function rearrange(
  context: CanvasRenderingContext2D,
  { layout, rendition }: Critique,
  fix: LayoutFix,
): void {
  const scale = context.canvas.width / layout.width;
  const after = new Map(applyFix(layout, fix).nodes.map((node) => [node.id, node]));
  const moved = layout.nodes.flatMap((node) => {
    const then = after.get(node.id);
    return then !== undefined && isElsewhere(node, then) ? [{ node, then }] : [];
  });
  // What holds others moves with them: only the outermost are drawn.
  const ids = new Set(moved.map(({ node }) => node.id));
  const outermost = moved.filter(({ node }) => node.parent === undefined || !ids.has(node.parent));
  for (const { node } of outermost) {
    const area = boxOf(node, scale, context.canvas);
    if (area === undefined) continue;
    const [red, green, blue] = edgeColour(context, area);
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(area.x, area.y, area.width, area.height);
  }
  context.strokeStyle = '#0d6efd';
  context.lineWidth = Math.max(1.5, scale);
  for (const { node, then } of outermost) {
    const area = boxOf(node, scale, context.canvas);
    if (area === undefined) continue;
    const [x, y, width, height] = [then.x, then.y, then.width, then.height].map(
      (each) => each * scale,
    );
    context.drawImage(
      rendition.bitmap,
      area.x,
      area.y,
      area.width,
      area.height,
      x!,
      y!,
      width!,
      height!,
    );
    context.strokeRect(x!, y!, width!, height!);
  }
}

function isElsewhere(a: LayoutNode, b: LayoutNode): boolean {
  return a.x !== b.x || a.y !== b.y || a.width !== b.width || a.height !== b.height;
}

function boxOf(
  { x, y, width, height }: LayoutNode,
  scale: number,
  canvas: HTMLCanvasElement,
): { x: number; y: number; width: number; height: number } | undefined {
  const left = Math.max(0, Math.floor(x * scale));
  const top = Math.max(0, Math.floor(y * scale));
  const right = Math.min(canvas.width, Math.ceil((x + width) * scale));
  const bottom = Math.min(canvas.height, Math.ceil((y + height) * scale));
  if (right <= left || bottom <= top) return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What is most common beside the colour: the ground. */
function groundOf(data: Uint8ClampedArray, colour: Rgb): Rgb {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const pixel: Rgb = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (length(pixel, colour) < 24) continue;
    const key = (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let best = 0xffffff;
  let most = 0;
  for (const [key, count] of counts) {
    if (count > most) [best, most] = [key, count];
  }
  return [best >> 16, (best >> 8) & 255, best & 255];
}

/** The colour just outside the upper left corner of a box. */
function edgeColour(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
): Rgb {
  const { data } = context.getImageData(Math.max(0, x - 1), Math.max(0, y - 1), 1, 1);
  return [data[0]!, data[1]!, data[2]!];
}

function rgb(colour: string): Rgb {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

const minus = (a: Rgb, b: Rgb): Rgb => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Rgb, b: Rgb): number => Math.hypot(...minus(a, b));
const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
