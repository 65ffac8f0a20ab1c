/** How well scores agree with ratings, as papers report it, with 95 % bootstrap intervals over pictures. */
import {
  agreement,
  ascending,
  leastSquares,
  meanAbsoluteError,
  midRanks,
  pearson,
  quantile,
  resamples,
  type Weights,
} from './statistics.js';

export interface Pair {
  /** What the engine says, 0 to 10. */
  readonly score: number;
  /** What people say, on their scale. */
  readonly rating: number;
}

/** The ratings' scale, where it is known. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** A figure with its 95 % interval; `null` where it is not defined (fewer than three pictures, or all equal). */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Agreement {
  readonly pictures: number;
  /** Spearman's rank correlation, equal values sharing the mean rank. */
  readonly srcc: Figure | null;
  /** Pearson's linear correlation. */
  readonly plcc: Figure | null;
  /**
   * Mean absolute error: with a scale, in points of 0 to 10, ratings mapped from their scale; without, in units of the
   * ratings, scores mapped onto them by least squares.
   */
  readonly mae: Figure | null;
  /** Share on the same side: with a scale, of its middle; without, each of its own median. */
  readonly accuracy: Figure | null;
}

export const ROUNDS = 1000;
const SEED = 20_241_216;
const FEWEST = 3;

export function evaluate(pairs: readonly Pair[], scale: Scale | undefined): Agreement {
  const nothing = { srcc: null, plcc: null, mae: null, accuracy: null };
  if (pairs.length < FEWEST) return { pictures: pairs.length, ...nothing };
  const scores = pairs.map(({ score }) => score);
  const ratings = pairs.map(({ rating }) =>
    scale === undefined ? rating : ((rating - scale.low) / (scale.high - scale.low)) * 10,
  );
  const scoreOrder = ascending(scores);
  const ratingOrder = ascending(ratings);

  function figures(weights: Weights): readonly number[] {
    let predicted: readonly number[] = scores;
    if (scale === undefined) {
      const { slope, intercept } = leastSquares(scores, ratings, weights);
      predicted = scores.map((score) => intercept + slope * score);
    }
    const thresholds =
      scale === undefined
        ? ([median(scores, scoreOrder, weights), median(ratings, ratingOrder, weights)] as const)
        : ([5, 5] as const);
    return [
      pearson(
        midRanks(scores, scoreOrder, weights),
        midRanks(ratings, ratingOrder, weights),
        weights,
      ),
      pearson(scores, ratings, weights),
      meanAbsoluteError(predicted, ratings, weights),
      agreement(scores, thresholds[0], ratings, thresholds[1], weights),
    ];
  }

  const values = figures(new Uint32Array(pairs.length).fill(1));
  const drawn: number[][] = values.map(() => []);
  for (const weights of resamples(pairs.length, ROUNDS, SEED)) {
    figures(weights).forEach((value, index) => {
      if (Number.isFinite(value)) drawn[index]?.push(value);
    });
  }
  const [srcc = null, plcc = null, mae = null, accuracy = null] = values.map((value, index) => {
    const sample = drawn[index] ?? [];
    if (!Number.isFinite(value) || sample.length === 0) return null;
    return { value, low: quantile(sample, 0.025), high: quantile(sample, 0.975) };
  });
  return { pictures: pairs.length, srcc, plcc, mae, accuracy };
}

/** The value that half of the weight lies below; the mean of the two in the middle where that is between them. */
function median(values: readonly number[], order: Uint32Array, weights: Weights): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += weights[index] as number;
  let below = 0;
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    below += weights[index] as number;
    if (below * 2 > total) return values[index] as number;
    if (below * 2 === total) {
      let next = at + 1;
      while (next < order.length - 1 && weights[order[next] as number] === 0) next += 1;
      return ((values[index] as number) + (values[order[next] as number] as number)) / 2;
    }
  }
  return Number.NaN;
}
