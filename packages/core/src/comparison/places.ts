import type { Rank } from '../protocol/generated/assessment.js';

/** The places of scores among one another, in their order. */
export function placesAmong(scores: readonly number[]): Rank[] {
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

/**
 * Things from best to worst, each with its place; equal ones stay in the order in which they were given.
 *
 * @param scoreOf what a thing is ranked by
 */
export function inOrder<Item>(
  items: readonly Item[],
  scoreOf: (item: Item) => number,
): { readonly item: Item; readonly place: Rank }[] {
  const places = placesAmong(items.map(scoreOf));
  return items
    .map((item, index) => ({ item, place: places[index]! }))
    .sort((a, b) => a.place.position - b.place.position);
}
