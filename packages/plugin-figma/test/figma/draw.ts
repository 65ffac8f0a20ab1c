/** Draws layers of the double on a canvas of the browser, so that picture and tree agree. */
import type { FigmaDouble } from './double.js';
import { lineHeightOf } from './arrange.js';
import type { Layer } from './layer.js';
import { CSS_FAMILY } from './measure.js';

/** PNG of a layer and all that it holds. */
export async function drawPng(
  root: Layer,
  double: FigmaDouble,
  scale: number,
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(root.width * scale);
  canvas.height = Math.round(root.height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  const images = await decoded(double);
  const at = double.place(root);
  const draw = (layer: Layer): void => {
    if (!layer.visible) return;
    const { x, y, width, height } = double.place(layer);
    context.save();
    context.globalAlpha *= layer.opacity;
    const [left, top] = [x - at.x, y - at.y];
    const path = outline(layer, left, top);
    if (layer.type === 'TEXT') drawText(layer, left, top);
    else {
      for (const paint of layer.fills) {
        const style = styleOf(paint, layer, left, top);
        if (style instanceof ImageBitmap) {
          context.save();
          context.clip(path);
          const cover = Math.max(width / style.width, height / style.height);
          const [w, h] = [style.width * cover, style.height * cover];
          context.drawImage(style, left + (width - w) / 2, top + (height - h) / 2, w, h);
          context.restore();
        } else if (style !== undefined) {
          context.fillStyle = style;
          context.fill(path);
        }
      }
    }
    if (layer.clipsContent) context.clip(path);
    layer.children.forEach(draw);
    for (const paint of layer.strokes) {
      const style = styleOf(paint, layer, left, top);
      if (style === undefined || style instanceof ImageBitmap) continue;
      context.strokeStyle = style;
      context.lineWidth = layer.strokeWeight;
      context.stroke(path);
    }
    context.restore();
  };

  const styleOf = (paint: Paint, layer: Layer, left: number, top: number) => {
    const resolved = double.resolved(paint, layer);
    if (resolved.type === 'SOLID') return css(resolved.color, resolved.opacity);
    if (resolved.type === 'IMAGE') return images.get(resolved.imageHash ?? '');
    if (resolved.type !== 'GRADIENT_LINEAR') return undefined;
    const gradient = context.createLinearGradient(left, top, left, top + layer.height);
    for (const { position, color } of resolved.gradientStops) {
      gradient.addColorStop(position, css(color, color.a));
    }
    return gradient;
  };

  const drawText = (layer: Layer, left: number, top: number): void => {
    const height = lineHeightOf(layer);
    let lines = double.lines(layer);
    if (layer.textAutoResize === 'TRUNCATE') {
      const fit = Math.max(1, Math.floor(layer.height / height));
      if (lines.length > fit)
        lines = [...lines.slice(0, fit - 1), `${lines[fit - 1]!.slice(0, -2)}…`];
    }
    const [run] = layer.runs;
    if (run === undefined) return;
    context.font = `${run.fontWeight} ${run.fontSize}px ${CSS_FAMILY}`;
    context.textBaseline = 'middle';
    const align = { LEFT: 'left', CENTER: 'center', RIGHT: 'right', JUSTIFIED: 'left' } as const;
    context.textAlign = align[layer.textAlignHorizontal];
    const x = {
      LEFT: left,
      JUSTIFIED: left,
      CENTER: left + layer.width / 2,
      RIGHT: left + layer.width,
    };
    for (const paint of run.fills) {
      const style = styleOf(paint, layer, left, top);
      if (style === undefined || style instanceof ImageBitmap) continue;
      context.fillStyle = style;
      lines.forEach((line, index) => {
        context.fillText(line, x[layer.textAlignHorizontal], top + (index + 0.5) * height);
      });
    }
  };

  context.fillStyle = '#fff';
  draw(root);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return new Uint8Array(await blob!.arrayBuffer());
}

async function decoded({ data }: FigmaDouble): Promise<Map<string, ImageBitmap>> {
  const images = new Map<string, ImageBitmap>();
  for (const [hash, url] of Object.entries(data.images ?? {})) {
    images.set(hash, await createImageBitmap(await (await fetch(url)).blob()));
  }
  return images;
}

function outline({ type, width, height, cornerRadius }: Layer, x: number, y: number): Path2D {
  const path = new Path2D();
  if (type === 'ELLIPSE')
    path.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else path.roundRect(x, y, width, height, cornerRadius);
  return path;
}

function css({ r, g, b }: RGB, alpha = 1): string {
  return `rgb(${255 * r} ${255 * g} ${255 * b} / ${alpha})`;
}
