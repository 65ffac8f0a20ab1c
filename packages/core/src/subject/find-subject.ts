import type { FeatureMap, MultiScaleFeatures } from '../encoder/encoder.js';
import type { Face, Subject } from './subject.js';

/** Probability from which a face counts as (part of) the subject. */
const FACE_COUNTS = 0.7;
/** Softness of the mask's edge, in units of the stretched map. */
const EDGE = 0.08;
/** Share of the mask that may lie beyond each edge of the box. */
const TAIL = 0.03;

/**
 * Finds what a picture is about from the encoder's own maps and the faces in it.
 *
 * A cell of the coarsest map stands out as far as its features lie from the mean of the cells along the frame (what lines
 * the frame is background: the boundary prior of Wei et al. 2012, "Geodesic Saliency Using Background Priors") and as far as
 * the encoder answers to it at all (the norm of its features: a network trained to name things answers to things).
 * Faces are raised above everything else. It knows nothing of single channels, so that any encoder will do.
 *
 * @returns a mask on the grid of stride 16, the box that holds it, and how clearly one part stands out
 */
export function findSubject(features: MultiScaleFeatures, faces: readonly Face[]): Subject {
  const coarse = features.stride32;
  const columns = features.stride16.width;
  const rows = features.stride16.height;
  const standing = standOut(coarse);
  const lead = Math.log(
    Math.max(1e-6, quantile(insideOf(standing, coarse), 0.95)) /
      Math.max(1e-6, quantile(alongFrame(standing, coarse), 0.5)),
  );
  const values = enlarged(standing, coarse.width, coarse.height, columns, rows);
  stretch(values);
  const { threshold, separability } = otsu(values);
  for (let at = 0; at < values.length; at++) {
    values[at] = 1 / (1 + Math.exp((threshold - values[at]!) / EDGE));
  }
  let facial = 0;
  for (const face of faces) {
    if (face.confidence < FACE_COUNTS) continue;
    raise(values, columns, rows, face);
    // A face of a hundredth of the frame is a subject by itself, a smaller one only in part.
    const size = Math.min(1, Math.sqrt((face.width * face.height) / 0.01));
    facial = Math.max(facial, size * (face.confidence - 0.5) * 2);
  }
  const mask = { columns, rows, values };
  const plain = clearness(mask, separability, lead);
  return {
    mask,
    box: boxOf(mask),
    confidence: 1 - (1 - plain) * (1 - 0.8 * facial),
    faces,
  };
}

function onFrame(cell: number, { width, height }: FeatureMap): boolean {
  const row = Math.floor(cell / width);
  const column = cell % width;
  return row === 0 || row === height - 1 || column === 0 || column === width - 1;
}

function alongFrame(values: Float32Array, map: FeatureMap): Float32Array {
  return values.filter((_, cell) => onFrame(cell, map));
}

/** All cells but those along the frame; all, where there are no others. */
function insideOf(values: Float32Array, map: FeatureMap): Float32Array {
  const inside = values.filter((_, cell) => !onFrame(cell, map));
  return inside.length > 0 ? inside : values;
}

/**
 * Geometric mean of the distance from the frame's mean feature and the norm of the feature, for each cell. Taken twice: the
 * second time without the three tenths of the frame's cells that stood out most, which may be a subject that the frame cuts.
 */
function standOut(map: FeatureMap): Float32Array {
  const cells = map.width * map.height;
  const frame: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (onFrame(cell, map)) frame.push(cell);
  const first = standOutFrom(map, frame);
  const limit = quantile(
    Float32Array.from(frame, (cell) => first[cell]!),
    0.7,
  );
  return standOutFrom(
    map,
    frame.filter((cell) => first[cell]! <= limit),
  );
}

function standOutFrom(map: FeatureMap, background: readonly number[]): Float32Array {
  const { data, channels, width, height } = map;
  const cells = width * height;
  const distance = new Float64Array(cells);
  const energy = new Float64Array(cells);
  for (let channel = 0, start = 0; channel < channels; channel++, start += cells) {
    let mean = 0;
    for (const cell of background) mean += data[start + cell]!;
    mean /= background.length;
    for (let cell = 0; cell < cells; cell++) {
      const value = data[start + cell]!;
      distance[cell]! += (value - mean) ** 2;
      energy[cell]! += value * value;
    }
  }
  return Float32Array.from(distance, (off, cell) => (off * energy[cell]!) ** 0.25);
}

