/**
 * What an edit of a picture with a known change is truly worth, in steps of severity (1 weak, 2 medium, 3 strong): how much of the change it
 * takes away, or what it adds where there was none. Changes and edits of one sort add up on one axis, which is even in the logarithm
 * where they multiply.
 */

const { log2 } = Math;

/** Severity 1, 2 and 3 of what lies above zero of an axis, and of what lies below. The strengths are those of the kinds of change. */
const RATIOS = [log2(1.15), log2(1.4), log2(1.9)];
const FADED = [-log2(0.8), -log2(0.55), -log2(0.35)];
const AXES = {
  light: [
    [0.7, 1.2, 2],
    [0.7, 1.5, 2.5],
  ],
  // Too much contrast is no kind of change: as severe as too little.
  contrast: [FADED, FADED],
  colour: [
    [log2(1.3), log2(1.8), log2(2.5)],
    [-log2(0.75), -log2(0.45), -log2(0.2)],
  ],
  warmth: [RATIOS, RATIOS],
  tint: [RATIOS, RATIOS],
  corners: [
    [0.7, 1.5, 2.5],
    [0.7, 1.5, 2.5],
  ],
  // Softening by half is as severe as sharpening by one.
  sharpness: [
    [log2(2), log2(3.5), log2(6)],
    [log2(2), log2(3.5), log2(6)],
  ],
  level: [
    [1.5, 4, 8],
    [1.5, 4, 8],
  ],
  // Smoothing what is no noise costs detail, half as severe as noise of that strength.
  noise: [
    [6, 15, 30],
    [12, 30, 60],
  ],
  // Of the frame's area, what a crop takes away needlessly.
  frame: [
    [1, 2, 3],
    [0.2, 0.45, 0.7],
  ],
};

const MOST = 4;

/** Where a change lies: axis, and place on it by strength. A tilt is negative where the picture was turned anticlockwise. */
const CHANGES = {
  'under-exposure': ['light', (ev) => -ev],
  'over-exposure': ['light', (ev) => ev],
  'low-contrast': ['contrast', log2],
  haze: ['contrast', log2],
  'over-saturation': ['colour', log2],
  'dull-colour': ['colour', log2],
  'warm-cast': ['warmth', log2],
  'cool-cast': ['warmth', (ratio) => -log2(ratio)],
  'green-cast': ['tint', log2],
  'magenta-cast': ['tint', (ratio) => -log2(ratio)],
  vignetting: ['corners', (stops) => stops],
  'over-sharpening': ['sharpness', (amount) => log2(1 + amount)],
  'horizon-tilt': ['level', (degrees) => degrees],
  noise: ['noise', (sigma) => sigma],
};

const EDITS = {
  expose: ['light', ({ ev }) => ev],
  // Half of the tones, half of the light.
  shadows: ['light', ({ ev }) => ev / 2],
  highlights: ['light', ({ ev }) => ev / 2],
  contrast: ['contrast', ({ factor }) => log2(factor)],
  dehaze: ['contrast', ({ transmission }) => -log2(transmission)],
  saturate: ['colour', ({ factor }) => log2(Math.max(factor, 0.02))],
  vibrance: ['colour', ({ amount }) => log2(Math.max(1 + amount / 2, 0.02))],
  warm: ['warmth', ({ ratio }) => log2(ratio)],
  tint: ['tint', ({ ratio }) => log2(ratio)],
  vignette: ['corners', ({ stops }) => stops],
  unsharpMask: ['sharpness', ({ amount }) => log2(Math.max(1 + amount, 0.05))],
  rotate: ['level', ({ degrees }) => degrees],
  denoise: ['noise', ({ sigma }) => -sigma],
  crop: ['frame', ({ width, height }) => width * height - 1],
};

/** Whether anything is known of what an edit is worth: no change of ours makes verticals lean. */
export function isKnown(edit) {
  return Object.hasOwn(EDITS, edit.operation);
}

/** Kinds of change that an edit undoes. */
export const UNDOABLE = Object.keys(CHANGES);

/**
 * How far an edit goes the way back: 1 undoes the change exactly, less not wholly, more too far, below 0 the wrong way.
 *
 * @returns `undefined` where the edit is of another sort
 */
export function wayBack({ kind, strength }, edit) {
  const [axis, along] = EDITS[edit.operation];
  const [own, place] = CHANGES[kind] ?? [];
  return axis === own ? -along(edit) / place(strength) : undefined;
}

/**
 * Severity before less severity after.
 *
 * @param change with `kind` and `strength`; without them a picture that nothing was done to
 */
export function undone({ kind, strength }, edit) {
  const [axis, along] = EDITS[edit.operation];
  const moved = along(edit);
  const [own, place] = CHANGES[kind] ?? [];
  const start = axis === own ? place(strength) : 0;
  // A dark frame around a picture may want light; whether a crop serves a displaced subject no change tells.
  if (kind === 'vignetting' && axis === 'light' && moved > 0) return 0;
  if (kind === 'subject-placement' && axis === 'frame') return 0;
  return severity(axis, start) - severity(axis, start + moved);
}

function severity(axis, value) {
  const stops = [0, ...AXES[axis][value > 0 ? 0 : 1]];
  const distance = Math.abs(value);
  const step = distance <= stops[1] ? 1 : distance <= stops[2] ? 2 : 3;
  const share = (distance - stops[step - 1]) / (stops[step] - stops[step - 1]);
  return Math.min(MOST, step - 1 + share);
}
