/** Where a score comes from, drawn with letters. */
import type { Regions } from '@calm-sdk/core';
import type { Colours } from '../terminal/screen.js';

/** Cells of the drawing at most; each is two letters wide, as a letter is twice as tall. */
const MOST_COLUMNS = 32;
const MOST_ROWS = 16;
const INDENT = '  ';

/** Of the greatest part: from here on a cell counts as much, and as some. */
const MUCH = 0.5;
const SOME = 0.15;

/**
 * The picture as a grid of signs: what each place adds.
 *
 * @param width cells of a line
 */
export function regionLines(regions: Regions, colours: Colours, width: number): string[] {
  const rows = merged(regions, Math.min(MOST_COLUMNS, Math.floor((width - INDENT.length) / 2)));
  const most = Math.max(...rows.flat().map(Math.abs), Number.MIN_VALUE);
  const sign = (value: number): string => {
    const share = Math.abs(value) / most;
    if (share < SOME) return colours.dim('· ');
    const mark = value > 0 ? '+' : '−';
    const text = mark + (share < MUCH ? ' ' : mark);
    return value > 0 ? colours.green(text) : colours.red(text);
  };
  return rows.map((row) => INDENT + row.map(sign).join(''));
}

/** Sums of neighbours, so that the drawing fits. */
function merged({ columns, rows, values }: Regions, most: number): number[][] {
  const across = Math.ceil(columns / most);
  const down = Math.ceil(rows / MOST_ROWS);
  const sums = Array.from({ length: Math.ceil(rows / down) }, () =>
    new Array<number>(Math.ceil(columns / across)).fill(0),
  );
  values.forEach((value, at) => {
    const row = sums[Math.floor(Math.floor(at / columns) / down)];
    const column = Math.floor((at % columns) / across);
    if (row !== undefined) row[column] = (row[column] ?? 0) + value;
  });
  return sums;
}
