import { TILE_SIDE, type Raster } from './picture.js';
import type { PixelBox } from './orientation.js';

/** Rows and columns of cells, each of which gives one tile. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Cells get no smaller than this, in pixels: below it there is too little to measure. */
const LEAST_CELL = TILE_SIDE / 2;
/** Places are tried in steps of a sixth of a tile, but no more than 32 across a cell and 32 down. */
const STEPS = 6;
const MOST_STEPS = 32;
/** Luma up to here is crushed, from 255 minus this on clipped. */
const CLIPPED = 4;
/** A flat place may hold this share of clipped pixels. */
const MOST_CLIPPED = 0.01;

/** 4 × 3 cells, 3 × 4 upright, 6 × 2 for panoramas of 2:1 and longer; fewer in small pictures. */
export function tileGrid(width: number, height: number): TileGrid {
  const [columns, rows] =
    width >= 2 * height ? [6, 2] : height >= 2 * width ? [2, 6] : width >= height ? [4, 3] : [3, 4];
  return {
    columns: Math.min(columns, Math.max(1, Math.floor(width / LEAST_CELL))),
    rows: Math.min(rows, Math.max(1, Math.floor(height / LEAST_CELL))),
  };
}

/**
 * Sums over blocks of the working raster, by which places are chosen: `energy[row * (columns + 1) + column]` is the sum over all blocks
 * above and to the left of that corner, so that the sum over any rectangle takes four look-ups.
 */
interface BlockSums {
  readonly columns: number;
  readonly rows: number;
  /** Squared luma gradient. */
  readonly energy: Float64Array;
  /** Samples that are crushed or clipped. */
  readonly clipped: Float64Array;
  /** Working pixels along a block's side. */
  readonly side: number;
  /** Samples in a whole block. */
  readonly samples: number;
}

/** Where a tile may lie, with what there is to see in it. */
interface Place extends PixelBox {
  readonly energy: number;
  readonly clipped: number;
}

/**
 * Chooses tiles for a picture of `width` × `height`: in each cell of the grid, row by row, the place with the most gradient energy,
 * then the two flattest places that are not clipped. Positions are in pixels of the full size; the sums come from `working`, the same
 * picture scaled down. Where several places are equal, the first wins, so the same picture always gives the same tiles.
 *
 * @param banded all tiles of a row of cells share their rows of pixels, so that a picture can be read in few passes
 */
export function chooseTiles(
  width: number,
  height: number,
  working: Raster,
  banded: boolean,
): readonly PixelBox[] {
  const { columns, rows } = tileGrid(width, height);
  const sums = sumBlocks(working, width);
  const detailed: PixelBox[] = [];
  const candidates: Place[] = [];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: columns }, (_, column) =>
      placesIn(
        {
          x: Math.floor((column * width) / columns),
          y: Math.floor((row * height) / rows),
          width:
            Math.floor(((column + 1) * width) / columns) - Math.floor((column * width) / columns),
          height: Math.floor(((row + 1) * height) / rows) - Math.floor((row * height) / rows),
        },
        sums,
        width,
        working.width,
      ),
    );
    const kept = banded ? bestBand(cells) : cells;
    for (const places of kept) {
      detailed.push(best(places, (place) => place.energy));
      candidates.push(...places);
    }
  }
  return [...detailed, ...flattest(candidates)].map(({ x, y, width: w, height: h }) => ({
    x,
    y,
    width: w,
    height: h,
  }));
}

function sumBlocks(working: Raster, fullWidth: number): BlockSums {
  const { data, width, height } = working;
  // Every second sample of every second row tells as well where detail lies, at a quarter of the time.
  const step = Math.max(width, height) > 512 ? 2 : 1;
  const side = Math.max(step, Math.floor((TILE_SIDE * width) / fullWidth / STEPS / step) * step);
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const across = columns + 1;
  const energy = new Float64Array(across * (rows + 1));
  const clipped = new Float64Array(across * (rows + 1));
  let above = new Int16Array(width);
  let here = new Int16Array(width);
  for (let y = 0; y < height; y += step) {
    // Luma as (R + 2G + B) / 4, of this row and the one above.
    for (let x = 0, at = y * width * 3; x < width; x += step, at += step * 3) {
      here[x] = (data[at]! + 2 * data[at + 1]! + data[at + 2]!) >> 2;
    }
    const first = (Math.floor(y / side) + 1) * across + 1;
    for (let block = 0; block < columns; block++) {
      const end = Math.min(width, (block + 1) * side);
      let sum = 0;
      let count = 0;
      for (let x = block * side; x < end; x += step) {
        const value = here[x]!;
        const toLeft = x === 0 ? 0 : value - here[x - step]!;
        const toAbove = y === 0 ? 0 : value - above[x]!;
        sum += toLeft * toLeft + toAbove * toAbove;
        if (value <= CLIPPED || value >= 255 - CLIPPED) count++;
      }
      energy[first + block]! += sum;
      clipped[first + block]! += count;
    }
    [above, here] = [here, above];
  }
  accumulate(energy, across);
  accumulate(clipped, across);
  return { columns, rows, energy, clipped, side, samples: (side / step) ** 2 };
}

