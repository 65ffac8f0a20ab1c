/** Every word that the reader of free text knows: the language's own and those of the attributes. */
import type { Attribute } from '../../attributes/attribute.js';
import type { FreeClass, FreeLanguage, Sayings, WordList } from '../../language/free-words.js';
import type { Locale, Place, Side } from '../../language/locale.js';
import type { Degree } from '../../language/words.js';
import type { Finding } from '../../protocol/generated/assessment.js';
import { wordsOf } from '../../attributes/words-of.js';
import { spelledOut } from '../grammar/phrases-of.js';
import { listed } from './listed.js';
import { Tokenizer, type Token } from './tokens.js';

/** Which way something is said: for or against the picture; of a style, that it is one. */
export type Pole = 'good' | 'bad';

/** One attribute that a word may mean. */
export interface Meaning {
  readonly attribute: Attribute;
  readonly pole: Pole;
}

/** What is known of a word or a phrase. */
export interface Entry {
  readonly classes: Set<FreeClass>;
  /** That this is a noun that something may be said of. */
  noun: boolean;
  readonly names: Meaning[];
  readonly topics: Attribute[];
  readonly more: Attribute[];
  readonly less: Attribute[];
  /** What it says, by the noun that it is said of. */
  readonly said: Map<string, Meaning[]>;
  readonly better: Map<string, Attribute[]>;
  /** Attributes that it mends, by its object: '' where it has none. */
  readonly mends: Map<string, Attribute[]>;
  /** Attributes beside which it says nothing. */
  readonly beside: Attribute[];
  unit?: string;
  band?: { readonly from: number; readonly to: number };
  /** Where something is, as the grammar says it. */
  place?: Place;
  /** A clause of the grammar, which is a claim by itself. */
  readonly clauses: Clause[];
}

/** What a clause of the grammar claims. */
export interface Clause {
  readonly attribute: Attribute;
  readonly kind: Finding['kind'];
  readonly side?: Side;
  readonly degree?: Degree;
  readonly request?: true;
}

/** An entry as it stands in a sentence. */
export interface Match {
  readonly entry: Entry;
  readonly key: string;
  /** Tokens that it takes up. */
  readonly length: number;
  /** A token of degree among them. */
  readonly degree?: number;
}

export class Vocabulary {
  readonly tokenizer: Tokenizer;
  /** The nouns that are the picture, and a part of it. */
  readonly whole: string;
  readonly part: { readonly key: string; readonly entry: Entry | undefined };
  readonly #entries = new Map<string, Entry>();
  /** Tokens of the longest entry. */
  #longest = 1;

