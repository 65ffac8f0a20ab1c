/** What a report comes to: whether a profile helps its person, and what to do next. */
import type { TasteReport } from '@calm-sdk/core';
import type { SelfAgreement } from './agreement.js';

/** From about so many ratings on a taste begins to show. */
export const FIRST_RATINGS = 10;

/** From about so many on it can be told whether there is one: what has not shown by then hardly will. */
export const ENOUGH_RATINGS = 50;

/** A smaller gain, or loss, is worth nobody's time. */
export const WORTH_IT = 0.05;

/** Weights below this are those of a taste that does not show. */
export const NO_TASTE = 0.05;

export type Advice =
  /** Too little was said. `more`: ratings until a taste begins to show. */
  | { readonly kind: 'few'; readonly more: number }
  /** Nothing could be tried: what was rated is of one shoot, or of too few pictures, or all of it is alike. */
  | { readonly kind: 'untried' }
  /** The same pictures were rated differently: perhaps by several people. */
  | { readonly kind: 'contradictory' }
  /** Surely better than the general score, and surely better than nothing. */
  | { readonly kind: 'helps' }
  /** Surely worse than the general score, to which the personal one has stepped back. */
  | { readonly kind: 'harms' }
  /** What the person says of a picture is foreseen by no score, as far as can be told. */
  | { readonly kind: 'unpredictable' }
  /** Nothing but the general score can be seen in what was said. */
  | { readonly kind: 'follows' }
  /** Nothing surely helps yet, and too little was said to tell whether it will. */
  | { readonly kind: 'early' }
  /** Better or not, chance may do it. `more`: about how many ratings would tell, where that is foreseeable. */
  | { readonly kind: 'open'; readonly more?: number };

/** Who agrees with themselves less than this is hardly one person, or rates by chance. */
const CONTRADICTORY = 0.3;
/** So many more ratings are not asked of anybody. */
const FORESEEABLE = 1000;

export function adviceOf(
  {
    ratings,
    weight,
    gain,
    steppedBack,
  }: Pick<TasteReport, 'ratings' | 'weight' | 'gain' | 'steppedBack'>,
  agreement: SelfAgreement | undefined,
): Advice {
  if (ratings < FIRST_RATINGS) return { kind: 'few', more: FIRST_RATINGS - ratings };
  if (agreement !== undefined && agreement.correlation < CONTRADICTORY) {
    return { kind: 'contradictory' };
  }
  if (gain === undefined) return { kind: 'untried' };
  if (gain.low > 0 && gain.personalLow > 0) return { kind: 'helps' };
  if (steppedBack && gain.low <= -WORTH_IT) return { kind: 'harms' };
  if (gain.personalLow <= 0) return { kind: 'unpredictable' };
  // The interval narrows with the root of how much was said.
  const needed = ratings * ((gain.high - gain.low) / 2 / gain.gain) ** 2;
  const more = Math.ceil((needed - ratings) / 10) * 10;
  if (gain.gain > 0 && more > 0 && more <= FORESEEABLE) return { kind: 'open', more };
  if (ratings < ENOUGH_RATINGS) return { kind: 'early' };
  return weight < NO_TASTE ? { kind: 'follows' } : { kind: 'open' };
}
