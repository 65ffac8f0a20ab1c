import type { Attribute } from '../../attributes/attribute.js';
import { capital } from '../../language/capital.js';
import type { Frames } from '../../language/locale.js';
import type { AttributeWords, Ways } from '../../language/words.js';
import type { Claim, Contribution, Sentence } from '../../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../../scoring/contributions.js';
import type { CommentDetail, Decoder, WritingRequest } from '../decoder.js';
import { seeded } from '../seeded.js';
import { wordsOf } from '../words-of.js';
import { chooseContent, type Content, type Point, type Trait } from './content.js';
import { filled, realised, slotsOf, type Part, type Parts } from './frame.js';

/**
 * Writes from readings alone, in no time: what to say is chosen from the findings, said in an order that leads from what works to what
 * does not and what to do, and worded by a grammar. The picture's hash decides between wordings, so that the same picture always reads
 * the same and others do not.
 */
export class GroundedDecoder implements Decoder {
  readonly id = 'grounded';

  async *write(request: WritingRequest): AsyncGenerator<Sentence> {
    const { assessment, attributes, detail } = request;
    const content = chooseContent(assessment, attributes, detail);
    yield* written(request, content);
  }
}

/** Words of a comment: what is of less weight is told until there are enough, and left out where there are too many. */
const WORDS: Readonly<Record<CommentDetail, { enough: number; most: number }>> = {
  short: { enough: 10, most: 25 },
  normal: { enough: 40, most: 70 },
  full: { enough: Infinity, most: Infinity },
};

/** Things of less weight: traits, and where the score comes from. */
const MOST_ASIDES = 8;

function written(request: WritingRequest, content: Content): Sentence[] {
  const { enough, most } = WORDS[request.detail];
  const spare = Math.min(MOST_ASIDES, asidesIn(content));
  let best = new Writer(request, { asides: 0, brief: false }).write(content);
  if (wordsIn(best) > most) return new Writer(request, { asides: 0, brief: true }).write(content);
  for (let asides = 1; asides <= spare && wordsIn(best) < enough; asides++) {
    const longer = new Writer(request, { asides, brief: false }).write(content);
    if (wordsIn(longer) > most) break;
    best = longer;
  }
  return best;
}

