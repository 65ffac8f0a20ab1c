import type { MultiScaleFeatures } from '../encoder/encoder.js';

/** The tokens of one level: what its learned queries found, and where they looked. */
export interface LevelTokens {
  /** [count, width]. */
  readonly data: Float32Array;
  readonly count: number;
  readonly width: number;
  /**
   * [count, rows, columns]: the share of each token's attention that fell on each cell of the picture, row by row. What is
   * missing to 1 went to the full-size detail and to the view of the whole.
   */
  readonly attention: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/** What the tokens say of one known change. Probabilities, each at most the one before. */
export interface SeenChange {
  /** Id of the attribute. */
  readonly attribute: string;
  /** That it is there at least weakly. */
  readonly weak: number;
  /** At least at medium strength. */
  readonly medium: number;
  /** Strongly. */
  readonly strong: number;
}

/**
 * What the multi-scale feature alignment module makes of a picture: tokens of three levels, which text can address, and a theme.
 *
 * The paper (CALM, arXiv 2412.11952) has three Q-Formers with learned queries of their own, and one linear layer for the theme. How
 * many queries there are, how wide they are and what each level attends to is this project's choice, stated by the bundle.
 */
export interface AlignedTokens {
  readonly low: LevelTokens;
  readonly middle: LevelTokens;
  readonly high: LevelTokens;
  /** What is shown, in the space of the text encoder; its length is not 1. */
  readonly thematic: Float32Array;
  /** What the tokens say of every change that they were taught. */
  readonly changes: readonly SeenChange[];
}

export interface AlignOptions {
  readonly signal?: AbortSignal;
}

/** From features to aligned tokens. Order is kept; tokens of a picture never depend on its neighbours. */
export interface Aligner {
  align(
    features: readonly MultiScaleFeatures[],
    options?: AlignOptions,
  ): Promise<readonly AlignedTokens[]>;
}
