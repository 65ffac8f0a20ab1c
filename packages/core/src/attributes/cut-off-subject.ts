import { cut, type Cut } from '../measurement/cut.js';
import { crop } from '../picture/operations/geometry.js';
import type { Evidence } from '../protocol/evidence.js';
import type { Attribute } from './attribute.js';
import { concern } from './concern.js';

export const cutOffSubject: Attribute = {
  id: 'cut-off-subject',
  level: 'middle',
  kind: 'fault',
  title: 'cut-off subject',
  meaning:
    "How much of the subject's outline is made by the frame, in %: where the subject's mask touches the border, against the " +
    'outline of a thing of its size. A cut at the bottom counts two fifths (busts and standing things are cut there by custom), ' +
    'and one on the opposite side takes back three tenths (a close view, or a scene).',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  measure({ subject }) {
    const where = cut(subject);
    const value = 100 * where.share;
    return {
      status: 'measured',
      value,
      score: concern(value, 16.5, 2.5),
      confidence: subject.confidence,
      evidence: [edgeOf(where)],
    };
  },
  change: {
    parameter: "share of the subject's box outside",
    strengths: { weak: 0.1, medium: 0.25, strong: 0.45 },
    range: [0.05, 0.6],
    needsSubject: true,
    apply(raster, strength, random, subject) {
      const first = random() < 0.5;
      if (subject === undefined) return Promise.resolve(undefined);
      const { x, width } = subject.box;
      // What is lost at the left, or at the right, when that share of the box goes.
      const left = x + strength * width;
      const right = 1 - x - width + strength * width;
      const sides = [left, right].filter((lost) => lost <= 0.6);
      if (sides.length === 0) return Promise.resolve(undefined);
      const fromLeft = sides.length === 2 ? first : left <= 0.6;
      return Promise.resolve(
        crop(raster, {
          x: fromLeft ? left : 0,
          y: 0,
          width: 1 - (fromLeft ? left : right),
          height: 1,
        }),
      );
    },
  },
  remedy: {
    kind: 'advice',
    text: 'leave room around the subject, or crop so decidedly that the cut looks meant',
  },
  wording: {
    value: ({ value }) =>
      value < 1 ? 'whole' : `${value.toFixed(0)} % of the subject's outline lies on the frame`,
    weakness: {
      slight: [
        'the subject touches the edge of the frame',
        'the frame clips a little of the subject',
        'the subject has no room at one edge',
      ],
      clear: [
        'the frame cuts into the subject',
        'part of the subject is cut off',
        'the subject runs out of the frame',
      ],
      strong: [
        'much of the subject is cut off',
        'the frame cuts the subject apart',
        'a large part of the subject is missing',
      ],
    },
  },
};

/** The stretch of the frame that cuts. */
function edgeOf({ side, middle, length }: Cut): Evidence {
  const from = Math.max(0, middle - length / 2);
  const to = Math.min(1, middle + length / 2);
  switch (side) {
    case 'left':
      return { kind: 'line', x1: 0, y1: from, x2: 0, y2: to };
    case 'right':
      return { kind: 'line', x1: 1, y1: from, x2: 1, y2: to };
    case 'top':
      return { kind: 'line', x1: from, y1: 0, x2: to, y2: 0 };
    case 'bottom':
      return { kind: 'line', x1: from, y1: 1, x2: to, y2: 1 };
  }
}
