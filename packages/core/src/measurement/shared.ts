/**
 * Makes a computation that several measures need run once for each key (a picture, a scene):
 * the first call computes, later calls return the same object. Freed with the key.
 */
export function shared<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
