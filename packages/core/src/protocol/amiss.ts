import type { ValidationError, Validator } from './generated/validators.js';

/** The longest text of somebody's message that an error repeats. */
const MOST_REPEATED = 60;

/**
 * What a validator has just found wrong in a value, for whoever wrote it: `source.kind is "nix", which is none of "path", "bytes"`.
 *
 * @param validate as it was called last
 */
export function whatIsWrongIn(
  value: unknown,
  { errors }: Pick<Validator<unknown>, 'errors'>,
): string {
  const [error] = errors ?? [];
  if (error === undefined) return 'it has another shape';
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'required') {
    return `${[...path, String(error.params['missingProperty'])].join('.')} is missing`;
  }
  const where = path.length === 0 ? 'it' : path.join('.');
  return `${where} is ${told(valueAt(value, path))}${whyNot(error)}`;
}

/** The rules of a schema in words. */
function whyNot({ keyword, params, message = 'is not as it must be' }: ValidationError): string {
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'enum':
      return `, which is none of ${listed(params['allowedValues'], JSON.stringify, ', ')}`;
    case 'type':
      return `, and must be ${listed(String(params['type']).split(','), typeInWords, ' or ')}`;
    case 'const':
      return `, and must be ${JSON.stringify(params['allowedValue'])}`;
    case 'minimum':
      return `, and must be at least ${limit}`;
    case 'maximum':
      return `, and must be at most ${limit}`;
    case 'exclusiveMinimum':
      return `, and must be more than ${limit}`;
    case 'minLength':
      return `, and must have at least ${counted(limit, 'character')}`;
    case 'maxLength':
      return `, and must have at most ${counted(limit, 'character')}`;
    case 'minItems':
      return `, and must have at least ${counted(limit, 'entry', 'entries')}`;
    case 'maxItems':
      return `, and must have at most ${counted(limit, 'entry', 'entries')}`;
    case 'additionalProperties':
      return ` with "${String(params['additionalProperty'])}", which is not known there`;
    case 'pattern':
      return `, and must be of the form ${String(params['pattern'])}`;
    default:
      return `, and ${message}`;
  }
}

function listed(
  values: unknown,
  inWords: (value: unknown) => string,
  between: ', ' | ' or ',
): string {
  return (values as readonly unknown[]).map(inWords).join(between);
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

function typeInWords(type: unknown): string {
  return TYPES[String(type)] ?? String(type);
}

const TYPES: Partial<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string, unknown>>)[key],
    value,
  );
}

function told(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value.slice(0, MOST_REPEATED));
  return text.length <= MOST_REPEATED ? text : `${text.slice(0, MOST_REPEATED)}…`;
}
