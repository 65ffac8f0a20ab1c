/** Edits to try on a picture. */

/** Edits that no picture needs, of random strength and order: more of what flatters, and what throws the picture away. */
export function needlessEdits(random) {
  const between = (low, high) => low + (high - low) * random();
  const either = (low, high) => (random() < 0.5 ? low : high);
  const side = between(0.35, 0.7);
  const edits = [
    { operation: 'saturate', factor: between(1.3, 2.2) },
    { operation: 'unsharpMask', amount: between(1, 3), radius: 1.5 },
    {
      operation: 'crop',
      x: between(0, 1 - side),
      y: between(0, 1 - side),
      width: side,
      height: side,
    },
    { operation: 'contrast', factor: between(1.25, 1.8) },
    { operation: 'warm', ratio: either(between(1.2, 1.7), 1 / between(1.2, 1.7)) },
    { operation: 'tint', ratio: either(between(1.15, 1.5), 1 / between(1.15, 1.5)) },
    { operation: 'expose', ev: either(between(0.5, 1.5), -between(0.5, 1.5)) },
    { operation: 'vignette', stops: between(0.8, 2) },
    { operation: 'rotate', degrees: either(between(2, 8), -between(2, 8)) },
    { operation: 'denoise', sigma: between(15, 40) },
    { operation: 'dehaze', transmission: between(0.45, 0.75) },
  ];
  return edits
    .map((edit) => ({ edit, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ edit }) => edit);
}
