/** How far a person agrees with themselves, and whether their ratings tell anything apart. */
import type { Entry, Rating } from '@calm-sdk/core';
import { pearson } from '../evaluation/statistics.js';

/** With fewer pictures that were rated more than once nothing can be said. */
const FEWEST = 8;

/** What the ratings of a log say of themselves. */
export interface SelfAgreement {
  /** Pictures that were rated twice or more on one scale. */
  readonly pictures: number;
  /** Correlation of the first rating with the last, −1 to 1. */
  readonly correlation: number;
}

/** @returns nothing where too little was rated twice, or all of it alike */
export function selfAgreement(entries: readonly Entry[]): SelfAgreement | undefined {
  const byPicture = new Map<string, Rating[]>();
  for (const entry of entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    if (entry.kind !== 'rating') continue;
    const key = `${entry.picture} ${entry.scale.low} ${entry.scale.high}`;
    byPicture.set(key, [...(byPicture.get(key) ?? []), entry]);
  }
  const twice = [...byPicture.values()].filter(({ length }) => length > 1);
  if (twice.length < FEWEST) return undefined;
  const correlation = pearson(
    twice.map(([first]) => shareOf(first as Rating)),
    twice.map((ratings) => shareOf(ratings.at(-1) as Rating)),
    twice.map(() => 1),
  );
  return Number.isNaN(correlation) ? undefined : { pictures: twice.length, correlation };
}

/** Whether a log has ratings alone, and all of them the same on each scale. */
export function isAllTheSame(entries: readonly Entry[]): boolean {
  const scales = new Map<string, number>();
  return (
    entries.length > 0 &&
    entries.every((entry) => {
      if (entry.kind === 'tuning') return true; // says how to learn, and nothing of pictures
      if (entry.kind !== 'rating') return false;
      const scale = `${entry.scale.low} ${entry.scale.high}`;
      const value = scales.get(scale) ?? entry.value;
      scales.set(scale, value);
      return value === entry.value;
    })
  );
}

function shareOf({ value, scale: { low, high } }: Rating): number {
  return (value - low) / (high - low);
}
