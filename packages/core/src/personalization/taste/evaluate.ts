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
type Learn = (opinions: readonly Opinion[]) => Promise<Taste>;

/** Waited for before each taste that is learned, so that others have their turn; what it throws ends the work. */
export type Pause = () => Promise<void>;

/** Agreement of scores with what the person said, by rank correlation, −1 to 1. */
export interface TasteGain {
  /** Of the general score, or of that which it is compared with. */
  readonly general: number;
  /** Of the personal score. */
  readonly personal: number;
  /** Where the agreement of the personal score itself lies, likewise: a score of which this is not above nothing predicts nothing for sure. */
  readonly personalLow: number;
  readonly personalHigh: number;
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
export async function gainOf(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
  pause: Pause,
): Promise<TasteGain | undefined> {
  const learn: Learn = async (said) => {
    await pause();
    return Taste.learn(calibration, pictures, said);
  };
  return compareOf(undefined, learn, pictures, opinions, shoots);
}

/** The same against another way to learn, or where there is none, the general score. */
export async function compareOf(
  before: Learn | undefined,
  learn: Learn,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): Promise<TasteGain | undefined> {
  const tried = await leaveOut(before, learn, pictures, opinions, shoots);
  const names = [...new Set(tried.map(({ shoot }) => shoot))];
  if (tried.length < FEWEST || names.length < 2) return undefined;
  const [general, personal] = agreement(tried);
  if (Number.isNaN(general) || Number.isNaN(personal)) return undefined;

  const random = seededBy(SEED);
  const members = new Map(names.map((name) => [name, tried.filter(({ shoot }) => shoot === name)]));
  const drawn = Array.from({ length: RESAMPLES }, () =>
    agreement(names.flatMap(() => members.get(names[Math.floor(random() * names.length)]!)!)),
  );
  const gains = inOrder(drawn.map(([without, withTaste]) => withTaste - without));
  const agreements = inOrder(drawn.map(([, withTaste]) => withTaste));
  const [lower, upper] = [(1 - LEVEL) / 2, (1 + LEVEL) / 2];
  return {
    general,
    personal,
    personalLow: quantile(agreements, lower),
    personalHigh: quantile(agreements, upper),
    gain: personal - general,
    low: quantile(gains, lower),
    high: quantile(gains, upper),
    level: LEVEL,
    pictures: tried.length,
    shoots: names.length,
  };
}

/** How the gain grew, from few opinions drawn by chance to all of them. */
export async function curveOf(
  calibration: TasteCalibration,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
  pause: Pause,
): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const count of countsOf(opinions)) {
    const gains: number[] = [];
    for (let draw = 0; draw < DRAWS; draw++) {
      const random = seededBy(SEED + draw);
      const learn: Learn = async (said) => {
        await pause();
        return Taste.learn(calibration, pictures, shuffled(said, random).slice(0, count));
      };
      const tried = await leaveOut(undefined, learn, pictures, opinions, shoots);
      const [general, personal] = agreement(tried);
      if (!Number.isNaN(personal - general)) gains.push(personal - general);
    }
    if (gains.length === 0) continue;
    const gain = gains.reduce((sum, each) => sum + each, 0) / gains.length;
    points.push({ opinions: count, gain });
  }
  return points;
}

/** How many tastes are learned for {@link gainOf}, and for {@link curveOf}. */
export function learnedFor(
  opinions: readonly Opinion[],
  shoots: readonly number[],
): { readonly gain: number; readonly curve: number } {
  const lots = lotsOf(saidOf(opinions).keys(), shoots).length;
  return { gain: lots, curve: countsOf(opinions).length * DRAWS * lots };
}

function countsOf(opinions: readonly Opinion[]): number[] {
  return COUNTS.filter((count) => count < opinions.length);
}

async function leaveOut(
  before: Learn | undefined,
  learn: Learn,
  pictures: readonly SeenByTaste[],
  opinions: readonly Opinion[],
  shoots: readonly number[],
): Promise<Tried[]> {
  const said = saidOf(opinions);
  const tried: Tried[] = [];
  for (const lot of lotsOf(said.keys(), shoots)) {
    const others = opinions.filter((opinion) =>
      placesOf(opinion).every((one) => !lot.has(shoots[one]!)),
    );
    const [first, second] = [await before?.(others), await learn(others)];
    for (const [picture, value] of said) {
      const shoot = shoots[picture]!;
      if (!lot.has(shoot)) continue;
      const seen = pictures[picture]!;
      const general = first?.judge(seen).value ?? seen.general;
      tried.push({ shoot, said: value, general, personal: second.judge(seen).value });
    }
  }
  return tried;
}

/** Shoots of these pictures, in the lots in which they are left out. */
function lotsOf(pictures: Iterable<number>, shoots: readonly number[]): Set<number>[] {
  const lots: Set<number>[] = [];
  [...new Set([...pictures].map((picture) => shoots[picture]!))].forEach((shoot, index) => {
    (lots[index % LOTS] ??= new Set()).add(shoot);
  });
  return lots;
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

/** From the least to the most, without what is none. */
function inOrder(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
}

function quantile(ordered: readonly number[], share: number): number {
  return ordered[Math.round(share * (ordered.length - 1))] ?? 0;
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
