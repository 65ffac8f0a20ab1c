import { linear, type Rgb, type Rgba } from './rgb.js';

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance([red, green, blue]: Rgb | Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two opaque colours, 1 to 21, whichever is the lighter (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: Rgb | Rgba, other: Rgb | Rgba): number {
  return ratioOf(luminance(one), luminance(other));
}

/** The same of two luminances. */
export function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
