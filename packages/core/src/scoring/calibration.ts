import { readFile } from 'node:fs/promises';
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
  const file = bundle.file(bundle.manifest.scoring.calibration);
  const incompatible = (why: string, cause?: unknown): CalmError =>
    new CalmError(
      'bundle-incompatible',
      `${file} is not a calibration that this engine understands: ${why}.`,
      {
        hint: 'Use a bundle made for this version of the engine, or update the engine.',
        ...(cause === undefined ? {} : { cause }),
      },
    );
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw incompatible('it is not JSON', cause);
  }
  if (!validateScoringCalibration(value)) {
    const error = validateScoringCalibration.errors?.[0];
    throw incompatible(`${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim(), error);
  }
  return value;
}
