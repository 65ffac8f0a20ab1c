/** How often each of equally wide steps of a value occurs. */
export interface Histogram {
  readonly counts: Uint32Array;
  /** Sum of the counts. */
  readonly total: number;
}

export function histogramOf(counts: Uint32Array): Histogram {
  let total = 0;
  for (const count of counts) total += count;
  return { counts, total };
}

/**
 * The values below which the given shares of the samples lie, in steps: a sample of step 7 is spread evenly over 7 to 8, so
 * that small changes of the picture move the result smoothly. An empty histogram gives 0.
 *
 * @param shares 0 to 1, ascending
 */
export function quantiles({ counts, total }: Histogram, shares: readonly number[]): number[] {
  const results: number[] = [];
  let step = 0;
  let below = 0;
  for (const share of shares) {
    const target = share * total;
    while (step < counts.length - 1 && below + counts[step]! < target) below += counts[step++]!;
    const here = counts[step] ?? 0;
    results.push(here === 0 ? step : step + (target - below) / here);
  }
  return results;
}

/** Share of the samples from step `from` up to, not including, step `to`. */
export function share({ counts, total }: Histogram, from: number, to: number): number {
  if (total === 0) return 0;
  let sum = 0;
  for (let step = from; step < to; step++) sum += counts[step]!;
  return sum / total;
}
