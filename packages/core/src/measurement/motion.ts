/**
 * Blur in one direction: edges across it are spread, edges along it stay sharp.
 */
import type { Picture } from '../picture/picture.js';
import { analysisRaster } from './analysis.js';
import { SCALES, SECTORS } from './gradient.js';
import { analysisNoise, gradients, spreadOf } from './sharpness.js';
import { shared } from './shared.js';

export interface MotionReading {
  /** Spread of the edges that the assumed motion crosses, in per cent of the long side. */
  readonly along: number;
  /** Spread of the edges that run with it. */
  readonly across: number;
  /** Direction of the motion, −90 to 90 degrees from the horizontal; positive: the right end is lower. */
  readonly angle: number;
  /** Share of the cells that have edges at all. */
  readonly edges: number;
  /** Spread of the edges that a movement at this angle (degrees) would cross, in per cent of the long side. */
  at(angle: number): number;
}

/**
 * Length of a uniform movement for each unit of spread along it. A line of length L spreads a lone edge by L/√12; in photographs
 * edges that cross it at a slant are spread less, and it reads 1.4 times as short.
 */
export const LENGTH_OF_SPREAD = 1.4 * Math.sqrt(12);

/** Power that a cell's contrast must exceed to count fully: strong edges count for no more than plain ones. */
const PLAIN = 20;

/**
 * The direction in which the picture is smoothest, and how smooth it is there and across. Gradients are told apart by direction
 * pixel by pixel, so that the streaks of a long blur, which are sharp across, do not hide it.
 */
export const motionOf = shared((picture: Picture): MotionReading => motionWhere(picture));

/**
 * {@link motionOf} of a part of the picture.
 *
 * @param weights how much each cell of the gradient field counts; without, all the same
 */
export function motionWhere(picture: Picture, weights?: Float64Array): MotionReading {
  const { columns, rows, energy, count } = gradients(picture);
  const { width, height } = analysisRaster(picture);
  const cells = rows * columns;
  const power = new Float64Array(SCALES * SECTORS);
  const total = new Float64Array(SCALES);
  let edges = 0;
  for (let cell = 0; cell < cells; cell++) {
    const coarsest = (SCALES - 1) * cells + cell;
    let contrast = 0;
    for (let sector = 0; sector < SECTORS; sector++)
      contrast += energy[coarsest * SECTORS + sector]!;
    contrast /= Math.max(1, count[coarsest]!);
    if (contrast > PLAIN * 2) edges++;
    const weight = (weights?.[cell] ?? 1) / (contrast + PLAIN);
    for (let scale = 0; scale < SCALES; scale++) {
      const at = scale * cells + cell;
      total[scale]! += weight * count[at]!;
      for (let sector = 0; sector < SECTORS; sector++) {
        power[scale * SECTORS + sector]! += weight * energy[at * SECTORS + sector]!;
      }
    }
  }
  const noise = analysisNoise(picture);
  const spreads = new Float64Array(SECTORS);
  const own = new Float64Array(SCALES);
  for (let sector = 0; sector < SECTORS; sector++) {
    for (let scale = 0; scale < SCALES; scale++) {
      const at = scale * SECTORS;
      own[scale] =
        (SECTORS / 2) *
        ((power[at + sector]! +
          0.5 * power[at + ((sector + 1) % SECTORS)]! +
          0.5 * power[at + ((sector + SECTORS - 1) % SECTORS)]!) /
          Math.max(1e-9, total[scale]!)) *
        PLAIN;
    }
    spreads[sector] = spreadOf(own, noise);
  }
  // The axis of the spreads, from all directions at once (doubled angles: a direction and its opposite are one).
  let x = 0;
  let y = 0;
  for (let sector = 0; sector < SECTORS; sector++) {
    const turn = (2 * sector * Math.PI) / SECTORS;
    const octaves = Math.log2(spreads[sector]!);
    x += octaves * Math.cos(turn);
    y += octaves * Math.sin(turn);
  }
  const perCent = 100 / Math.max(width, height);
  const at = (angle: number): number => {
    const place = ((angle / 180) * SECTORS + 2 * SECTORS) % SECTORS;
    const before = Math.floor(place);
    const part = place - before;
    return (
      spreads[before % SECTORS]! ** (1 - part) * spreads[(before + 1) % SECTORS]! ** part * perCent
    );
  };
  const angle = (Math.atan2(y, x) * 90) / Math.PI;
  return {
    along: at(angle),
    across: at(angle + 90),
    angle,
    at,
    edges: edges / cells,
  };
}
