import { twoTones } from '../measurement/key.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const silhouette: BuiltInAttribute = {
  id: 'silhouette',
  level: 'high',
  kind: 'style',
  title: 'silhouette',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    "Dark shapes against the light: the tones fall into two groups (Otsu's threshold), one near black, the other bright, and almost nothing in between; the value is the share of the variance between them.",
  unit: '%',
  range: [0, 100],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { darkShare, dark, light, separation } = twoTones(picture);
    return {
      status: 'measured',
      value: 100 * separation,
      score:
        concern(-separation, -0.8, 0.015) *
        concern(dark, 0.17, 0.015) *
        concern(dark - light, -0.4, 0.025) *
        concern(Math.abs(darkShare - 0.45), 0.36, 0.02),
      confidence: 0.9,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) =>
      `${value.toFixed(0)} % of the contrast between dark shapes and light ground`,
    style: [
      'the dark shapes stand as silhouettes against the light',
      'form is told by outline alone',
      'the light seems to come from behind',
    ],
  },
};
