import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const panorama: BuiltInAttribute = {
  id: 'panorama',
  level: 'high',
  kind: 'style',
  title: 'panorama',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    'The longer side of the picture over the shorter; from about 2.2 the format is a choice.',
  unit: '',
  range: [1, 100],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { width, height } = picture;
    const value = Math.max(width, height) / Math.min(width, height);
    return {
      status: 'measured',
      value,
      score: concern(value, 2.1, -0.1),
      confidence: 1,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `${value.toFixed(2)} : 1`,
    style: [
      'the format is that of a panorama',
      'the long format stretches the scene',
      'the frame is far wider than high',
    ],
  },
};
