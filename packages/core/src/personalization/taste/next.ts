/** Which pictures teach most of a person's taste, if they are rated. */
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { dot } from './symmetric-matrix.js';
import type { SeenByTaste, Taste } from './taste.js';
import { directionsOf } from './topics.js';

/** A topic is named as what a picture tells of where its rating says at least this share of the topic's uncertainty. */
const TELLING = 0.02;
const TOPICS_NAMED = 2;

/** A picture to rate next. */
export interface Proposal {
  /** Its place in the list that was given. */
  readonly picture: number;
  /** How much its rating tells, once those proposed before it are rated: bits of information. */
  readonly bits: number;
  /** What it tells most of, most first: places in the calibration's topics; none where it tells a little of everything. */
  readonly topics: readonly number[];
}

/**
 * Greedily the pictures whose ratings together leave least unknown of the taste (MacKay 1992, Information-based objective functions; the
 * greedy choice is within 1 − 1/e of the best, Nemhauser, Wolsey and Fisher 1978). A picture like one that was chosen tells little more, so
 * that they differ by themselves.
 *
 * @param candidates what the taste model sees in the pictures that may be proposed
 */
export function proposeNext(
  taste: Taste,
  calibration: TasteCalibration,
  candidates: readonly SeenByTaste[],
  count: number,
): Proposal[] {
  // In whitened space what is unknown is the unit ball, and what a rating tells is the length of its picture's vector.
  const vectors = candidates.map((seen) => taste.whitened(seen));
  const directions = directionsOf(calibration).map((direction) =>
    taste.whitenedDirection(direction),
  );
  const known: Float64Array[] = [];
  const left = new Set(candidates.keys());
  const proposals: Proposal[] = [];
  const unknown = vectors.map((vector) => dot(vector, vector));
  while (proposals.length < count && left.size > 0) {
    let best = -1;
    for (const place of left) if (best < 0 || unknown[place]! > unknown[best]!) best = place;
    left.delete(best);
    const rest = vectors[best]!.slice();
    for (const one of known) {
      const along = dot(one, vectors[best]!);
      for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - along * one[i]!;
    }
    const variance = unknown[best]!;
    const scale = 1 / Math.sqrt(1 + variance);
    const told = rest.map((value) => value * scale);
    const shares = directions.map((direction) => {
      const whole = dot(direction, direction);
      return whole > 0 ? dot(direction, told) ** 2 / whole : 0;
    });
    proposals.push({
      picture: best,
      bits: Math.log2(1 + variance) / 2,
      topics: [...shares.keys()]
        .filter((topic) => shares[topic]! >= TELLING)
        .sort((a, b) => shares[b]! - shares[a]!)
        .slice(0, TOPICS_NAMED),
    });
    for (const place of left) unknown[place] = unknown[place]! - dot(told, vectors[place]!) ** 2;
    known.push(told);
  }
  return proposals;
}