  /** @param language the words of the locale for free text */
  constructor(locale: Locale, language: FreeLanguage, attributes: readonly Attribute[]) {
    const { places } = locale;
    this.tokenizer = new Tokenizer(language);
    this.whole = this.tokenizer.key(language.picture);
    for (const [name, words] of Object.entries(language.words)) {
      for (const entry of this.#all(words)) entry.classes.add(name as FreeClass);
    }
    for (const [unit, words] of Object.entries(language.units)) {
      for (const entry of this.#all(words)) entry.unit = unit;
    }
    for (const { words, from, to } of language.bands) {
      for (const entry of this.#all(words)) entry.band = { from, to };
    }
    for (const [place, words] of Object.entries(places)) this.#entry(words).place = place as Place;
    for (const attribute of attributes) this.#add(attribute, locale, language);
    const key = this.tokenizer.key(language.place);
    this.part = { key, entry: this.#entries.get(key) };
  }

  /** The longest entry that begins at a token; one word of degree may stand within it. */
  at(tokens: readonly Token[], start: number): Match | undefined {
    let best = this.#from(tokens, start);
    const end = Math.min(tokens.length, start + this.#longest + 1);
    for (let at = start + 1; at < end; at++) {
      if (!this.#isDegree(tokens[at]!.text)) continue;
      const around = this.#from(tokens, start, at);
      const isAround = around !== undefined && around.length > at - start;
      if (isAround && around.length > (best?.length ?? 0)) best = { ...around, degree: at };
    }
    return best;
  }

  /** @param without a token that is passed over */
  #from(tokens: readonly Token[], start: number, without?: number): Match | undefined {
    let key = '';
    let best: Match | undefined;
    const end = Math.min(tokens.length, start + this.#longest + 1);
    for (let at = start; at < end; at++) {
      if (at === without) continue;
      key = key === '' ? tokens[at]!.text : `${key} ${tokens[at]!.text}`;
      const entry = this.#entries.get(key);
      if (entry !== undefined) best = { entry, key, length: at - start + 1 };
    }
    return best;
  }

  #isDegree(word: string): boolean {
    const classes = this.#entries.get(word)?.classes;
    return (
      classes !== undefined &&
      (['slight', 'clear', 'strong', 'emphasis'] as const).some((degree) => classes.has(degree))
    );
  }

  #add(attribute: Attribute, locale: Locale, language: FreeLanguage): void {
    const words = wordsOf(attribute, locale);
    const { names = '', topics = '', more = '', less = '', beside = '' } = words.free ?? {};
    const pole = attribute.kind === 'fault' ? 'bad' : 'good';
    for (const entry of this.#all(`${names}, ${words.title}`)) {
      entry.noun = true;
      addOnce(entry.names, { attribute, pole });
    }
    for (const [list, key] of [
      [topics, 'topics'],
      [more, 'more'],
      [less, 'less'],
    ] as const) {
      for (const entry of this.#all(list)) {
        entry.noun = true;
        entry[key].push(attribute);
      }
    }
    for (const entry of this.#all(beside)) entry.beside.push(attribute);
    const { bad = {}, good = {}, better = {}, mend = {} } = words.free ?? {};
    this.#say(bad, ({ said }) => said, { attribute, pole: 'bad' });
    this.#say(good, ({ said }) => said, { attribute, pole: 'good' });
    this.#say(better, (entry) => entry.better, attribute);
    this.#say(comparatives(good, language), (entry) => entry.better, attribute);
    this.#say(mend, ({ mends }) => mends, attribute);
    for (const { phrase, relation, degree, side } of spelledOut(attribute, locale)) {
      if (relation === 'trait' || phrase.includes('{figure}')) continue;
      this.#entry(phrase).clauses.push({
        attribute,
        kind: relation === 'strength' || relation === 'style' ? relation : 'weakness',
        ...(side === undefined ? {} : { side }),
        ...(degree === undefined ? {} : { degree }),
        ...(relation === 'mend' || relation === 'next-time' ? { request: true } : {}),
      });
    }
  }

  #say<Meant>(sayings: Sayings, mapOf: (entry: Entry) => Map<string, Meant[]>, meant: Meant): void {
    for (const [nouns, predicates] of Object.entries(sayings)) {
      const keys = nouns === '' ? [''] : listed(nouns).map((noun) => this.tokenizer.key(noun));
      for (const key of keys) if (key !== '') this.#entry(key).noun = true;
      for (const entry of this.#all(predicates)) {
        const map = mapOf(entry);
        for (const key of keys) {
          const known = map.get(key);
          if (known === undefined) map.set(key, [meant]);
          else if (!known.includes(meant)) known.push(meant);
        }
      }
    }
  }

  *#all(words: WordList): Generator<Entry> {
    for (const word of new Set(listed(words))) yield this.#entry(word);
  }

  #entry(phrase: string): Entry {
    const key = this.tokenizer.key(phrase);
    this.#longest = Math.max(this.#longest, key.split(' ').length);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = {
      classes: new Set(),
      noun: false,
      names: [],
      topics: [],
      more: [],
      less: [],
      said: new Map(),
      better: new Map(),
      mends: new Map(),
      beside: [],
      clauses: [],
    };
    this.#entries.set(key, entry);
    return entry;
  }
}

function addOnce(meanings: Meaning[], meaning: Meaning): void {
  if (!meanings.some(({ attribute }) => attribute === meaning.attribute)) meanings.push(meaning);
}

/** What is wished for in one word, of what is good in one: "sharper". */
function comparatives(good: Sayings, { comparative }: FreeLanguage): Sayings {
  return Object.fromEntries(
    Object.entries(good).map(([nouns, predicates]) => [
      nouns,
      listed(predicates)
        .filter((word) => !word.includes(' '))
        .map(comparative)
        .join(', '),
    ]),
  );
}
