/**
 * The score of a fault: 1 far below `middle`, .5 at it, 0 far above, never flat (logistic).
 *
 * @param middle value at which an attentive viewer would call it a fault
 * @param spread how far from `middle` the score has moved to .27 (above) or .73 (below); negative where higher is better
 */
export function concern(value: number, middle: number, spread: number): number {
  return 1 / (1 + Math.exp((value - middle) / spread));
}
