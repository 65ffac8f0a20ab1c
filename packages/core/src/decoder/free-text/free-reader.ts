/** Reads free sentences: what each claims, and what in it is not understood. */
import type { Attribute } from '../../attributes/attribute.js';
import type { FreeLanguage } from '../../language/free-words.js';
import type { Locale } from '../../language/locale.js';
import type { FreeClaim } from './claim.js';
import { is, type Item } from './item.js';
import { ClauseReader } from './read-clause.js';
import { Vocabulary } from './vocabulary.js';

/** What was understood of a sentence. */
export interface ReadSentence {
  readonly claims: readonly FreeClaim[];
  /** Why it is not understood as a whole, for a person. */
  readonly unclear?: string;
}

/** A sentence longer than this is not read. */
const LONGEST = 400;

/** Stands in the text for what was read before words are looked at. */
const FIRST_MARK = 0xe000;

interface Standing {
  /** With `n`, the figure. */
  readonly pattern: RegExp;
  readonly says: 'percentile' | 'complement' | 'score';
}

/** Understands free sentences about the readings of one picture, whoever wrote them. */
export class FreeReader {
  readonly #vocabulary: Vocabulary;
  readonly #standings: readonly Standing[];

  /** @param language the words of the locale for free text */
  constructor(locale: Locale, language: FreeLanguage, attributes: readonly Attribute[]) {
    this.#vocabulary = new Vocabulary(locale, language, attributes);
    this.#standings = [
      ...Object.values(locale.frames.standing)
        .flat()
        .map((way) => ({ pattern: this.#frame(way), says: 'percentile' as const })),
      ...language.standings,
    ];
  }

  /** A frame with a percentile, as it stands in a text. */
  #frame(way: string): RegExp {
    const [before = '', after = ''] = way.split('{percent}');
    const literal = (text: string): string =>
      this.#vocabulary.tokenizer.normalise(text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return new RegExp(`${literal(before)} ?(?<n>\\d+) ?${literal(after)}`, 'u');
  }

  /** @param sentence one, with or without its full stop */
  read(sentence: string): ReadSentence {
    if (sentence.length > LONGEST) return { claims: [], unclear: 'it is too long' };
    const { tokenizer } = this.#vocabulary;
    const body = tokenizer.normalise(sentence).replace(/[.!]+$/u, '');
    if (/[?<>{}[\]#@\\|_`]/u.test(body)) {
      return { claims: [], unclear: 'it is no plain statement' };
    }
    const { text, standings } = this.#standingsIn(body);
    const items = this.#items(text, standings);
    const { whole, part } = this.#vocabulary;
    const reader = new ClauseReader(whole, {
      ...part,
      written: part.key,
      article: true,
      every: false,
    });
    for (const { items: clause, announces } of clausesOf(items)) reader.read(clause, announces);
    return reader.end();
  }

  /** Figures of the whole, each replaced by a mark. */
  #standingsIn(body: string): { text: string; standings: FreeClaim[] } {
    const standings: FreeClaim[] = [];
    let text = body;
    for (const { pattern, says } of this.#standings) {
      const match = pattern.exec(text);
      const written = match?.groups?.['n'];
      if (match === null || written === undefined) continue;
      const decimals = written.split('.')[1]?.length ?? 0;
      const mark = String.fromCodePoint(FIRST_MARK + standings.length);
      standings.push({ kind: 'figure', says, figure: { value: Number(written), decimals } });
      text = text.replace(match[0], ` ${mark} `);
    }
    return { text, standings };
  }

  #items(text: string, standings: readonly FreeClaim[]): readonly Item[] {
    const tokens = this.#vocabulary.tokenizer.tokens(text);
    const items: Item[] = [];
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at]!;
      const standing = standings[(token.text.codePointAt(0) ?? 0) - FIRST_MARK];
      const found = standing === undefined ? this.#vocabulary.at(tokens, at) : undefined;
      // A degree within a phrase is read before it.
      if (found?.degree !== undefined) {
        const { written } = tokens[found.degree]!;
        const degree = this.#vocabulary.at(tokens.slice(found.degree, found.degree + 1), 0);
        if (degree !== undefined) items.push({ ...degree, written, article: false, every: false });
      }
      const length = found?.length ?? 1;
      items.push({
        key: found?.key ?? token.text,
        entry: found?.entry,
        written: tokens
          .slice(at, at + length)
          .map(({ written }) => written)
          .join(' '),
        article: token.article,
        every: token.every,
        ...(token.figure === undefined || length > 1 ? {} : { figure: token.figure }),
        ...(standing === undefined ? {} : { standing }),
      });
      at += length;
    }
    return items;
  }
}

/** Signs after which comes what was announced. */
const ANNOUNCING = new Set([':', '—', '–', '-', '(']);

const SIGNS_BETWEEN_CLAUSES = new Set([...ANNOUNCING, ';', ')']);

interface Clause {
  readonly items: readonly Item[];
  /** Whether the next one is what it speaks of. */
  readonly announces: boolean;
}

/** Divides at words and signs that end a clause. */
function* clausesOf(items: readonly Item[]): Generator<Clause> {
  let clause: Item[] = [];
  for (const item of items) {
    if (SIGNS_BETWEEN_CLAUSES.has(item.key) || is(item, 'boundary')) {
      if (clause.length > 0) yield { items: clause, announces: ANNOUNCING.has(item.key) };
      clause = [];
      // "if" wishes for what follows it.
      if (is(item, 'wish')) clause.push(item);
    } else {
      clause.push(item);
    }
  }
  if (clause.length > 0) yield { items: clause, announces: false };
}
