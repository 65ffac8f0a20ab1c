import type { SeenChange } from '../alignment/aligner.js';
import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import { severityOf, strengthOf } from '../attributes/severity.js';
import { severityIn } from '../finding/faults.js';
import { excuse } from '../finding/find.js';
import type { Edit } from '../protocol/generated/assessment.js';
import type { FaultsCalibration } from '../protocol/generated/faults.js';

/** An edit that readings and tokens speak for, not tried yet. */
export interface Proposal {
  readonly attribute: Attribute;
  readonly edit: Edit;
  /** How strong the fault is that it would undo: 0 nothing, 1 weak, 2 medium, 3 strong. */
  readonly severity: number;
  /** Probability that the fault is there, before trying. */
  readonly present: number;
}

/** Faults that are less probable than this are not worth trying. */
const PROBABLE = 0.01;

/** Faults that are weaker than this are left alone. */
const LEAST_SEVERITY = 0.3;

/** A crop to more of the frame than this is none. */
const WHOLE = 0.995;

/** Severity of what nothing tells the strength of. */
const OF_A_CROP = 1;

/**
 * What the remedies of a picture's readings propose, the most probable first. Where a remedy undoes a known change, its strength is told
 * by the reading and by the tokens together.
 *
 * @param probable of each kind of change, by attribute id
 */
export function propose(
  results: readonly AttributeResult[],
  seen: readonly SeenChange[],
  probable: ReadonlyMap<string, number>,
  calibration: Pick<FaultsCalibration, 'amounts'>,
): Proposal[] {
  const proposals = results.flatMap(({ attribute, reading }): Proposal[] => {
    if (reading.status !== 'measured') return [];
    const against = editAgainst(attribute, reading, seen, calibration);
    if (against === undefined) return [];
    const present =
      (probable.get(attribute.id) ?? (1 - reading.score) * reading.confidence) *
      (1 - excuse(attribute, results));
    return present < PROBABLE || against.severity < LEAST_SEVERITY || keepsAll(against.edit)
      ? []
      : [{ attribute, ...against, present }];
  });
  return proposals.sort((a, b) => b.present - a.present);
}

/** Whether a crop leaves the frame as it is: the best frame about a subject in the centre is the whole. */
function keepsAll(edit: Edit): boolean {
  return edit.operation === 'crop' && edit.width * edit.height > WHOLE;
}

/**
 * What an edit would mend, and how strong that is in this picture by readings and tokens.
 *
 * @param edit of somebody's own
 */
export function proposalOf(
  edit: Edit,
  results: readonly AttributeResult[],
  seen: readonly SeenChange[],
  probable: ReadonlyMap<string, number>,
  calibration: Pick<FaultsCalibration, 'amounts'>,
): Proposal | undefined {
  const id = mendedBy(edit);
  const result = results.find(({ attribute }) => attribute.id === id);
  if (result === undefined) return undefined;
  const { attribute, reading } = result;
  const against =
    reading.status === 'measured' ? editAgainst(attribute, reading, seen, calibration) : undefined;
  const severity = against?.severity ?? OF_A_CROP;
  return { attribute, edit, severity, present: probable.get(attribute.id) ?? 0 };
}

/** Id of the attribute whose fault an edit of this sort and direction undoes. */
function mendedBy(edit: Edit): string {
  switch (edit.operation) {
    case 'expose':
      return edit.ev > 0 ? 'under-exposure' : 'over-exposure';
    case 'shadows':
      return edit.ev > 0 ? 'under-exposure' : 'over-exposure';
    case 'highlights':
      return edit.ev > 0 ? 'under-exposure' : 'over-exposure';
    case 'contrast':
      return 'low-contrast';
    case 'dehaze':
      return 'haze';
    case 'vibrance':
      return edit.amount > 0 ? 'dull-colour' : 'over-saturation';
    case 'saturate':
      return edit.factor > 1 ? 'dull-colour' : 'over-saturation';
    case 'warm':
      return edit.ratio > 1 ? 'cool-cast' : 'warm-cast';
    case 'tint':
      return edit.ratio > 1 ? 'magenta-cast' : 'green-cast';
    case 'vignette':
      return 'vignetting';
    case 'denoise':
      return 'noise';
    case 'unsharpMask':
      return edit.amount > 0 ? 'defocus-blur' : 'over-sharpening';
    case 'rotate':
      return 'horizon-tilt';
    case 'keystone':
      return 'vertical-tilt';
    case 'crop':
      return 'subject-placement';
  }
}

/** The edit against the change of an attribute, as strong as readings and tokens say; none where nothing undoes it. */
function editAgainst(
  attribute: Attribute,
  reading: Measured,
  seen: readonly SeenChange[],
  calibration: Pick<FaultsCalibration, 'amounts'>,
): { edit: Edit; severity: number } | undefined {
  const { change, remedy } = attribute;
  if (remedy.kind !== 'edit') return undefined;
  const { undo } = remedy;
  if (undo === undefined || change === undefined) {
    return { edit: remedy.edit(reading), severity: OF_A_CROP };
  }
  const severity = severityIn(attribute, reading, seen, calibration);
  const strength = strengthOf(change, undo.neutral, severity);
  return {
    edit: undo.edit(strength, reading),
    severity: severityOf(change, undo.neutral, strength),
  };
}
