import { levelLine } from '../measurement/lines.js';
import { tilt } from '../measurement/tilt.js';
import { rotateAndCrop } from '../picture/operations/geometry.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';
import { undo } from './remedy.js';

export const horizonTilt: BuiltInAttribute = {
  id: 'horizon-tilt',
  level: 'middle',
  kind: 'fault',
  title: 'horizon tilt',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    'How far the picture leans: the turn that brings its level and upright edges, and the straight lines they form, ' +
    'closest to level and upright (structure tensor and gradient-directed Hough transform). Positive: the right side is lower.',
  unit: 'deg',
  range: [-16, 16],
  direction: 'lower-is-better',
  measure({ picture, features }) {
    const { degrees, confidence } = tilt(picture);
    return {
      status: 'measured',
      value: degrees,
      score: concern(Math.abs(degrees), 3, 0.8),
      // The lines of an animal that fills the frame obey no gravity.
      confidence: confidence * (1 - 0.6 * animalShare(features.classes)),
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
  remedy: undo(
    0,
    ({ value }) => Math.abs(value),
    (degrees, { value }) => ({ operation: 'rotate', degrees: value > 0 ? -degrees : degrees }),
  ),
  wording: {
    figure: (value) => (Math.abs(value) < 0.05 ? undefined : `${Math.abs(value).toFixed(1)}°`),
    value: ({ value }) => {
      const amount = Math.abs(value).toFixed(1);
      if (Number(amount) === 0) return 'level';
      return `${amount}°, lower on the ${value > 0 ? 'right' : 'left'}`;
    },
    weakness: {
      slight: [
        'the picture leans a little to the {side}',
        'the frame is not quite level: its {side} side sits low',
        'a slight tilt lowers the {side} side',
        'the picture leans {figure} to the {side}',
      ],
      clear: [
        'what should be level drops to the {side}',
        'the picture leans visibly to the {side}',
        'the lines that should be level fall off to the {side}',
        'the picture is {figure} off level, low on the {side}',
      ],
      strong: [
        'the whole scene slides down to the {side}',
        'the picture is badly tilted, low on the {side}',
        'everything leans to the {side}, and it looks like an accident',
      ],
    },
  },
};

/** ImageNet's classes 0 to 397 are animals. */
const ANIMALS = 398;

/** Probability that the picture shows an animal, by the softmax over the encoder's class logits. */
function animalShare(logits: Float32Array): number {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  let animals = 0;
  let all = 0;
  logits.forEach((logit, index) => {
    const weight = Math.exp(logit - most);
    all += weight;
    if (index < ANIMALS) animals += weight;
  });
  return all > 0 ? animals / all : 0;
}
