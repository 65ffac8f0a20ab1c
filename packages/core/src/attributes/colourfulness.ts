import { howColourful } from '../measurement/palette.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PAGES } from './kinds.js';

export const colourfulness: BuiltInAttribute = {
  id: 'colourfulness',
  level: 'low',
  kind: 'quality',
  title: 'colourfulness',
  topic: 'colour',
  appliesTo: PAGES,
  meaning:
    'How colourful the page is (Hasler and Süsstrunk 2003): spread and mean of red against green and of yellow against blue. Their people called ' +
    '15 slightly, 33 moderately, 59 quite and 82 highly colourful. Its absence is no weakness: the score runs from the middle upwards.',
  unit: '',
  range: [0, 377],
  usual: [19.5, 90.2],
  direction: 'higher-is-better',
  optional: true,
  measure({ picture }) {
    const value = howColourful(picture);
    return {
      status: 'measured',
      value,
      score: 0.5 + 0.5 * concern(value, 80, -15),
      confidence: 0.9,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `colourfulness ${value.toFixed(0)}`,
    strength: {
      slight: ['colour gives the page some life', 'a fair amount of colour enlivens the page'],
      clear: ['colour brings the page to life', 'the page is pleasantly colourful'],
      strong: ['the page is full of colour', 'colour carries the whole page'],
    },
    trait: {
      low: ['the page does almost without colour', 'the page keeps to greys'],
      high: ['the page is very colourful', 'strong colours cover much of the page'],
    },
  },
};
