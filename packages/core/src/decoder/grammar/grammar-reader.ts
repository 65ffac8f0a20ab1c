/** Reads sentences of a language's grammar back: from their text alone, whoever wrote them. */
import type { Attribute } from '../../attributes/attribute.js';
import { wordsOf } from '../../attributes/words-of.js';
import type { Locale, Place, Standing, Topic } from '../../language/locale.js';
import type { Claim } from '../../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../../scoring/contributions.js';
import { spelledOut, type AttributePhrase } from './phrases-of.js';
import { rulesOf, type Rule, type Sort } from './rules.js';

/** What was read in a sentence: claims with the figures that the text tells. */
export interface ReadClaim extends Pick<
  Claim,
  'about' | 'relation' | 'standing' | 'degree' | 'side' | 'place' | 'value'
> {
  /** The reading as it is written. */
  readonly figure?: string;
}

/** What a stretch of text says. */
interface Meaning {
  readonly claims: readonly ReadClaim[];
  /** Where that is which stands before it. */
  readonly place?: Place;
  /** What all that it stands with belongs to. */
  readonly topic?: Topic;
}

/** A phrase with one figure in it. */
interface Figured {
  readonly before: string;
  readonly after: string;
  readonly meaning: (figure: string) => Meaning;
}

/** A piece of a frame: words as they stand, or a slot. */
type Piece = string | { readonly sort: Sort };

const FIGURE = /^\d[\d.,]*(?: ?(?:°|%|EV))?$/iu;

/**
 * Understands the sentences that frames and phrases of a language can make, each as a whole: a sentence of which one word is none of theirs
 * is not understood.
 */
export class GrammarReader {
  readonly #rules = new Map<Sort, { readonly rule: Rule; readonly pieces: readonly Piece[] }[]>();
  readonly #phrases = new Map<Sort, Map<string, Meaning>>();
  readonly #figured = new Map<Sort, Figured[]>();
  readonly #topics: ReadonlyMap<string, Topic | undefined>;

  constructor(locale: Locale, attributes: readonly Attribute[]) {
    this.#topics = new Map(attributes.map(({ id, topic }) => [id, topic]));
    for (const rule of rulesOf(locale.frames)) {
      const known = this.#rules.get(rule.makes) ?? [];
      this.#rules.set(rule.makes, known);
      known.push({ rule, pieces: piecesOf(rule) });
    }
    for (const attribute of attributes) this.#addAttribute(attribute, locale);
    this.#addWhole(locale);
  }

  /** The claims in the order of the text; `undefined` where it is no sentence of the grammar. */
  read(sentence: string): readonly ReadClaim[] | undefined {
    return this.readings(sentence)[0];
  }

  /** Every way to understand a sentence; a good grammar leaves one. */
  readings(sentence: string): readonly (readonly ReadClaim[])[] {
    const text = sentence.trim().replace(/\.$/u, '');
    const known = new Map<string, readonly Meaning[]>();
    const different = new Map<string, readonly ReadClaim[]>();
    for (const { claims } of this.#meanings('sentence', text, known)) {
      different.set(JSON.stringify(claims), claims);
    }
    return [...different.values()];
  }

