import type { ValidationError } from './generated/validators.js';

/** What a validator found, for a person: "domains/0 must have required property 'id'". */
export function whatIsAmiss(error: ValidationError | undefined): string {
  if (error === undefined) return 'it has another shape';
  const { instancePath, message = 'is not as it must be' } = error;
  return `${instancePath.slice(1)} ${message}`.trim();
}
