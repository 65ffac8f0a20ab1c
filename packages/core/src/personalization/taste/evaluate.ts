/** How much better a taste knows a person than the general score, or another taste: on pictures of shoots that it was not learned from. */
import { seededBy } from '../../protocol/random.js';
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { rankCorrelation } from './rank-correlation.js';
import { placesOf, Taste, type Opinion, type SeenByTaste } from './taste.js';

/** Shoots are left out in so many lots at most. */
const LOTS = 10;

/** With fewer pictures than this nothing can be said of a correlation. */
const FEWEST = 8;

/** Counts of opinions of which the curve tells the gain. */
const COUNTS = [5, 10, 20, 50, 100, 200, 500, 1000];
/** Draws of so many opinions. */
const DRAWS = 3;

const RESAMPLES = 500;
const LEVEL = 0.9;
const SEED = 20;

/** Learns a taste from some opinions. */
type Learn = (opinions: readonly Opinion[]) => Taste;

/** Agreement of scores with what the person said, by rank correlation, −1 to 1. */
export interface TasteGain {
  /** Of the general score, or of that which it is compared with. */
  readonly general: number;
  /** Of the personal score. */
  readonly personal: number;
  /** The second minus the first. */
  readonly gain: number;
  /** Where the gain lies with a probability of {@link TasteGain.level}, by resampling shoots. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Pictures that it was tried on, and the shoots that they are of. */
  readonly pictures: number;
  readonly shoots: number;
}

/** Mean gain by the number of opinions that were learned from. */
export interface CurvePoint {
  readonly opinions: number;
  readonly gain: number;
}

/** What the person said of one picture, brought to one scale, and what was expected. */
interface Tried {
  readonly shoot: number;
  readonly said: number;
  readonly general: number;
  readonly personal: number;
}

/**
 * Leaves every shoot out in turn.
 *
 * @param shoots the group of each picture
 * @returns nothing where there are too few pictures, or one shoot only
 */
export function gainOf(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): TasteGain | undefined {
  const learn: Learn = (said) => Taste.learn(calibration, pictures, said);
  return compareOf(undefined, learn, pictures, opinions, shoots);
}

/** The same against another way to learn, or where there is none, the general score. */
export function compareOf(
  before: Learn | undefined,
  learn: Learn,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): TasteGain | undefined {
  const tried = leaveOut(before, learn, pictures, opinions, shoots);
  const names = [...new Set(tried.map(({ shoot }) => shoot))];
  if (tried.length < FEWEST || names.length < 2) return undefined;
  const [general, personal] = agreement(tried);
  if (Number.isNaN(general) || Number.isNaN(personal)) return undefined;

  const random = seededBy(SEED);
  const members = new Map(names.map((name) => [name, tried.filter(({ shoot }) => shoot === name)]));
  const gains = Array.from({ length: RESAMPLES }, () => {
    const drawn = names.flatMap(() => members.get(names[Math.floor(random() * names.length)]!)!);
    const [without, withTaste] = agreement(drawn);
    return withTaste - without;
  })
    .filter((gain) => !Number.isNaN(gain))
    .sort((a, b) => a - b);
  const at = (share: number): number => gains[Math.round(share * (gains.length - 1))] ?? 0;
  return {
    general,
    personal,
    gain: personal - general,
    low: at((1 - LEVEL) / 2),
    high: at((1 + LEVEL) / 2),
    level: LEVEL,
    pictures: tried.length,
    shoots: names.length,
  };
}

/** How the gain grew, from few opinions drawn by chance to all of them. */
export function curveOf(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): CurvePoint[] {
  return COUNTS.filter((count) => count < opinions.length).flatMap((count) => {
    const gains = Array.from({ length: DRAWS }, (_, draw) => {
      const random = seededBy(SEED + draw);
      const learn: Learn = (said) =>
        Taste.learn(calibration, pictures, shuffled(said, random).slice(0, count));
      const tried = leaveOut(undefined, learn, pictures, opinions, shoots);
      const [general, personal] = agreement(tried);
      return personal - general;
    }).filter((gain) => !Number.isNaN(gain));
    if (gains.length === 0) return [];
    return [{ opinions: count, gain: gains.reduce((sum, gain) => sum + gain, 0) / gains.length }];
  });
}

function leaveOut(
  before: Learn | undefined,
  learn: Learn,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): Tried[] {
  const said = saidOf(opinions);
  const names = [...new Set([...said.keys()].map((picture) => shoots[picture]!))];
  const lotOf = new Map(names.map((name, index) => [name, index % LOTS]));
  const lot = (picture: number): number => lotOf.get(shoots[picture]!) ?? -1;
  return Array.from({ length: Math.min(LOTS, names.length) }, (_, left) => {
    const others = opinions.filter((opinion) =>
      placesOf(opinion).every((one) => lot(one) !== left),
    );
    const [first, second] = [before?.(others), learn(others)];
    return [...said].flatMap(([picture, value]): Tried[] => {
      if (lot(picture) !== left) return [];
      const seen = pictures[picture]!;
      const general = first?.judge(seen).value ?? seen.general;
      const personal = second.judge(seen).value;
      return [{ shoot: shoots[picture]!, said: value, general, personal }];
    });
  }).flat();
}

/** What was said of each picture by ratings and flags, on one scale. */
function saidOf(opinions: readonly Opinion[]): ReadonlyMap<number, number> {
  const byScale = new Map<string, { picture: number; value: number }[]>();
  for (const opinion of opinions) {
    if (opinion.kind === 'choice') continue;
    const scale = opinion.kind === 'rating' ? opinion.scale : 'flags';
    const value = opinion.kind === 'rating' ? opinion.share : Number(opinion.picked);
    byScale.set(scale, [...(byScale.get(scale) ?? []), { picture: opinion.picture, value }]);
  }
  const said = new Map<number, number>();
  for (const values of byScale.values()) {
    const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / values.length) || 1;
    for (const { picture, value } of values) {
      if (!said.has(picture)) said.set(picture, (value - mean) / deviation);
    }
  }
  return said;
}

function agreement(tried: readonly Tried[]): [general: number, personal: number] {
  const said = tried.map((each) => each.said);
  return [
    rankCorrelation(
      tried.map(({ general }) => general),
      said,
    ),
    rankCorrelation(
      tried.map(({ personal }) => personal),
      said,
    ),
  ];
}

/** In an order drawn by chance (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
