import type { SeenChange } from '../alignment/aligner.js';
import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import { severityOf } from '../attributes/severity.js';
import type { FaultsCalibration } from '../protocol/generated/faults.js';
import { presence } from './presence.js';

/** What readings and tokens say together of a fault that the tokens were taught. */
export interface Fault {
  /** That it is there, among photographs that people show. */
  readonly probability: number;
  /** How strong it is if it is there: 1 weak, 2 medium, 3 strong. */
  readonly severity: number;
}

/** Severity where nothing tells it. */
const SOME = 1;

/** By attribute id; empty where the bundle has no calibration for it. */
export function faultsIn(
  results: readonly AttributeResult[],
  seen: readonly SeenChange[],
  calibration: FaultsCalibration | undefined,
): ReadonlyMap<string, Fault> {
  if (calibration === undefined) return new Map();
  const probable = presence(calibration, results, seen, calibration.prior);
  return new Map(
    results.flatMap(({ attribute, reading }): [string, Fault][] => {
      const probability = probable.get(attribute.id);
      if (probability === undefined || reading.status !== 'measured') return [];
      const severity = severityIn(attribute, reading, seen, calibration);
      return [[attribute.id, { probability, severity }]];
    }),
  );
}

/**
 * How strong the change of an attribute is, were it there: by the strength that its reading speaks of and by the tokens, whichever is known.
 *
 * @returns about 0 to 4
 */
export function severityIn(
  { id, change, remedy }: Attribute,
  reading: Measured,
  seen: readonly SeenChange[],
  { amounts }: Pick<FaultsCalibration, 'amounts'>,
): number {
  const undo = remedy.kind === 'edit' ? remedy.undo : undefined;
  const told = seen.find(({ attribute }) => attribute === id);
  const byTokens = told === undefined ? undefined : told.weak + told.medium + told.strong;
  if (undo === undefined || change === undefined) return byTokens ?? SOME;
  const read = severityOf(change, undo.neutral, undo.strength(reading));
  const amount = amounts[id];
  if (byTokens === undefined || amount === undefined) return read;
  return amount.base + amount.reading * read + amount.seen * byTokens;
}
