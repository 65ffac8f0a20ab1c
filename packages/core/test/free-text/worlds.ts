/** Made-up assessments for tests of the free reader: what is not named was measured and is no concern. */
import { ATTRIBUTES } from '../../src/attributes/index.js';
import type { Assessment, Evidence, Finding } from '../../src/protocol/generated/assessment.js';

interface Found {
  readonly severity: number;
  /** The reading, in the attribute's unit. */
  readonly value: number;
  /** Further figures of the reading, which its words need. */
  readonly details?: Readonly<Record<string, number>>;
  readonly evidence?: readonly Evidence[];
  /** For a quality that is a weakness. */
  readonly weak?: true;
}

export interface World {
  readonly percentile: number;
  readonly score: number;
  readonly found: Readonly<Record<string, Found>>;
  readonly notMeasured?: readonly string[];
}

/** All of the weight in one ninth, counted row by row. */
const inNinth = (ninth: number): readonly Evidence[] => [
  {
    kind: 'grid',
    columns: 3,
    rows: 3,
    values: Array.from({ length: 9 }, (_, cell) => (cell === ninth ? 1 : 0)),
  },
];

const TOP_RIGHT = inNinth(2);
const BOTTOM_LEFT = inNinth(6);

export const WORLDS = {
  tilted: {
    percentile: 72.4,
    score: 6.83,
    found: {
      'horizon-tilt': { severity: 0.5, value: 1.3 },
      noise: { severity: 0.7, value: 14.2 },
      'depth-separation': { severity: 0.7, value: 1.64 },
      'colour-harmony': {
        severity: 0.5,
        value: 3.2,
        details: { hueDistanceDeg: 28, colouredShare: 0.5 },
      },
    },
  },
  dark: {
    percentile: 23.1,
    score: 4.6,
    found: {
      'under-exposure': { severity: 0.9, value: 2.4 },
      'crushed-shadows': { severity: 0.65, value: 12.3, evidence: BOTTOM_LEFT },
      'low-contrast': { severity: 0.4, value: 58 },
      'leading-lines': { severity: 0.5, value: 41 },
    },
  },
  bright: {
    percentile: 31.7,
    score: 4.95,
    found: {
      'over-exposure': { severity: 0.7, value: 1.1 },
      'clipped-highlights': { severity: 0.9, value: 22, evidence: TOP_RIGHT },
      'vertical-tilt': { severity: 0.4, value: 11.2 },
      simplicity: { severity: 0.3, value: 71 },
    },
  },
  warm: {
    percentile: 55.2,
    score: 5.9,
    found: {
      'warm-cast': { severity: 0.7, value: 74 },
      'over-saturation': { severity: 0.5, value: 2.5 },
      symmetry: { severity: 0.6, value: 0.86 },
      'subject-clarity': { severity: 0.4, value: 0.81 },
    },
  },
  cool: {
    percentile: 41.0,
    score: 5.41,
    found: {
      'cool-cast': { severity: 0.5, value: 52 },
      'dull-colour': { severity: 0.7, value: 41 },
      haze: { severity: 0.65, value: 62 },
      'magenta-cast': { severity: 0.3, value: 21 },
    },
  },
  tight: {
    percentile: 48.3,
    score: 5.62,
    found: {
      'tight-framing': { severity: 0.7, value: 91 },
      'cut-off-subject': { severity: 0.9, value: 38, details: { outline: 12 } },
      clutter: { severity: 0.5, value: 66, evidence: TOP_RIGHT },
      balance: { severity: 0.65, value: -14, weak: true },
    },
  },
  loose: {
    percentile: 38.6,
    score: 5.3,
    found: {
      'loose-framing': { severity: 0.9, value: 1.2 },
      'subject-placement': { severity: 0.7, value: 18, weak: true },
      'subject-clarity': { severity: 0.4, value: 0.31, weak: true },
      simplicity: { severity: 0.5, value: 82 },
    },
  },
  blurred: {
    percentile: 12.4,
    score: 3.97,
    found: {
      'defocus-blur': { severity: 0.7, value: 0.31, details: { spreadPx: 9.3 } },
      'motion-blur': { severity: 0.5, value: 0.5, details: { lengthPx: 10, angleDeg: 50 } },
      'subject-sharpness': { severity: 0.9, value: 0.42, details: { spreadPx: 12.6 }, weak: true },
      balance: { severity: 0.3, value: 1.2 },
    },
  },
  excellent: {
    percentile: 93.2,
    score: 8.12,
    found: {
      'depth-separation': { severity: 0.8, value: 2.1 },
      'colour-harmony': {
        severity: 0.65,
        value: 1.1,
        details: { hueDistanceDeg: 0, colouredShare: 0.6 },
      },
      balance: { severity: 0.6, value: 0.4 },
      'subject-placement': { severity: 0.6, value: -3 },
      'subject-sharpness': { severity: 0.7, value: 0.04, details: { spreadPx: 1.2 } },
      'shallow-depth-of-field': { severity: 0.8, value: 56 },
    },
  },
  processed: {
    percentile: 27.8,
    score: 4.8,
    found: {
      'over-sharpening': { severity: 0.9, value: 1.4 },
      compression: { severity: 0.7, value: 12 },
      vignetting: { severity: 0.5, value: 2.5 },
      'colour-harmony': {
        severity: 0.65,
        value: 14,
        details: { hueDistanceDeg: 120, colouredShare: 0.7 },
        weak: true,
      },
      'green-cast': { severity: 0.4, value: 24 },
    },
  },
  noir: {
    percentile: 80.5,
    score: 7.2,
    found: {
      'black-and-white': { severity: 0.97, value: 0.01 },
      silhouette: { severity: 0.8, value: 88 },
      'low-key': { severity: 0.7, value: 81 },
      minimalism: { severity: 0.6, value: 84 },
      'film-grain': { severity: 0.7, value: 8.4 },
      simplicity: { severity: 0.6, value: 84 },
    },
  },
  motion: {
    percentile: 66.0,
    score: 6.5,
    found: {
      fog: { severity: 0.7, value: 61 },
      'long-exposure': { severity: 0.9, value: 2 },
      panning: { severity: 0.6, value: 2.4 },
      panorama: { severity: 0.9, value: 3 },
      repetition: { severity: 0.5, value: 0.74 },
      'subject-clarity': { severity: 0.5, value: 0.86 },
    },
  },
  bright_style: {
    percentile: 61.3,
    score: 6.2,
    found: {
      'high-key': { severity: 0.8, value: 72 },
      'tight-framing': { severity: 0.3, value: 87 },
      'depth-separation': { severity: 0.7, value: -0.9, weak: true },
      simplicity: { severity: 0.65, value: 12, weak: true },
    },
  },
} as const satisfies Readonly<Record<string, World>>;

