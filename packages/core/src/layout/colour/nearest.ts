import type { ColourToken } from '../../protocol/generated/layout.js';
import { difference, oklab, withLightness } from './oklab.js';
import { formatColour, parseColour } from './rgb.js';

const STEP = 0.004;

/** How much farther a token of another family seems: one would rather stay among the greys. */
const OTHER_FAMILY = 1.6;

/**
 * The colour of the same hue and opacity, and of the same chroma as far as sRGB goes, whose lightness differs least and that passes; opaque where only
 * that helps.
 *
 * @returns undefined where none passes
 */
export function nearestColour(
  from: string,
  passes: (colour: string) => boolean,
): string | undefined {
  const [red, green, blue, alpha] = parseColour(from);
  const [lightness] = oklab([red, green, blue]);
  for (const opacity of alpha < 1 ? [alpha, 1] : [1]) {
    for (let by = STEP; by <= 1; by += STEP) {
      for (const wanted of [lightness - by, lightness + by]) {
        if (wanted < -STEP || wanted > 1 + STEP) continue;
        const held = Math.min(1, Math.max(0, wanted));
        const to = formatColour([...withLightness([red, green, blue], held), opacity]);
        if (passes(to)) return to;
      }
    }
  }
  return undefined;
}

/**
 * Of the collection that a token is one of, the token that looks most like it and passes.
 *
 * @returns undefined where none passes
 */
export function nearestToken(
  from: ColourToken,
  collection: readonly ColourToken[],
  passes: (colour: string) => boolean,
): ColourToken | undefined {
  let nearest: ColourToken | undefined;
  let least = Infinity;
  const family = familyOf(from.name);
  for (const token of collection) {
    if (token.id === from.id || !passes(token.value)) continue;
    const away =
      difference(parseColour(from.value), parseColour(token.value)) *
      (familyOf(token.name) === family ? 1 : OTHER_FAMILY);
    if (away < least) [nearest, least] = [token, away];
  }
  return nearest;
}

/** `gray` of `gray/600`. */
function familyOf(name: string): string {
  return name.replace(/[^/]*$/u, '').replace(/[\d\s-]+$/u, '');
}
