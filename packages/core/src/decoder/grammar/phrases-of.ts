import type { Attribute } from '../../attributes/attribute.js';
import { wordsOf } from '../../attributes/words-of.js';
import { DEGREES } from '../../finding/degree.js';
import type { Locale, Side } from '../../language/locale.js';
import type { Graded } from '../../language/words.js';
import type { Claim } from '../../protocol/generated/assessment.js';

/** A phrase of a language, and what it says of an attribute. */
export interface AttributePhrase extends Pick<Claim, 'relation' | 'standing' | 'degree'> {
  readonly phrase: string;
  /** Whether it is a name, and not a clause. */
  readonly named?: true;
}

/** Every phrase that a language has for what was found of an attribute. */
export function phrasesOf(attribute: Attribute, locale: Locale): readonly AttributePhrase[] {
  const words = wordsOf(attribute, locale);
  const { style = [], merit = [], effect, mend = [], nextTime = [], trait = {} } = words;
  const of = (
    phrases: readonly string[],
    claim: Omit<AttributePhrase, 'phrase'>,
  ): readonly AttributePhrase[] => phrases.map((phrase) => ({ phrase, ...claim }));
  return [
    ...DEGREES.flatMap((degree) => [
      ...of(words.weakness?.[degree] ?? [], { relation: 'weakness', degree }),
      ...of(words.fault?.[degree] ?? [], { relation: 'weakness', degree, named: true }),
    ]),
    ...of(all(words.strength), { relation: 'strength' }),
    ...of(merit, { relation: 'strength', named: true }),
    ...of(style, { relation: 'style' }),
    ...of(trait.low ?? [], { relation: 'trait', standing: 'low' }),
    ...of(trait.high ?? [], { relation: 'trait', standing: 'high' }),
    ...of(effect === undefined ? [] : [...effect.does, ...effect.can], { relation: 'effect' }),
    ...of(mend, { relation: 'mend' }),
    ...of(nextTime, { relation: 'next-time' }),
  ];
}

/** The same, with each side and each word for "next time" in its place; figures stay open. */
export function* spelledOut(
  attribute: Attribute,
  locale: Locale,
): Generator<AttributePhrase & Pick<Claim, 'side'>> {
  for (const { phrase, ...said } of phrasesOf(attribute, locale)) {
    const timed = phrase.includes('{then}')
      ? locale.then.map((then) => phrase.replace('{then}', then))
      : [phrase];
    for (const text of timed) {
      if (!text.includes('{side}')) yield { phrase: text, ...said };
      else {
        for (const [side, word] of Object.entries(locale.sides)) {
          yield { phrase: text.replaceAll('{side}', word), ...said, side: side as Side };
        }
      }
    }
  }
}

function all(graded: Graded | undefined): readonly string[] {
  return graded === undefined ? [] : Object.values(graded).flat();
}
