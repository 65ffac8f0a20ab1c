/** Reads comments, and holds what they say against what was measured. */
import type { Attribute } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import type { Locale } from '../language/locale.js';
import type { Assessment, Claim, Sentence } from '../protocol/generated/assessment.js';
import { measured, whyUnbacked } from './check-claims.js';
import { FreeReader } from './free-text/free-reader.js';
import { hold } from './free-text/hold.js';
import { GrammarReader, type ReadClaim } from './grammar/grammar-reader.js';
import { splitSentences } from './sentences.js';

/** A sentence of a decoder that was left out, and why, for a person. */
export interface DroppedSentence {
  readonly text: string;
  readonly reason: string;
}

/**
 * Understands what the words of a language claim, whoever wrote them: sentences of its grammar in every language, and free ones where the
 * language brings words for that.
 */
export class CommentReader {
  readonly #locale: Locale;
  readonly #attributes: readonly Attribute[];
  readonly #grammar: GrammarReader;
  readonly #free: FreeReader | undefined;

  constructor(locale: Locale, attributes: readonly Attribute[]) {
    this.#locale = locale;
    this.#attributes = attributes;
    this.#grammar = new GrammarReader(locale, attributes);
    this.#free =
      locale.free === undefined ? undefined : new FreeReader(locale, locale.free, attributes);
  }

  /** The claims of each sentence of a text, in its order, where it keeps to the grammar; of another sentence none. */
  read(text: string): readonly { readonly text: string; readonly claims: readonly ReadClaim[] }[] {
    return splitSentences(text).map((sentence) => ({
      text: sentence,
      claims: this.#grammar.read(sentence) ?? [],
    }));
  }

  /** A sentence with claims that the assessment backs, or why there is none. */
  hold(text: string, assessment: Assessment): Sentence | DroppedSentence {
    const read = this.#grammar.read(text);
    const held =
      read === undefined
        ? this.#heldFree(text, assessment)
        : allOf(read.map((claim) => this.#held(claim, assessment)));
    if (typeof held === 'string') return { text, reason: held };
    const last = held.at(-1)?.about;
    const level = this.#attributes.find(({ id }) => id === last)?.level ?? 'overall';
    return { text, level, claims: [...held] };
  }

  #heldFree(text: string, assessment: Assessment): readonly Claim[] | string {
    if (this.#free === undefined) return 'it is no sentence of the grammar';
    const { claims, unclear } = this.#free.read(text);
    if (unclear !== undefined) return unclear;
    return allOf(
      claims.map((claim) => {
        const backing = hold(claim, assessment);
        return 'unbacked' in backing ? backing.unbacked : backing.claims;
      }),
    );
  }

  /** The claim as a document has it; why nothing backs it, where nothing does. */
  #held({ figure, ...read }: ReadClaim, assessment: Assessment): readonly Claim[] | string {
    const claim: Claim = { ...read, ...valueOf(read, assessment) };
    const reason = whyUnbacked(claim, assessment);
    if (reason !== undefined) return reason;
    const is = this.#figureOf(claim);
    return figure === undefined || figure.toLowerCase() === is?.toLowerCase()
      ? [claim]
      : `${claim.about} is ${is ?? 'not told in figures'}`;
  }

  /** As the language writes it. */
  #figureOf({ about, value = 0 }: Claim): string | undefined {
    const attribute = this.#attributes.find(({ id }) => id === about);
    return attribute && wordsOf(attribute, this.#locale).figure?.(value);
  }
}

/** All claims, or the first reason against one. */
function allOf(held: readonly (readonly Claim[] | string)[]): readonly Claim[] | string {
  const reason = held.find((one) => typeof one === 'string');
  return reason ?? held.filter((one) => typeof one !== 'string').flat();
}

/** What a claim stands on. */
function valueOf(
  { about, relation, value }: ReadClaim,
  assessment: Assessment,
): Pick<Claim, 'value' | 'unit'> {
  if (relation === 'standing') return value === undefined ? {} : { value, unit: '%' };
  if (relation === 'lifts' || relation === 'lowers') {
    const part = assessment.score?.contributions.find(({ attribute }) => attribute === about);
    return part === undefined ? {} : { value: part.value };
  }
  const reading = measured(about, assessment);
  return reading === undefined ? {} : { value: reading.value, unit: reading.unit };
}
