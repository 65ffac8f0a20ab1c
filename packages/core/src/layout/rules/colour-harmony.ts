import { chromaAndHue, oklab } from '../colour/oklab.js';
import { formatColour, parseColour } from '../colour/rgb.js';
import { mainSegment } from '../frame.js';
import { groundOfText } from '../ground.js';
import type { Rule } from '../rule.js';

/** Colours as full as this, of hues so far apart and of so nearly the same lightness, seem to flicker where they meet. */
const FULL = 0.13;
const APART = 70;
const SAME_LIGHTNESS = 0.16;

export const colourHarmony: Rule = {
  id: 'colour-harmony',
  level: 'could',
  unit: '',
  source:
    'Itten, The Art of Color, vibrating boundaries; chromostereopsis (Thompson, May & Stone 1993)',
  *check(frame) {
    for (const layer of frame.texts) {
      const { node } = layer;
      if (layer.decorative || layer.disabled || layer.drawn || frame.obscured(layer)) continue;
      const fill = (mainSegment(layer)?.fills ?? node.fills)?.at(-1);
      if (fill?.kind !== 'solid') continue;
      // Most text is grey: what lies behind that need not be known.
      if (chromaAndHue(parseColour(fill.colour)).chroma < FULL) continue;
      const ground = groundOfText(frame, layer);
      if (ground === undefined || ground.sampled) continue;
      const { front, behind } = ground.contrast(parseColour(fill.colour));
      const [one, other] = [chromaAndHue(front), chromaAndHue(behind)];
      const apart = Math.abs(((one.hue - other.hue + 540) % 360) - 180);
      const lightness = Math.abs(oklab(front)[0] - oklab(behind)[0]);
      if (one.chroma < FULL || other.chroma < FULL || apart < APART || lightness > SAME_LIGHTNESS)
        continue;
      yield {
        layers: [layer],
        severity: 0.4 + 0.4 * (1 - lightness / SAME_LIGHTNESS),
        value: lightness,
        needed: SAME_LIGHTNESS,
        facts: { text: formatColour(front), background: formatColour(behind) },
      };
    }
  },
};
