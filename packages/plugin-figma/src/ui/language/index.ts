/** The words of the panel, in its languages. */
import { de } from './de.js';
import { en } from './en.js';
import type { Words } from './words.js';

export type { Words };

/** The first of a person's languages that the panel speaks. */
export function localeOf(languages: readonly string[]): string {
  const known = languages.find((tag) => /^(?:de|en)\b/iu.test(tag)) ?? 'en';
  return known.slice(0, 2).toLowerCase();
}

export function wordsFor(locale: string): Words {
  return locale === 'de' ? de : en;
}
