/** What opinions there are in a folder, counted, and which reading of the stars they suggest. */
import type { Opinion, Stars } from './opinion.js';

export const STARS: readonly Stars[] = [1, 2, 3, 4, 5];

export interface Histogram {
  readonly pictures: number;
  readonly stars: Readonly<Record<Stars, number>>;
  /** Without stars and not rejected. */
  readonly unrated: number;
  readonly picked: number;
  readonly rejected: number;
  /** Colour labels as the programs word them, the most frequent first. */
  readonly labels: ReadonlyMap<string, number>;
  /** Programs that stars come from, the most frequent first. */
  readonly writers: ReadonlyMap<string, number>;
  /** RAW and HEIC files among the pictures. */
  readonly raw: number;
  readonly heic: number;
  /** Pictures that have another file of their name as a pair, RAW and JPEG; each is counted. */
  readonly paired: number;
}

export function histogram(opinions: Iterable<Opinion>): Histogram {
  const stars: Record<Stars, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const counts = { pictures: 0, unrated: 0, picked: 0, rejected: 0, raw: 0, heic: 0, paired: 0 };
  const labels = new Map<string, number>();
  const writers = new Map<string, number>();
  for (const opinion of opinions) {
    counts.pictures += 1;
    if (opinion.stars !== undefined) {
      stars[opinion.stars] += 1;
      if (opinion.writtenBy !== undefined) add(writers, opinion.writtenBy);
    } else if (opinion.flag !== 'reject') {
      counts.unrated += 1;
    }
    if (opinion.flag === 'pick') counts.picked += 1;
    if (opinion.flag === 'reject') counts.rejected += 1;
    if (opinion.kind !== 'picture') counts[opinion.kind] += 1;
    if (opinion.pairedWith.length > 0) counts.paired += 1;
    for (const label of opinion.labels) add(labels, label);
  }
  return { ...counts, stars, labels: mostFirst(labels), writers: mostFirst(writers) };
}

function add(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/**
 * What stars mean to the person who gave them: marks of the pictures to keep, from so many stars on; a rating of how good each is, one to
 * five; or nothing that says what pleases, so that only flags count.
 */
export type Meaning =
  | { readonly kind: 'keepers'; readonly from: Stars }
  | { readonly kind: 'quality' }
  | { readonly kind: 'nothing' };

export interface Suggestion {
  readonly meaning: Meaning;
  /** A sentence: what speaks for it. */
  readonly because: string;
}

/** Fewer ratings with this number of stars than one in fifty are slips of a finger. */
const SLIP = 0.02;
/** With so many values in use, stars tell better from worse. */
const GRADED = 3;
/** The program that gives stars by itself: one to each picture that it imports, unless it is told otherwise. */
const GIVES_ONE_STAR = 'darktable';

/** Which meaning fits the counts. Only the person knows. */
export function suggestMeaning({
  pictures,
  stars,
  unrated,
  writers,
  rejected,
}: Histogram): Suggestion {
  const rated = STARS.reduce((sum, value) => sum + stars[value], 0);
  const nothing = (because: string): Suggestion => ({ meaning: { kind: 'nothing' }, because });
  if (rated === 0) return nothing('No picture has stars.');
  const used = valuesIn(stars);
  const [least = 1] = used;
  const shareOf = (count: number): string => `${Math.round((100 * count) / pictures)} %`;
  if (writers.has(GIVES_ONE_STAR) && stars[1] * 2 >= rated) {
    const given = `Most stars are a single one, which ${GIVES_ONE_STAR} gives by itself to every picture that it imports`;
    const [from] = valuesIn({ ...stars, 1: 0 });
    return from === undefined
      ? nothing(`${given}.`)
      : {
          meaning: { kind: 'keepers', from },
          because: `${given}; more than one were given by hand.`,
        };
  }
  if (used.length === 1 && unrated === 0) {
    return rejected === 0
      ? nothing('All pictures have the same stars, which tells none from another.')
      : {
          meaning: { kind: 'keepers', from: least },
          because: 'All pictures that are not rejected have the same stars.',
        };
  }
  if (used.length === 1) {
    return {
      meaning: { kind: 'keepers', from: least },
      because: `${shareOf(unrated)} have no stars, and nearly all others have ${starsText(least)}.`,
    };
  }
  if (used.length < GRADED && unrated > rated) {
    return {
      meaning: { kind: 'keepers', from: least },
      because: `${shareOf(unrated)} have no stars, and the others have ${used.map(String).join(' or ')}.`,
    };
  }
  const values = `${used.length === STARS.length ? 'All five' : `${used.length} of five`} values are in use`;
  return {
    meaning: { kind: 'quality' },
    because:
      unrated > rated
        ? `${values}; but ${shareOf(unrated)} have no stars, so they may mark rounds of selection as well.`
        : `${values}, and ${shareOf(rated)} have stars.`,
  };
}

/** Values in use, but for slips. */
function valuesIn(stars: Histogram['stars']): readonly Stars[] {
  const rated = STARS.reduce((sum, value) => sum + stars[value], 0);
  return STARS.filter((value) => stars[value] > 0 && stars[value] >= rated * SLIP);
}

/** `1 star`, `3 stars`. */
export function starsText(stars: number): string {
  return stars === 1 ? '1 star' : `${stars} stars`;
}
