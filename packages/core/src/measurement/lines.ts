/**
 * Which way the lines of a picture run: the evidence for tilt, for converging verticals and for leading lines.
 */
import type { Picture } from '../picture/picture.js';
import type { Evidence } from '../protocol/evidence.js';
import { analysisLuma, halved, type Plane } from './luma.js';
import { shared } from './shared.js';

/** Directions that are looked at: this many degrees to both sides of level and of upright. */
export const REACH = 16;
/** Degrees between neighbouring directions. */
export const STEP = 0.5;
/** Number of directions. */
export const DIRECTIONS = (2 * REACH) / STEP + 1;
/** Vertical strips in which upright lines are counted apart. */
export const STRIPS = 8;

/** Evidence by direction; index 0 is −{@link REACH}°, positive is turned clockwise (lower on the right, or leaning to the right at the top). */
export interface LineEvidence {
  /** Share of the picture with edges that run nearly level, by direction. */
  readonly level: Float64Array;
  /** The same for nearly upright edges, for each of {@link STRIPS} strips from left to right: `[strip * DIRECTIONS + direction]`. */
  readonly upright: Float64Array;
  /** How far edges line up along whole straight lines (sums of squares of a Hough transform), level edges, by direction. */
  readonly alignedLevel: Float64Array;
  /** The same for upright edges. */
  readonly alignedUpright: Float64Array;
  /** Line that runs along the strongest level edge, in fractions of the picture, by direction. */
  readonly strongest: { readonly direction: number; readonly offset: number };
  readonly width: number;
  readonly height: number;
}

/** Longest side above which the plane is halved, in pixels: directions need no more. */
const ENOUGH = 400;
/** Half the side of the window in which a direction is taken, in pixels. */
const RADIUS = 4;
/** Edge strength (difference of samples) at which an edge counts half. */
const HALF_EDGE = 6;
/** Edge pixels that vote in the Hough transform, at most. */
const VOTERS = 4000;
/** An edge pixel votes for lines within this many degrees of its own direction. */
const TOLERANCE = 6;

/**
 * Directions from the structure tensor of a window (Förstner and Gülch 1987), weighted by its coherence, and lines from a
 * gradient-directed Hough transform (Ballard 1981) in which edges of opposite contrast cancel.
 */
export const lineEvidence = shared((picture: Picture): LineEvidence => {
  const gradient = edgeGradient(picture);
  const { level, upright } = directions(gradient);
  const { width, height } = gradient;
  return { level, upright, ...straightLines(gradient), width, height };
});

/** The gradient of a slightly blurred plane of 200 to 400 pixels, in samples for each pixel. */
export const edgeGradient = shared((picture: Picture): Gradient => {
  let plane = analysisLuma(picture);
  if (Math.max(plane.width, plane.height) > ENOUGH) plane = halved(plane);
  return gradientOf(blurred(plane));
});

/** Differences of lightness along and across, row by row. */
export interface Gradient {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Binomial blur over 5 × 5 pixels: an edge as drawn by a lens, without steps along slanting lines. */
function blurred({ data, width, height }: Plane): Plane {
  const once = new Float32Array(data.length);
  const result = new Float32Array(data.length);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    for (let column = 0; column < width; column++) {
      const l1 = data[start + Math.max(0, column - 1)]!;
      const r1 = data[start + Math.min(width - 1, column + 1)]!;
      const l2 = data[start + Math.max(0, column - 2)]!;
      const r2 = data[start + Math.min(width - 1, column + 2)]!;
      once[start + column] = (6 * data[start + column]! + 4 * (l1 + r1) + l2 + r2) / 16;
    }
  }
  for (let row = 0; row < height; row++) {
    const here = row * width;
    const u1 = Math.max(0, row - 1) * width;
    const d1 = Math.min(height - 1, row + 1) * width;
    const u2 = Math.max(0, row - 2) * width;
    const d2 = Math.min(height - 1, row + 2) * width;
    for (let column = 0; column < width; column++) {
      result[here + column] =
        (6 * once[here + column]! +
          4 * (once[u1 + column]! + once[d1 + column]!) +
          once[u2 + column]! +
          once[d2 + column]!) /
        16;
    }
  }
  return { data: result, width, height };
}

