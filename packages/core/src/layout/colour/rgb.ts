/** Colours as the schema writes them, and as numbers. */

/** Red, green and blue of sRGB as it is encoded, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The same with an opacity, 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export const WHITE: Rgb = [1, 1, 1];

/** `#rrggbb` or `#rrggbbaa`. */
export function parseColour(colour: string): Rgba {
  const channel = (at: number): number => parseInt(colour.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5), colour.length > 7 ? channel(7) : 1];
}

/** `#rrggbb`, and its opacity behind it where it is not opaque. */
export function formatColour([red, green, blue, alpha = 1]: Rgb | Rgba): string {
  const channels = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue];
  const hex = channels.map((channel) =>
    Math.round(Math.min(1, Math.max(0, channel)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** One colour laid over another: source over, straight alpha, in encoded sRGB as browsers and design programs do it. */
export function over(top: Rgba, below: Rgba): Rgba {
  const alpha = top[3] + below[3] * (1 - top[3]);
  if (alpha === 0) return [0, 0, 0, 0];
  const mixed = (channel: 0 | 1 | 2): number =>
    (top[channel] * top[3] + below[channel] * below[3] * (1 - top[3])) / alpha;
  return [mixed(0), mixed(1), mixed(2), alpha];
}

/** The linear light of an encoded channel (IEC 61966-2-1). */
export function linear(channel: number): number {
  // Nearly all that is asked for has eight bits.
  const byte = channel * 255;
  return Number.isInteger(byte) ? (LINEAR[byte] ?? exactly(channel)) : exactly(channel);
}

const LINEAR = Array.from({ length: 256 }, (_, byte) => exactly(byte / 255));

function exactly(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** The inverse of {@link linear}. */
export function encoded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
