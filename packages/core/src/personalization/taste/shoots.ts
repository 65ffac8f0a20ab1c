import type { KnownPicture } from '../store.js';
import { alike, Groups } from './opinions.js';
import { placesOf, type Opinion, type SeenByTaste } from './taste.js';

/** Pictures taken within this of one another, one after the other, are of one shoot. */
const PAUSE_MS = 3 * 60 * 60 * 1000;

/** Pictures of which no time is known fall into this many groups at most. */
const KINDS_OF_MOTIF = 10;

/**
 * A group for each picture, so that what is learned from some groups can be tried on others: pictures of one shoot are in one, and so are
 * near-duplicates. Where no time is known, pictures that look alike to the taste model are taken together, since they may be of one shoot.
 *
 * @param seen what the taste model sees in each
 * @param opinions pictures of which they say nothing join no others, and are each a group of their own
 */
export function shootsOf(
  known: readonly KnownPicture[],
  seen: readonly SeenByTaste[],
  opinions: readonly Opinion[],
): number[] {
  const places = [...new Set(opinions.flatMap(placesOf))].sort((a, b) => a - b);
  const groups = groupsOf(
    places.map((place) => known[place]!),
    places.map((place) => seen[place]!),
  );
  const shoots = new Map(places.map((place, index) => [place, places[groups[index]!]!]));
  return known.map((_, place) => shoots.get(place) ?? place);
}

function groupsOf(known: readonly KnownPicture[], seen: readonly SeenByTaste[]): number[] {
  const groups = new Groups(known.length);
  const first = new Map<number, number>();
  alike(known).forEach((group, index) => {
    groups.join(index, first.get(group) ?? index);
    if (!first.has(group)) first.set(group, index);
  });

  const timed = known
    .flatMap(({ takenAt }, index) => {
      const time = takenAt === undefined ? Number.NaN : Date.parse(`${takenAt.slice(0, 19)}Z`);
      return Number.isNaN(time) ? [] : [{ time, index }];
    })
    .sort((a, b) => a.time - b.time);
  timed.forEach(({ time, index }, at) => {
    const before = timed[at - 1];
    if (before !== undefined && time - before.time <= PAUSE_MS) groups.join(index, before.index);
  });

  const ofATime = new Set(timed.map(({ index }) => index));
  const untimed = known.flatMap((_, index) => (ofATime.has(index) ? [] : [index]));
  for (const [index, other] of likest(untimed, seen)) groups.join(index, other);
  return groups.names();
}

/**
 * Each picture with the one of few that it is most like: the first, the one that is least like it, the one that is least like both, and so
 * on (Gonzalez 1985).
 */
function likest(places: readonly number[], seen: readonly SeenByTaste[]): [number, number][] {
  const nearest = places.map((place) => ({ place, to: place, distance: Infinity }));
  for (let count = 0; count < Math.min(KINDS_OF_MOTIF, places.length); count++) {
    const centre = nearest.reduce((far, each) => (each.distance > far.distance ? each : far));
    const { place } = centre;
    for (const each of nearest) {
      const distance = squaredDistance(seen[place]!.vector, seen[each.place]!.vector);
      if (distance < each.distance) Object.assign(each, { to: place, distance });
    }
  }
  return nearest.map(({ place, to }) => [place, to]);
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}
