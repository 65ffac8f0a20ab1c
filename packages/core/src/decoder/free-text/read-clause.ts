/** Binds what is said in a clause to what it is said of. */
import type { Attribute } from '../../attributes/attribute.js';
import type { Side } from '../../language/locale.js';
import { DEGREES } from '../../finding/degree.js';
import type { Degree } from '../../language/words.js';
import {
  asBad,
  blame,
  claimOf,
  merge,
  opposite,
  poleOf,
  turned,
  whereIn,
  type FreeClaim,
  type Said,
  type SaidFigure,
  type Where,
} from './claim.js';
import {
  beginsClause,
  is,
  isJoint,
  nounAfter,
  nounOfAmount,
  objectAfter,
  saysMore,
  stretchFrom,
  stateBetween,
  type Item,
} from './item.js';
import type { Meaning, Pole } from './vocabulary.js';

/** Percentiles for which a picture may be called good, superb, and poor. */
const GOOD = { from: 50, to: 100 };
const SUPERB = { from: 80, to: 100 };
const POOR = { from: 0, to: 40 };

/** A noun of the clause. */
interface Noun {
  readonly item: Item;
  used: boolean;
}

/** "Problem", "strength" before it is known of what. */
interface Verdict {
  /** Claims of its clause before it. */
  readonly from: number;
  /** Joints of its clause before it. */
  readonly stretch: number;
  readonly pole: Pole;
  readonly negated: boolean;
  readonly serious: boolean;
  readonly main: boolean;
}

type Amount = 'more' | 'less' | 'tooMuch' | 'tooLittle' | 'increase' | 'decrease' | 'absent';

const AMOUNTS: readonly Amount[] = [
  'tooMuch',
  'tooLittle',
  'increase',
  'decrease',
  'more',
  'less',
  'absent',
];

/** Ends the reading of a sentence that is not understood. */
class Unclear extends Error {}

/** Reads the clauses of one sentence, one after the other. */
export class ClauseReader {
  readonly #whole: string;
  readonly #part: Item;
  readonly #said: Said[] = [];
  readonly #wholes: FreeClaim[] = [];
  #latest: Said | undefined;
  #unclear: string | undefined;
  /** Subjects of the clause before. */
  #inherited: readonly Noun[] = [];
  /** Stands over the sentence until it is known of what it speaks. */
  #verdict: Verdict | undefined;

  /**
   * @param whole the noun that is the picture
   * @param part the noun that a place in it is
   */
  constructor(whole: string, part: Item) {
    this.#whole = whole;
    this.#part = part;
  }

