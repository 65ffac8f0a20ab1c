import type { SeenChange } from '../alignment/aligner.js';
import type { AttributeResult } from '../attributes/attribute.js';
import type { FaultsCalibration } from '../protocol/generated/faults.js';

/** What the model calls a picture without a fault. */
export const NONE = 'none';

/** Keeps logits finite. */
const EPSILON = 1e-4;

/** What is heard of tilt beside its score, which only starts where a tilt is plain. */
const TILT = 'horizon-tilt';
const MOST_TILT = 8;

/** The models of presence: of pictures that are whole, and of previews. */
export type PresenceModels = Pick<FaultsCalibration, 'presence' | 'previews'>;

/**
 * How probable each kind of change is, and {@link NONE}, by readings and tokens together: a softmax, linear in both.
 *
 * @param models of which that for previews is heard where readings at full size are missing
 * @param prior logit by which none is likelier than in what the model learned from
 * @returns probabilities by attribute id, which sum to 1
 */
export function presence(
  models: PresenceModels,
  results: readonly AttributeResult[],
  seen: readonly SeenChange[],
  prior = 0,
): ReadonlyMap<string, number> {
  const { attributes, seen: told, kinds, weights, bias } = modelFor(results, models);
  const inputs = [
    ...attributes.flatMap((id) => heard(results, id)),
    ...told.flatMap((id) => {
      const change = seen.find(({ attribute }) => attribute === id);
      if (change === undefined) return [logit(0), 0];
      const { weak, medium, strong } = change;
      return [logit(weak), weak + medium + strong];
    }),
    leaning(results),
  ];
  const logits = weights.map((row, kind) => {
    const start = (bias[kind] ?? 0) + (kinds[kind] === NONE ? prior : 0);
    return row.reduce((sum, weight, input) => sum + weight * (inputs[input] ?? 0), start);
  });
  const most = Math.max(...logits);
  const powers = logits.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return new Map(kinds.map((kind, index) => [kind, powers[index]! / total]));
}

function modelFor(
  results: readonly AttributeResult[],
  { presence: whole, previews = whole }: PresenceModels,
): FaultsCalibration['presence'] {
  const isPreview = results.some(
    ({ attribute, reading }) => attribute.fullSize === true && reading.status === 'not-measured',
  );
  return isPreview ? previews : whole;
}

function heard(results: readonly AttributeResult[], id: string): [number, number] {
  const reading = results.find(({ attribute }) => attribute.id === id)?.reading;
  if (reading?.status !== 'measured') return [0, 0];
  return [logit(1 - reading.score) * reading.confidence, reading.confidence];
}

function leaning(results: readonly AttributeResult[]): number {
  const reading = results.find(({ attribute }) => attribute.id === TILT)?.reading;
  if (reading?.status !== 'measured') return 0;
  return Math.min(MOST_TILT, Math.abs(reading.value)) * reading.confidence;
}

export function logit(probability: number): number {
  const inside = Math.min(1 - EPSILON, Math.max(EPSILON, probability));
  return Math.log(inside / (1 - inside));
}
