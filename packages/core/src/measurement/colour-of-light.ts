/**
 * Which way the light of a picture leans: convolutional colour constancy (Barron, "Convolutional color constancy", ICCV 2015).
 *
 * In a histogram of log channel ratios, light of another colour is a shift. Filters learned from photographs as they are taken
 * (training/light) say how probable each shift is; the estimate is the mean. All shifts are equally likely beforehand, so a gain
 * on a channel moves the estimate by just that gain, whatever the scene.
 */
import type { Picture } from '../picture/picture.js';
import { LINEAR } from '../picture/operations/light.js';
import { analysisRaster } from './analysis.js';
import { FILTERS, FILTER_STEP } from './colour-of-light-filters.js';
import { shared } from './shared.js';

/** Which way the light leans, in stops of linear light; 0 is the light of an ordinary photograph. */
export interface ColourOfLight {
  /** Red over blue. */
  readonly warmth: number;
  /** Green over the geometric mean of red and blue. */
  readonly greenness: number;
  /** Standard deviations of the two among the shifts that are probable. */
  readonly warmthDeviation: number;
  readonly greennessDeviation: number;
  /** Share of the samples that were neither too dark nor clipped, 0 to 1. */
  readonly coverage: number;
  /** Share of those that are grey as the picture is, 0 to 1. */
  readonly grey: number;
}

/** Bins: ratios from −2.5 to 2.5 stops, counted in eighths and then gathered in quarters. */
const FINE = 41;
const COARSE = 21;

/** Pixels by brightness (dark, middle, bright), and edges. */
const CHANNELS = 4;

/** Shifts that are considered: up to this many quarter stops either way. */
const REACH = 10;

/** About so many samples are looked at. */
const SAMPLES = 16000;

/** The brightest channel of a sample that counts, and where brightness is divided. */
const DARKEST = 25;
const MIDDLE = 80;
const BRIGHT = 150;
const CLIPPED = 252;

/** A difference of neighbours, in linear light, that counts as an edge. */
const EDGE = 0.02;

const LOG = LINEAR.map((light) => Math.log2(light + 0.0005));

/** Logarithms of edges: linear light, both neighbours together, from 0 to 2. */
const EDGE_STEPS = 4096;
const EDGE_LOG = Float32Array.from({ length: 2 * EDGE_STEPS + 1 }, (_, step) =>
  Math.log2(step / EDGE_STEPS + 0.002),
);

const filters = Float32Array.from(
  new Int8Array(Buffer.from(FILTERS, 'base64')),
  (step) => step * FILTER_STEP,
);

export const colourOfLight = shared((picture: Picture): ColourOfLight => {
  const { fine, coverage } = countRatios(picture);
  const shifts = logProbabilities(gathered(fine, coverage.samples));
  let most = -Infinity;
  for (const value of shifts) most = Math.max(most, value);
  let sum = 0;
  let warmth = 0;
  let greenness = 0;
  let warmthSquare = 0;
  let greennessSquare = 0;
  for (let warm = -REACH, at = 0; warm <= REACH; warm++) {
    for (let green = -REACH; green <= REACH; green++, at++) {
      const probability = Math.exp(shifts[at]! - most);
      sum += probability;
      warmth += probability * warm;
      greenness += probability * green;
      warmthSquare += probability * warm * warm;
      greennessSquare += probability * green * green;
    }
  }
  warmth /= sum;
  greenness /= sum;
  const usual = Math.max(1, coverage.useful);
  return {
    warmth: warmth / 4,
    greenness: greenness / 4,
    grey: greys(fine) / usual,
    warmthDeviation: Math.sqrt(Math.max(0, warmthSquare / sum - warmth * warmth)) / 4,
    greennessDeviation: Math.sqrt(Math.max(0, greennessSquare / sum - greenness * greenness)) / 4,
    coverage: coverage.samples === 0 ? 0 : coverage.useful / coverage.samples,
  };
});

