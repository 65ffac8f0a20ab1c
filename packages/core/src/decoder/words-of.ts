import type { Attribute } from '../attributes/attribute.js';
import type { Locale } from '../language/locale.js';
import type { AttributeWords, Degree } from '../language/words.js';
import type { Finding } from '../protocol/generated/assessment.js';

/** An attribute's words: its own, which are English, and what the language brings for it. */
export function wordsOf({ id, title, wording }: Attribute, { attributes }: Locale): AttributeWords {
  return { title, ...wording, ...attributes[id] };
}

/** A phrase, and what it states. */
interface Phrase {
  readonly kind: Finding['kind'];
  readonly phrase: string;
  /** How strongly, for a clause of a weakness. */
  readonly degree?: Degree;
  /** Asks for what would mend it. */
  readonly request?: true;
}

/** Every phrase that a language has for what was found of an attribute. */
export function phrasesOf(attribute: Attribute, locale: Locale): readonly Phrase[] {
  const {
    weakness,
    strength = [],
    style = [],
    effect = [],
    advice = [],
  } = wordsOf(attribute, locale);
  const of = (
    kind: Finding['kind'],
    phrases: readonly string[],
    degree?: Degree,
  ): readonly Phrase[] =>
    phrases.map((phrase) => ({ kind, phrase, ...(degree === undefined ? {} : { degree }) }));
  return [
    ...Object.entries(weakness ?? {}).flatMap(([degree, ways]) =>
      of('weakness', ways, degree as Degree),
    ),
    ...of('strength', strength),
    ...of('style', style),
    ...of('weakness', effect),
    ...of('weakness', advice).map((phrase) => ({ ...phrase, request: true as const })),
  ];
}
