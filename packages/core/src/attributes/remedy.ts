import type { Edit } from '../picture/operations/edit.js';
import type { Measured, Remedy } from './attribute.js';

/**
 * A remedy that undoes the attribute's own change.
 *
 * @param neutral the strength that changes nothing
 * @param strength of the change, in its parameter, that the reading speaks of
 * @param edit what undoes a change of this strength
 */
export function undo(
  neutral: number,
  strength: (reading: Measured) => number,
  edit: (strength: number, reading: Measured) => Edit,
): Remedy {
  return {
    kind: 'edit',
    edit: (reading) => edit(strength(reading), reading),
    undo: { neutral, strength, edit },
  };
}
