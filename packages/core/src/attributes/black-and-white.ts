import { hueSpread } from '../measurement/colour.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const blackAndWhite: BuiltInAttribute = {
  id: 'black-and-white',
  level: 'high',
  kind: 'style',
  title: 'black-and-white',
  topic: 'colour',
  appliesTo: PICTURES,
  meaning:
    'Whether the picture has one hue or none: the spread of the ratios of its channels, in stops, among pixels of the same brightness; toning (sepia, selenium) counts as black-and-white.',
  unit: 'EV',
  range: [0, 8],
  usual: [0.17, 1.7],
  direction: 'lower-is-better',
  measure({ picture }) {
    const { beside, whole } = hueSpread(picture);
    const grey = concern(beside, 0.03, 0.004);
    // Toned: what colour there is hardly changes beside itself.
    const toned = concern(beside / Math.max(whole, 0.3), 0.22, 0.02) * concern(whole, 1.2, 0.1);
    return {
      status: 'measured',
      value: beside,
      score: 1 - (1 - grey) * (1 - toned),
      confidence: 0.98,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => (value < 0.03 ? 'no colour' : `hues spread by ${value.toFixed(2)} stops`),
    style: [
      'the picture is in black-and-white',
      'it does without contrasts of colour',
      'black-and-white leaves light and form to speak',
    ],
    trait: {
      low: ['its colours keep close to one hue', 'it gets by with few hues'],
      high: ['many hues meet in it', 'its hues lie further apart than in most photographs'],
    },
  },
};
