/** Learning one person's taste in a way of their own. */
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { compareOf, learnedFor, type Pause, type TasteGain } from './evaluate.js';
import { Taste, TasteLearner, type Opinion, type SeenByTaste } from './taste.js';

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
export async function tune(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
  pause: Pause,
): Promise<Tuned> {
  const ordinary = async (said: readonly Opinion[]): Promise<Taste> => {
    await pause();
    return Taste.learn(calibration, pictures, said);
  };
  const own = async (said: readonly Opinion[]): Promise<Taste> =>
    (await likeliest(calibration, pictures, said, pause)).taste;
  const { strengths } = await likeliest(calibration, pictures, opinions, pause);
  const gain = await compareOf(ordinary, own, pictures, opinions, shoots);
  return {
    strengths,
    ...(gain === undefined ? {} : { gain }),
    ...(gain !== undefined && gain.low > 0 ? { kept: strengths } : {}),
  };
}

/** How many tastes are learned for {@link tune}. */
export function learnedToTune(opinions: readonly Opinion[], shoots: readonly number[]): number {
  const { gain } = learnedFor(opinions, shoots);
  return ALL.length + gain * (1 + ALL.length);
}

const ALL: readonly Strengths[] = STRENGTHS.flatMap((strength) =>
  READING_STRENGTHS.map((readingStrength) => ({ strength, readingStrength })),
);

async function likeliest(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  pause: Pause,
): Promise<{ readonly strengths: Strengths; readonly taste: Taste }> {
  const learner = new TasteLearner(calibration);
  for (const opinion of opinions) learner.add(pictures, opinion);
  let best: { readonly strengths: Strengths; readonly taste: Taste } | undefined;
  for (const strengths of ALL) {
    await pause();
    const taste = learner.taste(withStrengths(calibration, strengths));
    if (best === undefined || taste.evidence > best.taste.evidence) best = { strengths, taste };
  }
  return best!;
}
