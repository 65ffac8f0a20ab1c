/** From what the rooms know to the one document that every host receives: rounded to stated decimals, once, here. */
import type { AlignedTokens, LevelTokens } from '../alignment/aligner.js';
import type { Attribute, AttributeResult } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import type { Locale } from '../language/locale.js';
import { coarse } from '../encoder/grid.js';
import { statistics } from '../measurement/statistics.js';
import type { Picture } from '../picture/picture.js';
import type { ImageSource } from '../picture/source.js';
import type {
  Attention,
  AttributeReading,
  Evidence,
  Features,
  Finding,
  GridEvidence,
  MeasuredAttribute,
  PictureFacts,
  Seen,
  Shown,
  Source,
} from '../protocol/generated/assessment.js';
import { thingsShown } from '../subject/shown-things.js';
import type { Subject } from '../subject/subject.js';
import { round } from '../protocol/rounding.js';

export function describeSource(source: ImageSource): Source {
  switch (source.kind) {
    case 'path':
      return { kind: 'path', path: source.path };
    case 'bytes':
    case 'stream':
    case 'pixels':
      return source.name === undefined
        ? { kind: source.kind }
        : { kind: source.kind, name: source.name };
  }
}

export function describePicture(picture: Picture): PictureFacts {
  return {
    width: picture.width,
    height: picture.height,
    sha256: picture.sha256,
    imageSha256: picture.imageSha256,
    format: picture.format,
    preview: !Array.isArray(picture.tiles),
    ...(Object.keys(picture.captureFacts).length === 0
      ? {}
      : { capture: { ...picture.captureFacts } }),
  };
}

export function describeReading(
  { attribute, reading }: AttributeResult,
  tokens: AlignedTokens,
  locale: Locale,
): AttributeReading {
  const { id, level, unit } = attribute;
  const seen = describeSeen(id, tokens);
  const also = seen === undefined ? {} : { seen };
  if (reading.status === 'not-measured') {
    const reason = locale.unmeasured?.(reading.reason) ?? reading.reason;
    return { id, level, status: 'not-measured', unit, reason, ...also };
  }
  const standing = standingOf(attribute, reading.value);
  return {
    id,
    level,
    status: 'measured',
    value: round(reading.value, 4),
    unit,
    text: wordsOf(attribute, locale).value(reading),
    score: round(reading.score, 6),
    confidence: round(reading.confidence, 4),
    ...(standing === undefined ? {} : { standing }),
    ...also,
  };
}

function standingOf({ usual }: Attribute, value: number): MeasuredAttribute['standing'] {
  if (usual === undefined) return undefined;
  const [low, high] = usual;
  return value < low ? 'low' : value > high ? 'high' : undefined;
}

/** What the tokens say of an attribute, where they were taught its change. */
function describeSeen(id: string, { changes }: AlignedTokens): Seen | undefined {
  const change = changes.find(({ attribute }) => attribute === id);
  if (change === undefined) return undefined;
  const { weak, medium, strong } = change;
  return { probability: round(weak, 4), severity: round(weak + medium + strong, 4) };
}

export function describeShown(classes: Float32Array, { faces }: Subject): Shown[] {
  return thingsShown(classes, faces).map(({ thing, confidence }) => ({
    thing,
    confidence: round(confidence, 4),
  }));
}

export function describeAttention({ low, middle, high }: AlignedTokens): Attention {
  return { low: gridOf(low), middle: gridOf(middle), high: gridOf(high) };
}

/** The mean attention of a level's tokens, 1 where it is greatest. */
function gridOf({ attention, count, ...size }: LevelTokens): GridEvidence {
  const cells = size.rows * size.columns;
  const looked = Array.from({ length: cells }, (_, cell) => {
    let sum = 0;
    for (let token = 0; token < count; token++) sum += attention[token * cells + cell] ?? 0;
    return sum;
  });
  const { rows, columns, sums } = coarse(looked, size.rows, size.columns);
  const most = Math.max(...sums, Number.MIN_VALUE);
  return { kind: 'grid', columns, rows, values: sums.map((sum) => round(sum / most, 2)) };
}

export function describeFinding(finding: Finding): Finding {
  return {
    ...finding,
    severity: round(finding.severity, 4),
    contribution: round(finding.contribution, 2),
    evidence: finding.evidence.map(describeEvidence),
  };
}

function describeEvidence(evidence: Evidence): Evidence {
  switch (evidence.kind) {
    case 'box':
      return {
        kind: 'box',
        x: round(evidence.x, 4),
        y: round(evidence.y, 4),
        width: round(evidence.width, 4),
        height: round(evidence.height, 4),
      };
    case 'line':
      return {
        kind: 'line',
        x1: round(evidence.x1, 4),
        y1: round(evidence.y1, 4),
        x2: round(evidence.x2, 4),
        y2: round(evidence.y2, 4),
      };
    case 'grid':
      return { ...evidence, values: evidence.values.map((value) => round(value, 2)) };
  }
}

export function describeFeatures(features: MultiScaleFeatures, tokens: AlignedTokens): Features {
  const list = (samples: ArrayLike<number>) => Array.from(samples, (sample) => round(sample, 5));
  return {
    head: list(features.head),
    headDeviation: list(features.headDeviation),
    classes: list(features.classes),
    low: list(tokens.low.data),
    middle: list(tokens.middle.data),
    high: list(tokens.high.data),
    thematic: list(tokens.thematic),
    strength: list(tokens.changes.flatMap(({ weak, medium, strong }) => [weak, medium, strong])),
  };
}

export function describeStatistics({ working }: Picture): number[] {
  return statistics(working).map((value) => round(value, 6));
}
