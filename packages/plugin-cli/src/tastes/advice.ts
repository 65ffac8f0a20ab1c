/** What a report comes to: whether a profile helps its person, and what to do next. */
import type { TasteReport } from '@calm-sdk/core';
import type { SelfAgreement } from './agreement.js';

/** From about so many ratings on a taste begins to show. */
export const FIRST_RATINGS = 10;

/** Weights below this are those of a taste that does not show. */
export const NO_TASTE = 0.05;

export type Advice =
  /** Too little was said. `more`: ratings until a taste begins to show. */
  | { readonly kind: 'few'; readonly more: number }
  /** What was rated is of one shoot, so that nothing could be tried on another. */
  | { readonly kind: 'one-shoot' }
  /** The same pictures were rated differently: perhaps by several people. */
  | { readonly kind: 'contradictory' }
  /** Surely better than the general score. */
  | { readonly kind: 'helps' }
  /** Surely worse than the general score, to which the personal one has stepped back. */
  | { readonly kind: 'harms' }
  /** Nothing but the general score can be seen in what was said. */
  | { readonly kind: 'follows' }
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
  if (gain === undefined) return { kind: 'one-shoot' };
  if (gain.low > 0) return { kind: 'helps' };
  if (steppedBack) return { kind: 'harms' };
  if (weight < NO_TASTE) return { kind: 'follows' };
  // The interval narrows with the root of how much was said.
  const needed = ratings * ((gain.high - gain.low) / 2 / gain.gain) ** 2;
  const more = Math.ceil((needed - ratings) / 10) * 10;
  return gain.gain > 0 && more > 0 && more <= FORESEEABLE
    ? { kind: 'open', more }
    : { kind: 'open' };
}
