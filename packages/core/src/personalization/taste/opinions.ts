import { nearDuplicates } from '../../picture/perceptual-hash.js';
import type { Entry, KnownPicture, Rating, Scale } from '../store.js';
import type { Opinion } from './taste.js';

/** Who had seen a score before may have followed it. */
const SHOWN_WEIGHT = 0.5;

/** How far frames of one burst say the same: a burst of ten counts as 1.8 pictures, one of hundred as 2. */
const ALIKE = 0.5;

type Said<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** What a log says, each thing as far as it still counts. */
export interface Heard {
  /** Of one picture on one scale each, oldest first. */
  readonly ratings: readonly (readonly Rating[])[];
  /** The latest of each picture. */
  readonly flags: readonly Said<'flag'>[];
  readonly choices: readonly Said<'choice'>[];
  /** Scores that the person has set, 0 to 10, by picture's SHA-256. */
  readonly overrides: ReadonlyMap<string, number>;
}

/** Sources that read a state: what they said of a picture last is all that they say. */
const OF_STATES: ReadonlySet<string> = new Set(['xmp']);

/**
 * The entries of a log that still count, in its order, which is that in which they were added: without ratings that were retracted, and
 * where stars and flags were read from files, with those that were read last alone.
 */
export function inForce(entries: readonly Entry[]): Entry[] {
  const standing = new Set<Entry>();
  const before = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { kind, source } = entry;
    if (kind === 'rating' || kind === 'flag' || kind === 'retraction') {
      const key = [source, kind === 'flag' ? kind : 'rating', entry.picture].join(' ');
      const isState = OF_STATES.has(source);
      if (isState || kind === 'retraction') {
        for (const each of before.get(key) ?? []) standing.delete(each);
        before.delete(key);
      }
      if (kind === 'retraction' || (isState && kind === 'flag' && entry.flag === 'none')) continue;
      before.set(key, [...(before.get(key) ?? []), entry]);
    }
    standing.add(entry);
  }
  return [...standing];
}

/** Hears a log out. It is in the order in which it was added; what was said may be older. */
export function heardIn(entries: readonly Entry[]): Heard {
  const ratings = new Map<string, Rating[]>();
  const flags = new Map<string, Said<'flag'>>();
  const overrides = new Map<string, number>();
  const choices: Said<'choice'>[] = [];
  const dated = inForce(entries).map((entry) => ({ entry, at: Date.parse(entry.at) }));
  for (const { entry } of dated.sort((a, b) => a.at - b.at)) {
    switch (entry.kind) {
      case 'rating': {
        const key = `${entry.picture} ${scaleName(entry.scale)}`;
        const same = ratings.get(key) ?? [];
        same.push(entry);
        ratings.set(key, same);
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
      case 'retraction': // does its work before
      case 'tuning': // says how to learn, and nothing of pictures
        break;
    }
  }
  return { ratings: [...ratings.values()], flags: [...flags.values()], choices, overrides };
}

/**
 * What was said, as opinions of pictures. Ratings of one picture on one scale are one opinion, their mean. Where all ratings on a scale are
 * equal, they say nothing. Frames of one burst share their weight, and what was said with a score in sight counts half.
 *
 * @param place of a picture in the list of those that a taste model has seen; what was said of others is passed over
 */
export function opinionsOf(
  { ratings, flags, choices, overrides }: Heard,
  known: readonly KnownPicture[],
  place: (sha256: string) => number | undefined,
): Opinion[] {
  const heard = new Set([
    ...ratings.flatMap(([first]) => first!.picture),
    ...overrides.keys(),
    ...flags.filter(({ flag }) => flag !== 'none').map(({ picture }) => picture),
    ...choices.flatMap(({ preferred, over }) => [preferred, over]),
  ]);
  const weights = burstWeights(known.filter(({ sha256 }) => heard.has(sha256)));
  const weightOf = (sha256: string): number => weights.get(sha256) ?? 1;
  const opinions: Opinion[] = [];
  const flat = flatScales(ratings.flat());
  for (const same of ratings) {
    const first = same[0]!;
    const scale = scaleName(first.scale);
    if (flat.has(scale)) continue;
    const picture = place(first.picture);
    if (picture === undefined) continue;
    const weight = same.reduce((sum, each) => sum + weightAsSaid(each), 0);
    const share = same.reduce((sum, each) => sum + weightAsSaid(each) * shareOf(each), 0) / weight;
    opinions.push({
      kind: 'rating',
      picture,
      share,
      scale,
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
  for (const said of flags) {
    const { picture: sha256, flag } = said;
    const picture = place(sha256);
    if (picture === undefined || flag === 'none') continue;
    const weight = weightAsSaid(said) * weightOf(sha256);
    opinions.push({ kind: 'flag', picture, picked: flag === 'pick', weight });
  }
  for (const said of choices) {
    const [preferred, over] = [place(said.preferred), place(said.over)];
    if (preferred === undefined || over === undefined) continue;
    // Choosing among the frames of one burst is what bursts are for: such a choice counts fully.
    opinions.push({ kind: 'choice', preferred, over, weight: weightAsSaid(said) });
  }
  return opinions;
}

/** What was said with a score in sight counts half. */
function weightAsSaid({ shown }: Entry): number {
  return shown ? SHOWN_WEIGHT : 1;
}

/**
 * Scales on which several pictures were all given the same: that tells how the person uses the scale, and nothing of what they like. One
 * picture alone is not several, however often it was rated.
 */
function flatScales(ratings: readonly Rating[]): ReadonlySet<string> {
  const given = new Map<string, { pictures: Set<string>; values: Set<number> }>();
  for (const rating of ratings) {
    const scale = scaleName(rating.scale);
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
export function shareOf({ value, scale: { low, high } }: Pick<Rating, 'value' | 'scale'>): number {
  return (value - low) / (high - low);
}

/** The same for the same scale. */
export function scaleName({ low, high }: Scale): string {
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
