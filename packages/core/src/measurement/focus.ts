/**
 * What of the picture is in focus: its sharpest region, its subject, and the rest.
 */
import type { Picture } from '../picture/picture.js';
import type { Subject } from '../subject/subject.js';
import { analysisRaster } from './analysis.js';
import { shared } from './shared.js';
import { LEAST_CONTRAST, sharpnessMap, tileSharpness, weightedQuantile } from './sharpness.js';

export interface Focus {
  /** Spread of the edges in the sharpest coherent region, the subject counting more than the rest; % of the long side. */
  readonly sharpest: number;
  /** Spread of the subject's edges; `undefined` where it has none. */
  readonly subject: number | undefined;
  /** Spread of all other edges; `undefined` where there are none. */
  readonly rest: number | undefined;
  /** Share of the frame, among what has edges, that is clearly softer than the sharpest region. */
  readonly softShare: number;
  /** Share of the cells that have edges at all, soft or sharp: without, nothing can be said of focus. */
  readonly edges: number;
  /** Mean share of the subject in the cells, 0 to 1, by cell of the sharpness map. */
  readonly mask: Float64Array;
}

/** Share of the edges that make the sharpest region. */
const SHARPEST = 0.25;
/** How much cells outside the subject count beside those within. */
const BESIDE = 0.35;
/** How many times as wide edges are that are clearly softer. */
const SOFTER = 2.5;

/** The subject's mask, resampled to another grid. */
export function maskOver(subject: Subject, columns: number, rows: number): Float64Array {
  const { mask } = subject;
  const result = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = Math.max(0, ((row + 0.5) * mask.rows) / rows - 0.5);
    const above = Math.min(mask.rows - 1, Math.floor(y));
    const below = Math.min(mask.rows - 1, above + 1);
    for (let column = 0; column < columns; column++) {
      const x = Math.max(0, ((column + 0.5) * mask.columns) / columns - 0.5);
      const left = Math.min(mask.columns - 1, Math.floor(x));
      const right = Math.min(mask.columns - 1, left + 1);
      const at = (r: number, c: number): number => mask.values[r * mask.columns + c] ?? 0;
      const dx = x - left;
      const dy = y - above;
      result[row * columns + column] =
        (1 - dy) * ((1 - dx) * at(above, left) + dx * at(above, right)) +
        dy * ((1 - dx) * at(below, left) + dx * at(below, right));
    }
  }
  return result;
}

const focuses = shared((picture: Picture) =>
  shared((subject: Subject): Focus => measureFocus(picture, subject)),
);

export function focusOf(picture: Picture, subject: Subject): Focus {
  return focuses(picture)(subject);
}

function measureFocus(picture: Picture, subject: Subject): Focus {
  const { columns, rows, spread, contrast } = sharpnessMap(picture);
  const mask = maskOver(subject, columns, rows);
  const cells = spread.length;
  const weights = new Float64Array(cells);
  const within = new Float64Array(cells);
  const beside = new Float64Array(cells);
  let edges = 0;
  for (let cell = 0; cell < cells; cell++) {
    const share = Math.min(1, Math.max(0, mask[cell]!));
    // Never quite nothing, so that the flattest picture still has a reading; its confidence says what it is worth.
    const weight = Math.max(1e-6, contrast[cell]! - LEAST_CONTRAST);
    if (contrast[cell]! > LEAST_CONTRAST) edges++;
    weights[cell] = weight * (BESIDE + (1 - BESIDE) * share * subject.confidence);
    within[cell] = contrast[cell]! > LEAST_CONTRAST && share > 0.5 ? weight * share * share : 0;
    beside[cell] = contrast[cell]! > LEAST_CONTRAST && share < 0.3 ? weight : 0;
  }
  const coarse = weightedQuantile(spread, weights, SHARPEST) ?? 0;
  let soft = 0;
  let told = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (contrast[cell]! < LEAST_CONTRAST / 2) continue;
    told++;
    const octaves = Math.log2(spread[cell]! / (coarse * SOFTER));
    soft += 1 / (1 + Math.exp(-4 * octaves));
  }
  return {
    sharpest: refined(coarse, picture),
    subject: weightedQuantile(spread, within, 0.5),
    rest: weightedQuantile(spread, beside, 0.5),
    softShare: told === 0 ? 0 : soft / told,
    edges: edges / cells,
    mask,
  };
}

/** Analysis pixels of spread below which full-size tiles know better, and above which they know nothing more. */
const TILES_KNOW = 0.4;
const TILES_DO_NOT_KNOW = 1.6;

/** Where the analysis raster is a small copy, what it cannot show is read from the tiles. */
function refined(coarse: number, picture: Picture): number {
  const raster = analysisRaster(picture);
  const factor = picture.width / raster.width;
  if (factor < 1.5 || 'notMeasured' in picture.tiles) return coarse;
  const { spread, contrast } = tileSharpness(picture.tiles);
  const fine = weightedQuantile(
    spread,
    contrast.map((value) => Math.max(1e-6, value - LEAST_CONTRAST)),
    SHARPEST,
  );
  if (fine === undefined) return coarse;
  const pixels = (coarse / 100) * Math.max(raster.width, raster.height);
  const part = Math.log(pixels / TILES_KNOW) / Math.log(TILES_DO_NOT_KNOW / TILES_KNOW);
  const share = Math.min(1, Math.max(0, part));
  const exact = (fine / Math.max(picture.width, picture.height)) * 100;
  return exact ** (1 - share) * coarse ** share;
}
