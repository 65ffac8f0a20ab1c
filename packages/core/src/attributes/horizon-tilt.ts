import { levelLine } from '../measurement/lines.js';
import { tilt } from '../measurement/tilt.js';
import { rotateAndCrop } from '../picture/operations/geometry.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

export const horizonTilt: Attribute = {
  id: 'horizon-tilt',
  level: 'middle',
  kind: 'fault',
  title: 'horizon tilt',
  meaning:
    'How far the picture leans: the turn that brings its level and upright edges, and the straight lines they form, ' +
    'closest to level and upright (structure tensor and gradient-directed Hough transform). Positive: the right side is lower.',
  unit: 'deg',
  range: [-16, 16],
  direction: 'lower-is-better',
  measure({ picture }) {
    const { degrees, confidence } = tilt(picture);
    return {
      status: 'measured',
      value: degrees,
      score: concern(Math.abs(degrees), 3, 1.3),
      confidence,
      evidence: [levelLine(picture, degrees)],
    };
  },
  change: {
    parameter: 'degrees',
    strengths: { weak: 1.5, medium: 4, strong: 8 },
    range: [0.5, 15],
    async apply(raster, strength, random) {
      return rotateAndCrop(raster, random() < 0.5 ? -strength : strength);
    },
  },
  remedy: {
    kind: 'edit',
    operation: 'rotate',
    parameters: ({ value }) => ({ degrees: -value }),
  },
  wording: {
    value: ({ value }) => {
      const amount = Math.abs(value).toFixed(1);
      if (Number(amount) === 0) return 'level';
      return `${amount}°, lower on the ${value > 0 ? 'right' : 'left'}`;
    },
    weakness: {
      slight: [
        'the horizon leans a little to the {side}',
        'the frame is not quite level: its {side} side sits low',
        'a slight tilt lowers the {side} side',
      ],
      clear: [
        'the horizon drops to the {side}',
        'the picture leans visibly to the {side}',
        'the lines that should be level fall off to the {side}',
      ],
      strong: [
        'the whole scene slides down to the {side}',
        'the horizon is badly tilted, low on the {side}',
        'everything leans to the {side}, and it looks like an accident',
      ],
    },
  },
};
