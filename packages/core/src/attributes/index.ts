import type { Attribute } from './attribute.js';
import { balance } from './balance.js';
import { clutter } from './clutter.js';
import { cutOffSubject } from './cut-off-subject.js';
import { horizonTilt } from './horizon-tilt.js';
import { leadingLines } from './leading-lines.js';
import { looseFraming } from './loose-framing.js';
import { minimalism } from './minimalism.js';
import { panorama } from './panorama.js';
import { repetition } from './repetition.js';
import { simplicity } from './simplicity.js';
import { subjectClarity } from './subject-clarity.js';
import { subjectPlacement } from './subject-placement.js';
import { symmetry } from './symmetry.js';
import { tightFraming } from './tight-framing.js';
import { verticalTilt } from './vertical-tilt.js';

/** The built-in attributes, in the order in which documents list them. One line for each file of this folder. */
export const ATTRIBUTES: readonly Attribute[] = [
  horizonTilt,
  verticalTilt,
  subjectPlacement,
  balance,
  tightFraming,
  looseFraming,
  cutOffSubject,
  clutter,
  leadingLines,
  symmetry,
  repetition,
  subjectClarity,
  simplicity,
  panorama,
  minimalism,
];
