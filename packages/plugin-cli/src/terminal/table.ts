import { cells, cutEnd, cutMiddle, padEnd, padStart } from './columns.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes the room that the others leave, and is cut there where that is too little. */
  readonly cut?: 'end' | 'middle';
}

const GAP = '  ';

/**
 * Lines of a plain table: a heading, then the rows, columns as wide as their widest cell.
 *
 * @param width cells of a line; without it nothing is cut
 * @param heading how the heading is dressed
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
  heading: (line: string) => string,
): string[] {
  const widths = columns.map((column, index) =>
    Math.max(cells(column.title), ...rows.map((row) => cells(row[index] ?? ''))),
  );
  const flexible = columns.findIndex((column) => column.cut !== undefined);
  if (width !== undefined && flexible >= 0) {
    const others = widths.reduce((sum, each, index) => (index === flexible ? sum : sum + each), 0);
    const room = width - others - GAP.length * (columns.length - 1);
    widths[flexible] = Math.max(8, Math.min(widths[flexible] as number, room));
  }
  const line = (row: readonly string[]): string =>
    columns
      .map((column, index) => {
        const size = widths[index] as number;
        const cell = row[index] ?? '';
        const fitted =
          index !== flexible
            ? cell
            : column.cut === 'middle'
              ? cutMiddle(cell, size)
              : cutEnd(cell, size);
        return column.align === 'right' ? padStart(fitted, size) : padEnd(fitted, size);
      })
      .join(GAP)
      .trimEnd();
  return [heading(line(columns.map(({ title }) => title))), ...rows.map(line)];
}
