import { capital } from '../../language/capital.js';
import type { AttributeWords, Ways } from '../../language/words.js';
import type { Claim, Sentence } from '../../protocol/generated/assessment.js';
import type { Decoder, WritingRequest } from '../decoder.js';
import { seeded } from '../seeded.js';
import { wordsOf } from '../words-of.js';
import { chooseContent, type Content, type Point } from './content.js';

/**
 * Writes from readings alone, in no time: what to say is chosen from the findings, said in an order that leads from what works to what
 * does not and what to do, and worded by a grammar. The picture's hash decides between wordings, so that the same picture always reads
 * the same and others do not.
 */
export class GroundedDecoder implements Decoder {
  readonly id = 'grounded';

  async *write(request: WritingRequest): AsyncGenerator<Sentence> {
    const { assessment, attributes, detail, told } = request;
    yield* new Writer(request).write(chooseContent(assessment, attributes, detail, told));
  }
}

/** A weakness that is this much weightier than the first strength is told first. */
const OUTWEIGHS = 0.25;

class Writer {
  readonly #request: WritingRequest;
  readonly #random: () => number;
  /** Frames that this comment has used. */
  readonly #used = new Set<string>();

  constructor(request: WritingRequest) {
    this.#request = request;
    const { assessment, locale } = request;
    this.#random = seeded(`${assessment.picture.sha256} ${locale.id}`);
  }

  write(content: Content): Sentence[] {
    const { frames } = this.#request.locale;
    const { standing, strengths, weaknesses, styles } = content;
    const sentences: Sentence[] = [];
    if (standing !== undefined) {
      const { is, percentile } = standing;
      const claim: Claim = { about: 'score', relation: 'standing', value: percentile, unit: '%' };
      const percent = String(percentile);
      sentences.push(this.#sentence(frames.standing[is], { percent }, 'overall', [claim]));
    }
    sentences.push(...this.#body(strengths, weaknesses));
    for (const style of styles) {
      sentences.push(this.#about(frames.style, [style]));
    }
    if (weaknesses.length === 0 && content.complete) {
      const [ways, relation] =
        content.untold === 'weakness'
          ? ([frames.nothingSerious, 'nothing-serious'] as const)
          : strengths.length + styles.length > 0 || content.untold === 'other'
            ? ([frames.nothingWrong, 'no-weakness'] as const)
            : ([frames.nothingStandsOut, 'nothing'] as const);
      sentences.push(this.#sentence(ways, {}, 'overall', [{ about: 'craft', relation }]));
    }
    return sentences;
  }

  /** What works and what does not, the weightier first, and after each weakness what it does and what to do. */
  #body(strengths: readonly Point[], weaknesses: readonly Point[]): Sentence[] {
    const { frames } = this.#request.locale;
    const [strength, ...moreStrengths] = strengths;
    const [weakness, ...moreWeaknesses] = weaknesses;
    const sentences: Sentence[] = [];
    const praise = (points: readonly Point[]): void => {
      for (let at = 0; at < points.length; at += 2) {
        const pair = points.slice(at, at + 2);
        sentences.push(this.#about(pair.length === 2 ? frames.strengths : frames.strength, pair));
      }
    };
    if (weakness === undefined) {
      praise(strengths);
      return sentences;
    }
    const blameFirst = strength !== undefined && weakness.severity > strength.severity + OUTWEIGHS;
    if (strength === undefined) {
      sentences.push(this.#about(frames.weakness, [weakness]), ...this.#after(weakness));
    } else if (moreStrengths.length === 0 || blameFirst) {
      const pair = blameFirst ? [weakness, strength] : [strength, weakness];
      const ways = blameFirst ? frames.weaknessThenStrength : frames.strengthThenWeakness;
      sentences.push(this.#about(ways, pair), ...this.#after(weakness));
      praise(moreStrengths);
    } else {
      praise(strengths);
      sentences.push(this.#about(frames.weakness, [weakness]), ...this.#after(weakness));
    }
    for (const further of moreWeaknesses) {
      sentences.push(this.#about(frames.furtherWeakness, [further]), ...this.#advice(further));
    }
    return sentences;
  }

  /** What a weakness does, and what to do about it. */
  #after(point: Point): Sentence[] {
    const { frames } = this.#request.locale;
    const { effect } = this.#words(point);
    const told =
      effect === undefined
        ? []
        : [
            this.#sentence(frames.effect, { effect: this.#pick(effect) }, point.attribute.level, [
              unplaced(point.claim),
            ]),
          ];
    return [...told, ...this.#advice(point)];
  }

  #advice(point: Point): Sentence[] {
    const { frames } = this.#request.locale;
    const { advice } = this.#words(point);
    if (advice === undefined) return [];
    const { level, remedy } = point.attribute;
    const ways = remedy.kind === 'edit' ? frames.mend : frames.nextTime;
    return [this.#sentence(ways, { advice: this.#pick(advice) }, level, [unplaced(point.claim)])];
  }

  /** A sentence about one or two points. */
  #about(ways: Ways, points: readonly Point[]): Sentence {
    const [a, b] = points.map((point) => this.#clause(point));
    const level = points[points.length - 1]!.attribute.level;
    const claims = points.map(({ claim }) => claim);
    return this.#sentence(ways, { a: a ?? '', b: b ?? '' }, level, claims);
  }

  #clause(point: Point): string {
    const { places, sides, frames } = this.#request.locale;
    const { kind, degree, side, place, sure } = point;
    const words = this.#words(point);
    const ways = kind === 'weakness' ? words.weakness?.[degree] : words[kind];
    const title = words.title;
    let clause = ways === undefined ? title : this.#pick(ways);
    if (side !== undefined) clause = fill(clause, { side: sides[side] });
    if (place !== undefined) {
      clause = fill(this.#pick(frames.where), { a: clause, place: places[place] });
    }
    return sure ? clause : fill(this.#pick(frames.unsure), { a: clause });
  }

  #sentence(
    ways: Ways,
    parts: Readonly<Record<string, string>>,
    level: Sentence['level'],
    claims: Claim[],
  ): Sentence {
    const fresh = ways.filter((way) => !this.#used.has(way) || way === '{a}');
    const frame = this.#pick(fresh.length > 0 ? fresh : ways);
    this.#used.add(frame);
    return { text: sentenceCase(fill(frame, parts)), level, claims };
  }

  #words({ attribute }: Point): AttributeWords {
    return wordsOf(attribute, this.#request.locale);
  }

  #pick(ways: readonly string[]): string {
    return ways[Math.floor(this.#random() * ways.length)] ?? '';
  }
}

/** A claim in a sentence that does not say where. */
function unplaced({ side: _, place: __, ...claim }: Claim): Claim {
  return claim;
}

/** A slot in capitals wants its part with a capital. */
function fill(frame: string, parts: Readonly<Record<string, string>>): string {
  return frame.replace(/\{(\w+)\}/gu, (slot, name: string) => {
    const part = parts[name] ?? parts[name.toLowerCase()];
    if (part === undefined) return slot;
    return parts[name] === undefined ? capital(part) : part;
  });
}

function sentenceCase(text: string): string {
  return `${capital(text)}.`;
}
