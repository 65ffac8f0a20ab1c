/** What to speak of: chosen from the findings, most weighty first. */
import type { Attribute } from '../../attributes/attribute.js';
import type { Place, Side, Standing } from '../../language/locale.js';
import type { Degree } from '../../language/words.js';
import type {
  Assessment,
  Claim,
  Finding,
  MeasuredAttribute,
} from '../../protocol/generated/assessment.js';
import { degreeOf } from '../../finding/degree.js';
import type { CommentDetail } from '../decoder.js';
import { placeOf } from '../place.js';

/** One finding with all that its words need. */
export interface Point {
  readonly attribute: Attribute;
  readonly kind: Finding['kind'];
  readonly severity: number;
  readonly degree: Degree;
  /** Whether the reading is sure enough to be stated plainly. */
  readonly sure: boolean;
  readonly claim: Claim;
  readonly side: Side | undefined;
  readonly place: Place | undefined;
}

export interface Content {
  readonly standing: { readonly is: Standing; readonly percentile: number } | undefined;
  readonly strengths: readonly Point[];
  readonly weaknesses: readonly Point[];
  readonly styles: readonly Point[];
  /** Whether it is all that is told, and not an addition. */
  readonly complete: boolean;
  /** What was found and is too small to be told: weaknesses, or only other things. */
  readonly untold: 'weakness' | 'other' | undefined;
}

/** How many points of each kind are told, and from which severity on. */
const LIMITS: Readonly<
  Record<CommentDetail, Record<Finding['kind'], { most: number; least: number }>>
> = {
  short: {
    strength: { most: 1, least: 0.35 },
    weakness: { most: 1, least: 0.45 },
    style: { most: 0, least: 1 },
  },
  normal: {
    strength: { most: 2, least: 0.3 },
    weakness: { most: 3, least: 0.45 },
    style: { most: 1, least: 0.6 },
  },
  full: {
    strength: { most: 8, least: 0.15 },
    weakness: { most: 12, least: 0.2 },
    style: { most: 4, least: 0.5 },
  },
};

/** A reading that is less sure than this is told as such. */
const SURE = 0.55;

/** Percentiles from which on a picture stands so. */
const STANDINGS: readonly (readonly [number, Standing])[] = [
  [90, 'best'],
  [65, 'above'],
  [35, 'ordinary'],
  [10, 'below'],
  [0, 'worst'],
];

/** @param told what is not to be told again; where it is anything, only what works and what does not is added */
export function chooseContent(
  { findings, attributes: readings, score }: Assessment,
  attributes: readonly Attribute[],
  detail: CommentDetail,
  told: ReadonlySet<string> = new Set(),
): Content {
  const points = findings.flatMap((finding) => {
    const attribute = attributes.find(({ id }) => id === finding.attribute);
    const reading = readings.find(({ id }) => id === finding.attribute);
    return attribute === undefined || reading?.status !== 'measured'
      ? []
      : [point(attribute, finding, reading)];
  });
  const chosen = (kind: Finding['kind']): readonly Point[] => {
    const { most, least } = LIMITS[detail][kind];
    return points
      .filter((one) => one.kind === kind && one.severity >= least)
      .filter(firstOfItsAxis)
      .slice(0, most)
      .filter(({ attribute }) => !told.has(attribute.id) && !toldAxes.has(attribute.axis));
  };
  const toldAxes = new Set(
    attributes.flatMap(({ id, axis }) => (told.has(id) && axis !== undefined ? [axis] : [])),
  ) as ReadonlySet<string | undefined>;
  const more = told.size > 0;
  // Nothing is praised in a picture that the model does not know.
  const known = score?.abstained !== true;
  return {
    standing:
      score === undefined || score.abstained || more
        ? undefined
        : { is: standingOf(score.percentile), percentile: Math.floor(score.percentile) },
    strengths: known ? chosen('strength') : [],
    weaknesses: chosen('weakness'),
    styles: known && !more ? chosen('style') : [],
    complete: !more,
    untold: points.some(({ kind }) => kind === 'weakness')
      ? 'weakness'
      : points.length > 0
        ? 'other'
        : undefined,
  };
}

function standingOf(percentile: number): Standing {
  return STANDINGS.find(([least]) => percentile >= least)?.[1] ?? 'worst';
}

function point(attribute: Attribute, finding: Finding, reading: MeasuredAttribute): Point {
  const { kind, severity, evidence } = finding;
  const { value, unit, confidence } = reading;
  const side = hasSide(attribute, kind) ? (value > 0 ? 'right' : 'left') : undefined;
  const place = kind === 'weakness' ? placeOf(evidence) : undefined;
  return {
    attribute,
    kind,
    severity,
    degree: degreeOf(severity),
    sure: confidence >= SURE,
    side,
    place,
    claim: {
      about: attribute.id,
      relation: kind,
      value,
      unit,
      ...(side === undefined ? {} : { side }),
      ...(place === undefined ? {} : { place }),
    },
  };
}

/** Of opposites that share an axis, only the weightier is told. */
function firstOfItsAxis({ attribute: { axis } }: Point, index: number, all: readonly Point[]) {
  return axis === undefined || all.findIndex(({ attribute }) => attribute.axis === axis) === index;
}

function hasSide({ wording }: Attribute, kind: Finding['kind']): boolean {
  return (
    kind === 'weakness' && (wording.weakness?.clear ?? []).some((way) => way.includes('{side}'))
  );
}