export type WorldName = keyof typeof WORLDS;

export function assessmentOf(world: World): Assessment {
  const attributes = ATTRIBUTES.map(({ id, level, unit, range, direction, wording }) => {
    if (world.notMeasured?.includes(id) === true) {
      return { id, level, status: 'not-measured' as const, unit, reason: 'it was not seen' };
    }
    const found = world.found[id];
    // Far from where it would be a concern, and within the range.
    const fine = direction === 'lower-is-better' ? Math.max(0, range[0]) : range[1];
    const value = found?.value ?? fine;
    return {
      id,
      level,
      status: 'measured' as const,
      value,
      unit,
      text: wording.value({ value, ...(found?.details ? { details: found.details } : {}) }),
      score: 0.9,
      confidence: 0.9,
    };
  });
  const findings: Finding[] = Object.entries(world.found)
    .map(([id, { severity, evidence = [], weak }]) => {
      const attribute = ATTRIBUTES.find((one) => one.id === id);
      if (attribute === undefined) throw new Error(`There is no attribute ${id}.`);
      const kind =
        attribute.kind === 'style'
          ? ('style' as const)
          : attribute.kind === 'fault' || weak === true
            ? ('weakness' as const)
            : ('strength' as const);
      return {
        id: `${id}/${kind}`,
        attribute: id,
        kind,
        severity,
        contribution: 0,
        evidence: [...evidence],
      };
    })
    .sort((a, b) => b.severity - a.severity);
  return {
    status: 'ok',
    source: { kind: 'bytes' },
    picture: {
      width: 600,
      height: 400,
      sha256: '0'.repeat(64),
      imageSha256: '0'.repeat(64),
      format: 'jpeg',
      preview: false,
    },
    domain: { id: 'photograph', confidence: 1 },
    score: {
      value: world.score,
      interval: { low: world.score - 0.8, high: world.score + 0.8, level: 0.8 },
      percentile: world.percentile,
      reference: { id: 'made-up', size: 598, mean: 5.7 },
      confidence: 0.7,
      abstained: false,
      distribution: Array.from({ length: 10 }, () => 0.1),
      technical: 7,
      contributions: [],
    },
    attributes,
    findings,
    stamps: {
      protocol: '1.0',
      engine: '0',
      model: { id: 'made-up@1', sha256: '0'.repeat(64) },
      preprocessing: 'made-up',
      registry: 'made-up',
    },
  };
}
