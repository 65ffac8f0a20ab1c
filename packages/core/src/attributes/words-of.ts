import type { Locale } from '../language/locale.js';
import type { AttributeWords } from '../language/words.js';
import type { Attribute } from './attribute.js';

/** An attribute's words: its own, which are English, and what the language brings for it. */
export function wordsOf({ id, title, wording }: Attribute, { attributes }: Locale): AttributeWords {
  return { title, ...wording, ...attributes[id] };
}
