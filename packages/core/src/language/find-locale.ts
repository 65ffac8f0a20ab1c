import { CalmError } from '../protocol/errors.js';
import type { Locale } from './locale.js';

/**
 * The language of a tag: a region that is not there falls back to its language.
 *
 * @param tag BCP 47: "de-AT"
 * @throws CalmError `invalid-request` where there is none
 */
export function findLocale(locales: readonly Locale[], tag: string): Locale {
  const wanted = tag.toLowerCase();
  const locale =
    locales.find(({ id }) => id.toLowerCase() === wanted) ??
    locales.find(({ id }) => id === wanted.split('-')[0]);
  if (locale !== undefined) return locale;
  throw new CalmError('invalid-request', `There is no language "${tag}".`, {
    hint: `Known: ${locales.map(({ id }) => id).join(', ')}.`,
  });
}
