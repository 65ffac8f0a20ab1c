import { crop } from '../picture/operations/geometry.js';
import type { Subject } from '../subject/subject.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

export const tightFraming: BuiltInAttribute = {
  id: 'tight-framing',
  level: 'middle',
  kind: 'fault',
  title: 'tight framing',
  topic: 'framing',
  axis: 'framing',
  appliesTo: PICTURES,
  meaning:
    "How much of the frame the subject's box (or the largest face) fills, in % of a side: the geometric mean of its share of the " +
    'width and of the height.',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  measure({ subject }) {
    const value = 100 * filling(subject);
    return {
      status: 'measured',
      value,
      score: concern(value, 86, 3),
      confidence: subject.confidence,
      evidence: [{ kind: 'box', ...subject.box }],
    };
  },
  change: {
    parameter: "share of the frame that the subject's box fills",
    strengths: { weak: 0.85, medium: 0.95, strong: 1.1 },
    range: [0.7, 1.3],
    needsSubject: true,
    apply(raster, strength, _random, subject) {
      if (subject === undefined) return Promise.resolve(undefined);
      const { x, y, width, height } = subject.box;
      const side = Math.sqrt(width * height) / strength;
      if (side > 0.95 || side < 0.2) return Promise.resolve(undefined);
      const start = (at: number) => Math.min(1 - side, Math.max(0, at - side / 2));
      return Promise.resolve(
        crop(raster, {
          x: start(x + width / 2),
          y: start(y + height / 2),
          width: side,
          height: side,
        }),
      );
    },
  },
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value }) => `the subject fills ${value.toFixed(0)} % of the frame's sides`,
    weakness: {
      slight: [
        'the framing is a little tight',
        'the subject has little air around it',
        'a little more room would help',
      ],
      clear: [
        'the framing is too tight',
        'the subject presses against the frame',
        'the subject has no room to breathe',
      ],
      strong: [
        'the subject is squeezed into the frame',
        'the frame is far too tight for the subject',
        'the subject all but bursts the frame',
      ],
    },
  },
};

/** Geometric mean of the shares of width and height; faces count double, since a face is the core of a larger subject. */
function filling({ box, faces }: Subject): number {
  const sides = [Math.sqrt(box.width * box.height)];
  for (const face of faces) {
    sides.push(1.4 * face.confidence * Math.sqrt(face.width * face.height));
  }
  return Math.min(1, Math.max(...sides));
}
