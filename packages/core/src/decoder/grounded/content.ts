/** What to speak of: chosen from the findings and readings, most weighty first. */
import type { Attribute } from '../../attributes/attribute.js';
import type { Standing } from '../../language/locale.js';
import type { Degree } from '../../language/words.js';
import type {
  Assessment,
  Claim,
  Contribution,
  Finding,
  MeasuredAttribute,
} from '../../protocol/generated/assessment.js';
import { degreeOf } from '../../finding/degree.js';
import { placeOf } from '../../finding/place.js';
import { isUnusual, measured, triedInVain } from '../check-claims.js';
import type { CommentDetail, WritingRequest } from '../decoder.js';
import { costliest, mostlyImpression } from '../explanation.js';
import { standingOf } from '../standing.js';

/** One finding with all that its words need. */
export interface Point {
  readonly attribute: Attribute;
  readonly kind: Finding['kind'];
  readonly severity: number;
  readonly degree: Degree;
  /** Whether the reading is sure enough to be stated plainly. */
  readonly sure: boolean;
  /** What may be advised against it, of which the first that there are words for is told. */
  readonly advice: readonly ('mend' | 'next-time')[];
  readonly claim: Claim;
  /** Whether the place is that of the subject, and not only where most of it is. */
  readonly ofSubject: boolean;
}

/** A reading that is unlike that of most photographs, and neither a strength nor a weakness. */
export interface Trait {
  readonly attribute: Attribute;
  readonly is: 'low' | 'high';
  readonly claim: Claim;
}

export interface Content {
  /** What the picture shows. */
  readonly shows: readonly Claim[];
  readonly standing: { readonly is: Standing; readonly percentile: number } | undefined;
  readonly strengths: readonly Point[];
  readonly weaknesses: readonly Point[];
  readonly styles: readonly Point[];
  /** Whether it is all that is told, and not an addition, and no reading forbids to say that all is well. */
  readonly complete: boolean;
  /** Of topics that nothing else is told of. */
  readonly traits: readonly Trait[];
  /** What no reading explains, where it is most of why the score is not average. */
  readonly impression: Contribution | undefined;
  /** The reading that lowers the score most, where that is worth a word and not told as a weakness. */
  readonly costs: { readonly attribute: Attribute; readonly value: number } | undefined;
  /** What is there beside what is told: weaknesses that are too small, or something to gain by an edit, or only other things. */
  readonly untold: 'weakness' | 'other' | undefined;
  /** The greatest of the small weaknesses, where none is told. */
  readonly minor: Point | undefined;
}

/** How many points of each kind are told, and from which severity on. */
const LIMITS: Readonly<
  Record<CommentDetail, Record<Finding['kind'], { most: number; least: number }>>
> = {
  short: {
    strength: { most: 1, least: 0.25 },
    weakness: { most: 1, least: 0.45 },
    style: { most: 0, least: 1 },
  },
  normal: {
    strength: { most: 2, least: 0.15 },
    weakness: { most: 3, least: 0.45 },
    style: { most: 1, least: 0.6 },
  },
  full: {
    strength: { most: 8, least: 0.15 },
    weakness: { most: 12, least: 0.2 },
    style: { most: 4, least: 0.5 },
  },
};

/** Concern of a reading, as far as it is sure, from which on it contradicts that nothing is wrong. */
const OF_CONCERN = 0.6;

/** A reading that is less sure than this is told as such. */
const SURE = 0.55;

/** A weakness too small to be told is still named as the most there is from this severity on. */
const WORTH_NAMING = 0.25;

/** Points of the score: less does not show in a figure of tenths. */
const WORTH_POINTS = 0.05;

/** Points of the score by which a picture differs from the average so that the reason is worth a word. */
const FAR_FROM_AVERAGE = 0.7;

/** Where anything has been told before, only what works and what does not is added. */
export function chooseContent({
  assessment,
  attributes,
  detail,
  partial = false,
  told: before = new Set(),
}: WritingRequest): Content {
  const { findings, attributes: readings, score, shows = [] } = assessment;
  const points = findings.flatMap((finding) => {
    const attribute = attributes.find(({ id }) => id === finding.attribute);
    const reading = measured(finding.attribute, assessment);
    return attribute === undefined || reading === undefined
      ? []
      : [point(attribute, finding, reading, assessment)];
  });
  const chosen = (kind: Finding['kind']): readonly Point[] => {
    const { most, least } = LIMITS[detail][kind];
    return points
      .filter((one) => one.kind === kind && one.severity >= least)
      .filter(firstOfItsAxis)
      .slice(0, most)
      .filter(({ attribute }) => !before.has(attribute.id) && !toldAxes.has(attribute.axis));
  };
  const toldAxes = new Set(
    attributes.flatMap(({ id, axis }) => (before.has(id) && axis !== undefined ? [axis] : [])),
  ) as ReadonlySet<string | undefined>;
  const more = before.size > 0;
  // Nothing is praised in a picture that the model does not know.
  const known = score?.abstained !== true;
  const weaknesses = chosen('weakness');
  // In a line there is room for one thing.
  const strengths =
    known && (detail !== 'short' || weaknesses.length === 0) ? chosen('strength') : [];
  const styles = known && !more ? chosen('style') : [];
  const untold = points.filter(({ kind }) => kind === 'weakness');
  const minor = weaknesses.length > 0 ? undefined : untold.find(isMinor);
  const doubtful = attributes.some((attribute) => isDoubtful(attribute, assessment));
  const told = [
    ...strengths,
    ...weaknesses,
    ...styles,
    ...(minor === undefined ? [] : [minor]),
  ].map(({ attribute }) => attribute);
  return {
    shows: (more ? [] : shows).map(({ thing }) => ({ about: thing, relation: 'shows' })),
    standing:
      score === undefined || score.abstained || more
        ? undefined
        : { is: standingOf(score.percentile), percentile: Math.floor(score.percentile) },
    strengths,
    weaknesses,
    styles,
    complete:
      !more && !partial && !(doubtful && (strengths.length > 0 || (known && score !== undefined))),
    traits: more ? [] : traitsOf(assessment, attributes, points, told),
    ...(known && score !== undefined && !more
      ? explained(score, attributes, told)
      : { impression: undefined, costs: undefined }),
    untold:
      untold.length > 0 || suggested(assessment).length > 0
        ? 'weakness'
        : points.length > 0 || readings.some(isUnusual)
          ? 'other'
          : undefined,
    minor,
  };
}

