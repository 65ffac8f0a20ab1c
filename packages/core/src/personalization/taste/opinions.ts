import { nearDuplicates } from '../../picture/perceptual-hash.js';
import type { Entry, KnownPicture, Rating } from '../store.js';
import type { Opinion } from './taste.js';

/** Who had seen a score before may have followed it. */
const SHOWN_WEIGHT = 0.5;

/** How far frames of one burst say the same: a burst of ten counts as 1.8 pictures, one of hundred as 2. */
const ALIKE = 0.5;

/** What a log says, by picture. */
export interface Heard {
  readonly opinions: readonly Opinion[];
  /** Scores that the person has set, 0 to 10, by picture's SHA-256. */
  readonly overrides: ReadonlyMap<string, number>;
}

/**
 * What a log says of pictures. Ratings of one picture on one scale are one opinion, their mean. Of flags the latest counts, of overrides as
 * well. Where all ratings on a scale are equal, they say nothing. Frames of one burst share their weight, and what was said with a score in sight counts half.
 *
 * @param place of a picture in the list of those that a taste model has seen; what was said of others is passed over
 */
export function opinionsOf(
  entries: readonly Entry[],
  known: readonly KnownPicture[],
  place: (sha256: string) => number | undefined,
): Heard {
  const ratings = new Map<string, Rating[]>();
  const flags = new Map<string, Extract<Entry, { kind: 'flag' }>>();
  const overrides = new Map<string, number>();
  const choices: Extract<Entry, { kind: 'choice' }>[] = [];
  // A log is in the order in which it was added; what was said may be older.
  for (const entry of entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    switch (entry.kind) {
      case 'rating': {
        const key = `${entry.picture} ${scaleOf(entry)}`;
        ratings.set(key, [...(ratings.get(key) ?? []), entry]);
        break;
      }
      case 'flag':
        flags.set(entry.picture, entry);
        break;
      case 'override':
        if (entry.value === undefined) overrides.delete(entry.picture);
        else overrides.set(entry.picture, entry.value);
        break;
      case 'choice':
        choices.push(entry);
        break;
      case 'tuning': // says how to learn, and nothing of pictures
        break;
    }
  }

  const weights = burstWeights(known);
  const weightOf = (sha256: string): number => weights.get(sha256) ?? 1;
  const opinions: Opinion[] = [];
  const flat = flatScales([...ratings.values()].flat());
  for (const same of ratings.values()) {
    const first = same[0]!;
    if (flat.has(scaleOf(first))) continue;
    const picture = place(first.picture);
    if (picture === undefined) continue;
    const weight = same.reduce((sum, { shown }) => sum + (shown ? SHOWN_WEIGHT : 1), 0);
    const share =
      same.reduce((sum, each) => sum + (each.shown ? SHOWN_WEIGHT : 1) * shareOf(each), 0) / weight;
    opinions.push({
      kind: 'rating',
      picture,
      share,
      scale: scaleOf(first),
      weight: Math.min(1, weight) * weightOf(first.picture),
    });
  }
  for (const [sha256, value] of overrides) {
    const picture = place(sha256);
    if (picture === undefined) continue;
    opinions.push({
      kind: 'rating',
      picture,
      share: value / 10,
      scale: 'score',
      weight: weightOf(sha256),
    });
  }
  for (const { picture: sha256, flag, shown } of flags.values()) {
    const picture = place(sha256);
    if (picture === undefined || flag === 'none') continue;
    const weight = (shown ? SHOWN_WEIGHT : 1) * weightOf(sha256);
    opinions.push({ kind: 'flag', picture, picked: flag === 'pick', weight });
  }
  for (const { preferred: better, over: worse, shown } of choices) {
    const [preferred, over] = [place(better), place(worse)];
    if (preferred === undefined || over === undefined) continue;
    // Choosing among the frames of one burst is what bursts are for: such a choice counts fully.
    opinions.push({ kind: 'choice', preferred, over, weight: shown ? SHOWN_WEIGHT : 1 });
  }
  return { opinions, overrides };
}

/**
 * Scales on which several pictures were all given the same: that tells how the person uses the scale, and nothing of what they like. One
 * picture alone is not several, however often it was rated.
 */
export function flatScales(ratings: readonly Rating[]): ReadonlySet<string> {
  const given = new Map<string, { pictures: Set<string>; values: Set<number> }>();
  for (const rating of ratings) {
    const scale = scaleOf(rating);
    const on = given.get(scale) ?? { pictures: new Set(), values: new Set() };
    given.set(scale, on);
    on.pictures.add(rating.picture);
    on.values.add(rating.value);
  }
  return new Set(
    [...given].flatMap(([scale, { pictures, values }]) =>
      pictures.size > 1 && values.size === 1 ? [scale] : [],
    ),
  );
}

/** Where a rating stands on its scale, 0 to 1. */
function shareOf({ value, scale: { low, high } }: Rating): number {
  return (value - low) / (high - low);
}

function scaleOf({ scale: { low, high } }: Rating): string {
  return `${low} to ${high}`;
}

/** By SHA-256: less than 1 for pictures that look alike. */
function burstWeights(known: readonly KnownPicture[]): ReadonlyMap<string, number> {
  const groups = alike(known);
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return new Map(
    known.map(({ sha256 }, index) => {
      const size = sizes.get(groups[index]!)!;
      return [sha256, 1 / (1 + ALIKE * (size - 1))];
    }),
  );
}

/** A group for each picture: near-duplicates of one another, directly or through others, are in one. */
export function alike(known: readonly KnownPicture[]): number[] {
  const groups = new Groups(known.length);
  const hashed = known.flatMap(({ perceptualHash }, index) =>
    perceptualHash === undefined ? [] : [{ perceptualHash, index }],
  );
  const hashes = hashed.map(({ perceptualHash }) => perceptualHash);
  for (const [one, other] of nearDuplicates(hashes)) {
    groups.join(hashed[one]!.index, hashed[other]!.index);
  }
  return groups.names();
}

/** Disjoint sets (Galler and Fischer 1964). */
export class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  join(a: number, b: number): void {
    this.#parents[this.#root(a)] = this.#root(b);
  }

  /** A number for each member, the same within a set. */
  names(): number[] {
    return this.#parents.map((_, index) => this.#root(index));
  }

  #root(member: number): number {
    let at = member;
    for (
      let parent = this.#parents[at];
      parent !== undefined && parent !== at;
      at = parent, parent = this.#parents[at]
    ) {
      this.#parents[at] = this.#parents[parent] ?? parent;
    }
    return at;
  }
}
