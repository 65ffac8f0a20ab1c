/** Like faults that share a cause are told once. */

export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** How often each value occurs. */
export function counted<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value that occurs most often, the smallest of several; undefined of none. */
export function commonest(counts: ReadonlyMap<number, number>): number | undefined {
  let most: number | undefined;
  for (const [value, count] of counts) {
    const known = most === undefined ? 0 : counts.get(most)!;
    if (count > known || (count === known && value < most!)) most = value;
  }
  return most;
}
