import { capital } from '../../language/capital.js';
import type { Frames } from '../../language/locale.js';
import type { Ways } from '../../language/words.js';
import type { Claim, Sentence } from '../../protocol/generated/assessment.js';
import { seededByWords } from '../../protocol/random.js';
import type { CommentDetail, Decoder, WritingRequest } from '../decoder.js';
import { chooseContent, type Content, type Point } from './content.js';
import { realised, slotsOf, type Part, type Parts } from './frame.js';
import { Phrasing, type PointParts } from './phrasing.js';

/**
 * Writes from readings alone, in no time: what to say is chosen from the findings, said in an order that leads from what works to what
 * does not and what to do, and worded by a grammar. The picture's hash decides between wordings, so that the same picture always reads
 * the same and others do not.
 */
export class GroundedDecoder implements Decoder {
  readonly id = 'grounded';

  async *write(request: WritingRequest): AsyncGenerator<Sentence> {
    yield* ofRightLength(request, chooseContent(request));
  }
}

/** Words of a comment: asides are told until there are enough, and effects left out where there are too many. */
const WORDS: Readonly<Record<CommentDetail, { enough: number; most: number }>> = {
  short: { enough: 10, most: 25 },
  normal: { enough: 40, most: 70 },
  full: { enough: Infinity, most: Infinity },
};

/** Other words are tried so often where a comment is too long. */
const ATTEMPTS = 32;

/** A short comment that is still too long after so many does without how the picture stands. */
const ATTEMPTS_WITH_STANDING = 4;