/** Whether a reading alone calls a fault that was not found: nobody is told that there is none. */
function isDoubtful({ id, kind }: Attribute, assessment: Assessment): boolean {
  const reading = measured(id, assessment);
  return (
    kind === 'fault' &&
    reading !== undefined &&
    (1 - reading.score) * reading.confidence >= OF_CONCERN &&
    assessment.findings.every(({ attribute }) => attribute !== id)
  );
}

function isMinor({ severity, degree, sure }: Point): boolean {
  return sure && degree === 'slight' && severity >= WORTH_NAMING;
}

function point(
  attribute: Attribute,
  finding: Finding,
  reading: MeasuredAttribute,
  assessment: Assessment,
): Point {
  const { kind, severity, evidence } = finding;
  const { value, unit, confidence } = reading;
  const side = hasSide(attribute, kind) ? (value > 0 ? 'right' : 'left') : undefined;
  const ofSubject = evidence.some(({ kind: sort }) => sort === 'box');
  const placed = kind === 'weakness' || (kind === 'strength' && ofSubject);
  const found = placed ? placeOf(evidence) : undefined;
  // That a subject is in the middle is no news, nor that it stands on the ground.
  const usual = found === 'middle' || found === 'top' || found === 'bottom';
  const place = ofSubject && (usual || confidence < SURE) ? undefined : found;
  const degree = degreeOf(severity);
  return {
    attribute,
    kind,
    severity,
    degree,
    sure: confidence >= SURE,
    advice: adviceOn(attribute, assessment),
    ofSubject,
    claim: {
      about: attribute.id,
      relation: kind,
      value,
      unit,
      ...(kind === 'weakness' ? { degree } : {}),
      ...(side === undefined ? {} : { side }),
      ...(place === undefined ? {} : { place }),
    },
  };
}

function suggested({ suggestions }: Assessment) {
  return suggestions?.suggestions ?? [];
}

/**
 * Nothing, where a suggestion says it with figures; no edit where suggestions were made and it is none of them, and no other shot of what no
 * camera has taken.
 */
function adviceOn({ id, remedy }: Attribute, assessment: Assessment): Point['advice'] {
  if (suggested(assessment).some(({ attribute }) => attribute === id)) return [];
  const byEdit = remedy.kind === 'edit' && assessment.suggestions !== undefined;
  return [
    ...(byEdit || triedInVain(id, assessment) ? [] : (['mend'] as const)),
    ...(assessment.domain.id === 'photograph' ? (['next-time'] as const) : []),
  ];
}

/** What an attribute and its opposites add to the score together: people see them as one. */
function withOpposites(
  { id, axis }: Attribute,
  { contributions }: NonNullable<Assessment['score']>,
  attributes: readonly Attribute[],
): number {
  const one = new Set([
    id,
    ...attributes
      .filter((other) => axis !== undefined && other.axis === axis)
      .map((other) => other.id),
  ]);
  return contributions.reduce(
    (sum, { attribute, value }) => sum + (one.has(attribute) ? value : 0),
    0,
  );
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

/** What is unusual, but for what findings tell, and what shares a topic with it. */
function traitsOf(
  assessment: Assessment,
  attributes: readonly Attribute[],
  found: readonly Point[],
  told: readonly Attribute[],
): readonly Trait[] {
  const traits = attributes.flatMap((attribute): Trait[] => {
    const { id, unit, wording, axis } = attribute;
    const reading = measured(id, assessment);
    if (reading?.standing === undefined || reading.confidence < SURE) return [];
    if (wording.trait?.[reading.standing] === undefined) return [];
    const same = ({ attribute: other }: Point): boolean =>
      other.id === id || (axis !== undefined && other.axis === axis);
    if (found.some(same)) return [];
    const { standing, value } = reading;
    return [
      { attribute, is: standing, claim: { about: id, relation: 'trait', standing, value, unit } },
    ];
  });
  const fresh = ({ attribute: { topic } }: Trait): boolean =>
    told.every((other) => topic === undefined || other.topic !== topic);
  return traits.filter(fresh);
}

/** Where the score comes from, as far as that is worth a word. */
function explained(
  score: NonNullable<Assessment['score']>,
  attributes: readonly Attribute[],
  told: readonly Attribute[],
): Pick<Content, 'impression' | 'costs'> {
  const far = Math.abs(score.value - score.reference.mean) >= FAR_FROM_AVERAGE;
  const lowest = costliest(score);
  const attribute = attributes.find(({ id }) => id === lowest?.attribute);
  const worthAWord =
    attribute !== undefined &&
    lowest !== undefined &&
    withOpposites(attribute, score, attributes) <= -WORTH_POINTS &&
    !told.includes(attribute);
  return {
    impression: far ? mostlyImpression(score) : undefined,
    costs: worthAWord ? { attribute, value: lowest.value } : undefined,
  };
}