/** Turns sums per block into sums from the top left corner. */
function accumulate(sums: Float64Array, across: number): void {
  for (let index = across; index < sums.length; index++) {
    if (index % across !== 0) {
      sums[index]! += sums[index - 1]! + sums[index - across]! - sums[index - across - 1]!;
    }
  }
}

/** Every place in a cell where a tile may lie, row by row. */
function placesIn(
  cell: PixelBox,
  sums: BlockSums,
  fullWidth: number,
  workingWidth: number,
): Place[] {
  const width = Math.min(TILE_SIDE, cell.width);
  const height = Math.min(TILE_SIDE, cell.height);
  const stepsAcross = stepsOver(cell.width - width);
  const stepsDown = stepsOver(cell.height - height);
  const scale = workingWidth / fullWidth / sums.side;
  const row = sums.columns + 1;
  const sum = (
    of: Float64Array,
    top: number,
    right: number,
    bottom: number,
    left: number,
  ): number =>
    of[bottom * row + right]! -
    of[top * row + right]! -
    of[bottom * row + left]! +
    of[top * row + left]!;
  const places: Place[] = [];
  for (let down = 0; down <= stepsDown; down++) {
    const y =
      cell.y + (stepsDown === 0 ? 0 : Math.round(((cell.height - height) * down) / stepsDown));
    const top = Math.min(sums.rows - 1, Math.round(y * scale));
    const bottom = Math.min(sums.rows, Math.max(top + 1, Math.round((y + height) * scale)));
    for (let across = 0; across <= stepsAcross; across++) {
      const x =
        cell.x +
        (stepsAcross === 0 ? 0 : Math.round(((cell.width - width) * across) / stepsAcross));
      const left = Math.min(sums.columns - 1, Math.round(x * scale));
      const right = Math.min(sums.columns, Math.max(left + 1, Math.round((x + width) * scale)));
      // Blocks are whole, places are not: compare densities.
      const blocks = (bottom - top) * (right - left);
      places.push({
        x,
        y,
        width,
        height,
        energy: sum(sums.energy, top, right, bottom, left) / blocks,
        clipped: sum(sums.clipped, top, right, bottom, left) / (blocks * sums.samples),
      });
    }
  }
  return places;
}

function stepsOver(length: number): number {
  return Math.min(MOST_STEPS, Math.ceil((length * STEPS) / TILE_SIDE));
}

/** Of the places of a row of cells, those of the one `y` at which the cells' best add up to most. */
function bestBand(cells: readonly (readonly Place[])[]): readonly (readonly Place[])[] {
  const tops = [...new Set(cells.flat().map((place) => place.y))];
  const band = best(tops, (y) =>
    cells.reduce(
      (sum, places) =>
        sum + Math.max(...places.filter((place) => place.y === y).map((place) => place.energy)),
      0,
    ),
  );
  return cells.map((places) => places.filter((place) => place.y === band));
}

/** Two places with the least gradient energy, apart from each other and not clipped where there are such. */
function flattest(places: readonly Place[]): readonly Place[] {
  const open = places.filter((place) => place.clipped <= MOST_CLIPPED);
  const first = best(open.length > 0 ? open : places, (place) => -place.energy);
  const apart = (place: Place): boolean =>
    Math.abs(place.x - first.x) >= first.width || Math.abs(place.y - first.y) >= first.height;
  const rest = [open.filter(apart), places.filter(apart), places].find((some) => some.length > 0);
  return [first, best(rest ?? places, (place) => -place.energy)];
}

/** The first of the items with the highest worth. */
function best<T>(items: readonly T[], worth: (item: T) => number): T {
  let chosen: T | undefined;
  let most = -Infinity;
  for (const item of items) {
    const value = worth(item);
    if (chosen === undefined || value > most) {
      chosen = item;
      most = value;
    }
  }
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
}
