import { whatIsWrongIn } from '../protocol/amiss.js';
import { CalmError } from '../protocol/errors.js';
import type { Validator } from '../protocol/generated/validators.js';
import type { Bundle } from './bundle.js';

/**
 * Reads one of a bundle's JSON files and holds it against its schema.
 *
 * @param amiss finds what the schema cannot say, in words
 * @throws CalmError `bundle-damaged` where it is not JSON, `bundle-incompatible` where it is of another shape
 */
export async function readCalibration<Value>(
  bundle: Bundle,
  name: string,
  validate: Validator<Value>,
  amiss: (value: Value) => string | undefined = () => undefined,
): Promise<Value> {
  const value = await bundle.json(name);
  const incompatible = (what: string): CalmError =>
    new CalmError(
      'bundle-incompatible',
      `${bundle.file(name)} is not a calibration that this engine understands: ${what}.`,
      { hint: 'Use a bundle made for this version of the engine, or update the engine.' },
    );
  if (!validate(value)) throw incompatible(whatIsWrongIn(value, validate));
  const what = amiss(value);
  if (what !== undefined) throw incompatible(what);
  return value;
}
