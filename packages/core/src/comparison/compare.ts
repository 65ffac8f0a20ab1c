/** Which of several pictures people would prefer: arithmetic on their assessments, without another look at the pictures. */
import { en } from '../language/en/index.js';
import type { Locale } from '../language/locale.js';
import type { Assessment, AssessmentResult, Score } from '../protocol/generated/assessment.js';
import type {
  ComparedPair,
  ComparedPicture,
  Comparison,
  Pair,
} from '../protocol/generated/comparison.js';
import { inHundredths, round } from '../protocol/rounding.js';
import { deviationsHolding, normalProbability } from './normal.js';
import { reasonsFor } from './reasons.js';
import { standingOf, whyIncomparable } from './scale.js';

/** With a lower probability for either, neither is preferred. */
const SURE_ENOUGH = 0.6;

/**
 * Which of two pictures people would prefer, how probably, and why. The errors of the two scores are taken as normal and independent,
 * each with the spread that its interval tells of: P = Φ((a − b) / √(σa² + σb²)).
 *
 * @param locale of the reasons; the readings in them are in the language that the pictures were assessed in
 * @returns with `first` 0 for `a` and `second` 1 for `b`; `incomparable` where the scores do not share a scale
 */
export function compare(a: Assessment, b: Assessment, locale: Locale = en): Pair {
  const places = { first: 0, second: 1 };
  const [one, other] = [standingOf(a), standingOf(b)];
  if (one === undefined || other === undefined || one.scale !== other.scale) {
    return { status: 'incomparable', ...places, ...whyIncomparable(a, b, locale.comparison) };
  }
  const probability = probabilityAbove(one.score, other.score);
  return {
    status: 'compared',
    ...places,
    verdict: verdictOf(probability),
    probability,
    difference: (inHundredths(one.score.value) - inHundredths(other.score.value)) / 100,
    reasons: reasonsFor(a, b, locale.comparison),
  };
}

/**
 * Compares any number of pictures: the best against every other, of the largest group that shares a scale.
 *
 * @param results as `engine.assessMany` yields them; those that failed are passed on
 * @param locale as for {@link compare}
 */
export function compareAll(results: readonly AssessmentResult[], locale: Locale = en): Comparison {
  const pictures = results.filter((result) => result.status === 'ok');
  const order = largestGroup(pictures).sort((a, b) => valueOf(pictures[b]) - valueOf(pictures[a]));
  const [best = 0, ...lesser] = order;
  const others = pictures.map((_, place) => place).filter((place) => place !== best);
  const apart = others.filter((place) => !lesser.includes(place));
  return {
    pictures: pictures.map(described),
    order,
    pairs: [...lesser, ...apart].map((place) => ({
      ...compare(pictures[best] as Assessment, pictures[place] as Assessment, locale),
      first: best,
      second: place,
    })),
    failed: results.filter((result) => result.status === 'failed'),
  };
}

/** Places of the pictures that share the scale of most, in the order given; none where no two do. */
function largestGroup(pictures: readonly Assessment[]): number[] {
  const groups = new Map<string, number[]>();
  pictures.forEach((picture, place) => {
    const scale = standingOf(picture)?.scale;
    if (scale !== undefined) groups.set(scale, [...(groups.get(scale) ?? []), place]);
  });
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest.length > 1 ? largest : [];
}

function valueOf(picture: Assessment | undefined): number {
  return picture?.score?.value ?? Number.NEGATIVE_INFINITY;
}

function described({ source, picture, domain, score, stamps }: Assessment): ComparedPicture {
  const { sha256 } = picture;
  if (score === undefined) return { source, sha256, domain, stamps };
  const { value, interval, abstained, technical } = score;
  return { source, sha256, domain, score: { value, interval, abstained, technical }, stamps };
}

function verdictOf(probability: number): ComparedPair['verdict'] {
  if (probability >= SURE_ENOUGH) return 'first';
  return probability <= 1 - SURE_ENOUGH ? 'second' : 'too-close';
}

/** Four decimals; what is left to 1 is that of the reverse. */
function probabilityAbove(a: Score, b: Score): number {
  if (a.value === b.value) return 0.5;
  const deviations = Math.abs(a.value - b.value) / Math.hypot(spreadOf(a), spreadOf(b));
  const higher = round(normalProbability(deviations), 4);
  return a.value > b.value ? higher : round(1 - higher, 4);
}

/** Standard deviation of a score's error. An interval is even about its value, but ends where the scale does. */
function spreadOf({ value, interval: { low, high, level } }: Score): number {
  return Math.max(high - value, value - low) / deviationsHolding(level);
}