/** Four histograms of red/blue and green/both, in eighths of a stop. */
function countRatios(picture: Picture): {
  fine: Float32Array;
  coverage: { useful: number; samples: number };
} {
  const { data, width, height } = analysisRaster(picture);
  const fine = new Float32Array(CHANNELS * FINE * FINE);
  const stride = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLES)));
  let useful = 0;
  let samples = 0;
  const count = (
    channel: number,
    red: number,
    green: number,
    blue: number,
    weight: number,
  ): void => {
    // Adding a half and cutting off rounds what is positive.
    const column = (green - (red + blue) / 2) * 8 + 20.5;
    const row = (red - blue) * 8 + 20.5;
    if (row >= 0 && row < FINE && column >= 0 && column < FINE) {
      fine[(channel * FINE + (row | 0)) * FINE + (column | 0)]! += weight;
    }
  };
  for (let y = stride; y < height; y += stride) {
    for (let x = stride; x < width; x += stride) {
      const at = (y * width + x) * 3;
      const red = data[at]!;
      const green = data[at + 1]!;
      const blue = data[at + 2]!;
      samples++;
      const brightest = Math.max(red, green, blue);
      if (brightest < DARKEST || brightest >= CLIPPED) continue;
      useful++;
      count(
        brightest < MIDDLE ? 0 : brightest < BRIGHT ? 1 : 2,
        LOG[red]!,
        LOG[green]!,
        LOG[blue]!,
        1,
      );
      const above = at - width * 3;
      const redEdge = edge(red, data[at - 3]!, data[above]!);
      const greenEdge = edge(green, data[at - 2]!, data[above + 1]!);
      const blueEdge = edge(blue, data[at - 1]!, data[above + 2]!);
      const strongest = Math.max(redEdge, greenEdge, blueEdge);
      if (strongest < EDGE) continue;
      count(3, edgeLog(redEdge), edgeLog(greenEdge), edgeLog(blueEdge), strongest);
    }
  }
  return { fine, coverage: { useful, samples } };
}

function edge(here: number, left: number, above: number): number {
  const light = LINEAR[here]!;
  return Math.abs(light - LINEAR[left]!) + Math.abs(light - LINEAR[above]!);
}

function edgeLog(difference: number): number {
  return EDGE_LOG[Math.round(difference * EDGE_STEPS)]!;
}

/** The histograms in quarters of a stop, each with sum 1 unless there was next to nothing to count. */
function gathered(fine: Float32Array, samples: number): Float32Array {
  const coarse = new Float32Array(CHANNELS * COARSE * COARSE);
  for (let channel = 0; channel < CHANNELS; channel++) {
    const start = channel * COARSE * COARSE;
    let sum = 0;
    for (let row = 0; row < FINE; row++) {
      for (let column = 0; column < FINE; column++) {
        const count = fine[(channel * FINE + row) * FINE + column]!;
        if (count === 0) continue;
        sum += count;
        // An odd bin lies between two even ones and gives half to each.
        for (let down = row >> 1; down <= (row + 1) >> 1; down++) {
          for (let across = column >> 1; across <= (column + 1) >> 1; across++) {
            coarse[start + down * COARSE + across]! +=
              count * (row & 1 ? 0.5 : 1) * (column & 1 ? 0.5 : 1);
          }
        }
      }
    }
    const least = channel === CHANNELS - 1 ? 1e-6 : 0.02 * samples;
    const scale = 1 / Math.max(sum, least, 1e-6);
    for (let at = start; at < start + COARSE * COARSE; at++) coarse[at]! *= scale;
  }
  return coarse;
}

/** Stops from grey at which a colour counts half. */
const GREY = 0.25;

/** How many pixels are grey as they are. */
function greys(fine: Float32Array): number {
  let sum = 0;
  for (let row = 0, at = 0; row < (CHANNELS - 1) * FINE; row++) {
    const warm = ((row % FINE) - 20) / 8;
    for (let column = 0; column < FINE; column++, at++) {
      const count = fine[at]!;
      if (count === 0) continue;
      const green = (column - 20) / 8;
      sum += count * 2 ** (-(warm * warm + green * green) / (GREY * GREY));
    }
  }
  return sum;
}

/**
 * How sure it is that the light leans, not the things: 0 to 1. Where one coloured thing fills the frame, many shifts are
 * probable; where much is grey already, the light is not coloured.
 */
export function confidenceOf(light: ColourOfLight, axis: 'warmth' | 'greenness'): number {
  const known =
    axis === 'warmth'
      ? 1 / (1 + Math.exp((light.warmthDeviation - 1) / 0.2))
      : 1 / (1 + Math.exp((light.greennessDeviation - 0.6) / 0.09));
  return 0.92 * known * (1 - light.grey) * light.coverage ** 0.25;
}

/** Unnormalised log probability of each shift: the filters laid over the histograms there. */
function logProbabilities(histograms: Float32Array): Float64Array {
  const side = 2 * REACH + 1;
  const shifts = new Float64Array(side * side);
  for (let channel = 0, at = 0; channel < CHANNELS; channel++) {
    for (let row = 0; row < COARSE; row++) {
      for (let column = 0; column < COARSE; column++, at++) {
        const mass = histograms[at]!;
        if (mass === 0) continue;
        for (let warm = 0; warm < side; warm++) {
          const filterRow = row - warm + REACH;
          if (filterRow < 0 || filterRow >= COARSE) continue;
          const start = (channel * COARSE + filterRow) * COARSE;
          for (let green = 0; green < side; green++) {
            const filterColumn = column - green + REACH;
            if (filterColumn < 0 || filterColumn >= COARSE) continue;
            shifts[warm * side + green]! += mass * filters[start + filterColumn]!;
          }
        }
      }
    }
  }
  return shifts;
}
