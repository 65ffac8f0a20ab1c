import type { Bundle } from '../bundle/bundle.js';
import { CalmError } from '../protocol/errors.js';
import type { AlignmentCalibration } from '../protocol/generated/alignment.js';
import type { AlignmentGraph } from '../protocol/generated/bundle.js';
import { validateAlignmentCalibration } from '../protocol/generated/validators.js';

/**
 * Reads what a bundle says of its alignment's answers.
 *
 * @throws CalmError `bundle-incompatible` where it is of another shape, or does not know a change that the graph tells of
 */
export async function readAlignmentCalibration(
  bundle: Bundle,
  graph: AlignmentGraph,
): Promise<AlignmentCalibration> {
  const value = await bundle.json(graph.calibration);
  const incompatible = (what: string): CalmError =>
    new CalmError(
      'bundle-incompatible',
      `${bundle.file(graph.calibration)} is not a calibration that this engine understands: ${what}.`,
      { hint: 'Use a bundle made for this version of the engine, or update the engine.' },
    );
  if (!validateAlignmentCalibration(value)) {
    const error = validateAlignmentCalibration.errors?.[0];
    throw incompatible(`${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim());
  }
  const missing = graph.changes.find((change) => !Object.hasOwn(value.changes, change));
  if (missing !== undefined) throw incompatible(`it says nothing of ${missing}`);
  return value;
}
