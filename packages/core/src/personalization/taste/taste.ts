/**
 * What one person likes, learned from what they said: Bayesian linear regression on what the taste model sees in pictures, of how they
 * stray from the general score. In closed form: the same opinions give the same taste in whatever order they come.
 *
 * The method is that of Gaussian processes on the residual of a general model (Rasmussen and Williams 2006, chapter 2), in weight space. Its
 * prior is learned from many raters (Schwaighofer, Tresp and Yu 2005) and is a part of the bundle, folded into the vectors: a person's
 * weights are independent of one another before anything is known. Whether there is a taste to be seen at all is weighed by evidence.
 */
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { dot, SymmetricMatrix, type CholeskyFactor } from './symmetric-matrix.js';

/** What the taste model sees in a picture. */
export interface SeenByTaste {
  /** The general score, 0 to 10. */
  readonly general: number;
  /** The vector of the taste model, then the standardised readings in the calibration's order; {@link vectorOf}. */
  readonly vector: ArrayLike<number>;
}

/** One thing that a person said of pictures, which are named by their places in a list. `weight` 1 counts fully, 0 not at all. */
export type Opinion =
  /** @see share where it stands on its scale: 0 the worst, 1 the best that could be said */
  | {
      readonly kind: 'rating';
      readonly picture: number;
      readonly share: number;
      readonly scale: string;
      readonly weight: number;
    }
  | {
      readonly kind: 'flag';
      readonly picture: number;
      readonly picked: boolean;
      readonly weight: number;
    }
  | {
      readonly kind: 'choice';
      readonly preferred: number;
      readonly over: number;
      readonly weight: number;
    };

/** The pictures that an opinion is of: one, or the two of a choice. */
export function placesOf(opinion: Opinion): readonly number[] {
  return opinion.kind === 'choice' ? [opinion.preferred, opinion.over] : [opinion.picture];
}

/** What a person would give a picture. All in points of the general score. */
export interface Judged {
  /** The general score, and how far this person strays from it; not limited to the scale. */
  readonly value: number;
  /** Half the width of the interval in which their rating of it likely lies. */
  readonly half: number;
}

/** Scale of the logistic distribution whose deviation is 1. */
const LOGISTIC = Math.sqrt(3) / Math.PI;

/** Newton's method on choices converges in four or five. */
const STEPS = 12;
const CONVERGED = 1e-9;

/** Standardised readings are held within this: they bunch near what is usual and fall far where something is wrong. */
const FARTHEST = 4;

/** Place in a row of how strongly the person follows the general score; the level of each scale follows, then what the taste model sees. */
const SLOPE = 0;

/** A vector of the taste model and the readings behind it, each standardised; one that was not measured counts as usual. */
export function vectorOf(
  calibration: TasteCalibration,
  vector: ArrayLike<number>,
  score: (attribute: string) => number | undefined,
): Float32Array {
  const readings = Object.entries(calibration.readings);
  const all = new Float32Array(calibration.length + readings.length);
  all.set(vector);
  readings.forEach(([attribute, standard], index) => {
    all[calibration.length + index] = standardised(score(attribute), standard);
  });
  return all;
}

/** A value in deviations from its mean, as it counts for tastes: held within bounds, and 0 where it was not measured. */
export function standardised(
  value: number | undefined,
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
): number {
  if (value === undefined) return 0;
  return Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation));
}

/** A person's taste. */
export class Taste {
  readonly #calibration: TasteCalibration;
  readonly #learned: Learned;
  readonly #scales: number;
  readonly #whole: Fit;
  readonly #plain: Fit;
  /** How many opinions it was learned from. */
  readonly opinions: number;
  /** How far the person's taste counts, 0 to 1: the probability that there is one to be seen in what they said. */
  readonly weight: number;

  /** @internal */
  constructor(calibration: TasteCalibration, learned: Learned, weight?: number) {
    const { scales, whole, plain, opinions } = learned;
    this.#calibration = calibration;
    this.#learned = learned;
    this.#scales = scales;
    this.#whole = whole;
    this.#plain = plain;
    this.opinions = opinions;
    const doubt = Math.log(calibration.doubt) - Math.log1p(-calibration.doubt);
    this.weight = weight ?? 1 / (1 + Math.exp(doubt + plain.evidence - whole.evidence));
  }

