/** A face, in fractions of the upright picture. */
export interface Face {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Probability that this is a face, 0 to 1. */
  readonly confidence: number;
}

/** What the picture is about, as far as eyes without words can tell. */
export interface Subject {
  /** How much each cell belongs to the subject, 0 to 1, row by row. */
  readonly mask: {
    readonly columns: number;
    readonly rows: number;
    readonly values: Float32Array;
  };
  /** The box that holds the subject, in fractions of the upright picture. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** 0: no part stands out (a pattern, an open landscape); 1: one clear subject. */
  readonly confidence: number;
  readonly faces: readonly Face[];
}

/** Share of the picture, 0 to 1, that faces cover. */
export function facesShare({ faces }: Subject): number {
  return Math.min(
    1,
    faces.reduce((sum, { width, height }) => sum + width * height, 0),
  );
}
