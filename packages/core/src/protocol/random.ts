/** Chance that is the same on every run. */

/** Numbers in [0, 1), the same for the same seed: Mulberry32 (T. Ettinger, public domain). */
export function seededBy(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same for the same words: FNV-1a makes the seed. */
export function seededByWords(words: string): () => number {
  let seed = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) {
    seed = Math.imul(seed ^ words.charCodeAt(at), 0x01000193);
  }
  return seededBy(seed);
}
