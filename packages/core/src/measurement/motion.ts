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
}

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
  let widest = 0;
  for (let sector = 1; sector < SECTORS; sector++) {
    if (spreads[sector]! > spreads[widest]!) widest = sector;
  }
  // The axis of the spreads, from all directions at once (doubled angles: a direction and its opposite are one).
  let x = 0;
  let y = 0;
  for (let sector = 0; sector < SECTORS; sector++) {
    const turn = ((2 * sector + 1) * Math.PI) / SECTORS;
    const octaves = Math.log2(spreads[sector]!);
    x += octaves * Math.cos(turn);
    y += octaves * Math.sin(turn);
  }
  const perCent = 100 / Math.max(width, height);
  return {
    along: spreads[widest]! * perCent,
    across: spreads[(widest + SECTORS / 2) % SECTORS]! * perCent,
    angle: (Math.atan2(y, x) * 90) / Math.PI,
    edges: edges / cells,
  };
}
