/** Reads a finished comment back: from its text alone, whoever wrote it in the words of a language. */
import type { Attribute } from '../attributes/attribute.js';
import type { Locale, Side } from '../language/locale.js';
import type { Claim } from '../protocol/generated/assessment.js';
import { phrasesOf } from './words-of.js';

/** What was read in a sentence: claims without their figures, which a text need not tell. */
export type ReadClaim = Pick<Claim, 'about' | 'relation' | 'side' | 'place' | 'value'>;

/** A phrase of the language, and what it claims. */
interface Phrase {
  readonly pattern: RegExp;
  readonly length: number;
  readonly claim: (match: RegExpMatchArray) => ReadClaim;
}

/** Understands what the words of a language claim. */
export class CommentReader {
  readonly #locale: Locale;
  readonly #phrases: readonly Phrase[];
  readonly #sides: ReadonlyMap<string, Side>;

  constructor(locale: Locale, attributes: readonly Attribute[]) {
    this.#locale = locale;
    this.#sides = new Map(Object.entries(locale.sides).map(([side, word]) => [word, side as Side]));
    this.#phrases = [...this.#ofAttributes(attributes), ...this.#ofTheWhole()].sort(
      (a, b) => b.length - a.length,
    );
  }

  /** The claims of each sentence, in the order of the text. A sentence in which nothing is recognised has none. */
  read(text: string): readonly { readonly text: string; readonly claims: readonly ReadClaim[] }[] {
    return splitSentences(text).map((sentence) => ({
      text: sentence,
      claims: this.#claimsOf(sentence),
    }));
  }

  /** Longest phrases first; what one has taken, no other reads. */
  #claimsOf(sentence: string): readonly ReadClaim[] {
    let rest = sentence;
    const found: { at: number; claim: ReadClaim }[] = [];
    for (const { pattern, claim } of this.#phrases) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      const place = this.#placeAfter(sentence, match.index + match[0].length);
      const read = claim(match);
      found.push({
        at: match.index,
        claim: read.relation === 'weakness' && place !== undefined ? { ...read, place } : read,
      });
      rest = rest.replace(match[0], '\u0000'.repeat(match[0].length));
    }
    return found.sort((a, b) => a.at - b.at).map(({ claim }) => claim);
  }

  #placeAfter(sentence: string, from: number): ReadClaim['place'] {
    const behind = sentence.slice(from);
    for (const frame of this.#locale.frames.where) {
      const words = frame.replace('{a}', '');
      for (const [place, name] of Object.entries(this.#locale.places)) {
        if (behind.startsWith(words.replace('{place}', name))) return place as ReadClaim['place'];
      }
    }
    return undefined;
  }

  *#ofAttributes(attributes: readonly Attribute[]): Generator<Phrase> {
    for (const attribute of attributes) {
      for (const { kind, phrase } of phrasesOf(attribute, this.#locale)) {
        yield {
          pattern: this.#pattern(phrase),
          length: phrase.length,
          claim: (match) => {
            const side = this.#sides.get(match.groups?.['side'] ?? '');
            return {
              about: attribute.id,
              relation: kind,
              ...(side === undefined ? {} : { side }),
            };
          },
        };
      }
    }
  }

  *#ofTheWhole(): Generator<Phrase> {
    const { standing, nothingWrong, nothingSerious, nothingStandsOut } = this.#locale.frames;
    for (const way of Object.values(standing).flat()) {
      yield {
        pattern: this.#pattern(way),
        length: way.length,
        claim: (match) => ({
          about: 'score',
          relation: 'standing',
          value: Number(match.groups?.['percent']),
        }),
      };
    }
    for (const [relation, ways] of [
      ['no-weakness', nothingWrong],
      ['nothing-serious', nothingSerious],
      ['nothing', nothingStandsOut],
    ] as const) {
      for (const way of ways) {
        yield {
          pattern: this.#pattern(way),
          length: way.length,
          claim: () => ({ about: 'craft', relation }),
        };
      }
    }
  }

  /** A phrase in running text: its first letter may be large, and its slots hold what they can hold. */
  #pattern(way: string): RegExp {
    const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const slots: Readonly<Record<string, string>> = {
      side: `(?<side>${[...this.#sides.keys()].map(escape).join('|')})`,
      percent: '(?<percent>\\d+)',
    };
    const body = way
      .split(/(\{\w+\})/u)
      .map((part) => (part.startsWith('{') ? (slots[part.slice(1, -1)] ?? '.+?') : escape(part)))
      .join('');
    return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'iu');
  }
}

/** At full stops that end a sentence: not within figures. */
function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=\.)\s+(?=\p{Lu})/u).filter((sentence) => sentence !== '');
}
