/** A taste in words' reach: what named properties of pictures are worth to a person. */
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import type { SeenByTaste, Taste } from './taste.js';

/** One property of pictures, and what it is worth to a person. */
export interface TopicOfTaste {
  /** `reading`: an attribute's score, where more is better made; `shown`: how surely something is shown. */
  readonly kind: 'reading' | 'shown';
  /** Id of the attribute, or of what is shown. */
  readonly topic: string;
  /** Points that a picture gains with this person, over what others give it, where it has one standard deviation more of the property. */
  readonly points: number;
  /** Standard deviation of the points. */
  readonly deviation: number;
}

/** What each topic of the calibration is worth, in its order. */
export function topicsOf(taste: Taste, calibration: TasteCalibration): TopicOfTaste[] {
  const directions = directionsOf(calibration);
  return calibration.topics.map(({ kind, id }, index) => ({
    kind,
    topic: id,
    points: taste.worth(directions[index]!),
    deviation: taste.doubtOf(directions[index]!),
  }));
}

/** The topics' directions among vectors and the readings behind them. */
export function directionsOf(calibration: TasteCalibration): Float64Array[] {
  return calibration.topics.map((topic) => directionOf(calibration, topic));
}

/**
 * What topics, and following the general score, add to a picture's score. What is left to the whole is what no topic explains.
 *
 * @param topics how much the picture has of each topic, standardised, in the calibration's order
 */
export function partsOf(
  taste: Taste,
  calibration: TasteCalibration,
  seen: SeenByTaste,
  topics: readonly number[],
): { kind: 'reading' | 'shown' | 'consensus'; topic: string; points: number }[] {
  const directions = directionsOf(calibration);
  return [
    ...calibration.topics.map(({ kind, id }, index) => ({
      kind,
      topic: id,
      points: taste.worth(directions[index]!) * (topics[index] ?? 0),
    })),
    { kind: 'consensus' as const, topic: 'consensus', points: taste.follows(seen) },
  ];
}

function directionOf(
  { length, readings }: TasteCalibration,
  { kind, id, direction }: TasteCalibration['topics'][number],
): Float64Array {
  const names = Object.keys(readings);
  const whole = new Float64Array(length + names.length);
  whole.set(direction);
  const own = kind === 'reading' ? names.indexOf(id) : -1;
  if (own >= 0) whole[length + own] = 1;
  return whole;
}
