/** Learning one person's taste in a way of their own. */
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { compareOf, type TasteGain } from './evaluate.js';
import { Taste, type Opinion, type SeenByTaste } from './taste.js';

/** What is tried: these multiples of what serves most people. */
const STRENGTHS = [0.25, 0.5, 1, 2, 4, 8];
const READING_STRENGTHS = [1, 4, 16, 64];

/** How far a person strays from the general score, as multiples of what most people do. */
export interface Strengths {
  /** By what pictures show. */
  readonly strength: number;
  /** By how they are made. */
  readonly readingStrength: number;
}

/** What came of tuning. */
export interface Tuned {
  /** Likeliest of those tried, by all that was said. */
  readonly strengths: Strengths;
  /**
   * What it gains over learning as for most people, on shoots that neither it nor the strengths were learned from; absent where too little was
   * said, or of one shoot only.
   */
  readonly gain?: TasteGain;
  /** The strengths, where they help. */
  readonly kept?: Strengths;
}

/** The calibration for a person of these strengths. */
export function withStrengths(
  calibration: TasteCalibration,
  strengths: Strengths | undefined,
): TasteCalibration {
  if (strengths === undefined) return calibration;
  return {
    ...calibration,
    strength: calibration.strength * strengths.strength,
    readingStrength: (calibration.readingStrength * strengths.readingStrength) / strengths.strength,
  };
}

/**
 * The strengths that make what was said likeliest (type II maximum likelihood, MacKay 1992). They are kept where the lower end of their gain
 * is above nothing.
 */
export function tune(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): Tuned {
  const strengths = likeliest(calibration, pictures, opinions);
  const ordinary = (said: readonly Opinion[]): Taste => Taste.learn(calibration, pictures, said);
  const own = (said: readonly Opinion[]): Taste =>
    Taste.learn(withStrengths(calibration, likeliest(calibration, pictures, said)), pictures, said);
  const gain = compareOf(ordinary, own, pictures, opinions, shoots);
  return {
    strengths,
    ...(gain === undefined ? {} : { gain }),
    ...(gain !== undefined && gain.low > 0 ? { kept: strengths } : {}),
  };
}

function likeliest(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
): Strengths {
  let best: Strengths = { strength: 1, readingStrength: 1 };
  let most = -Infinity;
  for (const strength of STRENGTHS) {
    for (const readingStrength of READING_STRENGTHS) {
      const tried = { strength, readingStrength };
      const { evidence } = Taste.learn(withStrengths(calibration, tried), pictures, opinions);
      if (evidence > most) [best, most] = [tried, evidence];
    }
  }
  return best;
}
