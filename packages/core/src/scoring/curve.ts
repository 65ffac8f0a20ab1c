import type { Curve } from '../protocol/generated/scoring.js';

/** The value of a piecewise linear function at `x`; flat outside its knots. */
export function valueAt(curve: Curve, x: number): number {
  const { x: knots, y: values } = curve;
  const last = knots.length - 1;
  const above = knots.findIndex((knot) => knot >= x);
  if (above === -1) return values[last] ?? 0;
  if (above === 0) return values[0] ?? 0;
  const [x0 = 0, x1 = 0] = knots.slice(above - 1, above + 1);
  const [y0 = 0, y1 = 0] = values.slice(above - 1, above + 1);
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