function asidesIn({ traits, impression, costs }: Content): number {
  return traits.length + (impression === undefined ? 0 : 1) + (costs === undefined ? 0 : 1);
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

/** A weakness that is this much weightier than the first strength is told first. */
const OUTWEIGHS = 0.25;

/** How often what a picture shows of itself is told in one sentence with how it stands. */
const JOINED = 0.6;

function outweighs(weakness: Point | undefined, strength: Point): boolean {
  return weakness !== undefined && weakness.severity > strength.severity + OUTWEIGHS;
}

/** All that can be said of a point: in a clause, as a name, what it does, and what to do. */
type PointParts = Record<'a' | 'n' | 'effect' | 'mend' | 'next', Part | undefined>;

/** The parts of what is told second in a sentence. */
function second({ a, n }: Parts): Parts {
  return { b: a, m: n };
}

interface Length {
  /** How many things of less weight are told. */
  readonly asides: number;
  /** No effects, and advice for the first weakness only. */
  readonly brief: boolean;
}

class Writer {
  readonly #request: WritingRequest;
  readonly #length: Length;
  readonly #random: () => number;
  /** Frames and words that this comment has used. */
  readonly #used = new Set<string>();
  readonly #sentences: Sentence[] = [];

  constructor(request: WritingRequest, length: Length) {
    this.#request = request;
    this.#length = length;
    const { assessment, locale } = request;
    this.#random = seeded(`${assessment.picture.sha256} ${locale.id}`);
  }

  write(content: Content): Sentence[] {
    const { traits, reasons } = this.#asides(content);
    const strengths = [...content.strengths];
    const weaknesses = [...content.weaknesses];
    this.#opening(content, strengths, weaknesses);
    this.#body(strengths, weaknesses, traits);
    for (const style of content.styles) this.#point(this.#frames.style, style);
    this.#traits(traits);
    if (content.weaknesses.length === 0 && !this.#isEnough()) this.#closing(content, reasons);
    for (const a of reasons) this.#say(['{a}'], { a }, 'overall');
    return this.#sentences;
  }

  get #frames(): Frames {
    return this.#request.locale.frames;
  }

  /** Whether something was said where little is wanted. */
  #isEnough(): boolean {
    const { detail } = this.#request;
    return detail === 'short' && this.#sentences.some(({ claims }) => claims.length > 1);
  }

  /** How the picture stands, alone or with what is weightiest, which is then told. */
  #opening(content: Content, strengths: Point[], weaknesses: Point[]): void {
    const s = this.#standing(content);
    if (s === undefined) return;
    const { opening } = this.#frames;
    const [strength] = strengths;
    const [weakness] = weaknesses;
    const joined = this.#random() < JOINED || this.#request.detail === 'short';
    const is = content.standing?.is;
    const poor = is === 'below' || is === 'worst';
    if (!joined || (strength === undefined && weakness === undefined)) {
      this.#say(['{s}'], { s }, 'overall');
    } else if (strength !== undefined && !outweighs(weakness, strength)) {
      strengths.shift();
      const ways = poor ? opening.strengthAgainst : opening.strengthAlong;
      this.#say(ways, { s, ...this.#partsOf(strength) }, 'overall');
    } else if (weakness !== undefined) {
      weaknesses.shift();
      this.#weakness(poor ? opening.weaknessAlong : opening.weaknessAgainst, weakness, { s });
    }
  }

  #standing({ standing }: Content): Part | undefined {
    if (standing === undefined) return undefined;
    const { is, percentile } = standing;
    const ways = this.#frames.standing[is];
    const wordless = ways.filter((way) => !way.includes('{percent}'));
    const way = this.#pick(this.#request.detail === 'short' ? wordless : ways);
    const figure = way.includes('{percent}') ? { value: percentile, unit: '%' } : {};
    return {
      text: way.replace('{percent}', String(percentile)),
      claims: [{ about: 'score', relation: 'standing', standing: is, ...figure }],
    };
  }

  /** What works and what does not, the weightier first. */
  #body(strengths: readonly Point[], weaknesses: readonly Point[], traits: Part[]): void {
    const [strength, ...moreStrengths] = strengths;
    const [weakness, ...moreWeaknesses] = weaknesses;
    if (this.#tells('weakness')) {
      this.#further(weaknesses);
      this.#strengths(strengths, traits);
    } else if (weakness === undefined) {
      this.#strengths(strengths, traits);
    } else if (strength === undefined) {
      this.#weaknesses(weaknesses);
    } else if (outweighs(weakness, strength)) {
      this.#weakness(this.#frames.weaknessThenStrength, weakness, second(this.#partsOf(strength)));
      this.#strengths(moreStrengths);
      this.#further(moreWeaknesses);
    } else if (moreStrengths.length === 0) {
      const told = this.#partsOf(weakness);
      this.#say(
        this.#frames.strengthThenWeakness,
        { ...this.#partsOf(strength), ...second(told), effect: told.effect },
        weakness.attribute.level,
      );
      this.#after(weakness, told);
      this.#further(moreWeaknesses);
    } else {
      this.#strengths(strengths);
      this.#weaknesses(weaknesses);
    }
  }

  /** Two in a sentence; one alone may share it with a trait. */
  #strengths(points: readonly Point[], traits: Part[] = []): void {
    const { strength, strengths, furtherStrength, joined } = this.#frames;
    for (let at = 0; at < points.length; at += 2) {
      const [one, other] = points.slice(at, at + 2);
      if (one === undefined) return;
      if (other !== undefined) {
        this.#pair(strengths, one, other);
        continue;
      }
      const trait = this.#random() < JOINED ? traits.shift() : undefined;
      if (trait === undefined)
        this.#point(this.#tells('strength') ? furtherStrength : strength, one);
      else this.#say(joined, { a: this.#partsOf(one).a, b: trait }, one.attribute.level);
    }
  }

  /** The first with what it does and what to do, or with another of its topic. */
  #weaknesses(points: readonly Point[]): void {
    const [first, ...others] = points;
    if (first === undefined) return;
    const { topic } = first.attribute;
    const related = others.find(
      ({ attribute }) => topic !== undefined && attribute.topic === topic,
    );
    if (this.#tells('weakness')) {
      this.#further(points);
      return;
    }
    if (related === undefined || topic === undefined) {
      this.#weakness(this.#frames.weakness, first);
      this.#further(others);
      return;
    }
    const place: Part = { text: this.#request.locale.topics[topic], claims: [] };
    const [one, other] = this.#pair(this.#frames.weaknesses, first, related, { topic: place });
    if (one.mend !== undefined && other.mend !== undefined) {
      this.#say(this.#frames.mends, { mend: one.mend, also: other.mend }, first.attribute.level);
    } else {
      this.#advice(first, one);
      this.#advice(related, other);
    }
    this.#further(others.filter((point) => point !== related));
  }

  #further(points: readonly Point[]): void {
    for (const point of points) {
      const parts = this.#partsOf(point);
      this.#say(this.#frames.furtherWeakness, parts, point.attribute.level);
      if (!this.#length.brief) this.#advice(point, parts);
    }
  }

  /** A weakness, and what the sentence left out: what it does and what to do. */
  #weakness(ways: Ways, point: Point, more: Parts = {}): void {
    const parts = this.#partsOf(point);
    this.#say(ways, { ...parts, ...more }, point.attribute.level);
    this.#after(point, parts);
  }

  #after(point: Point, parts: PointParts): void {
    const { level } = point.attribute;
    const { brief } = this.#length;
    // What "this" is about is what was told last.
    const last = this.#sentences.at(-1)?.claims.at(-1);
    const clear = last?.about === point.attribute.id;
    if (
      clear &&
      this.#request.detail !== 'short' &&
      !brief &&
      !this.#told(point, 'effect') &&
      this.#random() < 0.5
    ) {
      this.#say(this.#frames.effect, { effect: parts.effect }, level);
    }
    this.#advice(point, parts);
  }

  #advice(point: Point, { mend, next }: PointParts): void {
    if (this.#told(point, 'mend') || this.#told(point, 'next-time')) return;
    const { level } = point.attribute;
    if (mend !== undefined) this.#say(this.#frames.mend, { mend }, level);
    else this.#say(this.#frames.nextTime, { next }, level);
  }

  /** Whether anything of this sort has been told. */
  #tells(wanted: Claim['relation']): boolean {
    return this.#sentences.some(({ claims }) => claims.some(({ relation }) => relation === wanted));
  }

  #told({ attribute: { id } }: Point, wanted: Claim['relation']): boolean {
    return this.#sentences.some(({ claims }) =>
      claims.some(({ about, relation }) => about === id && relation === wanted),
    );
  }

  /** Where no weakness is told: that there is none, or what the greatest of the small ones is. */
  #closing({ minor, untold, strengths, styles }: Content, reasons: Part[]): void {
    const { atMost, nothingSerious, nothingWrong, nothingStandsOut, joined } = this.#frames;
    const named = minor === undefined ? undefined : this.#partsOf(minor, 'minor').n;
    if (named !== undefined) {
      this.#say(atMost, { n: named }, 'overall');
      return;
    }
    const [ways, relation] =
      untold === 'weakness'
        ? ([nothingSerious, 'nothing-serious'] as const)
        : strengths.length + styles.length > 0 || untold === 'other'
          ? ([nothingWrong, 'no-weakness'] as const)
          : ([nothingStandsOut, 'nothing'] as const);
    const a: Part = { text: this.#pick(ways), claims: [{ about: 'craft', relation }] };
    const b = reasons.shift();
    this.#say(b === undefined ? ['{a}'] : joined, { a, b }, 'overall');
  }

  /** What is of less weight, as much of it as there is room for: a trait first, then a reason, and so on. */
  #asides({ traits, impression, costs }: Content): { traits: Part[]; reasons: Part[] } {
    const topics = new Set<string>();
    const told: { traits: Part[]; reasons: Part[] } = { traits: [], reasons: [] };
    const unusual = this.#shuffled(traits).filter(({ attribute: { id, topic = id } }) => {
      if (topics.has(topic)) return false;
      topics.add(topic);
      return true;
    });
    const reasons = [
      ...(impression === undefined ? [] : [this.#impression(impression)]),
      ...(costs === undefined ? [] : [this.#costs(costs)]),
    ];
    const room = this.#request.detail === 'full' ? MOST_ASIDES : this.#length.asides;
    for (let at = 0; at < room; at++) {
      const trait = at % 2 === 0 || reasons.length === 0 ? unusual.shift() : undefined;
      if (trait !== undefined) told.traits.push(this.#trait(trait));
      else told.reasons.push(...reasons.splice(0, 1));
    }
    return told;
  }

  #impression({ value }: Contribution): Part {
    const relation = value > 0 ? 'lifts' : 'lowers';
    return {
      text: this.#pick(this.#frames.impression[relation]),
      claims: [{ about: OVERALL_IMPRESSION, relation, value }],
    };
  }

  #costs({ attribute, value }: NonNullable<Content['costs']>): Part {
    const { title } = this.#words(attribute);
    const points = this.#request.locale.number(Math.abs(value), 1);
    const [text = ''] = filled([this.#pick(this.#frames.costs)], { title, points });
    return { text, claims: [{ about: attribute.id, relation: 'lowers', value }] };
  }

  #trait({ attribute, is, claim }: Trait): Part {
    const words = this.#words(attribute);
    const figure = words.figure?.(claim.value ?? 0);
    const ways = filled(words.trait?.[is] ?? [], { figure });
    return { text: this.#pick(ways), claims: [claim] };
  }

  #traits(parts: readonly Part[]): void {
    const { trait, traits } = this.#frames;
    for (let at = 0; at < parts.length; at += 2) {
      const [a, b] = parts.slice(at, at + 2);
      this.#say(b === undefined ? trait : traits, { a, b }, 'overall');
    }
  }

  #point(ways: Ways, point: Point): void {
    this.#say(ways, this.#partsOf(point), point.attribute.level);
  }

  #pair(ways: Ways, one: Point, other: Point, more: Parts = {}): [PointParts, PointParts] {
    const [first, next] = [this.#partsOf(one), this.#partsOf(other)];
    this.#say(ways, { ...second(next), a: first.a, n: first.n, ...more }, other.attribute.level);
    return [first, next];
  }

  /** All that can be said of a point: in a clause, as a name, what it does and what to do. */
  #partsOf(point: Point, relation: Claim['relation'] = point.kind): PointParts {
    const { attribute, kind, degree, side, place, sure, mendable } = point;
    const { frames, places, sides } = this.#request.locale;
    const words = this.#words(attribute);
    const claim: Claim = { ...point.claim, relation };
    const { value, unit } = claim;
    const figure = sure ? words.figure?.(value ?? 0) : undefined;
    const slots = { figure, side: side === undefined ? undefined : sides[side] };
    const located = place === undefined ? undefined : places[place];
    const put = (text: string, around: Ways, slot: 'a' | 'n'): string =>
      located === undefined
        ? text
        : this.#pick(around).replace(`{${slot}}`, text).replace('{place}', located);

    const clauses =
      kind === 'weakness'
        ? words.weakness?.[degree]
        : kind === 'strength'
          ? words.strength?.[degree]
          : words.style;
    const plain = put(this.#pick(filled(clauses ?? [words.title], slots)), frames.where, 'a');
    const clause = sure
      ? plain
      : (filled([this.#pick(frames.unsure)], { a: plain, A: capital(plain) })[0] ?? plain);
    const names =
      kind === 'weakness' ? words.fault?.[degree] : kind === 'strength' ? words.merit : undefined;
    const name =
      names === undefined || !sure
        ? undefined
        : put(this.#pick(filled(names, slots)), frames.whereOfName, 'n');
    const of = (
      ways: readonly string[] | undefined,
      relation: Claim['relation'],
    ): Part | undefined =>
      ways === undefined || ways.length === 0
        ? undefined
        : {
            text: this.#pick(ways),
            claims: [{ about: attribute.id, relation, value, unit }] as Claim[],
          };
    const weak = kind === 'weakness';
    const effect = degree === 'slight' || !sure ? words.effect?.can : words.effect?.does;
    const mend = weak && mendable ? of(words.mend, 'mend') : undefined;
    const then = this.#pick(this.#request.locale.then);
    const next =
      weak && mend === undefined
        ? of(filled(words.nextTime ?? [], { then }), 'next-time')
        : undefined;
    return {
      a: { text: clause, claims: [claim] },
      n: name === undefined ? undefined : { text: name, claims: [claim] },
      effect:
        weak && !this.#length.brief && this.#request.detail !== 'short'
          ? of(effect, 'effect')
          : undefined,
      mend,
      next,
    };
  }

  /** Says something in one of the frames whose slots can be filled, one that was not used yet if there is one. */
  #say(ways: Ways, parts: Parts, level: Sentence['level']): void {
    const fitting = ways.filter((way) => slotsOf(way).every((slot) => parts[slot] !== undefined));
    const fresh = fitting.filter((way) => !this.#used.has(way));
    const among = fresh.length > 0 ? fresh : fitting;
    if (among.length === 0) return;
    const frame = this.#pick(among);
    this.#used.add(frame);
    this.#sentences.push({ ...realised(frame, parts), level });
  }

  #words(attribute: Attribute): AttributeWords {
    return wordsOf(attribute, this.#request.locale);
  }

  #pick(ways: readonly string[]): string {
    return ways[Math.floor(this.#random() * ways.length)] ?? '';
  }

  /** Fisher and Yates. */
  #shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let at = all.length - 1; at > 0; at--) {
      const other = Math.floor(this.#random() * (at + 1));
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    return all;
  }
}
