import { focusOf } from '../measurement/focus.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const longExposure: BuiltInAttribute = {
  id: 'long-exposure',
  level: 'high',
  kind: 'style',
  title: 'long exposure',
  topic: 'depth',
  appliesTo: PICTURES,
  meaning:
    'Shutter time in seconds, as the file tells it, where something stayed sharp meanwhile: what moves is smoothed on purpose.',
  unit: 's',
  range: [0, 86400],
  direction: 'higher-is-better',
  measure({ picture, subject }) {
    const { exposureTime } = picture.captureFacts;
    if (exposureTime === undefined || !(exposureTime > 0)) {
      return {
        status: 'not-measured',
        reason: 'the file does not tell how long the shutter was open',
      };
    }
    const { sharpest, edges } = focusOf(picture, subject);
    return {
      status: 'measured',
      value: exposureTime,
      // Half a second is beyond any steady hand; sharp edges show that the camera stood still.
      score:
        concern(Math.log2(exposureTime), -1, -0.5) *
        concern(Math.log2(sharpest), Math.log2(0.2), 0.3),
      confidence: 0.9 * (1 - Math.exp(-edges / 0.04)),
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) =>
      value >= 0.3 ? `${Number(value.toFixed(1))} s` : `1/${Math.round(1 / value)} s`,
    style: [
      'the long exposure turns movement into smoothness',
      'what moves is smoothed by the long exposure, what stands stays sharp',
      'the long exposure lets time flow through the frame',
    ],
  },
};
