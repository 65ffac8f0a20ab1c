import type { Bundle } from '../bundle/bundle.js';
import { CalmError } from '../protocol/errors.js';
import type { ScoringCalibration } from '../protocol/generated/scoring.js';
import { validateScoringCalibration } from '../protocol/generated/validators.js';

/**
 * Reads what a bundle says of its scores.
 *
 * @throws CalmError `bundle-incompatible` where it is of another shape
 */
export async function readCalibration(bundle: Bundle): Promise<ScoringCalibration> {
  const name = bundle.manifest.scoring.calibration;
  const value = await bundle.json(name);
  if (!validateScoringCalibration(value)) {
    const error = validateScoringCalibration.errors?.[0];
    throw new CalmError(
      'bundle-incompatible',
      `${bundle.file(name)} is not a calibration that this engine understands: ${error?.instancePath ?? ''} ${error?.message ?? ''}.`,
      { hint: 'Use a bundle made for this version of the engine, or update the engine.' },
    );
  }
  return value;
}
