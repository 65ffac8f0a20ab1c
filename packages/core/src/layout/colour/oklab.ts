import { encoded, linear, type Rgb, type Rgba } from './rgb.js';

/** Lightness 0 to 1, and two axes of colour: a, greenish to reddish; b, bluish to yellowish (Ottosson 2020). */
export type Oklab = readonly [lightness: number, a: number, b: number];

export function oklab([red, green, blue]: Rgb | Rgba): Oklab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The colour, with channels beyond 0 to 1 where sRGB does not hold it. */
export function fromOklab([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** How different two colours look: about .02 is just seen side by side. */
export function difference(one: Rgb | Rgba, other: Rgb | Rgba): number {
  const [first, second] = [oklab(one), oklab(other)];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

/** How colourful a colour is, 0 for greys, and its hue in degrees. */
export function chromaAndHue(colour: Rgb | Rgba): {
  readonly chroma: number;
  readonly hue: number;
} {
  const [, a, b] = oklab(colour);
  return { chroma: Math.hypot(a, b), hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

/** A colour of another lightness and the same hue, as colourful as sRGB can show it up to its own chroma. */
export function withLightness(colour: Rgb | Rgba, lightness: number): Rgb {
  const [, a, b] = oklab(colour);
  const whole = fromOklab([lightness, a, b]);
  if (isShown(whole)) return whole;
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (isShown(fromOklab([lightness, a * middle, b * middle]))) low = middle;
    else high = middle;
  }
  const [red, green, blue] = fromOklab([lightness, a * low, b * low]);
  const held = (channel: number): number => Math.min(1, Math.max(0, channel));
  return [held(red), held(green), held(blue)];
}

/** Half an eighth bit over or under is rounding. */
function isShown(colour: Rgb): boolean {
  return colour.every((channel) => channel > -0.002 && channel < 1.002);
}