  /** @param announces whether the next clause is what this one speaks of */
  read(clause: readonly Item[], announces: boolean): void {
    if (this.#unclear !== undefined) return;
    const words = new Clause(clause, {
      whole: this.#whole,
      part: this.#part,
      inherited: this.#inherited,
      before: this.#said,
      latest: this.#latest,
      verdict: this.#verdict,
    });
    try {
      const { said, wholes, subject, verdict, latest } = words.read();
      this.#latest = latest;
      this.#said.push(...said);
      this.#wholes.push(...wholes);
      if (subject.length > 0) this.#inherited = subject;
      this.#verdict = verdict;
      if (verdict !== undefined && !announces) this.#unclear = 'it does not say of what it speaks';
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
      this.#unclear = error.message;
    }
  }

  end(): { readonly claims: readonly FreeClaim[]; readonly unclear?: string } {
    const claims = [...this.#said.map(claimOf), ...this.#wholes];
    const unclear =
      this.#unclear ??
      (this.#verdict !== undefined ? 'it does not say of what it speaks' : undefined) ??
      (claims.length === 0 ? 'it says nothing of what was measured' : undefined);
    return unclear === undefined ? { claims } : { claims, unclear };
  }
}

/** What a clause has from the sentence that it is in. */
interface Surroundings {
  /** The noun that is the picture. */
  readonly whole: string;
  /** The noun that a place in it is. */
  readonly part: Item;
  /** Subjects of the clause before. */
  readonly inherited: readonly Noun[];
  /** What the clauses before have claimed. */
  readonly before: readonly Said[];
  /** What was claimed last, unless that was of the whole. */
  readonly latest: Said | undefined;
  /** Given before it was known of what. */
  readonly verdict: Verdict | undefined;
}

class Clause {
  readonly #items: readonly Item[];
  readonly #whole: string;
  readonly #part: Item;
  readonly #inherited: readonly Noun[];
  readonly #before: readonly Said[];
  #latest: Said | undefined;
  readonly #said: Said[] = [];
  readonly #wholes: FreeClaim[] = [];
  readonly #nouns: Noun[] = [];
  #subject: Noun[] = [];
  #verdict: Verdict | undefined;
  /** That of the clause before. */
  readonly #given: Verdict | undefined;
  /** Negations that wait for what they negate. */
  #negated = false;
  /** Whether the last claim was negated, and whether by a word that negates a whole list. */
  #carry: 'no' | 'once' | 'list' = 'no';
  #negator: 'once' | 'list' = 'once';
  #wished = false;
  #degree: Degree | undefined;
  #amount: { readonly kind: Amount; readonly at: number } | undefined;
  #praise: { readonly pole: Pole; readonly superb: boolean } | undefined;
  #serious = false;
  #main = false;
  #where: Where | undefined;
  #reversed = false;
  #oblique = false;
  /** Whether the last preposition only adds something: "with noise". */
  #accompanies = false;
  /** What joined the part of the clause being read to the one before. */
  #joint: 'and' | 'or' | 'comma' | undefined;
  /** Whether a verb has been read since the clause or its last member of its own began. */
  #finite = false;
  /** The item after the last joint, and how many joints there were. */
  #start = 0;
  #joints = 0;
  /** Claims before the last joint. */
  #stretch = 0;
  readonly #figures: { readonly figure: SaidFigure; readonly at: number }[] = [];
  readonly #unknown: Item[] = [];

  constructor(items: readonly Item[], surroundings: Surroundings) {
    this.#items = items;
    this.#whole = surroundings.whole;
    this.#part = surroundings.part;
    this.#inherited = surroundings.inherited;
    this.#before = surroundings.before;
    this.#latest = surroundings.latest;
    this.#verdict = surroundings.verdict;
    this.#given = surroundings.verdict;
  }

  read(): {
    readonly said: readonly Said[];
    readonly wholes: readonly FreeClaim[];
    readonly subject: readonly Noun[];
    readonly verdict: Verdict | undefined;
    readonly latest: Said | undefined;
  } {
    for (let at = 0; at < this.#items.length;) at += this.#take(at);
    this.#endStretch();
    this.#placeRest();
    if (this.#negated) throw new Unclear('it does not say what is denied');
    if (this.#praise !== undefined) throw new Unclear('it does not say what is praised or blamed');
    this.#placeFigures();
    this.#checkNouns();
    this.#checkVerdict();
    return {
      said: this.#said,
      wholes: this.#wholes,
      subject: this.#subject,
      verdict: this.#verdict,
      latest: this.#latest,
    };
  }

  /** @returns how many items were taken */
  #take(at: number): number {
    const item = this.#items[at]!;
    const { entry, key } = item;
    this.#finite ||= is(item, 'verb');
    if (item.standing !== undefined) return this.#takeWhole(item.standing);
    if (key === ',' || is(item, 'and') || is(item, 'or')) {
      this.#join(at, key === ',' ? 'comma' : is(item, 'or') ? 'or' : 'and');
      return 1;
    }
    if (item.figure !== undefined && this.#takeFigure(at)) {
      return this.#items[at + 1]?.entry?.unit === undefined ? 1 : 2;
    }
    if (entry === undefined) throw new Unclear(`"${item.written}" is not understood`);
    // "A stop" is one.
    if (entry.unit !== undefined && item.article) {
      this.#figures.push({ figure: { value: 1, decimals: 0, unit: entry.unit }, at });
      return 1;
    }
    if (is(item, 'unclear')) {
      // "Only 12 %."
      if (this.#items[at + 1]?.figure !== undefined) return 1;
      throw new Unclear(`it is unclear what "${item.written}" leaves out`);
    }
    if (entry.band !== undefined) return this.#takeWhole({ kind: 'band', ...entry.band });
    if (entry.clauses.length > 0) {
      this.#takeClause(item, at);
      return 1;
    }
    const placed = this.#takePlace(at);
    if (placed > 0) return placed;
    if (is(item, 'negation') || is(item, 'without')) {
      if (this.#negated) throw new Unclear('it is denied twice');
      this.#negated = true;
      this.#negator = is(item, 'without') ? 'list' : 'once';
      if (is(item, 'slight')) this.#degree = 'slight';
      return 1;
    }
    if (this.#takeMend(at, true) || this.#takeSaid(at) || this.#takeMend(at, false)) return 1;
    if (this.#takeBetter(at)) return 1;
    if (this.#takeAmount(at)) return 1;
    if (this.#takeName(at) || this.#takeVerdict(at)) return 1;
    if (this.#takeImplied(at)) return 1;
    if (entry.noun) {
      this.#takeNoun(item);
      return 1;
    }
    // A predicate that nothing was said of may only be an adjective without meaning: "fine detail".
    const meaningless =
      entry.said.size === 0 ||
      entry.beside.length > 0 ||
      is(item, 'verb') ||
      is(item, 'present') ||
      DEGREES.some((degree) => is(item, degree)) ||
      this.#isIdle(at);
    if (!meaningless) {
      throw new Unclear(`it is not understood of what "${item.written}" is said`);
    }
    this.#takeWord(item);
    return 1;
  }

  /** Whether an adjective only tells one neutral thing from another: "flat areas", "fine detail". */
  #isIdle(at: number): boolean {
    const noun = nounAfter(this.#items, at);
    if (noun === undefined) return false;
    return is(this.#items[at]!, 'neutral') || (is(noun, 'neutral') && noun.key !== this.#whole);
  }

  /* What is said of the whole. */

  #takeWhole(claim: FreeClaim): number {
    if (this.#negated) throw new Unclear('it is unclear what is denied of the whole');
    this.#wholes.push(claim);
    this.#latest = undefined;
    this.#degree = undefined;
    return 1;
  }

  #takeClause({ entry }: Item, at: number): void {
    const [clause] = entry!.clauses;
    const { attribute, kind, side, degree, request } = clause!;
    if (this.#wished && request !== true) throw new Unclear('it is unclear what is wished for');
    // What was added to the clause weighs more than its own words.
    this.#degree ??= degree;
    this.#say([{ attribute, pole: kind === 'weakness' ? 'bad' : 'good' }], at, {
      ...(side === undefined ? {} : { side }),
    });
  }

  /* Joints: what holds over them and what does not. */

  #join(at: number, joint: 'and' | 'or' | 'comma'): void {
    const afterNoun = this.#nouns.at(-1)?.item === this.#items[at - 1];
    const said = this.#said.length > this.#stretch || this.#wished;
    const listing = afterNoun && !this.#finite && !said;
    if (this.#negated && joint !== 'or') throw new Unclear('it does not say what is denied');
    const verdict = this.#verdict;
    const isOpen = verdict !== undefined && verdict !== this.#given && !verdict.negated;
    if (isOpen && verdict.from === this.#said.length) {
      throw new Unclear('it does not say of what it speaks');
    }
    this.#endStretch();
    this.#joint = joint;
    this.#start = at + 1;
    this.#joints++;
    this.#stretch = this.#said.length;
    this.#amount = undefined;
    if (!listing && beginsClause(this.#items, at + 1)) {
      this.#wished = false;
      this.#finite = false;
      this.#carry = 'no';
      this.#joint = undefined;
    }
    this.#oblique &&= afterNoun;
  }

  #endStretch(): void {
    const last = this.#said.at(-1);
    if (last !== undefined && this.#said.length > this.#stretch) {
      if (this.#degree !== undefined) last.degree = this.#degree;
      if (this.#where !== undefined) last.where = merge(last.where, this.#where);
      if (this.#reversed && last.where !== undefined) last.where = turned(last.where);
      if (this.#main) last.main = true;
    } else if (this.#where !== undefined) {
      return; // What it places is still to come.
    }
    this.#degree = undefined;
    this.#where = undefined;
    this.#reversed = false;
    this.#main &&= this.#said.length === this.#stretch;
  }

  /** A place that no claim came for is that of the one before: "tilted, with the right side lower". */
  #placeRest(): void {
    if (this.#where === undefined) return;
    const last = this.#said.at(-1);
    if (last === undefined) throw new Unclear('it does not say what is there');
    last.where = merge(last.where, this.#reversed ? turned(this.#where) : this.#where);
  }

  /** Whether what is being read wishes for something: by a word before or after it, or as a request. */
  get #isWish(): boolean {
    if (this.#wished) return true;
    const stretch = stretchFrom(this.#items, this.#start);
    const [first] = stretch;
    if (first !== undefined && is(first, 'imperative')) return true;
    // "More contrast and a warmer tone would help."
    const rest = stretch.some((item) => is(item, 'verb'))
      ? stretch
      : this.#items.slice(this.#start);
    return rest.some((item) => is(item, 'wish'));
  }

  /* Claims. */

  #say(
    meanings: readonly Meaning[],
    at: number,
    how: {
      readonly named?: boolean;
      readonly flipped?: boolean;
      readonly wished?: boolean;
      readonly mends?: boolean;
      readonly side?: Side;
    } = {},
  ): void {
    const { named = false, wished = false, mends = false, side } = how;
    let negated = this.#negated;
    let carried = false;
    if (
      !negated &&
      this.#joint !== undefined &&
      this.#carry !== 'no' &&
      this.#said.length === this.#stretch
    ) {
      if (this.#joint === 'or' || this.#carry === 'list' || this.#listEndsWithOr(at)) {
        negated = true;
        carried = true;
      } else {
        throw new Unclear('it is unclear whether all of it is denied');
      }
    }
    const said: Said = {
      meanings,
      at,
      named,
      flipped: negated !== (how.flipped ?? false),
      wished,
      mends,
      figures: [],
      main: this.#main,
      ...(this.#degree === undefined ? {} : { degree: this.#degree }),
      ...(side === undefined ? {} : { side }),
    };
    this.#said.push(said);
    this.#latest = said;
    this.#carry = negated ? (carried ? this.#carry : this.#negator) : 'no';
    this.#negated = false;
    this.#degree = undefined;
    this.#main = false;
  }

  #listEndsWithOr(at: number): boolean {
    return this.#joint === 'comma' && this.#items.slice(at).some((item) => is(item, 'or'));
  }

  /** A predicate of a noun that stands beside it or is the subject. */
  #takeSaid(at: number): boolean {
    const { entry } = this.#items[at]!;
    if (entry!.said.size === 0) return false;
    const next = nounAfter(this.#items, at);
    if (next !== undefined) {
      const meanings = entry!.said.get(next.key);
      if (meanings === undefined) return false;
      this.#sayOf(meanings, at);
      this.#used.add(next);
      return true;
    }
    return this.#sayOfSubject(at);
  }

  readonly #used = new Set<Item>();

  #sayOfSubject(at: number): boolean {
    const { said } = this.#items[at]!.entry!;
    if (this.#narrows(said)) return true;
    const subject = this.#subjects();
    if (subject.length === 0) return false;
    const bound = subject.map((noun) => this.#meaningsOf(said, noun));
    if (bound.some((meanings) => meanings === undefined)) return false;
    bound.forEach((meanings, index) => {
      const negated = this.#negated;
      this.#sayOf(meanings!, at);
      subject[index]!.used = true;
      // One negation is said of all subjects.
      if (index < bound.length - 1) this.#negated = negated;
    });
    return true;
  }

  /** "The cast is blue", "clutter competes": what is said of a name says more closely which it means. */
  #narrows(said: ReadonlyMap<string, readonly Meaning[]>): boolean {
    const named = this.#lastNamed();
    const [noun] = this.#subject;
    if (named === undefined || noun?.item !== this.#items[named.at] || this.#negated) return false;
    const meant = [...said.values()].flat();
    const closer = named.meanings.filter((one) =>
      meant.some(({ attribute, pole }) => attribute === one.attribute && pole === one.pole),
    );
    if (closer.length === 0 || this.#wished) return false;
    named.meanings = closer;
    return true;
  }

  /** What the clause speaks of: "part of the frame" of the frame, and without a noun what was spoken of before. */
  #subjects(): readonly Noun[] {
    if (this.#subject.length > 0) return this.#subject;
    const last = this.#nouns.at(-1);
    return last === undefined ? this.#inherited : [last];
  }

  #meaningsOf<Meant>(said: ReadonlyMap<string, Meant>, { item }: Noun): Meant | undefined {
    const direct = said.get(item.key);
    if (direct !== undefined || !is(item, 'pronoun')) return direct;
    for (const noun of this.#inherited) {
      const meant = said.get(noun.item.key);
      if (meant !== undefined) return meant;
    }
    return said.get(this.#whole);
  }

  /** What is left of a predicate without a noun: it is said of the picture. */
  #takeImplied(at: number): boolean {
    const { entry } = this.#items[at]!;
    if (this.#items.some((item) => item.entry?.noun === true && item.key !== this.#whole))
      return false;
    const meanings = entry!.said.get(this.#whole);
    if (meanings === undefined) return false;
    this.#sayOf(meanings, at);
    return true;
  }

  #sayOf(meanings: readonly Meaning[], at: number): void {
    if (this.#amount?.kind === 'more' || this.#amount?.kind === 'less') {
      // "More vivid", "less cluttered": only where it is wished for.
      const wanted = this.#amount.kind === 'more' ? 'good' : 'bad';
      if (!this.#isWish || meanings.some(({ pole }) => pole !== wanted)) {
        throw new Unclear('it compares with what is not there');
      }
      this.#amount = undefined;
      this.#say(meanings.map(asBad), at, { wished: true });
      return;
    }
    if (!this.#wished) {
      this.#say(meanings, at);
      return;
    }
    this.#wish(meanings, at);
  }

  /** What is asked for is not there: that a good thing be, or that a bad one be not. */
  #wish(meanings: readonly Meaning[], at: number): void {
    const asked = this.#negated ? 'bad' : 'good';
    // A style is chosen and not lacking.
    const lacking = meanings.filter(({ attribute }) => attribute.kind !== 'style');
    if (lacking.length === 0) throw new Unclear('it is unclear what is wished for');
    if (lacking.some(({ pole }) => pole !== asked))
      throw new Unclear('it is unclear what is wished for');
    this.#negated = false;
    this.#say(lacking.map(asBad), at, { wished: true });
  }

  /** @param surely only where an article before its object tells a verb from an adjective: "level the horizon" */
  #takeMend(at: number, surely: boolean): boolean {
    const { article, entry } = this.#items[at]!;
    const { mends } = entry!;
    if (mends.size === 0 || (article && entry!.noun)) return false;
    const object = objectAfter(this.#items, at);
    if (surely && (object?.article !== true || !mends.has(object.key))) return false;
    const attributes = (object === undefined ? undefined : mends.get(object.key)) ?? mends.get('');
    if (attributes === undefined) return false;
    if (object !== undefined && mends.has(object.key)) this.#used.add(object);
    this.#say(
      attributes.map((attribute) => ({ attribute, pole: 'bad' })),
      at,
      {
        wished: true,
        mends: true,
      },
    );
    return true;
  }

  #takeBetter(at: number): boolean {
    const { better } = this.#items[at]!.entry!;
    if (better.size === 0 || !this.#isWish) return false;
    const next = nounAfter(this.#items, at);
    const subjects = next === undefined ? this.#subject : [];
    const attributes =
      next === undefined
        ? subjects
            .map((noun) => this.#meaningsOf(better, noun))
            .find((found) => found !== undefined)
        : better.get(next.key);
    if (attributes === undefined) return false;
    if (next !== undefined) this.#used.add(next);
    for (const noun of subjects) noun.used = true;
    this.#say(
      attributes.map((attribute) => ({ attribute, pole: 'bad' })),
      at,
      { wished: true },
    );
    return true;
  }

  /* How much there is of something. */

  #takeAmount(at: number): boolean {
    const item = this.#items[at]!;
    const kind = AMOUNTS.find((amount) => is(item, amount));
    if (kind === undefined) return false;
    const next = nounOfAmount(this.#items, at);
    // "Haze lowers the contrast", "a pattern adds rhythm": what something does is no request.
    if (kind === 'increase' || kind === 'decrease') {
      // "Strengthen the picture" says nothing.
      if (next?.key === this.#whole) return true;
      if (this.#subject.length > 0 && !this.#isWish) return next !== undefined;
    }
    if (next !== undefined && this.#appliesTo(kind, next)) {
      this.#amount = { kind, at };
      return true;
    }
    if ((kind === 'more' || kind === 'less') && (this.#items[at + 1]?.entry?.said.size ?? 0) > 0) {
      this.#amount = { kind, at };
      return true;
    }
    const named = this.#lastNamed();
    if (named !== undefined && (kind === 'absent' || kind === 'tooLittle')) {
      named.flipped = !named.flipped !== this.#negated;
      this.#negated = false;
      return true;
    }
    if (named !== undefined && kind === 'decrease' && this.#isWish) {
      if (this.#negated) named.flipped = !named.flipped;
      this.#negated = false;
      return true;
    }
    // "The exposure should be raised."
    const [noun, ...others] = this.#subject;
    if (noun === undefined || others.length > 0 || !this.#appliesTo(kind, noun.item)) return false;
    if (kind === 'more' || kind === 'less' || kind === 'absent') return false;
    if ((kind === 'increase' || kind === 'decrease') && !this.#wished) return false;
    this.#sayAmount(kind, noun.item, at);
    noun.used = true;
    return true;
  }

  #appliesTo(kind: Amount, { entry }: Item): boolean {
    const { names, more, less, topics } = entry!;
    switch (kind) {
      case 'more':
      case 'increase':
        return more.length > 0 || names.some(({ pole }) => pole === 'good');
      case 'tooLittle':
        return more.length > 0 || names.length > 0;
      case 'absent':
        return names.length > 0;
      case 'decrease':
        return less.length > 0 || names.some(({ pole }) => pole === 'bad') || topics.length > 0;
      case 'less':
      case 'tooMuch':
        return less.length > 0 || names.some(({ pole }) => pole === 'bad');
    }
  }

  #sayAmount(kind: Amount, { entry }: Item, at: number): void {
    const { names, more, less, topics } = entry!;
    const bad = (attributes: readonly Attribute[]): readonly Meaning[] =>
      attributes.map((attribute) => ({ attribute, pole: 'bad' }));
    const asked = kind === 'more' || kind === 'less';
    if (asked && !this.#isWish) throw new Unclear('it compares with what is not there');
    switch (kind) {
      case 'more':
      case 'increase':
        this.#say(more.length > 0 ? bad(more) : names.map(asBad), at, { wished: true });
        return;
      case 'less':
      case 'decrease':
      case 'tooMuch': {
        const named = names.filter(({ pole }) => pole === 'bad');
        const meanings = named.length > 0 ? named : bad(less.length > 0 ? less : topics);
        this.#say(meanings, at, { wished: kind !== 'tooMuch' });
        return;
      }
      case 'tooLittle':
      case 'absent':
        if (more.length > 0) this.#say(bad(more), at);
        else this.#say(names, at, { named: true, flipped: true });
    }
  }

  /* Nouns. */

  /** A noun that states a finding by itself, or of which there is too much or too little. */
  #takeName(at: number): boolean {
    const item = this.#items[at]!;
    const { names, more, topics, noun } = item.entry!;
    if (!noun) return false;
    const amount = this.#amount;
    if (amount !== undefined && this.#appliesTo(amount.kind, item)) {
      this.#amount = undefined;
      this.#sayAmount(amount.kind, item, at);
      this.#addNoun(item, true);
      this.#praise = undefined;
      return true;
    }
    if (names.length > 0) {
      if (this.#isObject(at)) {
        throw new Unclear(`what is said of "${item.written}" is not understood`);
      }
      if (this.#wished && !this.#negated && names.some(({ pole }) => pole === 'bad')) {
        throw new Unclear('it is unclear what is wished for');
      }
      if (this.#wished) this.#wish(names, at);
      else this.#say(names, at, { named: true });
      this.#agree(item);
      this.#addNoun(item, true);
      return true;
    }
    if (more.length > 0 && topics.length === 0 && this.#negated) {
      this.#negated = false;
      this.#say(
        more.map((attribute) => ({ attribute, pole: 'bad' })),
        at,
      );
      this.#addNoun(item, true);
      return true;
    }
    return false;
  }

  /** Whether a name is what a predicate or a noun does something to, and so no statement: "separates the noise". */
  #isObject(at: number): boolean {
    const before = this.#items[at - 1];
    if (before === undefined) return false;
    const { article } = this.#items[at]!;
    const afterPredicate = this.#said.at(-1)?.at === at - 1 && article;
    const afterNoun = before.entry?.noun === true && before.key !== this.#whole && !article;
    const oblique = this.#oblique && this.#said.length > this.#stretch && !this.#accompanies;
    return afterPredicate || afterNoun || oblique;
  }

  /** "A pleasing symmetry", "ugly noise", "poor balance". */
  #agree(item: Item): void {
    const praise = this.#praise;
    this.#praise = undefined;
    const said = this.#said.at(-1);
    if (praise === undefined || said === undefined || said.meanings[0]?.pole === praise.pole)
      return;
    if (praise.pole === 'good') throw new Unclear(`"${item.written}" is praised and is a fault`);
    if (said.flipped) throw new Unclear('it is unclear what is denied');
    blame(said);
  }

  #takeNoun(item: Item): void {
    const { topics } = item.entry!;
    const praise = this.#praise;
    const noun = this.#addNoun(item, this.#used.has(item));
    if (praise !== undefined) {
      this.#praise = undefined;
      if (topics.length > 0) {
        this.#sayTopics(noun, praise.pole, this.#items.indexOf(item));
      } else if (item.key === this.#whole) {
        this.#sayBand(praise.pole, praise.superb);
      } else {
        throw new Unclear(`it is not known what makes "${item.written}" good or bad`);
      }
      return;
    }
    const at = this.#items.indexOf(item);
    const verdict = this.#verdict;
    // "A problem with the exposure": unless more is said of it.
    const isJudged =
      verdict !== undefined && verdict !== this.#given && verdict.stretch === this.#joints;
    if (isJudged && topics.length > 0 && !noun.used && !saysMore(this.#items, at)) {
      this.#verdict = undefined;
      this.#sayTopics(noun, verdict.pole, at);
      if (verdict.main) this.#said.at(-1)!.main = true;
    }
  }

  #addNoun(item: Item, used: boolean): Noun {
    const noun = { item, used: used || is(item, 'neutral') || is(item, 'pronoun') };
    const last = this.#nouns.at(-1);
    const next = this.#items[this.#items.indexOf(item) + 1];
    const joined =
      last !== undefined &&
      this.#joint !== undefined &&
      // A comma alone joins only what goes on with another joint.
      (this.#joint !== 'comma' || (next !== undefined && isJoint(next))) &&
      !stateBetween(this.#items, last.item, item) &&
      this.#subject.includes(last);
    this.#nouns.push(noun);
    if (joined) this.#subject.push(noun);
    else if (!this.#oblique) this.#subject = [noun];
    this.#oblique = false;
    return noun;
  }

  #sayTopics(noun: Noun, pole: Pole, at: number): void {
    noun.used = true;
    this.#say(
      noun.item.entry!.topics.map((attribute) => ({ attribute, pole })),
      at,
      {},
    );
  }

  #sayBand(pole: Pole, superb: boolean): void {
    if (this.#wished) throw new Unclear('it is unclear what is wished for');
    const good = (pole === 'good') !== this.#negated;
    if (this.#negated && superb) throw new Unclear('it is unclear what is denied of the whole');
    this.#negated = false;
    this.#degree = undefined;
    this.#latest = undefined;
    this.#wholes.push({ kind: 'band', ...(good ? (superb ? SUPERB : GOOD) : POOR) });
  }

  #lastNamed(): Said | undefined {
    const last = this.#said.at(-1);
    return last?.named === true && this.#said.length > this.#stretch ? last : undefined;
  }

  /* Praise and blame. */

  #takeVerdict(at: number): boolean {
    const item = this.#items[at]!;
    const good = is(item, 'praise') || is(item, 'merit');
    if (!good && !is(item, 'blame') && !is(item, 'flaw')) return false;
    if (this.#isOfAll(at)) throw new Unclear('it speaks of all at once');
    const pole: Pole = good ? 'good' : 'bad';
    const isNoun = is(item, 'merit') || is(item, 'flaw');
    if (!isNoun) {
      const next = nounAfter(this.#items, at);
      if (next !== undefined) return this.#takePraiseOf(next, item, pole);
      if (this.#nounOfVerdictFollows(at)) return true;
    }
    return (
      this.#judgeName(at, isNoun, pole) ||
      this.#judgeTopics(at, pole) ||
      this.#judgeClaim(at, isNoun, pole) ||
      this.#judgeWhole(at, isNoun, pole)
    );
  }

  /** "All of its weaknesses". */
  #isOfAll(at: number): boolean {
    const before = this.#items[at - 1];
    const isPart = before !== undefined && is(before, 'preposition') && before.every;
    return this.#items[at]!.every || isPart;
  }

  /** An adjective before its noun waits for it. */
  #takePraiseOf(noun: Item, item: Item, pole: Pole): boolean {
    // Degrees are adjectives of praise too: "a strong cast", "strong lines".
    const isDegree = DEGREES.some((degree) => is(item, degree));
    if (isDegree && noun.entry!.topics.length === 0 && noun.key !== this.#whole) return false;
    this.#praise = { pole, superb: is(item, 'superb') };
    return true;
  }

  /** "Noise is a problem", "noise is no problem". */
  #judgeName(at: number, isNoun: boolean, pole: Pole): boolean {
    const named = this.#lastNamed();
    if (named === undefined) return false;
    // "Noise problems" are noise.
    if (isNoun && named.at === at - 1) return true;
    if (named.flipped) throw new Unclear('it is unclear what is denied');
    const said = this.#negated ? opposite(pole) : pole;
    if (poleOf(named) !== said) {
      if (this.#negated) named.flipped = true;
      else if (said === 'bad') blame(named);
      else throw new Unclear('it praises a fault');
    }
    this.#judged(named);
    return true;
  }

  /** "The exposure is good." */
  #judgeTopics(at: number, pole: Pole): boolean {
    const isOpen = ({ item: { entry }, used }: Noun): boolean => !used && entry!.topics.length > 0;
    if (this.#subject.length === 0 || !this.#subject.every(isOpen)) return false;
    const negated = this.#negated;
    for (const noun of this.#subject) {
      this.#negated = negated;
      if (this.#wished) this.#wishTopics(noun, pole, at);
      else this.#sayTopics(noun, pole, at);
    }
    return true;
  }

  /** "Which is a weakness": of what was claimed before, with which it must agree. */
  #judgeClaim(at: number, isNoun: boolean, pole: Pole): boolean {
    const isOfThis = this.#said.length > this.#stretch;
    const last = this.#latest;
    if (last === undefined) return false;
    const stretch = stretchFrom(this.#items, this.#start);
    // "There are no faults" is said of the whole; "not a fault" of what it follows.
    const hasVerb = stretch.some((item) => is(item, 'verb') || is(item, 'present'));
    if (isNoun && this.#negated && (hasVerb || this.#negator === 'list')) return false;
    // "The main weakness is the noise": of what is still to come.
    if (isNoun && !isOfThis && saysMore(this.#items, at)) return false;
    if (!isOfThis && !(isNoun && this.#subject.every(({ used }) => used))) return false;
    if (poleOf(last) !== (this.#negated ? opposite(pole) : pole)) {
      throw new Unclear('it praises a fault or blames a strength');
    }
    this.#judged(last);
    return true;
  }

  #judged(said: Said): void {
    if (this.#main) said.main = true;
    this.#main = false;
    this.#negated = false;
    this.#degree = undefined;
  }

  /** "A strong picture", and what is said before it is known of what: "its weakness is the noise". */
  #judgeWhole(at: number, isNoun: boolean, pole: Pole): boolean {
    if (
      isNoun ||
      (pole === 'bad' && (this.#negated || !this.#isOfWhole() || saysMore(this.#items, at)))
    ) {
      if (this.#wished) throw new Unclear('it is unclear what is wished for');
      if (this.#verdict !== undefined) throw new Unclear('it praises or blames too much at once');
      this.#verdict = {
        from: this.#said.length,
        stretch: this.#joints,
        pole: this.#negated ? opposite(pole) : pole,
        negated: this.#negated,
        serious: this.#serious,
        main: this.#main,
      };
      this.#negated = false;
      this.#degree = undefined;
      return true;
    }
    if (!this.#isOfWhole() || this.#wished) return false;
    this.#sayBand(pole, is(this.#items[at]!, 'superb'));
    return true;
  }

  #isOfWhole(): boolean {
    const [noun] = this.#subject;
    return noun !== undefined && (noun.item.key === this.#whole || is(noun.item, 'pronoun'));
  }

  #nounOfVerdictFollows(at: number): boolean {
    const next = this.#items[at + 1];
    return next !== undefined && (is(next, 'flaw') || is(next, 'merit'));
  }

  #wishTopics(noun: Noun, pole: Pole, at: number): void {
    noun.used = true;
    this.#wish(
      noun.item.entry!.topics.map((attribute) => ({ attribute, pole })),
      at,
    );
  }

  #checkVerdict(): void {
    const verdict = this.#verdict;
    if (verdict === undefined) return;
    if (verdict.negated) {
      // "There are no weaknesses", whatever else is said.
      if (verdict.pole === 'bad') throw new Unclear('it is unclear what is denied');
      const relation = verdict.serious ? 'nothing-serious' : 'no-weakness';
      this.#wholes.push({ kind: 'whole', relation });
      this.#verdict = undefined;
      return;
    }
    // A verdict of the clause before is on all of this one.
    const judged = this.#said.slice(verdict === this.#given ? 0 : verdict.from);
    for (const said of judged) {
      if (poleOf(said) !== verdict.pole) {
        throw new Unclear('it praises a fault or blames a strength');
      }
    }
    const [first] = judged;
    if (first === undefined) return;
    if (verdict.main) first.main = true;
    this.#verdict = undefined;
  }

  /* Places and figures. */

  /** @returns how many items say where */
  #takePlace(start: number): number {
    const { place } = this.#items[start]!.entry!;
    if (place !== undefined) {
      this.#where = merge(this.#where, whereIn(place));
      return 1 + this.#partsFrom(start + 1);
    }
    let at = start;
    let vertical: Where['vertical'];
    let horizontal: Where['horizontal'];
    let middle = false;
    for (; at < this.#items.length; at++) {
      const item = this.#items[at]!;
      if (is(item, 'top') && vertical === undefined) vertical = 'top';
      else if (is(item, 'bottom') && vertical === undefined) vertical = 'bottom';
      else if (is(item, 'left') && horizontal === undefined) horizontal = 'left';
      else if (is(item, 'right') && horizontal === undefined) horizontal = 'right';
      else if (is(item, 'middle') && !middle) middle = true;
      else break;
    }
    if (at === start) return 0;
    const before = this.#items[start - 1];
    const after = this.#items[at];
    const part = after !== undefined && is(after, 'part');
    const placed =
      part ||
      at - start > 1 ||
      ((this.#items[start]!.article || (before !== undefined && is(before, 'preposition'))) &&
        after?.entry?.noun !== true);
    if (!placed) return 0;
    this.#where = merge(this.#where, {
      ...(vertical === undefined ? {} : { vertical }),
      ...(horizontal === undefined ? {} : { horizontal }),
      middle,
    });
    // "The bottom left corner is black."
    if (!this.#oblique) this.#addNoun(this.#part, true);
    this.#oblique = false;
    return at - start + this.#partsFrom(at);
  }

  /** How many items go on naming a part: "the top left" "corner". */
  #partsFrom(start: number): number {
    let at = start;
    while (at < this.#items.length && is(this.#items[at]!, 'part')) at++;
    return at - start;
  }

  #takeFigure(at: number): boolean {
    const { figure, entry } = this.#items[at]!;
    const unit = this.#items[at + 1]?.entry?.unit;
    // "One" is a pronoun more often than a number.
    if (unit === undefined && entry !== undefined && entry.classes.size > 0) return false;
    this.#figures.push({ figure: { ...figure!, unit }, at });
    return true;
  }

  #placeFigures(): void {
    for (const { figure, at } of this.#figures) {
      const distance = (said: Said): number =>
        Math.abs(said.at - at) + (this.#isJointBetween(said.at, at) ? this.#items.length : 0);
      const [nearest] = [...this.#said].sort((a, b) => distance(a) - distance(b));
      if (nearest === undefined) throw new Unclear(`it is unclear what ${figure.value} is said of`);
      nearest.figures.push(figure);
    }
  }

  #isJointBetween(one: number, other: number): boolean {
    return this.#items.slice(Math.min(one, other), Math.max(one, other)).some(isJoint);
  }

  /* Everything else. */

  #takeWord(item: Item): void {
    const degree = DEGREES.find((one) => is(item, one));
    if (is(item, 'wish')) this.#takeWish(item);
    else if (degree !== undefined) this.#degree = degree;
    else if (is(item, 'main')) this.#main = true;
    else if (is(item, 'serious')) this.#serious = true;
    else if (is(item, 'present')) this.#closeNegation();
    else if (is(item, 'reversing')) this.#reversed = true;
    else if (is(item, 'preposition')) {
      this.#oblique = true;
      this.#accompanies = is(item, 'accompanying');
    } else if (is(item, 'verb')) this.#oblique = false;
    else if (is(item, 'pronoun')) this.#addNoun(item, true);
    else if (is(item, 'attributive')) this.#checkAttributive(item);
    else if (is(item, 'emphasis') || is(item, 'neutral')) return;
    else this.#unknown.push(item);
    if (is(item, 'serious')) this.#serious = true;
    if (is(item, 'main')) this.#main = true;
  }

  #takeWish(item: Item): void {
    this.#wished = true;
    if (!is(item, 'need')) return;
    const at = this.#items.indexOf(item);
    const noun = nounOfAmount(this.#items, at);
    if (noun === undefined) return;
    // "Needs contrast."
    if (!this.#appliesTo('more', noun)) throw new Unclear('it is unclear what is wished for');
    this.#amount = { kind: 'more', at };
  }

  /** "Small areas" says nothing; "is small" does. */
  #checkAttributive(item: Item): void {
    const next = this.#items[this.#items.indexOf(item) + 1];
    const isNoun =
      next !== undefined &&
      !is(next, 'preposition') &&
      (next.entry?.noun === true || is(next, 'neutral') || is(next, 'attributive'));
    if (!isNoun) throw new Unclear(`it is not understood of what "${item.written}" is said`);
  }

  /** "Noise is not visible." */
  #closeNegation(): void {
    const named = this.#lastNamed();
    if (named === undefined || !this.#negated) return;
    named.flipped = !named.flipped;
    this.#negated = false;
  }

  /** What is spoken of must be part of a claim, or may stand beside one. */
  #checkNouns(): void {
    const attributes = new Set(
      [...this.#before, ...this.#said].flatMap(({ meanings }) =>
        meanings.map(({ attribute }) => attribute),
      ),
    );
    const open = [
      ...this.#nouns
        .filter(({ used, item }) => !used && !this.#used.has(item))
        .map(({ item }) => item),
      ...this.#unknown,
    ];
    for (const { entry, written } of open) {
      if (!entry!.beside.some((attribute) => attributes.has(attribute))) {
        throw new Unclear(`what is said of "${written}" is not understood`);
      }
    }
  }
}
