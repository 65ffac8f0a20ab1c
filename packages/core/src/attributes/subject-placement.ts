import { subjectCentre } from '../measurement/layout.js';
import { lean, leaning } from '../measurement/lean.js';
import { crop, shiftFrame } from '../picture/operations/geometry.js';
import type { Subject } from '../subject/subject.js';
import type { BuiltInAttribute } from './attribute.js';
import { concern } from './concern.js';
import { PICTURES } from './kinds.js';

/** Distance of a third from the centre. */
const THIRD = 1 / 6;

/** Weights of the cues in % of the frame, fitted by training/framing/fit_framing.py. */
const CENTRE = 0.48;
const OFF = 22.3;
const RIM = 28.9;
const OFFSET = -3.6;

export const subjectPlacement: BuiltInAttribute = {
  id: 'subject-placement',
  level: 'middle',
  kind: 'quality',
  ordinary: 0.992,
  title: 'subject placement',
  topic: 'framing',
  appliesTo: PICTURES,
  meaning:
    'How far the subject lies beyond the lines of thirds, in % of the frame, estimated from three cues that fail in different ' +
    'pictures: the centre of its mask, how far to one side lies what stands out from the surroundings, and how much of texture and ' +
    'parts lies along the frame instead of in the middle. Centred subjects read about −17, subjects on a line of thirds 0, subjects ' +
    'at the edge 33: both the centre and the thirds count as well placed, the margin does not.',
  unit: '%',
  range: [-41, 69],
  usual: [-11.6, 8.5],
  direction: 'lower-is-better',
  measure({ subject, features }) {
    const { x, y } = subjectCentre(subject);
    const beyond = 100 * (offCentre(x, y) - THIRD);
    const maps = lean(features);
    // Maps that say nothing leave the word to the mask.
    const value =
      maps === undefined
        ? beyond
        : OFFSET + CENTRE * beyond + OFF * leaning(Math.abs(maps.x)) + RIM * maps.rim;
    return {
      status: 'measured',
      value,
      score: concern(value, 8, 3),
      confidence: subject.confidence,
      evidence: [{ kind: 'box', ...subject.box }],
      details: {
        x,
        y,
        beyond,
        ...(maps === undefined ? {} : { off: leaning(Math.abs(maps.x)), rim: maps.rim }),
      },
    };
  },
  change: {
    parameter: 'shift towards the edge, share of the width',
    strengths: { weak: 0.1, medium: 0.2, strong: 0.3 },
    range: [0.05, 0.35],
    needsSubject: true,
    apply(raster, strength, random, subject) {
      const side = random() < 0.5 ? -1 : 1;
      if (subject === undefined) return Promise.resolve(undefined);
      const { x, y } = centreOf(subject);
      const frame = shiftFrame(x, y, strength * (x === 0.5 ? side : Math.sign(x - 0.5)));
      return Promise.resolve(frame === undefined ? undefined : crop(raster, frame));
    },
  },
  remedy: {
    kind: 'edit',
    edit: ({ details }) => ({
      operation: 'crop',
      ...frameOnThird(details?.['x'] ?? 0.5, details?.['y'] ?? 0.5),
    }),
  },
  wording: {
    value: ({ value }) => {
      if (value > 1) return `${value.toFixed(0)} % of the frame beyond the thirds`;
      if (value > -8) return 'near a line of thirds';
      return 'near the centre';
    },
    weakness: {
      slight: [
        'the subject sits a little far out',
        'the subject drifts towards the edge',
        'the subject lies slightly outside the thirds',
      ],
      clear: [
        'the subject is pushed towards the edge',
        'the subject sits too far out to hold the frame',
        'the weight of the subject hangs at the margin',
      ],
      strong: [
        'the subject is crammed against the edge',
        'the subject is all but leaving the frame',
        'the subject clings to the margin',
      ],
    },
    strength: {
      slight: [
        'the subject is well placed in the frame',
        'the subject sits where it has room',
        'the subject has found a good place in the frame',
        'the place of the subject in the frame is well chosen',
        'the subject keeps a good distance from the edges',
        'there is room where the subject needs it',
      ],
      clear: [
        'the subject sits where the eye looks for it',
        'the placement of the subject holds the frame together',
        'the subject rests firmly in the frame',
        'the framing gives the subject its proper place',
      ],
      strong: [
        'the subject sits just where it should',
        'the subject could hardly be placed better',
      ],
    },
    trait: {
      low: [
        'the subject sits in or near the middle',
        'the subject sits closer to the centre than in most photographs',
      ],
      high: [
        'the subject sits far off the centre',
        'the subject sits further out than in most photographs',
      ],
    },
  },
};

function centreOf({ box }: Subject): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Distance from the centre of the frame: the larger of both directions, rounded where they are alike (4-norm). */
function offCentre(x: number, y: number): number {
  return ((x - 0.5) ** 4 + (y - 0.5) ** 4) ** 0.25;
}

/** The largest frame of the same aspect in which a subject at `x`, `y` lies on the nearest lines of thirds, or inside them. */
function frameOnThird(
  x: number,
  y: number,
): { x: number; y: number; width: number; height: number } {
  // A subject at .1 from the left lies on the third of a frame .3 wide that starts at 0.
  const side = Math.max(0.4, Math.min(1, 3 * Math.min(x, 1 - x), 3 * Math.min(y, 1 - y)));
  const start = (at: number): number => {
    const third = at < 0.5 ? 1 / 3 : 2 / 3;
    return Math.min(1 - side, Math.max(0, at - third * side));
  };
  return { x: start(x), y: start(y), width: side, height: side };
}