  /** The same, stepped back to the general score: nothing of what was learned counts. */
  steppedBack(): Taste {
    return new Taste(this.#calibration, this.#learned, 0);
  }

  /** Logarithm of the probability of what was said, but for what all ways of learning from it share. */
  get evidence(): number {
    const { doubt } = this.#calibration;
    const [whole, plain] = [this.#whole.evidence, this.#plain.evidence];
    const most = Math.max(whole, plain);
    return most + Math.log((1 - doubt) * Math.exp(whole - most) + doubt * Math.exp(plain - most));
  }

  static learn(
    calibration: TasteCalibration,
    pictures: readonly SeenByTaste[],
    opinions: readonly Opinion[],
  ): Taste {
    const learner = new TasteLearner(calibration);
    for (const opinion of opinions) learner.add(pictures, opinion);
    return learner.taste();
  }

  judge(seen: SeenByTaste): Judged {
    const { slope, interval } = this.#calibration;
    const row = this.#rowOf(seen);
    const plainRow = row.subarray(0, 1 + this.#scales);
    const variance =
      this.weight * varianceOf(this.#whole, row) +
      (1 - this.weight) * varianceOf(this.#plain, plainRow);
    return {
      value: seen.general + this.#points * dot(row, this.#whole.weights),
      half: (interval.factor * Math.sqrt(variance)) / slope,
    };
  }

  /** What a direction in the space of vectors is worth to this person, in points. */
  worth(direction: ArrayLike<number>): number {
    return this.#points * dot(this.#directed(direction), this.#whole.weights);
  }

  /** Standard deviation of what a direction is worth. */
  doubtOf(direction: ArrayLike<number>): number {
    const { noise, factor } = this.#whole;
    return this.#points * Math.sqrt(noise * factor.quadratic(this.#directed(direction)));
  }

  /** Where a picture lies among what is unknown of the taste, in units of the noise: its squared length is what is unknown of its rating. */
  whitened(seen: SeenByTaste): Float64Array {
    return this.#whole.factor.whiten(this.#rowOf(seen));
  }

  /** The same of a direction in the space of vectors. */
  whitenedDirection(direction: ArrayLike<number>): Float64Array {
    return this.#whole.factor.whiten(this.#directed(direction));
  }

  /** What following the general score more, or less, than others adds to a picture's score, in points. */
  follows({ general }: SeenByTaste): number {
    return this.#points * leanOf(this.#calibration, general) * this.#whole.weights[SLOPE]!;
  }

  #rowOf(seen: SeenByTaste): Float64Array {
    return rowOf(this.#calibration, seen, this.#scales);
  }

  #directed(direction: ArrayLike<number>): Float64Array {
    const row = new Float64Array(this.#whole.weights.length);
    row.set(direction, 1 + this.#scales);
    return row;
  }

  /** From standardised ratings to points that count. */
  get #points(): number {
    return (this.#calibration.trust * this.weight) / this.#calibration.slope;
  }
}

/** @internal */
interface Learned {
  readonly scales: number;
  readonly whole: Fit;
  readonly plain: Fit;
  readonly opinions: number;
}

/** Learns a taste opinion by opinion. What was said can be added to; what was taken back is learned anew without it. */
export class TasteLearner {
  readonly #calibration: TasteCalibration;
  readonly #scales = new Map<string, ScaleRating[]>();
  readonly #choices: Choice[] = [];
  /** Sums of outer products of ratings' rows, for as many scales as there are. */
  #sums: SymmetricMatrix | undefined;

  constructor(calibration: TasteCalibration) {
    this.#calibration = calibration;
  }

  add(pictures: readonly SeenByTaste[], opinion: Opinion): void {
    const { weight } = opinion;
    const vectorsOf = (picture: number): Seen => {
      const { general, vector } = pictures[picture]!;
      return { lean: leanOf(this.#calibration, general), vector };
    };
    switch (opinion.kind) {
      case 'rating': {
        const ratings = this.#scales.get(opinion.scale);
        const rating = { ...vectorsOf(opinion.picture), share: opinion.share, weight };
        if (ratings !== undefined) ratings.push(rating);
        else {
          this.#scales.set(opinion.scale, [rating]);
          this.#sums = undefined;
        }
        const scale = [...this.#scales.keys()].indexOf(opinion.scale);
        this.#sums?.addOuter(this.#rawRow(rating, scale), weight);
        return;
      }
      case 'flag': {
        // Chosen over the middle of what this person likes, or that over it.
        const { lean, vector } = vectorsOf(opinion.picture);
        const sign = opinion.picked ? 1 : -1;
        this.#choices.push({
          lean: sign * lean,
          vector: Float64Array.from(vector, (value) => sign * value),
          noises: 1,
          weight,
        });
        return;
      }
      case 'choice': {
        const [preferred, over] = [vectorsOf(opinion.preferred), vectorsOf(opinion.over)];
        this.#choices.push({
          lean: preferred.lean - over.lean,
          vector: Float64Array.from(preferred.vector, (value, i) => value - over.vector[i]!),
          noises: 2,
          weight,
        });
        return;
      }
    }
  }

  /** @param calibration of other strengths, perhaps: what was said is the same */
  taste(calibration = this.#calibration): Taste {
    const { scale } = calibration;
    const scales = [...this.#scales.values()];
    const targets: Row[] = [];
    // What ratings on a scale have in common tells how the person uses the scale, so nothing is learned of taste from it.
    const leans = scales.map((ratings, level) => {
      const total = sumOf(ratings, ({ weight }) => weight);
      const lean = sumOf(ratings, (each) => each.weight * each.lean) / total;
      const mean = sumOf(ratings, ({ share, weight }) => share * weight) / total;
      const squares = sumOf(ratings, ({ share, weight }) => weight * (share - mean) ** 2);
      const deviation = Math.sqrt(
        (squares + scale.weight * scale.deviation ** 2) / (total + scale.weight),
      );
      for (const rating of ratings) {
        const row = this.#rawRow(rating, level);
        row[SLOPE] = rating.lean - lean;
        const rest = (rating.share - mean) / deviation - row[SLOPE];
        targets.push({ row, rest, weight: rating.weight });
      }
      return lean;
    });
    const choices: ChoiceRow[] = this.#choices.map((choice) => {
      const { lean, noises, weight } = choice;
      return { row: this.#rawRow(choice), rest: lean, noises, weight };
    });
    const prior = priorOf(calibration, scales.length);
    const precision = this.#centred(leans);
    precision.addDiagonal(prior);
    const plain = 1 + scales.length;
    const shortened = <Each extends Row>(each: Each): Each => ({
      ...each,
      row: each.row.subarray(0, plain),
    });
    return new Taste(calibration, {
      scales: scales.length,
      whole: fit(calibration, precision, prior, targets, choices),
      plain: fit(
        calibration,
        precision.leading(plain),
        prior.subarray(0, plain),
        targets.map(shortened),
        choices.map(shortened),
      ),
      opinions: this.#choices.length + sumOf(scales, (ratings) => ratings.length),
    });
  }

  /** @param level of the scale that it is a rating on, if it is one */
  #rawRow({ lean, vector }: Seen, level?: number): Float64Array {
    const scales = this.#scales.size;
    const row = new Float64Array(1 + scales + vector.length);
    row[SLOPE] = lean;
    if (level !== undefined) row[1 + level] = 1;
    row.set(vector, 1 + scales);
    return row;
  }

  /** The sums of outer products, as if what the general score makes of a scale's ratings had their mean taken away. */
  #centred(leans: readonly number[]): SymmetricMatrix {
    const sums = (this.#sums ??= this.#summed()).copy();
    const { size } = sums;
    const own = Float64Array.from({ length: size }, (_, at) =>
      leans.reduce((sum, lean, level) => sum - lean * sums.at(1 + level, at), sums.at(SLOPE, at)),
    );
    own[SLOPE] = leans.reduce((sum, lean, level) => sum - lean * own[1 + level]!, own[SLOPE]!);
    own.forEach((value, at) => {
      sums.set(SLOPE, at, value);
    });
    return sums;
  }

  #summed(): SymmetricMatrix {
    const { length, readings } = this.#calibration;
    const sums = new SymmetricMatrix(1 + this.#scales.size + length + Object.keys(readings).length);
    const ratings = [...this.#scales.values()].flatMap((all, level) =>
      all.map((rating) => ({ row: this.#rawRow(rating, level), weight: rating.weight })),
    );
    sums.addOuters(ratings);
    return sums;
  }
}

interface Seen {
  /** What the general score expects of the picture, standardised. */
  readonly lean: number;
  readonly vector: ArrayLike<number>;
}

interface Weighted extends Seen {
  readonly weight: number;
}

interface ScaleRating extends Weighted {
  readonly share: number;
}

/** What is chosen, less what it is chosen over. */
interface Choice extends Weighted {
  /** How many ratings' noise is in it. */
  readonly noises: number;
}

/** An observation, and what is left of it once the general score has spoken. */
interface Row {
  readonly row: Float64Array;
  readonly rest: number;
  readonly weight: number;
}

interface ChoiceRow extends Row {
  readonly noises: number;
}

interface Fit {
  readonly weights: Float64Array;
  readonly factor: CholeskyFactor;
  /** Expected variance of the noise. */
  readonly noise: number;
  /** Logarithm of the probability of what was said, but for what all models share. */
  readonly evidence: number;
}

/**
 * The posterior mode and its curvature. Ratings are normal about what is expected of them, with a variance of which an inverse gamma
 * distribution is known; choices follow Bradley and Terry (1952), found by Newton's method.
 *
 * @param precision of the prior and the ratings, in units of the noise
 */
function fit(
  calibration: TasteCalibration,
  precision: SymmetricMatrix,
  prior: Float64Array,
  ratings: readonly Row[],
  choices: readonly ChoiceRow[],
): Fit {
  const { variance, shape } = calibration.noise;
  const scaleOf = (noises: number): number => LOGISTIC * Math.sqrt(noises * variance);
  const sums = new Float64Array(prior.length);
  for (const { row, rest, weight } of ratings) addTo(sums, row, rest * weight);

  let factor = precision.factor();
  let weights = factor.solve(sums);
  for (let step = 0; choices.length > 0 && step < STEPS; step++) {
    const curved = precision.copy();
    const pull = sums.slice();
    for (const { row, rest, noises, weight } of choices) {
      const scale = scaleOf(noises);
      const expected = dot(row, weights);
      const against = 1 / (1 + Math.exp((expected + rest) / scale));
      const curve = (weight * against * (1 - against) * variance) / scale ** 2;
      curved.addOuter(row, curve);
      // The target at which a normal observation of this precision pulls as strongly as the choice does.
      addTo(pull, row, curve * expected + (weight * against * variance) / scale);
    }
    factor = curved.factor();
    const next = factor.solve(pull);
    const change = next.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - weights[i]!)),
      0,
    );
    weights = next;
    if (change < CONVERGED) break;
  }

  let misfit = 0;
  let count = 0;
  for (const { row, rest, weight } of ratings) {
    misfit += weight * (rest - dot(row, weights)) ** 2;
    count += weight;
  }
  weights.forEach((value, i) => {
    misfit += prior[i]! * value * value;
  });
  const chosen = sumOf(choices, ({ row, rest, noises, weight }) => {
    return -weight * Math.log1p(Math.exp(-(dot(row, weights) + rest) / scaleOf(noises)));
  });
  const [a, b] = [shape + count / 2, shape * variance + misfit / 2];
  const priorDeterminant = prior.reduce((sum, value) => sum + Math.log(value), 0);
  return {
    weights,
    factor,
    noise: b / (a - 1),
    evidence: (priorDeterminant - factor.logDeterminant()) / 2 - a * Math.log(b) + chosen,
  };
}

/** Variance of one standardised rating of a picture about what is expected of it. */
function varianceOf({ noise, factor }: Fit, row: Float64Array): number {
  return noise * (1 + factor.quadratic(row));
}

/** Precisions of a person's weights before the first rating, in units of the noise. */
function priorOf(
  { length, readings, level, slopeVariance, strength, readingStrength }: TasteCalibration,
  scales: number,
): Float64Array {
  const seen = 1 + scales;
  const prior = new Float64Array(seen + length + Object.keys(readings).length);
  prior[SLOPE] = 1 / slopeVariance;
  prior.fill(1 / level, 1, seen);
  prior.fill(1 / strength, seen, seen + length);
  prior.fill(1 / (strength * readingStrength), seen + length);
  return prior;
}

function leanOf({ general, slope }: TasteCalibration, score: number): number {
  return slope * (score - general);
}

function rowOf(calibration: TasteCalibration, seen: SeenByTaste, scales: number): Float64Array {
  const row = new Float64Array(1 + scales + seen.vector.length);
  row[SLOPE] = leanOf(calibration, seen.general);
  row.set(seen.vector, 1 + scales);
  return row;
}

function addTo(sums: Float64Array, row: Float64Array, times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + times * row[i]!;
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
