import type { Evidence } from '@calm-sdk/core';

const COLUMNS = ['left', '', 'right'] as const;
const ROWS = ['top', '', 'bottom'] as const;
/** A box this large, or a map spread this evenly, is everywhere. */
const MOST_OF_THE_FRAME = 0.5;
const CONCENTRATED = 0.4;

/** Where in the frame something is, in two words (`top left`, `centre`), or `undefined` where it is all over it or nowhere. */
export function placeOf(evidence: readonly Evidence[]): string | undefined {
  for (const each of evidence) {
    switch (each.kind) {
      case 'box':
        if (each.width * each.height > MOST_OF_THE_FRAME) continue;
        return nameOf(each.x + each.width / 2, each.y + each.height / 2);
      case 'grid': {
        const place = placeInGrid(each);
        if (place !== undefined) return place;
        continue;
      }
      case 'line':
        continue;
    }
  }
  return undefined;
}

function nameOf(x: number, y: number): string {
  const row = ROWS[third(y)] as string;
  const column = COLUMNS[third(x)] as string;
  return `${row} ${column}`.trim() || 'centre';
}

function third(share: number): number {
  return Math.min(2, Math.max(0, Math.floor(share * 3)));
}

function placeInGrid(grid: Extract<Evidence, { kind: 'grid' }>): string | undefined {
  const sums = new Map<string, number>();
  let total = 0;
  grid.values.forEach((value, index) => {
    const x = ((index % grid.columns) + 0.5) / grid.columns;
    const y = (Math.floor(index / grid.columns) + 0.5) / grid.rows;
    const place = nameOf(x, y);
    sums.set(place, (sums.get(place) ?? 0) + value);
    total += value;
  });
  for (const [place, sum] of sums) if (total > 0 && sum / total >= CONCENTRATED) return place;
  return undefined;
}
