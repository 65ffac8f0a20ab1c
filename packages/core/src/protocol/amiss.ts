import type { ValidationError } from './generated/validators.js';

/** What a validator found, for a person: "domains/0 must have required property 'id'". */
export function whatIsAmiss(error: ValidationError | undefined): string {
  if (error === undefined) return 'it has another shape';
  const { instancePath, message = 'is not as it must be' } = error;
  return `${instancePath.slice(1)} ${message}`.trim();
}

/** The longest piece of somebody's message that an error repeats. */
const MOST_REPEATED = 60;

/** What a validator found in a message, for whoever wrote it: `source.kind is "nix", which is none of "path", "bytes"`. */
export function whatIsWrongIn(message: unknown, error: ValidationError | undefined): string {
  if (error === undefined) return 'it has another shape';
  const { instancePath, keyword, params, message: wrong = 'is not as it must be' } = error;
  const path = instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const where = path.join('.');
  if (keyword === 'required') {
    return `${[...path, String(params['missingProperty'])].join('.')} is missing`;
  }
  const found = shortened(valueAt(message, path));
  const subject = where === '' ? `it is ${found}` : `${where} is ${found}`;
  return keyword === 'enum'
    ? `${subject}, which is none of ${(params['allowedValues'] as unknown[]).map((each) => JSON.stringify(each)).join(', ')}`
    : `${subject}, and ${wrong}`;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string, unknown>>)[key],
    value,
  );
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= MOST_REPEATED ? text : `${text.slice(0, MOST_REPEATED)}…`;
}