/** Scharr's derivative (2000), whose direction is right within a fraction of a degree; zero along the border. */
function gradientOf({ data, width, height }: Plane): Gradient {
  const x = new Float32Array(data.length);
  const y = new Float32Array(data.length);
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      const a = data[at - width - 1]!;
      const b = data[at - width + 1]!;
      const c = data[at + width - 1]!;
      const d = data[at + width + 1]!;
      x[at] = (3 * (b - a + d - c) + 10 * (data[at + 1]! - data[at - 1]!)) / 32;
      y[at] = (3 * (c - a + d - b) + 10 * (data[at + width]! - data[at - width]!)) / 32;
    }
  }
  return { x, y, width, height };
}

function directions({ x, y, width, height }: Gradient) {
  const level = new Float64Array(DIRECTIONS);
  const upright = new Float64Array(STRIPS * DIRECTIONS);
  const side = 2 * RADIUS + 1;
  const area = side * side;
  // Sums over the window: down each column first, then along the row.
  const xx = new Float64Array(width);
  const xy = new Float64Array(width);
  const yy = new Float64Array(width);
  const seen = ((width - 2 * RADIUS) * (height - 2 * RADIUS)) / 4;
  if (width <= side || height <= side) return { level, upright };
  for (let row = 0; row < height; row++) {
    const enter = row * width;
    const leave = (row - side) * width;
    for (let column = 0; column < width; column++) {
      const gx = x[enter + column]!;
      const gy = y[enter + column]!;
      xx[column]! += gx * gx;
      xy[column]! += gx * gy;
      yy[column]! += gy * gy;
      if (row >= side) {
        const ox = x[leave + column]!;
        const oy = y[leave + column]!;
        xx[column]! -= ox * ox;
        xy[column]! -= ox * oy;
        yy[column]! -= oy * oy;
      }
    }
    // Neighbouring windows say nearly the same: every other one, both ways.
    if (row < side - 1 || row % 2 !== 0) continue;
    let sumXX = 0;
    let sumXY = 0;
    let sumYY = 0;
    for (let column = 0; column < width; column++) {
      sumXX += xx[column]!;
      sumXY += xy[column]!;
      sumYY += yy[column]!;
      if (column >= side) {
        sumXX -= xx[column - side]!;
        sumXY -= xy[column - side]!;
        sumYY -= yy[column - side]!;
      }
      if (column < side - 1 || column % 2 !== 0) continue;
      const across = sumXX - sumYY;
      const doubled = 2 * sumXY;
      // Within 22.5° of an axis and no flat patch.
      if (Math.abs(doubled) >= Math.abs(across) || sumXX + sumYY < area) continue;
      const angle = (Math.atan(doubled / across) * 90) / Math.PI;
      const place = (angle + REACH) / STEP;
      if (place < 0 || place >= DIRECTIONS - 1) continue;
      const energy = (sumXX + sumYY) / area;
      const coherence = (across * across + doubled * doubled) / (area * (energy + 0.05)) ** 2;
      const strength = Math.sqrt(energy);
      const weight = (coherence * strength) / (strength + HALF_EDGE) / seen;
      const below = Math.floor(place);
      const share = place - below;
      if (across < 0) {
        level[below]! += weight * (1 - share);
        level[below + 1]! += weight * share;
      } else {
        const strip = Math.floor(((column - RADIUS) * STRIPS) / width) * DIRECTIONS;
        upright[strip + below]! += weight * (1 - share);
        upright[strip + below + 1]! += weight * share;
      }
    }
  }
  return { level, upright };
}

