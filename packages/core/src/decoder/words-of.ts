import type { Attribute } from '../attributes/attribute.js';
import type { Locale } from '../language/locale.js';
import type { AttributeWords } from '../language/words.js';
import type { Finding } from '../protocol/generated/assessment.js';

/** An attribute's words: its own, which are English, and what the language brings for it. */
export function wordsOf({ id, title, wording }: Attribute, { attributes }: Locale): AttributeWords {
  return { title, ...wording, ...attributes[id] };
}

/** Every phrase that a language has for what was found of an attribute. */
export function phrasesOf(
  attribute: Attribute,
  locale: Locale,
): readonly { readonly kind: Finding['kind']; readonly phrase: string }[] {
  const {
    weakness,
    strength = [],
    style = [],
    effect = [],
    advice = [],
  } = wordsOf(attribute, locale);
  const of = (kind: Finding['kind'], phrases: readonly string[]) =>
    phrases.map((phrase) => ({ kind, phrase }));
  return [
    ...of('weakness', weakness === undefined ? [] : Object.values(weakness).flat()),
    ...of('strength', strength),
    ...of('style', style),
    ...of('weakness', [...effect, ...advice]),
  ];
}
