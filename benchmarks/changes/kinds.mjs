/** The kinds of change, their strengths, and what may be said in place of what. */

/**
 * Strength by kind, in the kind's unit. `neutral` is the strength that changes nothing. `needs` names what the base must
 * have been marked with by hand: a `subject` that can be cut off or moved, something `level` or upright that can tilt.
 */
export const KINDS = [
  kind('defocus-blur', 'σ, % of the long side', 0, [0.2, 0.5, 1.2]),
  kind('motion-blur', 'length, % of the long side', 0, [1, 3, 6]),
  kind('noise', 'σ of 255', 0, [6, 15, 30]),
  kind('compression', 'JPEG quality', 100, [30, 15, 7]),
  kind('under-exposure', 'EV', 0, [0.7, 1.5, 2.5]),
  kind('over-exposure', 'EV', 0, [0.7, 1.2, 2]),
  kind('low-contrast', 'factor', 1, [0.8, 0.55, 0.35]),
  kind('haze', 'transmission', 1, [0.8, 0.55, 0.35]),
  kind('over-saturation', 'factor', 1, [1.3, 1.8, 2.5]),
  kind('dull-colour', 'factor', 1, [0.75, 0.45, 0.2]),
  kind('warm-cast', 'channel ratio', 1, [1.15, 1.4, 1.9]),
  kind('cool-cast', 'channel ratio', 1, [1.15, 1.4, 1.9]),
  kind('green-cast', 'channel ratio', 1, [1.15, 1.4, 1.9]),
  kind('magenta-cast', 'channel ratio', 1, [1.15, 1.4, 1.9]),
  kind('vignetting', 'stops at the corner', 0, [0.7, 1.5, 2.5]),
  kind('over-sharpening', 'unsharp amount, radius 1.5', 0, [1, 2.5, 5]),
  kind('horizon-tilt', 'degrees', 0, [1.5, 4, 8], 'level'),
  kind('cut-off-subject', 'share of the subject outside', 0, [0.1, 0.25, 0.45], 'subject'),
  kind('subject-placement', 'shift of the width towards the edge', 0, [0.1, 0.2, 0.3], 'subject'),
];

export const STRENGTHS = ['weak', 'medium', 'strong'];

/** Names that count for each other: a person may well call one what the change calls the other. */
const CONFUSIONS = [
  ['defocus-blur', 'motion-blur'],
  ['low-contrast', 'haze'],
  ['under-exposure', 'crushed-shadows', 'vignetting'],
  ['over-exposure', 'clipped-highlights'],
];

/** The attributes that name this kind of change. */
export function namesOf(id) {
  return new Set([id, ...CONFUSIONS.filter((group) => group.includes(id)).flat()]);
}

function kind(id, unit, neutral, [weak, medium, strong], needs) {
  return { id, unit, neutral, strengths: { weak, medium, strong }, needs };
}

/** The bases that a kind of change is tried on: the first `limit` that have what it needs. */
export function basesFor({ needs }, bases, limit) {
  return bases.filter((base) => needs === undefined || base[needs] !== undefined).slice(0, limit);
}

/** A strength from half of weak to a little over strong, even in the logarithm of what changes. */
export function drawStrength({ id, neutral, strengths }, random) {
  const far = (strength) => Math.abs(strength - neutral);
  const low = Math.log(far(strengths.weak) / 2);
  const high = Math.log(far(strengths.strong) * 1.1);
  const distance = Math.exp(low + (high - low) * random());
  const strength = neutral + Math.sign(strengths.strong - neutral) * distance;
  return id === 'compression' ? Math.max(3, Math.round(strength)) : strength;
}

/** Where a strength lies between nothing (0), weak (1), medium (2), strong (3) and beyond, by straight lines between them. */
export function severityOf({ neutral, strengths }, strength) {
  const far = (value) => Math.abs(value - neutral);
  const stops = [0, far(strengths.weak), far(strengths.medium), far(strengths.strong)];
  const above = Math.max(
    1,
    stops.findIndex((stop) => far(strength) <= stop),
  );
  const at = far(strength) > stops[3] ? 3 : above;
  return at - 1 + (far(strength) - stops[at - 1]) / (stops[at] - stops[at - 1]);
}