function straightLines({ x, y, width, height }: Gradient) {
  const alignedLevel = new Float64Array(DIRECTIONS);
  const alignedUpright = new Float64Array(DIRECTIONS);
  let voters = 0;
  for (let at = 0; at < x.length; at++) if (isEdge(x[at]!, y[at]!)) voters++;
  const every = Math.max(1, Math.ceil(voters / VOTERS));
  const reach = Math.ceil(Math.hypot(width, height) / 2) + 2;
  const size = 2 * reach + 1;
  const levels = new Float32Array(DIRECTIONS * size);
  const uprights = new Float32Array(DIRECTIONS * size);
  const span = Math.round(TOLERANCE / STEP);
  let seen = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const gx = x[row * width + column]!;
      const gy = y[row * width + column]!;
      if (!isEdge(gx, gy) || seen++ % every !== 0) continue;
      const isLevel = Math.abs(gy) > Math.abs(gx);
      const main = isLevel ? gy : gx;
      const angle = (Math.atan(isLevel ? -gx / gy : gy / gx) * 180) / Math.PI;
      const near = Math.round((angle + REACH) / STEP);
      const weight = Math.sign(main) * Math.min(Math.abs(main), 2 * HALF_EDGE) * every;
      const right = column - (width - 1) / 2;
      const down = row - (height - 1) / 2;
      const along = isLevel ? -right : down;
      const away = isLevel ? down : right;
      const counts = isLevel ? levels : uprights;
      const last = Math.min(DIRECTIONS - 1, near + span);
      for (let direction = Math.max(0, near - span); direction <= last; direction++) {
        const offset = away * COSINES[direction]! + along * SINES[direction]! + reach;
        counts[direction * size + Math.floor(offset)]! += weight;
      }
    }
  }
  let most = 0;
  let strongest = { direction: (DIRECTIONS - 1) / 2, offset: 0 };
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    let ofLevels = 0;
    let ofUprights = 0;
    for (let bin = 0; bin < size; bin++) {
      const at = direction * size + bin;
      const level = levels[at]!;
      const upright = uprights[at]!;
      ofLevels += level * level;
      ofUprights += upright * upright;
      if (Math.abs(level) > most) {
        most = Math.abs(level);
        strongest = { direction, offset: bin + 0.5 - reach };
      }
    }
    alignedLevel[direction] = ofLevels;
    alignedUpright[direction] = ofUprights;
  }
  return { alignedLevel, alignedUpright, strongest };
}

const COSINES = Float64Array.from({ length: DIRECTIONS }, (_, at) => Math.cos(radians(at)));
const SINES = Float64Array.from({ length: DIRECTIONS }, (_, at) => Math.sin(radians(at)));

function radians(direction: number): number {
  return ((direction * STEP - REACH) * Math.PI) / 180;
}

/** Strong enough, and within about 31° of an axis. */
function isEdge(gx: number, gy: number): boolean {
  const along = Math.abs(gx);
  const down = Math.abs(gy);
  return Math.max(along, down) > 2 && Math.min(along, down) < 0.6 * Math.max(along, down);
}

/**
 * A line across the picture that leans by `degrees`: through the strongest level edge where that leans about so,
 * else through the middle; clipped to the picture, in fractions.
 */
export function levelLine(picture: Picture, degrees: number): Evidence {
  const { strongest, width, height } = lineEvidence(picture);
  const found = strongest.direction * STEP - REACH;
  const agrees = Math.abs(found - degrees) <= 2;
  const angle = ((agrees ? found : degrees) * Math.PI) / 180;
  const slope = Math.tan(angle);
  const middle = height / 2 + (agrees ? strongest.offset / Math.cos(angle) : 0);
  const at = (x: number): { x: number; y: number } => {
    const y = middle + slope * (x - width / 2);
    const inside = Math.min(height, Math.max(0, y));
    const back = y === inside || slope === 0 ? x : width / 2 + (inside - middle) / slope;
    return { x: Math.min(1, Math.max(0, back / width)), y: inside / height };
  };
  const left = at(0);
  const right = at(width);
  return { kind: 'line', x1: left.x, y1: left.y, x2: right.x, y2: right.y };
}
