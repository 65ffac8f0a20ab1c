import type { Domain } from '../protocol/generated/assessment.js';
import type { Attribute } from './attribute.js';

/** What is made by a camera, a hand or a generator, in which light, focus and a subject mean something. */
export const PICTURES: readonly Domain['id'][] = ['photograph', 'artwork'];

/** Screens of programs and pages of the web. */
export const PAGES: readonly Domain['id'][] = ['interface'];

/** Whether an attribute is read in pictures of a kind. */
export function appliesTo(
  { appliesTo: kinds }: Pick<Attribute, 'appliesTo'>,
  kind: Domain['id'],
): boolean {
  return kinds?.includes(kind) ?? true;
}