  /** @param known what was found of other stretches of the sentence */
  #meanings(sort: Sort, text: string, known: Map<string, readonly Meaning[]>): readonly Meaning[] {
    const key = `${sort} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // What is made of itself alone says nothing new.
    known.set(key, []);
    const found = [...this.#ofPhrases(sort, text)];
    for (const { rule, pieces } of this.#rules.get(sort) ?? []) {
      for (const parts of this.#divided(pieces, text, known)) {
        const meaning = this.#together(parts, rule);
        if (meaning !== undefined) found.push(meaning);
      }
    }
    known.set(key, found);
    return found;
  }

  *#ofPhrases(sort: Sort, text: string): Generator<Meaning> {
    const lower = text.toLowerCase();
    const meaning = this.#phrases.get(sort)?.get(lower);
    if (meaning !== undefined) yield meaning;
    for (const { before, after, meaning: of } of this.#figured.get(sort) ?? []) {
      if (!lower.startsWith(before) || !lower.endsWith(after)) continue;
      const figure = text.slice(before.length, text.length - after.length);
      if (FIGURE.test(figure)) yield of(figure);
    }
  }

  /** Every way to fill the slots of a frame so that it makes the text. */
  *#divided(
    [piece, ...others]: readonly Piece[],
    text: string,
    known: Map<string, readonly Meaning[]>,
  ): Generator<readonly Meaning[]> {
    if (piece === undefined) {
      if (text === '') yield [];
    } else if (typeof piece === 'string') {
      if (text.toLowerCase().startsWith(piece))
        yield* this.#divided(others, text.slice(piece.length), known);
    } else {
      const [next] = others;
      for (const end of ends(text, next)) {
        for (const meaning of this.#meanings(piece.sort, text.slice(0, end), known)) {
          for (const rest of this.#divided(others, text.slice(end), known)) {
            yield [meaning, ...rest];
          }
        }
      }
    }
  }

  /** What the parts of a sentence say in one; `undefined` where they do not belong together. */
  #together(parts: readonly Meaning[], { ofOne, minor }: Rule): Meaning | undefined {
    const claims: ReadClaim[] = [];
    for (const { claims: said, place } of parts) {
      claims.push(...said);
      const placed = claims.at(-1);
      if (place !== undefined && placed !== undefined) claims.splice(-1, 1, { ...placed, place });
    }
    const ofWeakness = claims.filter(({ relation }) => OF_WEAKNESS.includes(relation));
    if (ofOne && ofWeakness.some(({ about }) => about !== ofWeakness[0]?.about)) return undefined;
    const topic = parts.find((part) => part.topic !== undefined)?.topic;
    if (topic !== undefined && claims.some(({ about }) => this.#topics.get(about) !== topic)) {
      return undefined;
    }
    return { claims: minor ? claims.map((claim) => ({ ...claim, relation: 'minor' })) : claims };
  }

  #addAttribute(attribute: Attribute, locale: Locale): void {
    const about = attribute.id;
    for (const { phrase, named, ...said } of spelledOut(attribute, locale)) {
      this.#add(sortOf(said.relation, named), phrase, { about, ...said });
    }
    const { title } = wordsOf(attribute, locale);
    for (const way of locale.frames.costs) {
      this.#add('sentence', way.replace('{title}', title), { about, relation: 'lowers' });
    }
  }

  #addWhole({ frames, places, topics, things }: Locale): void {
    for (const [place, text] of Object.entries(places)) {
      this.#put('place', text, { claims: [], place: place as Place });
    }
    for (const [topic, text] of Object.entries(topics)) {
      this.#put('topic', text, { claims: [], topic: topic as Topic });
    }
    for (const [about, text] of Object.entries(things)) {
      this.#add('thing', text, { about, relation: 'shows' });
    }
    for (const [is, ways] of Object.entries(frames.standing)) {
      for (const way of ways) {
        const text = way.replace('{percent}', '{figure}');
        this.#add('standing', text, {
          about: 'score',
          relation: 'standing',
          standing: is as Standing,
        });
      }
    }
    for (const [relation, ways] of Object.entries(frames.impression)) {
      for (const way of ways) {
        this.#add('sentence', way, {
          about: OVERALL_IMPRESSION,
          relation: relation as 'lifts' | 'lowers',
        });
      }
    }
    const { nothingWrong, nothingSerious, nothingStandsOut } = frames;
    for (const [relation, ways] of [
      ['no-weakness', nothingWrong],
      ['nothing-serious', nothingSerious],
      ['nothing', nothingStandsOut],
    ] as const) {
      for (const way of ways) this.#add('sentence', way, { about: 'craft', relation });
    }
  }

  /** @param phrase with or without `{figure}` */
  #add(sort: Sort, phrase: string, claim: ReadClaim): void {
    const [before = '', after] = phrase.toLowerCase().split('{figure}');
    if (after === undefined) {
      this.#put(sort, before, { claims: [claim] });
      return;
    }
    const known = this.#figured.get(sort) ?? [];
    this.#figured.set(sort, known);
    known.push({
      before,
      after,
      meaning: (figure) => ({
        claims: [
          { ...claim, ...(claim.about === 'score' ? { value: Number(figure) } : { figure }) },
        ],
      }),
    });
  }

  /** A phrase of several degrees tells none. */
  #put(sort: Sort, phrase: string, meaning: Meaning): void {
    const known = this.#phrases.get(sort) ?? new Map<string, Meaning>();
    this.#phrases.set(sort, known);
    const text = phrase.toLowerCase();
    const [before] = known.get(text)?.claims ?? [];
    const [claim] = meaning.claims;
    if (before !== undefined && before.degree !== claim?.degree) {
      const { degree: _, ...others } = before;
      known.set(text, { claims: [others] });
    } else {
      known.set(text, meaning);
    }
  }
}

/** What is told of one weakness. */
const OF_WEAKNESS: readonly Claim['relation'][] = ['weakness', 'effect', 'mend', 'next-time'];

function sortOf(relation: AttributePhrase['relation'], named: true | undefined): Sort {
  switch (relation) {
    case 'weakness':
    case 'strength':
      return named ? `named-${relation}` : `${relation}-plain`;
    case 'style':
      return 'style-plain';
    case 'trait':
    case 'effect':
    case 'mend':
    case 'next-time':
      return relation;
    default:
      throw new TypeError(`No phrase of an attribute says "${relation}".`);
  }
}

/** A frame cut at its slots, in lower case. */
function piecesOf({ frame, slots }: Rule): readonly Piece[] {
  return frame
    .toLowerCase()
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const sort = piece.startsWith('{') ? slots[piece.slice(1, -1)] : undefined;
      return sort === undefined ? piece : { sort };
    });
}

/** Where a slot may end: at the end of the text, or before what the frame has behind it. */
function* ends(text: string, next: Piece | undefined): Generator<number> {
  if (next === undefined) {
    yield text.length;
    return;
  }
  const words = typeof next === 'string' ? next : '';
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(words, 1); at >= 0; at = lower.indexOf(words, at + 1)) yield at;
}
