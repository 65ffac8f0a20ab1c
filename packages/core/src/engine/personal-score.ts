/** From a taste and a picture to what the document says of one person's score. */
import { partsOf } from '../personalization/taste/topics.js';
import type { SeenByTaste, Taste } from '../personalization/taste/taste.js';
import type { PersonalContribution, PersonalScore } from '../protocol/generated/assessment.js';
import type { TasteCalibration } from '../protocol/generated/taste-model.js';
import { inHundredths } from '../protocol/rounding.js';

/** Parts below this, in hundredths of a point, go into what no topic explains. */
const SMALLEST = 5;

/** What a person's score is made of. */
export interface Person {
  /** Absent where examples stand for a profile. */
  readonly profile?: string;
  readonly taste: Taste;
  /** A score that the person has set for this picture, 0 to 10. */
  readonly override?: number;
}

/** @param percentileOf share of the reference set whose general score is below a value, in percent */
export function describePersonal(
  { profile, taste, override }: Person,
  calibration: TasteCalibration,
  seen: SeenByTaste,
  topics: readonly number[],
  percentileOf: (value: number) => number,
): PersonalScore {
  const judged = taste.judge(seen);
  const value = onScale(override ?? judged.value);
  const half = override === undefined ? judged.half : 0;
  return {
    ...(profile === undefined ? {} : { profile }),
    value: value / 100,
    interval: {
      low: onScale(value / 100 - half) / 100,
      high: onScale(value / 100 + half) / 100,
      level: calibration.interval.level,
    },
    percentile: percentileOf(value / 100),
    ratings: taste.opinions,
    weight: taste.opinions === 0 ? 0 : inHundredths(taste.weight) / 100,
    overridden: override !== undefined,
    contributions:
      override === undefined
        ? contributionsOf(taste, calibration, seen, topics, value - inHundredths(seen.general))
        : [],
  };
}

/** Parts that add up exactly to `distance`, in hundredths. */
function contributionsOf(
  taste: Taste,
  calibration: TasteCalibration,
  seen: SeenByTaste,
  topics: readonly number[],
  distance: number,
): PersonalContribution[] {
  const parts = partsOf(taste, calibration, seen, topics)
    .map(({ kind, topic, points }) => ({ kind, topic, hundredths: inHundredths(points) }))
    .filter(({ hundredths }) => Math.abs(hundredths) >= SMALLEST)
    .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths));
  const explained = parts.reduce((sum, { hundredths }) => sum + hundredths, 0);
  const left = distance - explained;
  return [
    ...parts.map(({ kind, topic, hundredths }) => ({ kind, topic, value: hundredths / 100 })),
    ...(left === 0 ? [] : [{ kind: 'overall' as const, topic: 'overall', value: left / 100 }]),
  ];
}

/** In hundredths, within 0 to 10. */
function onScale(points: number): number {
  return inHundredths(Math.max(0, Math.min(10, points)));
}
