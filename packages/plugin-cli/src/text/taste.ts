/** What the commands say of tastes. */
import type { Assessment, Entry, PersonalScore } from '@calm-sdk/core';

type Kind = Assessment['domain']['id'];

/** From about so many ratings on a taste begins to show. */
export const FIRST_RATINGS = 10;

/** Weights below this are those of a taste that does not show. */
export const NO_TASTE = 0.05;

export const KINDS: Readonly<Record<Kind, string>> = {
  photograph: 'photographs',
  artwork: 'artworks',
  interface: 'interfaces',
};

/** @param kinds none: all */
export function kindsText(kinds: readonly Kind[]): string {
  return kinds.length === 0 ? 'all kinds' : kinds.map((kind) => KINDS[kind]).join(', ');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What was said of a picture before, as part of a sentence. */
export function saidOfText(entry: Entry, picture: string): string {
  switch (entry.kind) {
    case 'rating':
      return `which you rated ${ratingText(entry.value, entry.scale)}`;
    case 'flag':
      return {
        pick: 'which you picked',
        reject: 'which you rejected',
        none: 'which you unflagged',
      }[entry.flag];
    case 'choice':
      return entry.preferred === picture
        ? 'which you preferred to another'
        : 'which you liked less';
    case 'override':
      return entry.value === undefined
        ? 'whose score you took back'
        : `whose score you set to ${entry.value}`;
  }
}

/** `4 of 5`; scales that do not begin at 0 or 1 are told whole. */
export function ratingText(value: number, { low, high }: { low: number; high: number }): string {
  return low === 0 || low === 1 ? `${value} of ${high}` : `${value} on ${low} to ${high}`;
}

/** One line: where a profile stands in one kind of picture. */
export function standingText(
  profile: string,
  kind: Kind,
  { ratings, weight }: Pick<PersonalScore, 'ratings' | 'weight'>,
): string {
  const start = `${profile}: ${counted(ratings, 'rating')} of ${KINDS[kind]}`;
  if (ratings < FIRST_RATINGS) {
    return `${start}; from about ${FIRST_RATINGS} on a taste begins to show. Which to rate: calm taste next FOLDER`;
  }
  if (weight < NO_TASTE) {
    return `${start}; none of your own taste shows in them yet, so yours is the general score.`;
  }
  return `${start}; your taste counts ${Math.round(weight * 100)} %. What was learned: calm taste report`;
}
