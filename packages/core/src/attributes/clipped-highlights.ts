import { clippedGrid, clippedShare, whiteSides } from '../measurement/exposure.js';
import { exposeToClip } from '../picture/operations/tone.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

/** A ground that is white along so much of every side is chosen; along half as much, perhaps. */
const CHOSEN = 0.6;

export const clippedHighlights: BuiltInAttribute = {
  id: 'clipped-highlights',
  level: 'low',
  kind: 'fault',
  title: 'clipped highlights',
  topic: 'light',
  appliesTo: PICTURES,
  meaning:
    'The share of the frame where at least two of three channels have reached the ceiling (252 of 255 and above), so that no detail is left. A white ground, which reaches all sides, is a choice.',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  excusedBy: ['high-key', 'silhouette'],
  measure({ picture }) {
    const share = clippedShare(picture);
    return {
      status: 'measured',
      value: 100 * share,
      score: concern(Math.sqrt(100 * share), 3.6, 0.85),
      confidence: 0.95,
      evidence: clippedGrid(picture),
      excused: Math.min(1, Math.max(0, 2 * (whiteSides(picture) / CHOSEN) - 1)),
    };
  },
  change: {
    parameter: '% of the frame clipped',
    strengths: { weak: 5, medium: 15, strong: 35 },
    range: [1, 60],
    apply: async (raster, strength) => exposeToClip(raster, strength / 100),
  },
  remedy: { kind: 'advice' },
  wording: {
    figure: (value) => (value < 0.05 ? undefined : `${value.toFixed(value < 10 ? 1 : 0)} %`),
    value: ({ value }) =>
      value < 0.05 ? 'none' : `${value.toFixed(value < 10 ? 1 : 0)} % of the frame`,
    weakness: {
      slight: [
        'highlights here and there are burnt out',
        'the highlights lose some of their detail',
        'some of the brightest parts are clipped',
        '{figure} of the frame has burnt out to white',
      ],
      clear: [
        'the highlights are burnt out',
        'the brightest parts hold no detail any more',
        'a visible part of the frame is clipped',
        '{figure} of the frame holds nothing but white',
      ],
      strong: [
        'large parts of the frame are burnt out',
        'wide areas have clipped, and their detail is gone for good',
        'much of the picture is bright and blank',
      ],
    },
  },
};
