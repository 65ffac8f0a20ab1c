/** From a sentence to its words: one spelling, one form, articles passed over. */
import type { FreeLanguage } from '../../language/free-words.js';
import { listed } from './listed.js';

export interface Token {
  /** The stem of a word, a sign, or the figure. */
  readonly text: string;
  /** As it was written, for messages. */
  readonly written: string;
  /** Whether an article stood before it. */
  readonly article: boolean;
  /** Whether a word before it means all of them. */
  readonly every: boolean;
  /** Of a number. */
  readonly figure?: Figure;
}

export interface Figure {
  readonly value: number;
  /** As many as were written. */
  readonly decimals: number;
}

const PART = /\d+(?:\.\d+)?|\p{L}+|[^\s\p{L}\d]/gu;

export class Tokenizer {
  readonly #language: FreeLanguage;
  readonly #articles: ReadonlySet<string>;
  readonly #quantifiers: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, number>;
  /** Synonyms by their stems, those of several words first. */
  readonly #synonyms: readonly { readonly words: readonly string[]; readonly as: string }[];

  readonly #keys = new Map<string, string>();

  constructor(language: FreeLanguage) {
    this.#language = language;
    this.#quantifiers = new Set(listed(language.quantifiers));
    this.#articles = new Set([...listed(language.articles), ...this.#quantifiers]);
    this.#numbers = new Map(language.numbers.map((word, value) => [word, value]));
    this.#synonyms = Object.entries(language.synonyms)
      .flatMap(([as, words]) =>
        listed(words).map((phrase) => ({
          words: phrase.split(' ').map(language.stem),
          as: language.stem(as),
        })),
      )
      .sort((a, b) => b.words.length - a.words.length);
  }

  /** In lower case, with one spelling of what has several. */
  normalise(text: string): string {
    let normal = text.toLowerCase().replace(/\s+/gu, ' ');
    for (const [pattern, by] of this.#language.spellings) normal = normal.replace(pattern, by);
    return normal.replace(/ {2,}/gu, ' ').trim();
  }

  /** @param text as {@link normalise} gives it */
  tokens(text: string): readonly Token[] {
    const tokens: Token[] = [];
    let article = false;
    let every = false;
    for (const [written] of text.matchAll(PART)) {
      if (this.#articles.has(written)) {
        article = true;
        every ||= this.#quantifiers.has(written);
        continue;
      }
      tokens.push({ ...this.#token(written), article, every });
      article = false;
      every = false;
    }
    return this.#withSynonyms(tokens);
  }

  /** What a listed phrase is in tokens. */
  key(phrase: string): string {
    const known = this.#keys.get(phrase);
    if (known !== undefined) return known;
    const key = this.tokens(this.normalise(phrase))
      .map(({ text }) => text)
      .join(' ');
    this.#keys.set(phrase, key);
    return key;
  }

  #token(written: string): Omit<Token, 'article' | 'every'> {
    if (/^\d/u.test(written)) {
      const decimals = written.split('.')[1]?.length ?? 0;
      return { text: written, written, figure: { value: Number(written), decimals } };
    }
    const value = this.#numbers.get(written);
    return {
      text: this.#language.stem(written),
      written,
      ...(value === undefined ? {} : { figure: { value, decimals: 0 } }),
    };
  }

  #withSynonyms(tokens: readonly Token[]): readonly Token[] {
    const result: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const first = tokens[at]!;
      const synonym = this.#synonyms.find(({ words }) =>
        words.every((word, offset) => tokens[at + offset]?.text === word),
      );
      result.push(synonym === undefined ? first : { ...first, text: synonym.as });
      at += synonym?.words.length ?? 1;
    }
    return result;
  }
}
