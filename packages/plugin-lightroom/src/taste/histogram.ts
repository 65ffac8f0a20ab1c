/** How many photographs have how many stars and which flag. */
import type { KnownPhoto } from '../photo/facts';

/** What stars say. */
export type Meaning =
  | { readonly kind: 'quality' }
  /** From so many stars on a photograph is one of those that the person likes; fewer say nothing. */
  | { readonly kind: 'keepers'; readonly from: number }
  | { readonly kind: 'nothing' };

export interface Counts {
  readonly photographs: number;
  /** Of 1 to 5 stars. */
  readonly stars: readonly number[];
  readonly unrated: number;
  readonly picked: number;
  readonly rejected: number;
}

export function counted(photos: readonly KnownPhoto[]): Counts {
  const stars = [0, 0, 0, 0, 0];
  let picked = 0;
  let rejected = 0;
  let unrated = 0;
  for (const { facts } of photos) {
    const given = facts.rating ?? 0;
    if (given >= 1 && given <= 5) stars[given - 1]! += 1;
    else unrated += 1;
    if (facts.pickStatus === 1) picked += 1;
    if (facts.pickStatus === -1) rejected += 1;
  }
  return { photographs: photos.length, stars, unrated, picked, rejected };
}

/**
 * What stars seem to mean: quality where they are spread, keepers where nearly all that have any have the same, nothing where there are none.
 */
export function supposed({ stars }: Counts): Meaning {
  let rated = 0;
  let most = 0;
  let commonest = 0;
  let given = 0;
  for (const count of stars) {
    given += 1;
    rated += count;
    if (count > most) {
      most = count;
      commonest = given;
    }
  }
  if (rated === 0) return { kind: 'nothing' };
  return most / rated > 0.8 ? { kind: 'keepers', from: commonest } : { kind: 'quality' };
}
