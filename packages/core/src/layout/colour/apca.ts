import type { Rgb, Rgba } from './rgb.js';

/**
 * Lightness contrast of text on its background in Lc, about -108 to 106; negative where the text is the lighter. The APCA of W3, 0.1.9 with
 * the constants of 0.0.98G-4g (Somers, github.com/Myndex/apca-w3).
 */
export function apca(text: Rgb | Rgba, background: Rgb | Rgba): number {
  const onText = softened(screenLuminance(text));
  const behind = softened(screenLuminance(background));
  if (Math.abs(behind - onText) < 0.0005) return 0;
  if (behind > onText) {
    const contrast = (behind ** 0.56 - onText ** 0.57) * 1.14;
    return contrast < 0.1 ? 0 : (contrast - 0.027) * 100;
  }
  const contrast = (behind ** 0.65 - onText ** 0.62) * 1.14;
  return contrast > -0.1 ? 0 : (contrast + 0.027) * 100;
}

function screenLuminance([red, green, blue]: Rgb | Rgba): number {
  return 0.2126729 * red ** 2.4 + 0.7151522 * green ** 2.4 + 0.072175 * blue ** 2.4;
}

/** Lifts what is nearly black, which flare and ambient light do. */
function softened(luminance: number): number {
  return luminance > 0.022 ? luminance : luminance + (0.022 - luminance) ** 1.414;
}