function ofRightLength(request: WritingRequest, content: Content): readonly Sentence[] {
  const { enough, most } = WORDS[request.detail];
  const write = (length: Length): readonly Sentence[] => new Writer(request, length).write(content);
  const { traits, impression, costs } = content;
  const spare = traits.length + [impression, costs].filter((one) => one !== undefined).length;
  if (request.detail === 'full') return write({ asides: spare, brief: false, attempt: 0 });
  const brief = request.detail === 'short';
  let told = write({ asides: 0, brief, attempt: 0 });
  for (let attempt = 1; attempt <= ATTEMPTS && wordsIn(told) > most; attempt++) {
    const other = write({ asides: 0, brief: true, attempt });
    if (wordsIn(other) < wordsIn(told)) told = other;
  }
  for (let asides = 1; asides <= spare && wordsIn(told) < enough; asides++) {
    const longer = write({ asides, brief, attempt: 0 });
    if (wordsIn(longer) > most) break;
    told = longer;
  }
  return told;
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

/** How much is told beside strengths, weaknesses and styles. */
interface Length {
  /** How many traits, and reasons of the score. */
  readonly asides: number;
  /** Without effects, and with advice on the first weakness alone. */
  readonly brief: boolean;
  /** Other words are tried where the first are too many. */
  readonly attempt: number;
}

/** Shares of comments that are built so: decided by the picture's hash. */
const STANDS_LAST = 0.35;
const STANDS_WITH_FIRST = 0.75;
const SHARES_WITH_TRAIT = 0.6;
const EFFECT_APART = 0.5;
const PAIRED = 0.7;

/** Two clauses make one sentence up to so many words, if neither is made of two already. */
const MOST_TOGETHER = 28;

function fitTogether(a: Part, b: Part): boolean {
  const together = `${a.text} ${b.text}`;
  return !/[;:]/u.test(together) && together.split(' ').length <= MOST_TOGETHER;
}

/** Whether a frame holds two clauses that begin alike or two names that end alike: "the subject is sharp, and the subject is easy to find". */
function repeats(way: string, { a, b, n, m }: Parts): boolean {
  const slots = slotsOf(way);
  const both = (one: string, other: string): boolean =>
    slots.includes(one) && slots.includes(other);
  return (
    (both('a', 'b') && wordsOf(a, 0, 2) === wordsOf(b, 0, 2)) ||
    (both('n', 'm') && wordsOf(n, -2) === wordsOf(m, -2))
  );
}

function wordsOf(part: Part | undefined, from: number, to?: number): string | undefined {
  return part?.text.split(' ').slice(from, to).join(' ');
}

/** A weakness that is this much weightier than the first strength is told first. */
const OUTWEIGHS = 0.25;

function outweighs(weakness: Point | undefined, strength: Point): boolean {
  return weakness !== undefined && weakness.severity > strength.severity + OUTWEIGHS;
}

/** The parts of what is told second in a sentence. */
function second({ a, n }: PointParts): Parts {
  return { b: a, m: n };
}

class Writer {
  readonly #frames: Frames;
  readonly #topics: WritingRequest['locale']['topics'];
  readonly #detail: CommentDetail;
  readonly #length: Length;
  readonly #random: () => number;
  readonly #phrasing: Phrasing;
  /** Frames that this comment has used. */
  readonly #used = new Set<string>();
  readonly #sentences: Sentence[] = [];

  constructor({ assessment, locale, detail }: WritingRequest, length: Length) {
    this.#frames = locale.frames;
    this.#topics = locale.topics;
    this.#detail = detail;
    this.#length = length;
    this.#random = seededByWords(`${assessment.picture.sha256} ${locale.id} ${length.attempt}`);
    this.#phrasing = new Phrasing(locale, this.#random);
  }

  write(content: Content): readonly Sentence[] {
    const traits = this.#traits(content);
    const reasons = this.#reasons(content, traits.length);
    const strengths = [...content.strengths];
    const weaknesses = [...content.weaknesses];

    this.#sight(content, traits);
    const begun = this.#sentences.length > 0 || strengths.length > 0;
    const last = begun && this.#detail !== 'short' && this.#chance(STANDS_LAST);
    if (!last && !this.#isPressed(content)) {
      this.#opening(content, strengths, weaknesses, traits);
    }
    this.#body(strengths, weaknesses, traits);
    const single = traits.length % 2 === 1 ? traits.splice(-1) : [];
    this.#pairs(traits);
    this.#tail([
      ...content.styles.map((style) => this.#made(this.#frames.style, this.#parts(style))),
      ...single.map((a) => this.#made(this.#frames.trait, { a })),
      content.weaknesses.length === 0 && content.complete ? this.#closing(content) : undefined,
      ...reasons,
      last ? this.#verdict(content) : undefined,
    ]);
    return this.#sentences;
  }

  /** Where a line has no room for more than a weakness and what to do about it. */
  #isPressed({ weaknesses }: Content): boolean {
    const { attempt } = this.#length;
    return this.#detail === 'short' && attempt > ATTEMPTS_WITH_STANDING && weaknesses.length > 0;
  }

  /** What the picture shows, alone or with a trait. */
  #sight(content: Content, traits: Part[]): void {
    const t = this.#detail === 'short' ? undefined : this.#phrasing.sight(content);
    if (t === undefined) return;
    const a = this.#chance(SHARES_WITH_TRAIT) ? traits.shift() : undefined;
    this.#say(a === undefined ? ['{t}'] : this.#frames.sight, { t, a }, 'overall');
  }

  /** How the picture stands, alone or with what is weightiest, which is then told. */
  #opening({ standing }: Content, strengths: Point[], weaknesses: Point[], traits: Part[]): void {
    if (standing === undefined) return;
    const { opening } = this.#frames;
    const s = this.#phrasing.standing(standing, this.#detail === 'short');
    const [strength] = strengths;
    const [weakness] = weaknesses;
    const joined = this.#detail === 'short' || this.#chance(STANDS_WITH_FIRST);
    const poor = standing.is === 'below' || standing.is === 'worst';
    if (!joined) {
      this.#say(['{s}'], { s }, 'overall');
    } else if (strength === undefined && weakness === undefined) {
      const b = traits.shift();
      this.#say(b === undefined ? ['{a}'] : ['{a}; {b}'], { a: s, b }, 'overall');
    } else if (strength !== undefined && !outweighs(weakness, strength)) {
      strengths.shift();
      const ways = poor ? opening.strengthAgainst : opening.strengthAlong;
      this.#say(ways, { s, ...this.#parts(strength) }, 'overall');
    } else if (weakness !== undefined) {
      weaknesses.shift();
      this.#weakness(poor ? opening.weaknessAlong : opening.weaknessAgainst, weakness, { s });
    }
  }

  /** How the picture stands, after all else. */
  #verdict({ standing }: Content): Part | undefined {
    if (standing === undefined) return undefined;
    return this.#made(this.#frames.verdict, { s: this.#phrasing.standing(standing, false) });
  }

  /** What closes a comment: two in a sentence where they fit into one. */
  #tail(parts: readonly (Part | undefined)[]): void {
    const left = parts.filter((part) => part !== undefined);
    while (left.length > 0) {
      const [a, b] = left;
      const pair = b !== undefined && a !== undefined && fitTogether(a, b) && this.#chance(PAIRED);
      const commas = [a, b].some((part) => part?.text.includes(','));
      const together: Ways = commas ? ['{a}; {b}'] : this.#frames.joined;
      this.#say(pair ? together : ['{a}'], { a, b }, 'overall');
      left.splice(0, pair ? 2 : 1);
    }
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
      const { weaknessThenStrength } = this.#frames;
      this.#weakness(weaknessThenStrength, weakness, second(this.#parts(strength)));
      this.#strengths(moreStrengths, traits);
      this.#further(moreWeaknesses);
    } else if (moreStrengths.length === 0) {
      this.#contrast(strength, weakness);
      this.#further(moreWeaknesses);
    } else {
      this.#strengths(strengths, traits);
      this.#weaknesses(weaknesses);
    }
  }

  #contrast(strength: Point, weakness: Point): void {
    const parts = this.#parts(weakness);
    this.#say(
      this.#frames.strengthThenWeakness,
      { ...this.#parts(strength), ...second(parts), effect: parts.effect },
      weakness.attribute.level,
    );
    this.#after(weakness, parts);
  }

  /** Two in a sentence; one alone may share it with a trait. */
  #strengths(points: readonly Point[], traits: Part[]): void {
    const { strength, strengths, furtherStrength, joined } = this.#frames;
    for (let at = 0; at < points.length; at += 2) {
      const [one, other] = points.slice(at, at + 2);
      if (one === undefined) return;
      if (other !== undefined) {
        this.#pair(strengths, one, other);
        continue;
      }
      const b = this.#chance(SHARES_WITH_TRAIT) ? traits.shift() : undefined;
      if (b !== undefined) this.#say(joined, { a: this.#parts(one).a, b }, one.attribute.level);
      else this.#point(this.#tells('strength') ? furtherStrength : strength, one);
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
    if (topic === undefined || related === undefined) {
      this.#weakness(this.#frames.weakness, first);
      this.#further(others);
      return;
    }
    const place: Part = { text: this.#topics[topic], claims: [] };
    const [one, other] = this.#pair(this.#frames.weaknesses, first, related, { topic: place });
    if (one.mend !== undefined && other.mend !== undefined) {
      this.#say(this.#frames.mends, { mend: one.mend, also: other.mend }, first.attribute.level);
    } else {
      // What can be done now comes before what has to wait.
      const inOrder = one.mend === undefined && other.mend !== undefined;
      if (inOrder) this.#advice(related, other);
      this.#advice(first, one);
      if (!inOrder) this.#advice(related, other);
    }
    this.#further(others.filter((point) => point !== related));
  }

  #further(points: readonly Point[]): void {
    for (const point of points) {
      const parts = this.#parts(point);
      this.#say(this.#frames.furtherWeakness, parts, point.attribute.level);
      if (!this.#length.brief) this.#advice(point, parts);
    }
  }

  /** A weakness, and what its sentence left out: what it does and what to do. */
  #weakness(ways: Ways, point: Point, more: Parts = {}): void {
    const parts = this.#parts(point);
    this.#say(ways, { ...parts, ...more }, point.attribute.level);
    this.#after(point, parts);
  }

  #after(point: Point, parts: PointParts): void {
    const { id, level } = point.attribute;
    // What "this" is about is what was told last.
    const last = this.#sentences.at(-1)?.claims.at(-1);
    const clear = last?.about === id && last.relation === 'weakness';
    if (clear && !this.#told(point, 'effect') && this.#chance(EFFECT_APART)) {
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

  /** Where no weakness is told: that there is none, or what the greatest of the small ones is. */
  #closing({ minor, untold, strengths, styles }: Content): Part | undefined {
    if (this.#detail === 'short' && this.#tells('strength')) return undefined;
    const { atMost, nothingSerious, nothingWrong, nothingStandsOut } = this.#frames;
    const n = minor === undefined ? undefined : this.#parts(minor).n;
    if (n !== undefined) {
      return this.#made(atMost, { n: { ...n, claims: n.claims.map(asMinor) } });
    }
    const [ways, relation] =
      untold === 'weakness'
        ? ([nothingSerious, 'nothing-serious'] as const)
        : strengths.length + styles.length > 0 || untold === 'other'
          ? ([nothingWrong, 'no-weakness'] as const)
          : ([nothingStandsOut, 'nothing'] as const);
    return { text: this.#phrasing.pick(ways), claims: [{ about: 'craft', relation }] };
  }

  /** Traits that there is room for, no two of one topic: every other aside is one, as long as there are reasons as well. */
  #traits({ traits, impression, costs }: Content): Part[] {
    const reasons = [impression, costs].filter((one) => one !== undefined).length;
    const { asides } = this.#length;
    const room = Math.max(Math.ceil(asides / 2), asides - reasons);
    const topics = new Set<string>();
    return this.#shuffled(traits)
      .filter(({ attribute: { id, topic = id } }) => {
        const fresh = !topics.has(topic);
        topics.add(topic);
        return fresh;
      })
      .slice(0, room)
      .map((trait) => this.#phrasing.trait(trait));
  }

  #reasons({ impression, costs }: Content, traits: number): Part[] {
    const reasons = [
      ...(impression === undefined ? [] : [this.#phrasing.impression(impression)]),
      ...(costs === undefined ? [] : [this.#phrasing.costs(costs)]),
    ];
    return reasons.slice(0, this.#length.asides - traits);
  }

  /** Traits that no other sentence took in. */
  #pairs(parts: readonly Part[]): void {
    for (let at = 0; at < parts.length; at += 2) {
      const [a, b] = parts.slice(at, at + 2);
      this.#say(this.#frames.traits, { a, b }, 'overall');
    }
  }

  #point(ways: Ways, point: Point): void {
    this.#say(ways, this.#parts(point), point.attribute.level);
  }

  #pair(ways: Ways, one: Point, other: Point, more: Parts = {}): [PointParts, PointParts] {
    const [first, next] = [this.#parts(one), this.#parts(other)];
    const { level } = other.attribute;
    this.#say(ways, { a: first.a, n: first.n, ...second(next), ...more }, level);
    return [first, next];
  }

  #parts(point: Point): PointParts {
    const parts = this.#phrasing.point(point);
    return this.#length.brief ? { ...parts, effect: undefined } : parts;
  }

  #say(ways: Ways, parts: Parts, level: Sentence['level']): void {
    const made = this.#made(ways, parts);
    if (made === undefined) return;
    const { text, claims } = made;
    this.#sentences.push({ text: `${capital(text)}.`, level, claims: [...claims] });
  }

  /** One of the frames whose slots can be filled, one that was not used yet if there is one, filled. */
  #made(ways: Ways, parts: Parts): Part | undefined {
    const fitting = ways.filter((way) => slotsOf(way).every((slot) => parts[slot] !== undefined));
    const fresh = fitting.filter((way) => !this.#used.has(way));
    const among = fresh.length > 0 ? fresh : fitting;
    if (among.length === 0) return undefined;
    const varied = among.filter((way) => !repeats(way, parts));
    const frame = this.#phrasing.pick(varied.length > 0 ? varied : among);
    this.#used.add(frame);
    return realised(frame, parts);
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

  #chance(share: number): boolean {
    return this.#random() < share;
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

function asMinor(claim: Claim): Claim {
  return { ...claim, relation: 'minor' };
}
