import type { Stamps } from '../protocol/generated/assessment.js';

/**
 * Whether scores of two engines may stand side by side: both come from one model, one way from file to pixels, and the same built-in attributes. A
 * library whose stamps do not compare with those of the engine in use must be scored again. Extensions never alter a score, and so do not count. What has
 * no stamps compares with nothing.
 */
export function comparable(a: Stamps | undefined, b: Stamps | undefined): boolean {
  return a !== undefined && b !== undefined && makerOf(a) === makerOf(b);
}

/** What made a score, where another would give another one. */
export function makerOf({ model, preprocessing, registry }: Stamps): string {
  return JSON.stringify([model.sha256, preprocessing, registry]);
}
