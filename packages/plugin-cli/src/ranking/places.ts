/** Where a picture stands among the others of its kind in this folder. */
export interface Place {
  /** 1 is the best; equal scores share the better place, and the next is that much further down. */
  readonly position: number;
  /** How many there are of the kind. */
  readonly of: number;
  /** Share of the *other* pictures that this one beats, equals counting half, in percent with 1 decimal; `null` for a single picture. */
  readonly percentile: number | null;
}

/** The places of scores, in their order. */
export function placesAmong(scores: readonly number[]): Place[] {
  const descending = scores.toSorted((a, b) => b - a);
  const first = new Map<number, number>();
  const equal = new Map<number, number>();
  descending.forEach((score, index) => {
    if (!first.has(score)) first.set(score, index);
    equal.set(score, (equal.get(score) ?? 0) + 1);
  });
  const of = scores.length;
  return scores.map((score) => {
    const above = first.get(score) as number;
    const others = (equal.get(score) as number) - 1;
    const beaten = of - above - others - 1 + others / 2;
    return {
      position: above + 1,
      of,
      percentile: of === 1 ? null : Math.round((beaten / (of - 1)) * 1000) / 10,
    };
  });
}
