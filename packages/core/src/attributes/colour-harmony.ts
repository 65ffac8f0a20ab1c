import { harmony } from '../measurement/harmony.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';

export const colourHarmony: BuiltInAttribute = {
  id: 'colour-harmony',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.874,
  title: 'colour harmony',
  topic: 'colour',
  meaning:
    'How far the hues (OKLCH, weighted by chroma) lie on average from the best of four harmonic templates: one hue, neighbours, opposites, neighbours and their opposite (after Matsuda 1995 and Cohen-Or et al. 2006).',
  unit: 'deg',
  range: [0, 90],
  direction: 'lower-is-better',
  excusedBy: ['black-and-white'],
  measure({ picture }) {
    const { discord, coloured, distance } = harmony(picture);
    return {
      status: 'measured',
      value: discord,
      score: concern(discord, 11, 4.5),
      confidence: 0.7 * Math.min(1, coloured / 0.3),
      evidence: [],
      details: { hueDistanceDeg: distance, colouredShare: coloured },
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value, details }) => {
      const distance = details?.['hueDistanceDeg'] ?? 0;
      const hues =
        distance === 0 ? 'one leading hue' : `two leading hues, ${distance.toFixed(0)}° apart`;
      return `${hues}; ${value.toFixed(0)}° from harmony`;
    },
    weakness: {
      slight: [
        'the colours do not quite agree',
        'one or two hues stand outside the palette',
        'the palette is a little restless',
      ],
      clear: [
        'the colours do not agree',
        'the hues pull in different directions',
        'the palette is restless',
      ],
      strong: [
        'the colours clash',
        'hues from all around the circle fight each other',
        'the palette falls apart',
      ],
    },
    strength: {
      slight: [
        'the colours agree',
        'the hues fit together',
        'the colours go well together',
        'no colour falls out of line',
        'the palette is of a piece',
        'the hues suit one another',
      ],
      clear: ['the hues form a harmonious palette', 'the palette holds the picture together'],
      strong: ['the colours belong together as if chosen', 'the palette is in full harmony'],
    },
  },
};
