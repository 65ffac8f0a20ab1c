import type { Attribute } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import type { Locale } from '../language/locale.js';
import type { Graded } from '../language/words.js';
import type { Claim } from '../protocol/generated/assessment.js';

/** A phrase of a language, and what it says of an attribute. */
export interface AttributePhrase extends Pick<Claim, 'relation' | 'standing'> {
  readonly phrase: string;
}

/** Every phrase that a language has for what was found of an attribute. */
export function phrasesOf(attribute: Attribute, locale: Locale): readonly AttributePhrase[] {
  const words = wordsOf(attribute, locale);
  const { style = [], merit = [], effect, mend = [], nextTime = [], trait = {} } = words;
  const of = (
    relation: Claim['relation'],
    phrases: readonly string[],
    standing?: Claim['standing'],
  ) =>
    phrases.map((phrase) => ({
      relation,
      phrase,
      ...(standing === undefined ? {} : { standing }),
    }));
  return [
    ...of('weakness', [...all(words.weakness), ...all(words.fault)]),
    ...of('strength', [...all(words.strength), ...merit]),
    ...of('style', style),
    ...of('trait', trait.low ?? [], 'low'),
    ...of('trait', trait.high ?? [], 'high'),
    ...of('effect', effect === undefined ? [] : [...effect.does, ...effect.can]),
    ...of('mend', mend),
    ...of('next-time', nextTime),
  ];
}

function all(graded: Graded | undefined): readonly string[] {
  return graded === undefined ? [] : Object.values(graded).flat();
}