/** Bilinear, borders aligned. */
function enlarged(
  values: Float32Array,
  width: number,
  height: number,
  columns: number,
  rows: number,
): Float32Array {
  const result = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = Math.min(height - 1, Math.max(0, ((row + 0.5) * height) / rows - 0.5));
    const top = Math.floor(y) * width;
    const bottom = Math.min(height - 1, Math.floor(y) + 1) * width;
    const down = y - Math.floor(y);
    for (let column = 0; column < columns; column++) {
      const x = Math.min(width - 1, Math.max(0, ((column + 0.5) * width) / columns - 0.5));
      const left = Math.floor(x);
      const right = Math.min(width - 1, left + 1);
      const across = x - left;
      const above = values[top + left]! * (1 - across) + values[top + right]! * across;
      const below = values[bottom + left]! * (1 - across) + values[bottom + right]! * across;
      result[row * columns + column] = above * (1 - down) + below * down;
    }
  }
  return result;
}

function quantile(values: Float32Array, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * share)]!;
}

/** Maps the 5th percentile to 0 and the 98th to 1, in place; a constant map becomes 0. */
function stretch(values: Float32Array): void {
  const low = quantile(values, 0.05);
  const range = quantile(values, 0.98) - low;
  for (let at = 0; at < values.length; at++) {
    values[at] = range > 1e-6 ? (values[at]! - low) / range : 0;
  }
}

/**
 * Otsu's threshold (1979, "A threshold selection method from gray-level histograms"): splits values between 0 and 1 into
 * two groups as far apart as possible. `separability` is the share of the variance that lies between the groups.
 */
function otsu(values: Float32Array): { threshold: number; separability: number } {
  const BINS = 64;
  const histogram = new Float64Array(BINS);
  for (const value of values) {
    histogram[Math.min(BINS - 1, Math.max(0, Math.floor(value * BINS)))]!++;
  }
  let sum = 0;
  let squares = 0;
  histogram.forEach((count, bin) => {
    sum += bin * count;
    squares += bin * bin * count;
  });
  const total = values.length;
  const variance = squares / total - (sum / total) ** 2;
  let best = 0;
  let at = BINS / 2;
  let below = 0;
  let sumBelow = 0;
  for (let bin = 0; bin < BINS - 1; bin++) {
    below += histogram[bin]!;
    sumBelow += bin * histogram[bin]!;
    if (below === 0 || below === total) continue;
    const apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const between = (below / total) * (1 - below / total) * apart * apart;
    if (between > best) {
      best = between;
      at = bin + 1;
    }
  }
  return { threshold: at / BINS, separability: variance > 0 ? best / variance : 0 };
}

/** Lifts the head around a face to the probability that it is one. */
function raise(values: Float32Array, columns: number, rows: number, face: Face): void {
  for (let row = 0; row < rows; row++) {
    const y = Math.abs((row + 0.5) / rows - face.y - face.height / 2) / (0.7 * face.height);
    for (let column = 0; column < columns; column++) {
      const x = Math.abs((column + 0.5) / columns - face.x - face.width / 2) / (0.65 * face.width);
      const inside = face.confidence / (1 + Math.exp((Math.max(x, y) - 1) / 0.1));
      const at = row * columns + column;
      values[at] = Math.max(values[at]!, inside);
    }
  }
}

/** The box beyond whose edges at most {@link TAIL} of the mask lies on each side; it moves with the subject by less than a cell. */
function boxOf({ columns, rows, values }: Subject['mask']): Subject['box'] {
  const across = new Float64Array(columns);
  const down = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // Squared: the faint skirts of the mask shall not widen the box.
      const mass = values[row * columns + column]! ** 2;
      across[column]! += mass;
      down[row]! += mass;
    }
  }
  const x = reach(across, TAIL);
  const y = reach(down, TAIL);
  return { x, y, width: reach(across, 1 - TAIL) - x, height: reach(down, 1 - TAIL) - y };
}

/** Where the running sum of `masses` reaches `share` of the whole, as a fraction of their length. */
function reach(masses: Float64Array, share: number): number {
  const wanted = share * masses.reduce((sum, mass) => sum + mass, 0);
  let sum = 0;
  for (let at = 0; at < masses.length; at++) {
    const mass = masses[at]!;
    if (mass > 0 && sum + mass >= wanted) return (at + (wanted - sum) / mass) / masses.length;
    sum += mass;
  }
  return 1;
}

/**
 * How clearly one part stands out, 0 to 1: the map falls into two values, little of the mask lies along the frame, and
 * its peak leads the frame by far. Weights by logistic regression of objects and animals against scenes.
 *
 * @param lead logarithm of the peak over the frame
 */
function clearness({ columns, rows, values }: Subject['mask'], separability: number, lead: number) {
  let all = 0;
  let frame = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      all += value;
      if (row === 0 || row === rows - 1 || column === 0 || column === columns - 1) frame += value;
    }
  }
  const evidence = 5.5 * separability - 12 * (frame / Math.max(1e-6, all)) + 1.5 * lead - 4.3;
  return 1 / (1 + Math.exp(-evidence));
}
