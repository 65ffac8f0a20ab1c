import { cut, type Cut } from '../measurement/cut.js';
import { lean, leaning } from '../measurement/lean.js';
import { crop } from '../picture/operations/geometry.js';
import type { Evidence } from '../protocol/evidence.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

/** Weights of the cues, fitted by training/framing/fit_framing.py. */
const CLOSE = 14;
const OFF = 6.8;
const RIM = 6.2;
const MIDDLE = 7;
/** What the cues of the maps are in an ordinary photograph, for maps that say nothing. */
const ORDINARY = { off: 0.42, rim: -0.104 };

export const cutOffSubject: BuiltInAttribute = {
  id: 'cut-off-subject',
  level: 'middle',
  kind: 'fault',
  title: 'cut-off subject',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    "How likely the frame cuts the subject, in %: how much of the subject's mask lies close to one side, against the outline of a " +
    'thing of its size (two fifths of it at the bottom, where busts and standing things are cut by custom); how far what stands out ' +
    'from the surroundings lies off the middle; and how much of texture and parts lies along the frame instead of in the middle ' +
    '(logistic, fitted to photographs before and after such cuts).',
  unit: '%',
  range: [0, 100],
  direction: 'lower-is-better',
  measure({ subject, features }) {
    const where = cut(subject);
    const maps = lean(features);
    const off = maps === undefined ? ORDINARY.off : leaning(Math.hypot(maps.x, maps.y));
    const rim = maps?.rim ?? ORDINARY.rim;
    const score = concern(CLOSE * where.close + OFF * off + RIM * rim, MIDDLE, 1);
    return {
      status: 'measured',
      value: 100 * (1 - score),
      score,
      confidence: subject.confidence,
      evidence: [edgeOf(where)],
      details: { outline: 100 * where.share, close: where.close, off, rim },
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
  remedy: { kind: 'advice' },
  wording: {
    value: ({ value, details }) => {
      if (value < 10) return 'whole';
      const outline = details?.['outline'] ?? 0;
      return outline < 1
        ? 'close to the frame'
        : `${outline.toFixed(0)} % of the subject's outline lies on the frame`;
    },
    weakness: {
      slight: [
        'the subject touches the edge of the frame',
        'the edge of the frame grazes the subject',
        'the subject has no room at one edge',
      ],
      clear: [
        'the frame cuts into the subject',
        'part of the subject is cut off',
        'the subject runs out of the frame',
      ],
      strong: [
        'the frame visibly cuts the subject off',
        'the frame cuts the subject apart',
        'the subject clearly goes on beyond the frame',
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
