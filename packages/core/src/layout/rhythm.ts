/** The steps that distances of a frame keep to. */
import type { Frame } from './frame.js';
import { counted } from './groups.js';

export interface Rhythm {
  /** Whether a distance is on a step. */
  isOn(distance: number): boolean;
  /** The step that a distance nearly is; undefined where it is on one, or near none. */
  stepFor(distance: number): number | undefined;
  /** Id of the token that has this length. */
  tokenOf(step: number): string | undefined;
}

/** Steps that frames are built on. */
const BASES = [4, 5, 6];

/** So much of all distances must be on a base for the rest to be off it. */
const SHARE = 0.6;

/** Hairlines and optical nudges. */
const TINY = 3;

/** Up to here half a step is used with good reason. */
const SMALL = 16;

/** A distance that is used so often is meant. */
const OFTEN = 3;

/** Farther from all steps, a distance is something else. */
const NEAR = 4.05;

/** Lengths of tokens for distances; where no name tells, all are. */
const FOR_DISTANCES = /spac|gap|pad|inset|gutter|margin|stack/iu;

export function rhythmOf(frame: Frame): Rhythm {
  const lengths = frame.lengthTokens;
  const named = lengths.filter(({ name, collection }) =>
    FOR_DISTANCES.test(`${collection} ${name}`),
  );
  const tokens = named.length >= 3 ? named : lengths;
  const used = distancesIn(frame);
  const often = counted(used);
  const base = baseOf(used);
  const steps = tokens.length >= 3 ? new Set(tokens.map(({ value }) => value)) : undefined;

  const isOn = (distance: number): boolean => {
    if (distance <= TINY && Number.isInteger(distance)) return true;
    if (steps?.has(distance) === true) return true;
    if (!Number.isInteger(distance * 2)) return false;
    if ((often.get(distance) ?? 0) >= OFTEN) return true;
    if (steps !== undefined) return false;
    if (base === undefined || distance % base === 0) return true;
    return distance < SMALL && base % 2 === 0 && distance % (base / 2) === 0;
  };
  return {
    isOn,
    stepFor(distance) {
      if (distance < 0 || isOn(distance)) return undefined;
      let nearest: number | undefined;
      const candidates =
        steps ??
        (base === undefined
          ? [Math.round(distance)]
          : [base * Math.floor(distance / base), base * Math.ceil(distance / base)]);
      for (const step of candidates) {
        if (nearest === undefined || Math.abs(step - distance) < Math.abs(nearest - distance))
          nearest = step;
      }
      if (nearest === undefined || nearest === distance || (nearest === 0 && distance > 1))
        return undefined;
      return Math.abs(nearest - distance) <= NEAR ? nearest : undefined;
    },
    tokenOf: (step) =>
      steps === undefined ? undefined : tokens.find(({ value }) => value === step)?.id,
  };
}

/** Gaps and paddings of auto layouts, each container's once. */
function distancesIn(frame: Frame): number[] {
  const layouts = [
    frame.layout,
    ...frame.layers.filter(({ drawn }) => !drawn).map(({ node }) => node),
  ];
  return layouts.flatMap(({ autoLayout }) => {
    if (autoLayout === undefined) return [];
    const { gap, spread, padding } = autoLayout;
    const all = new Set([padding.top, padding.right, padding.bottom, padding.left]);
    if (spread !== true) all.add(gap);
    all.delete(0);
    return [...all];
  });
}

function baseOf(distances: readonly number[]): number | undefined {
  const shares = BASES.map(
    (base) =>
      distances.filter((distance) => distance % base === 0).length / Math.max(1, distances.length),
  );
  const best = Math.max(...shares);
  if (distances.length < 3) return 4;
  return best < SHARE ? undefined : BASES[shares.indexOf(best)];
}
