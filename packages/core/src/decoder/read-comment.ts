/** Reads a finished comment back: from its text alone, whoever wrote it in the words of a language. */
import type { Attribute } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import type { Locale, Side, Standing } from '../language/locale.js';
import type { Claim } from '../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';
import { phrasesOf } from './phrases-of.js';

/** What was read in a sentence: claims with the figures that the text tells. */
export interface ReadClaim extends Pick<
  Claim,
  'about' | 'relation' | 'standing' | 'side' | 'place' | 'value'
> {
  /** The reading as it is written. */
  readonly figure?: string;
}

/** A phrase of the language, and what it claims. */
interface Phrase {
  readonly pattern: RegExp;
  /** The longest of its words that stand as they are, in lower case: where they are not, it is not. */
  readonly literal: string;
  readonly length: number;
  readonly claims: (match: RegExpMatchArray) => ReadClaim | readonly ReadClaim[];
}

/** What is said to be somewhere. */
const PLACED: readonly Claim['relation'][] = ['weakness', 'strength'];

/** Understands what the words of a language claim. */
export class CommentReader {
  readonly #locale: Locale;
  readonly #phrases: readonly Phrase[];
  readonly #sides: ReadonlyMap<string, Side>;
  readonly #things: ReadonlyMap<string, string>;
  readonly #atMost: readonly RegExp[];

  constructor(locale: Locale, attributes: readonly Attribute[]) {
    this.#locale = locale;
    this.#sides = new Map(Object.entries(locale.sides).map(([side, word]) => [word, side as Side]));
    this.#things = new Map(Object.entries(locale.things).map(([thing, word]) => [word, thing]));
    this.#atMost = locale.frames.atMost.map((way) => this.#pattern(way, '', ''));
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
    const heard = sentence.toLowerCase();
    for (const { pattern, literal, claims } of this.#phrases) {
      const match = heard.includes(literal) ? pattern.exec(rest) : null;
      if (match === null) continue;
      const place = this.#placeAfter(sentence, match.index + match[0].length);
      for (const claim of [claims(match)].flat()) {
        const placed = place !== undefined && PLACED.includes(claim.relation);
        found.push({ at: match.index, claim: placed ? { ...claim, place } : claim });
      }
      rest = rest.replace(match[0], '\u0000'.repeat(match[0].length));
    }
    const claims = found.sort((a, b) => a.at - b.at).map(({ claim }) => claim);
    // A weakness that is "the most there is" is a small one.
    const minor = this.#atMost.some((pattern) => pattern.test(sentence));
    return minor ? claims.map(asMinor) : claims;
  }

  #placeAfter(sentence: string, from: number): ReadClaim['place'] {
    const behind = sentence.slice(from);
    const { where, whereOfName, whereOfSubject } = this.#locale.frames;
    for (const frame of [...where, ...whereOfName, ...whereOfSubject]) {
      const words = frame.replace(/\{[an]\}/u, '');
      for (const [place, name] of Object.entries(this.#locale.places)) {
        if (behind.startsWith(words.replace('{place}', name))) return place as ReadClaim['place'];
      }
    }
    return undefined;
  }

  *#ofAttributes(attributes: readonly Attribute[]): Generator<Phrase> {
    for (const attribute of attributes) {
      const about = attribute.id;
      for (const { phrase, ...claim } of phrasesOf(attribute, this.#locale)) {
        yield this.#phrase(phrase, ({ groups = {} }) => {
          const side = this.#sides.get(groups['side'] ?? '');
          const figure = groups['figure'];
          return {
            about,
            ...claim,
            ...(side === undefined ? {} : { side }),
            ...(figure === undefined ? {} : { figure }),
          };
        });
      }
      const { title } = wordsOf(attribute, this.#locale);
      for (const way of this.#locale.frames.costs) {
        yield this.#phrase(way.replace('{title}', title), ({ groups = {} }) => ({
          about,
          relation: 'lowers',
          figure: groups['points'] ?? '',
        }));
      }
    }
  }

  *#ofTheWhole(): Generator<Phrase> {
    const {
      shows,
      showsBoth,
      standing,
      impression,
      nothingWrong,
      nothingSerious,
      nothingStandsOut,
    } = this.#locale.frames;
    for (const way of [...shows, ...showsBoth]) {
      yield this.#phrase(way, ({ groups = {} }) =>
        [groups['thing'], groups['other']].flatMap((word) => {
          const thing = this.#things.get(word ?? '');
          return thing === undefined ? [] : [{ about: thing, relation: 'shows' as const }];
        }),
      );
    }
    for (const [is, ways] of Object.entries(standing)) {
      for (const way of ways) {
        yield this.#phrase(way, ({ groups = {} }) => ({
          about: 'score',
          relation: 'standing',
          standing: is as Standing,
          ...(groups['percent'] === undefined ? {} : { value: Number(groups['percent']) }),
        }));
      }
    }
    for (const [relation, ways] of Object.entries(impression)) {
      for (const way of ways) {
        yield this.#phrase(way, () => ({
          about: OVERALL_IMPRESSION,
          relation: relation as 'lifts' | 'lowers',
        }));
      }
    }
    for (const [relation, ways] of [
      ['no-weakness', nothingWrong],
      ['nothing-serious', nothingSerious],
      ['nothing', nothingStandsOut],
    ] as const) {
      for (const way of ways) yield this.#phrase(way, () => ({ about: 'craft', relation }));
    }
  }

  #phrase(way: string, claims: Phrase['claims']): Phrase {
    const letter = '[\\p{L}\\p{N}]';
    const [literal = ''] = way.split(/\{\w+\}/u).sort((a, b) => b.length - a.length);
    return {
      pattern: this.#pattern(way, `(?<!${letter})`, `(?!${letter})`),
      literal: literal.toLowerCase(),
      length: way.length,
      claims,
    };
  }

  /** A phrase in running text: its first letter may be large, and its slots hold what they can hold. */
  #pattern(way: string, before: string, after: string): RegExp {
    const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const slots: Readonly<Record<string, string>> = {
      side: `(?<side>${[...this.#sides.keys()].map(escape).join('|')})`,
      thing: `(?<thing>${[...this.#things.keys()].map(escape).join('|')})`,
      other: `(?<other>${[...this.#things.keys()].map(escape).join('|')})`,
      then: `(?:${this.#locale.then.map(escape).join('|')})`,
      percent: '(?<percent>\\d+)',
      figure: '(?<figure>\\d[\\d.,]*(?:°| %| EV)?)',
      points: '(?<points>\\d[\\d.,]*)',
    };
    const body = way
      .split(/(\{\w+\})/u)
      .map((part) => (part.startsWith('{') ? (slots[part.slice(1, -1)] ?? '.+?') : escape(part)))
      .join('');
    return new RegExp(`${before}${body}${after}`, 'iu');
  }
}

function asMinor(claim: ReadClaim): ReadClaim {
  return claim.relation === 'weakness' ? { ...claim, relation: 'minor' } : claim;
}

/** At full stops that end a sentence: not within figures. */
function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=\.)\s+(?=[\p{Lu}\p{N}])/u).filter((sentence) => sentence !== '');
}
