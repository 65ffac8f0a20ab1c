/**
 * Where in the picture something was seen. All lengths are fractions of the upright picture
 * (0 to 1, origin top left, x to the right, y down).
 */
export type Evidence =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly kind: 'grid';
      /** Cells across and down, each at most 64. */
      readonly columns: number;
      readonly rows: number;
      /** Row by row, 0 to 1. */
      readonly values: readonly number[];
    };
