import type { Picture } from '../picture/picture.js';
import { DIRECTIONS, lineEvidence, REACH, STEP, STRIPS } from './lines.js';
import { shared } from './shared.js';

/** How far the picture leans as a whole. */
export interface Tilt {
  /** Degrees, positive: turned clockwise, lower on the right. */
  readonly degrees: number;
  /** Probability that it is right within 2°. */
  readonly confidence: number;
}

/** How much the upright lines of a picture run together. */
export interface Convergence {
  /** Angle between the uprights at the left and at the right edge in degrees; positive: they meet above the picture. */
  readonly degrees: number;
  /** Probability that it is right within 3°. */
  readonly confidence: number;
}

/**
 * How likely a lean is before anything is seen (not normalised): half of all photographs are level within a degree, the
 * others lean by some degrees.
 */
function prior(degrees: number): number {
  return Math.exp(-0.5 * degrees ** 2) + Math.exp(-0.5 * (degrees / 7) ** 2);
}

/**
 * The lean that explains the edges best: level and upright edges (a world of walls, trunks and water has few others), times
 * how they line up over the whole frame, uprights once more (level edges also lean by perspective), times the prior; the
 * mean of that distribution.
 */
export const tilt = shared((picture: Picture): Tilt => {
  const { level, upright, alignedLevel, alignedUpright } = lineEvidence(picture);
  const edges = level.map((value, at) => {
    let sum = value;
    for (let strip = 0; strip < STRIPS; strip++) sum += upright[strip * DIRECTIONS + at]!;
    return sum;
  });
  const local = contrast(edges);
  const lines = contrast(alignedLevel.map((value, at) => value + alignedUpright[at]!));
  const uprights = contrast(alignedUpright);
  const belief = local.map(
    (value, at) => value * lines[at]! * (1 + uprights[at]!) * prior(at * STEP - REACH),
  );
  const total = belief.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return { degrees: 0, confidence: 0 };
  const degrees = belief.reduce((sum, value, at) => sum + value * (at * STEP - REACH), 0) / total;
  const near =
    belief.reduce(
      (sum, value, at) => sum + (Math.abs(at * STEP - REACH - degrees) <= 2 ? value : 0),
      0,
    ) / total;
  // Logistic regression of "right within 2°" on turned photographs.
  const most = edges.reduce((a, b) => Math.max(a, b), 0);
  const apart = Math.abs(peakOf(local) - peakOf(lines)) * STEP;
  const evidence = 4 * near + 0.32 * Math.log(most + 1e-5) + 0.41 * Math.exp(-apart / 3) - 0.26;
  return { degrees, confidence: 1 / (1 + Math.exp(-evidence)) };
});

function peakOf(values: Float64Array): number {
  return values.reduce((best, value, at) => (value > values[best]! ? at : best), 0);
}

/** Smoothed over about a degree, the least direction at 0, the most at 1 (all 0 where no direction stands out). */
function contrast(values: Float64Array): Float64Array {
  const smooth = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    let sum = 0;
    let weights = 0;
    for (let away = -3; away <= 3; away++) {
      const value = values[at + away];
      if (value === undefined) continue;
      const weight = Math.exp(-0.5 * away * away);
      sum += weight * value;
      weights += weight;
    }
    smooth[at] = sum / weights;
  }
  const least = smooth.reduce((a, b) => Math.min(a, b), Infinity);
  const most = smooth.reduce((a, b) => Math.max(a, b), -Infinity);
  const range = most - least;
  return smooth.map((value) => (range > 1e-12 ? (value - least) / range : 0));
}

/** Degrees of convergence that are looked at, to both sides. */
const WIDEST = 16;

/**
 * The fan of lines that fits the upright edges best: those of a strip at x (−½ left, ½ right) lean by lean − convergence · x.
 * (Cameras tilted up or down make parallel uprights meet: Gallagher 2005, "Using vanishing points to correct camera rotation in images".)
 */
export const convergence = shared((picture: Picture): Convergence => {
  const { upright } = lineEvidence(picture);
  const strips: Float64Array[] = [];
  let amount = 0;
  for (let strip = 0; strip < STRIPS; strip++) {
    const values = upright.slice(strip * DIRECTIONS, (strip + 1) * DIRECTIONS);
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    for (let at = 0; at < values.length; at++) {
      values[at] = values[at]! - least;
      amount += values[at]!;
    }
    strips.push(values);
  }
  if (!(amount > 1e-9)) return { degrees: 0, confidence: 0 };
  let total = 0;
  let mean = 0;
  let most = 0;
  const fits: number[] = [];
  const span = WIDEST / STEP;
  for (let fan = -span; fan <= span; fan++) {
    let best = 0;
    for (let lean = -8 / STEP; lean <= 8 / STEP; lean++) {
      let sum = 0;
      for (let strip = 0; strip < STRIPS; strip++) {
        const x = (strip + 0.5) / STRIPS - 0.5;
        const at = Math.round((DIRECTIONS - 1) / 2 + lean - fan * x);
        const values = strips[strip]!;
        sum += (values[at - 1] ?? 0) + 2 * (values[at] ?? 0) + (values[at + 1] ?? 0);
      }
      best = Math.max(best, sum * Math.exp(-0.5 * ((lean * STEP) / 4) ** 2));
    }
    fits.push(best);
    most = Math.max(most, best);
  }
  if (!(most > 0)) return { degrees: 0, confidence: 0 };
  fits.forEach((fit, index) => {
    const degrees = (index - span) * STEP;
    const weight = (fit / most) ** 12 * Math.exp(-0.5 * (degrees / 8) ** 2);
    total += weight;
    mean += weight * degrees;
  });
  mean /= total;
  let near = 0;
  fits.forEach((fit, index) => {
    const degrees = (index - span) * STEP;
    if (Math.abs(degrees - mean) <= 3)
      near += (fit / most) ** 12 * Math.exp(-0.5 * (degrees / 8) ** 2);
  });
  const enough = amount / (amount + 0.02);
  return { degrees: mean, confidence: (near / total) * enough };
});
