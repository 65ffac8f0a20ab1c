/** From what the rooms know to the one document that every host receives: rounded to stated decimals, once, here. */
import type { AttributeResult } from '../attributes/attribute.js';
import type { MultiScaleFeatures } from '../encoder/encoder.js';
import type { Picture } from '../picture/picture.js';
import type { ImageSource } from '../picture/source.js';
import type {
  AttributeReading,
  Evidence,
  Features,
  Finding,
  PictureFacts,
  Source,
} from '../protocol/generated/assessment.js';
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
    format: picture.format,
    preview: !Array.isArray(picture.tiles),
    ...(Object.keys(picture.captureFacts).length === 0
      ? {}
      : { capture: { ...picture.captureFacts } }),
  };
}

export function describeReading({ attribute, reading }: AttributeResult): AttributeReading {
  const { id, level, unit } = attribute;
  if (reading.status === 'not-measured') {
    return { id, level, status: 'not-measured', unit, reason: reading.reason };
  }
  return {
    id,
    level,
    status: 'measured',
    value: round(reading.value, 4),
    unit,
    text: attribute.wording.value(reading),
    score: round(reading.score, 6),
    confidence: round(reading.confidence, 4),
  };
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

export function describeFeatures(features: MultiScaleFeatures): Features {
  const list = (samples: Float32Array) => Array.from(samples, (sample) => round(sample, 5));
  return {
    head: list(features.head),
    headDeviation: list(features.headDeviation),
    classes: list(features.classes),
  };
}
