/** From what is to be told to words: one way out of those that the language has. */
import { wordsOf } from '../../attributes/words-of.js';
import { capital } from '../../language/capital.js';
import type { Locale, Place, Thing } from '../../language/locale.js';
import type { Ways } from '../../language/words.js';
import type { Claim, Contribution } from '../../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../../scoring/contributions.js';
import type { Content, Point, Trait } from './content.js';
import { filled, realised, type Part } from './frame.js';

/** All that can be said of a point: in a clause, as a name, what it does, and what to do now or next time. */
export type PointParts = Readonly<Record<'a' | 'n' | 'effect' | 'mend' | 'next', Part | undefined>>;

/** How often a standing is told with its figure, where there are words with one and without. */
const WITH_FIGURE = 0.6;

export class Phrasing {
  readonly #locale: Locale;
  readonly #random: () => number;
  /** Places that have been told: none is told twice. */
  readonly #places = new Set<Place>();

  /** @param random numbers in [0, 1) that decide between ways */
  constructor(locale: Locale, random: () => number) {
    this.#locale = locale;
    this.#random = random;
  }

  pick(ways: readonly string[]): string {
    return ways[Math.floor(this.#random() * ways.length)] ?? '';
  }

  /** What the picture shows; nothing where it cannot be named. */
  sight({ shows }: Content): Part | undefined {
    const { frames, things } = this.#locale;
    const [thing, other] = shows.map((claim): Part => ({
      text: things[claim.about as Thing],
      claims: [claim],
    }));
    if (thing === undefined) return undefined;
    return realised(this.pick(other === undefined ? frames.shows : frames.showsBoth), {
      thing,
      other,
    });
  }

  /** @param short without a figure */
  standing({ is, percentile }: NonNullable<Content['standing']>, short: boolean): Part {
    const ways = this.#locale.frames.standing[is];
    // Nobody is told to be ahead of nothing.
    const figures = !short && percentile > 0 && this.#random() < WITH_FIGURE;
    const way = this.pick(ways.filter((one) => one.includes('{percent}') === figures));
    return {
      text: way.replace('{percent}', String(percentile)),
      claims: [
        {
          about: 'score',
          relation: 'standing',
          standing: is,
          ...(figures ? { value: percentile, unit: '%' } : {}),
        },
      ],
    };
  }

  trait({ attribute, is, claim }: Trait): Part {
    const words = wordsOf(attribute, this.#locale);
    const ways = filled(words.trait?.[is] ?? [], { figure: words.figure?.(claim.value ?? 0) });
    return { text: this.pick(ways), claims: [claim] };
  }

  impression({ value }: Contribution): Part {
    const relation = value > 0 ? 'lifts' : 'lowers';
    return {
      text: this.pick(this.#locale.frames.impression[relation]),
      claims: [{ about: OVERALL_IMPRESSION, relation, value }],
    };
  }

  costs({ attribute, value }: NonNullable<Content['costs']>): Part {
    const { title } = wordsOf(attribute, this.#locale);
    const [text = ''] = filled([this.pick(this.#locale.frames.costs)], { title });
    return { text, claims: [{ about: attribute.id, relation: 'lowers', value }] };
  }

  point(point: Point): PointParts {
    const { attribute, kind, degree, sure, advice } = point;
    const words = wordsOf(attribute, this.#locale);
    const claim = this.#placed(point);
    const { value, unit, side } = claim;
    const slots = {
      // What is not sure is not told to the tenth.
      figure: sure ? words.figure?.(value ?? 0) : undefined,
      side: side === undefined ? undefined : this.#locale.sides[side],
    };
    const clauses = kind === 'style' ? words.style : words[kind]?.[degree];
    const clause = this.#located(this.pick(filled(clauses ?? [words.title], slots)), claim, point);
    const names =
      kind === 'weakness' ? words.fault?.[degree] : kind === 'strength' ? words.merit : [];
    const name = this.#named(filled(sure ? (names ?? []) : [], slots), claim);
    const about = (ways: readonly string[] | undefined, relation: Claim['relation']) =>
      ways === undefined || kind !== 'weakness'
        ? undefined
        : {
            text: this.pick(ways),
            claims: [{ about: attribute.id, relation, value, unit } as Claim],
          };
    const effects = degree === 'slight' || !sure ? words.effect?.can : words.effect?.does;
    const mend = advice.includes('mend') ? about(words.mend, 'mend') : undefined;
    const then = this.pick(this.#locale.then);
    return {
      a: { text: sure ? clause : this.#hedged(clause), claims: [claim] },
      n: name === undefined ? undefined : { text: name, claims: [claim] },
      effect: about(effects, 'effect'),
      mend,
      // What can be mended now need not wait.
      next:
        mend === undefined && advice.includes('next-time') && words.nextTime !== undefined
          ? about(filled(words.nextTime, { then }), 'next-time')
          : undefined,
    };
  }

  /** The claim of a point, without a place that has been told. */
  #placed({ claim }: Point): Claim {
    const { place, ...rest } = claim;
    if (place === undefined || this.#places.has(place)) return rest;
    this.#places.add(place);
    return claim;
  }

  #located(clause: string, { place }: Claim, { ofSubject }: Point): string {
    if (place === undefined) return clause;
    const { where, whereOfSubject } = this.#locale.frames;
    const [text = clause] = filled([this.pick(ofSubject ? whereOfSubject : where)], {
      a: clause,
      place: this.#locale.places[place],
    });
    return text;
  }

  #named(names: readonly string[], { place }: Claim): string | undefined {
    if (names.length === 0) return undefined;
    const n = this.pick(names);
    if (place === undefined) return n;
    const [text] = filled(this.#locale.frames.whereOfName, {
      n,
      place: this.#locale.places[place],
    });
    return text;
  }

  #hedged(clause: string): string {
    const way: Ways = [this.pick(this.#locale.frames.unsure)];
    const [text = clause] = filled(way, { a: clause, A: capital(clause) });
    return text;
  }
}
