/** Figures as people read them: a point, one decimal, a true minus sign. */

/** @param tenths a whole number of tenths */
export function tenths(tenths: number): string {
  return `${Math.abs(tenths) === 0 ? '' : tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)}`;
}

/** The same with its sign. */
export function signedTenths(value: number): string {
  return value > 0 ? `+${tenths(value)}` : tenths(value);
}

/** Tenths of a figure that documents give with two decimals; halves go up. */
export function toTenths(value: number): number {
  return Math.round(Math.round(value * 100) / 10);
}

/** Whole percent, rounded down: nothing is better than all of a set that it belongs beside. */
export function percent(value: number): string {
  return `${Math.floor(value)} %`;
}
