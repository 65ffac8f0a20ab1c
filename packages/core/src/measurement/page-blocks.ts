/** The blocks of a page, from its pixels: what is drawn close together. */
import type { Picture } from '../picture/picture.js';
import { pageLab } from './page.js';
import { shared } from './shared.js';

/** Cells of {@link CELL} pixels of the page, 1 where something is drawn. */
export interface Ink {
  readonly columns: number;
  readonly rows: number;
  readonly on: Uint8Array;
}

const CELL = 4;
/** Range of lightness, and of each colour, within a cell from which something is drawn: more than compression leaves on plain ground. */
const DRAWN = 10;

/** Cells in which anything but plain ground is seen. */
export const ink = shared((picture: Picture): Ink => {
  const { lightness, a, b } = pageLab(picture);
  const { width, height } = lightness;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const on = new Uint8Array(columns * rows);
  const planes = [lightness.data, a.data, b.data];
  for (let cell = 0; cell < on.length; cell++) {
    const left = (cell % columns) * CELL;
    const top = Math.floor(cell / columns) * CELL;
    const right = Math.min(width, left + CELL);
    const bottom = Math.min(height, top + CELL);
    for (const plane of planes) {
      let low = Infinity;
      let high = -Infinity;
      for (let row = top; row < bottom; row++) {
        for (let at = row * width + left, end = row * width + right; at < end; at++) {
          const value = plane[at]!;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      }
      if (high - low >= DRAWN) on[cell] = 1;
    }
  }
  return { columns, rows, on };
});

/** Share of the page on which nothing is drawn, 0 to 1. */
export const freeShare = shared((picture: Picture): number => {
  const { on } = ink(picture);
  let drawn = 0;
  for (const cell of on) drawn += cell;
  return 1 - drawn / on.length;
});

/** A block: first and last column and row of cells. */
export interface Block {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Gaps that join what lies to either side, in cells: words of a line, lines of a paragraph. */
const GAP = { across: 2, down: 1 } as const;
/** Blocks of fewer cells are specks. */
const SPECK = 4;

/** Blocks by run-length smoothing (Wong, Casey and Wahl 1982): short gaps are filled, and what then hangs together is one block. */
export const blocks = shared((picture: Picture): readonly Block[] => {
  const { columns, rows, on } = ink(picture);
  const filled = on.slice();
  fill(filled, rows, columns, columns, 1, GAP.across);
  fill(filled, columns, rows, 1, columns, GAP.down);
  const found: Block[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < filled.length; start++) {
    if (filled[start] !== 1) continue;
    let [left, top, right, bottom, size] = [columns, rows, 0, 0, 0];
    filled[start] = 2;
    waiting.push(start);
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      const column = cell % columns;
      const row = (cell - column) / columns;
      size++;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      for (const [near, inside] of [
        [cell - 1, column > 0],
        [cell + 1, column < columns - 1],
        [cell - columns, row > 0],
        [cell + columns, row < rows - 1],
      ] as const) {
        if (!inside || filled[near] !== 1) continue;
        filled[near] = 2;
        waiting.push(near);
      }
    }
    if (size >= SPECK) found.push({ left, top, right, bottom });
  }
  return found;
});

/** Fills gaps of at most `gap` cells along each of some lines; `across` from line to line, `along` from cell to cell. */
function fill(
  cells: Uint8Array,
  lines: number,
  length: number,
  across: number,
  along: number,
  gap: number,
): void {
  for (let line = 0; line < lines; line++) {
    let last = -Infinity;
    for (let place = 0; place < length; place++) {
      if (cells[line * across + place * along] === 0) continue;
      if (place - last <= gap + 1) {
        for (let between = last + 1; between < place; between++) {
          cells[line * across + between * along] = 1;
        }
      }
      last = place;
    }
  }
}

/**
 * How few lines the sides of the blocks lie on, 0 to 1: for left, right, upper and lower sides, one less the lines (those next to each other are one)
 * over the blocks, each less one; 1 where all share one line, and for fewer than two blocks.
 */
export const alignment = shared((picture: Picture): number => {
  const all = blocks(picture);
  if (all.length < 2) return 1;
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  const shares = sides.map((side) => {
    const places = [...new Set(all.map((block) => block[side]))].sort((a, b) => a - b);
    const lines = places.filter((place, index) => place - (places[index - 1] ?? -Infinity) > 1);
    return 1 - (lines.length - 1) / (all.length - 1);
  });
  return shares.reduce((sum, value) => sum + value, 0) / sides.length;
});
