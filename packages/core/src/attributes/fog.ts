import { peakChroma } from '../measurement/colour.js';
import { veil } from '../measurement/contrast.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const fog: BuiltInAttribute = {
  id: 'fog',
  level: 'high',
  kind: 'style',
  title: 'fog',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'Fog or mist as the subject: over half of the frame far less light comes through the air than where it is clearest (dark channel, He et al. 2009), with soft shapes and quiet colours; an even veil over everything is haze.',
  unit: '%',
  range: [0, 100],
  direction: 'higher-is-better',
  measure({ picture }) {
    const { transmission, usual, detail } = veil(picture);
    const share = 1 - Math.max(0, usual) / Math.max(0.05, transmission, usual);
    return {
      status: 'measured',
      value: 100 * share,
      score:
        concern(-share, -0.5, 0.04) *
        concern(detail, 0.09, 0.01) *
        concern(peakChroma(picture), 0.25, 0.02),
      confidence: 0.9,
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `the air takes ${value.toFixed(0)} % of the light on half of the frame`,
    style: [
      'pale tones lie over it like mist',
      'it has the softness of mist',
      'the tones fade as they do in mist',
    ],
  },
};
