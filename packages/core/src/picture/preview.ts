import sharp from 'sharp';
import type { Evidence } from '../protocol/evidence.js';
import type { Edit } from '../protocol/generated/assessment.js';
import { editedPicture } from './edited-picture.js';
import type { Picture } from './picture.js';

const QUALITY = 88;
/** Width of a mark's lines beside the longest side. */
const LINE = 1 / 200;
/** How far the fullest cell of a grid covers the picture. */
const CELL_OPACITY = 0.55;

/** Places to draw on a preview. */
export interface Mark {
  readonly evidence: readonly Evidence[];
  /** A colour as CSS names it. */
  readonly colour: string;
}

export interface PreviewOptions {
  /** In pixels. Default: that of the working raster, at most 1024. */
  readonly longestSide?: number;
  /** Drawn over the picture, the last on top. Default: none. */
  readonly marks?: readonly Mark[];
}

/**
 * A picture as a person may look at it before and after edits: its working raster, the longest side at most 1024 pixels, as JPEG
 * without metadata.
 *
 * @param edits in order
 */
export async function previewOf(
  picture: Picture,
  edits: readonly Edit[] = [],
  { longestSide, marks = [] }: PreviewOptions = {},
): Promise<Uint8Array> {
  let edited = picture;
  for (const edit of edits) edited = await editedPicture(edited, edit);
  const { data, width, height } = edited.working;
  const scale = Math.min(1, (longestSide ?? Infinity) / Math.max(width, height));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const raster = sharp(data, { raw: { width, height, channels: 3 } });
  const sized = scale === 1 ? raster : raster.resize({ ...size, fit: 'fill' });
  const marked =
    marks.length === 0 ? sized : sized.composite([{ input: Buffer.from(drawing(marks, size)) }]);
  return marked.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Marks as an SVG. What has no area has a dark edge, so that it shows on every ground. */
function drawing(marks: readonly Mark[], { width, height }: Size): string {
  const thick = Math.max(width, height) * LINE;
  const shapes = marks.flatMap(({ evidence, colour }) =>
    evidence.map((each) => {
      const shape = shapeOf(each, { width, height });
      if (each.kind === 'grid') return `<g fill="${colour}">${shape}</g>`;
      return `<g stroke="#000" stroke-width="${thick * 2}">${shape}</g><g stroke="${colour}" stroke-width="${thick}">${shape}</g>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none">${shapes.join('')}</svg>`;
}

function shapeOf(evidence: Evidence, { width, height }: Size): string {
  switch (evidence.kind) {
    case 'box': {
      const { x, y, width: across, height: down } = evidence;
      return rectangle(x * width, y * height, across * width, down * height);
    }
    case 'line': {
      const { x1, y1, x2, y2 } = evidence;
      return `<line x1="${x1 * width}" y1="${y1 * height}" x2="${x2 * width}" y2="${y2 * height}"/>`;
    }
    case 'grid': {
      const { columns, rows, values } = evidence;
      const [across, down] = [width / columns, height / rows];
      return values
        .map((value, index) => {
          const [x, y] = [(index % columns) * across, Math.floor(index / columns) * down];
          return rectangle(x, y, across, down, ` opacity="${value * CELL_OPACITY}"`);
        })
        .join('');
    }
  }
}

function rectangle(x: number, y: number, width: number, height: number, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${more}/>`;
}
