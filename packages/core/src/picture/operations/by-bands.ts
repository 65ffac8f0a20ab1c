/** The same edits in many short steps, for full-size pictures, whose edits would otherwise keep a thread busy for seconds. */
import type { Raster, Samples } from '../picture.js';
import { gaussianBlur, sharpened, SMOOTHING_REACH } from './detail.js';
import { applyToFrame, applyWithinFrame, movesFrame, type Edit, type FrameEdit } from './edit.js';
import { cutBox } from './geometry.js';
import { roomFor } from './samples.js';
import { meanLuma } from './tone.js';

/**
 * What `applyEdits` gives, to the sample.
 *
 * @param between awaited between steps of some tenths of a second; what it throws ends the work
 */
export async function applyEditsByBands<Data extends Samples>(
  raster: Raster<Data>,
  edits: readonly Edit[],
  between: () => Promise<void>,
): Promise<Raster<Data>> {
  let result = raster;
  for (const edit of edits) {
    await between();
    result = movesFrame(edit)
      ? await applyToFrame(result, edit)
      : await withinFrame(result, edit, between);
  }
  return result;
}

async function withinFrame<Data extends Samples>(
  raster: Raster<Data>,
  edit: Exclude<Edit, FrameEdit>,
  between: () => Promise<void>,
): Promise<Raster<Data>> {
  const { width, height } = raster;
  const cut = (from: Raster<Data>, { top, bottom }: Rows): Raster<Data> =>
    cutBox(from, { x: 0, y: top, width, height: bottom - top });
  if (edit.operation === 'unsharpMask') {
    // A blur reaches beyond any band; it happens in libvips' threads.
    const blurred = await gaussianBlur(raster, edit.radius);
    return inBands(raster, BAND, 0, between, async (rows) =>
      sharpened(cut(raster, rows), cut(blurred, rows), edit.amount),
    );
  }
  const mean = edit.operation === 'contrast' ? { meanLuma: meanLuma(raster) } : {};
  const [pixels, margin] =
    edit.operation === 'denoise' ? [SMOOTHED_BAND, SMOOTHING_REACH] : [BAND, 0];
  return inBands(raster, pixels, margin, between, (rows) => {
    const area = { x: 0, y: rows.top, width, height };
    return applyWithinFrame(cut(raster, rows), edit, { ...mean, area });
  });
}

/** Pixels of a band: smoothing takes ten times as long as the rest. */
const BAND = 2 ** 20;
const SMOOTHED_BAND = 2 ** 17;

/** Rows of a picture, `bottom` not included. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts a raster together from bands.
 *
 * @param margin rows above and below a band that its edit looks at
 * @param edited what becomes of these rows, margins included
 */
async function inBands<Data extends Samples>(
  { data, width, height }: Raster<Data>,
  pixels: number,
  margin: number,
  between: () => Promise<void>,
  edited: (rows: Rows) => Promise<Raster<Data>>,
): Promise<Raster<Data>> {
  const step = Math.max(1, Math.floor(pixels / width));
  const result = roomFor(data);
  for (let from = 0; from < height; from += step) {
    await between();
    const to = Math.min(height, from + step);
    const top = Math.max(0, from - margin);
    const band = await edited({ top, bottom: Math.min(height, to + margin) });
    const inner = band.data.subarray((from - top) * width * 3, (to - top) * width * 3);
    result.set(inner, from * width * 3);
  }
  return { data: result, width, height };
}
