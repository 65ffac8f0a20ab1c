import { hueSpread } from '../measurement/colour.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

export const blackAndWhite: Attribute = {
  id: 'black-and-white',
  level: 'high',
  kind: 'style',
  title: 'black-and-white',
  meaning:
    'Whether the picture has one hue or none: the spread of the ratios of its channels, in stops, over 90 % of its pixels; an even tone (sepia, selenium) counts as black-and-white.',
  unit: 'EV',
  range: [0, 8],
  direction: 'lower-is-better',
  measure({ picture }) {
    const value = hueSpread(picture);
    return {
      status: 'measured',
      value,
      score: concern(value, 0.1, 0.02),
      confidence: 0.98,
      evidence: [],
    };
  },
  remedy: {
    kind: 'advice',
    text: 'black-and-white needs no remedy; let light, line and texture carry the picture',
  },
  wording: {
    value: ({ value }) => (value < 0.1 ? 'one hue or none' : 'in colour'),
    style: [
      'the picture is in black-and-white',
      'it does without colour',
      'black-and-white leaves light and form to speak',
    ],
  },
};
