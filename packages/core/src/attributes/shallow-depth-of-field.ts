import { focusOf } from '../measurement/focus.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

/** Octaves between subject and surroundings where one of them has no edges to tell by. */
const UNKNOWN = 0.5;

export const shallowDepthOfField: BuiltInAttribute = {
  id: 'shallow-depth-of-field',
  level: 'high',
  kind: 'style',
  title: 'shallow depth of field',
  topic: 'depth',
  appliesTo: PICTURES,
  meaning:
    'Share of the frame that is clearly softer than its sharpest region, where that region is really sharp and the subject sharper than what surrounds it: a background thrown out of focus on purpose.',
  unit: '%',
  range: [0, 100],
  usual: [0.8, 37.1],
  direction: 'higher-is-better',
  measure({ picture, subject }) {
    const { sharpest, softShare, edges, subject: within, rest } = focusOf(picture, subject);
    // Clouds and water are soft too: what is thrown out of focus surrounds something sharper.
    const octaves = within === undefined || rest === undefined ? UNKNOWN : Math.log2(rest / within);
    return {
      status: 'measured',
      value: 100 * softShare,
      // A choice only where something is sharp; where nothing is, it is defocus.
      score:
        concern(softShare, 0.24, -0.04) *
        concern(Math.log2(sharpest), Math.log2(0.2), 0.3) *
        concern(octaves, 0.7, -0.2),
      confidence: 0.9 * (1 - Math.exp(-edges / 0.04)),
      evidence: [],
    };
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => `${value.toFixed(0)} %`,
    value: ({ value }) => `${value.toFixed(0)} % of the frame softer than the focus`,
    style: [
      'the depth of field is shallow',
      'a thin plane of focus leaves the rest soft',
      'what surrounds the focus dissolves into blur',
    ],
    trait: {
      low: ['the focus reaches through the whole frame', 'near and far are sharp alike'],
      high: [
        '{figure} of the frame is softer than the focus',
        'only part of the frame is in focus',
      ],
    },
  },
};
