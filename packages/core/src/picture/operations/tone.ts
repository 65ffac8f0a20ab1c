/** Edits of light: each gives a new raster and leaves the old one alone. */
import type { Raster, Samples } from '../picture.js';
import { decode, encode, LINEAR, LUMINANCE, sample } from './light.js';
import { roomFor, whiteOf } from './samples.js';

/** What an encoded value, 0 to 1, becomes. Results beyond 0 to 1 clip. */
export type Curve = (encoded: number) => number;

/** Applies one curve to each channel, or the same to all. */
export function applyCurves<Data extends Samples>(
  raster: Raster<Data>,
  red: Curve,
  green = red,
  blue = red,
): Raster<Data> {
  const { data, width, height } = raster;
  const reds = table(red, data);
  const greens = green === red ? reds : table(green, data);
  const blues = blue === red ? reds : table(blue, data);
  const result = roomFor(data);
  for (let at = 0; at < data.length; at += 3) {
    result[at] = reds[data[at]!]!;
    result[at + 1] = greens[data[at + 1]!]!;
    result[at + 2] = blues[data[at + 2]!]!;
  }
  return { data: result, width, height };
}

/** What a curve makes of every sample of the depth of `data`. */
function table<Data extends Samples>(curve: Curve, data: Data): Data {
  const white = whiteOf(data);
  const samples = roomFor(data, white + 1);
  for (let value = 0; value <= white; value++) {
    samples[value] = sample(curve(value / white) * white, white);
  }
  return samples;
}

/** Multiplies linear light by 2 to the power of `ev`. */
export function expose<Data extends Samples>(raster: Raster<Data>, ev: number): Raster<Data> {
  const gain = 2 ** ev;
  return applyCurves(raster, (encoded) => encode(decode(encoded) * gain));
}

/** Brightens (`ev` > 0) or darkens shadows: black by `ev`, the middle of the encoded luma by nothing. Hue stays where nothing clips. */
export function changeShadows<Data extends Samples>(
  raster: Raster<Data>,
  ev: number,
): Raster<Data> {
  return byLuma(raster, (luma) => ev * Math.max(0, 1 - 2 * luma) ** FADING);
}

/** Darkens (`ev` < 0) or brightens highlights: white by `ev`, the middle of the encoded luma by nothing. Hue stays where nothing clips. */
export function changeHighlights<Data extends Samples>(
  raster: Raster<Data>,
  ev: number,
): Raster<Data> {
  return byLuma(raster, (luma) => ev * Math.max(0, 2 * luma - 1) ** FADING);
}

/** Without a kink at the middle, and the order of tones is kept within the ranges of the edits. */
const FADING = 1.5;

/** Steps of luma, with straight lines between them. */
const STEPS = 1023;

/** Multiplies the linear light of each pixel by 2 to the power of what its encoded luma, 0 to 1, asks for. */
function byLuma<Data extends Samples>(
  raster: Raster<Data>,
  stops: (luma: number) => number,
): Raster<Data> {
  const { data, width, height } = raster;
  const { linear, encoded } = whiteOf(data) === 255 ? EIGHT_BITS : sixteenBits();
  const gains = Float64Array.from(
    { length: STEPS + 2 },
    (_, step) => 2 ** stops(Math.min(step, STEPS) / STEPS),
  );
  const { red, green, blue } = LUMINANCE;
  const toStep = STEPS / whiteOf(data);
  const result = roomFor(data);
  for (let at = 0; at < data.length; at += 3) {
    const luma = red * data[at]! + green * data[at + 1]! + blue * data[at + 2]!;
    const step = Math.floor(luma * toStep);
    const gain = gains[step]! + (gains[step + 1]! - gains[step]!) * (luma * toStep - step);
    for (let channel = at; channel < at + 3; channel++) {
      result[channel] = sampleOf(linear[data[channel]!]! * gain, encoded);
    }
  }
  return { data: result, width, height };
}

/**
 * Stretches (`factor` > 1) or flattens (`factor` < 1) the encoded samples about the picture's mean luma.
 *
 * @param mean that luma, 0 to 1, where the raster is only a part of the picture
 */
export function changeContrast<Data extends Samples>(
  raster: Raster<Data>,
  factor: number,
  mean = meanLuma(raster),
): Raster<Data> {
  return applyCurves(raster, (encoded) => mean + (encoded - mean) * factor);
}

/** Mean of the encoded luma (ITU-R BT.709 weights), 0 to 1. */
export function meanLuma({ data }: Raster<Samples>): number {
  if (data.length === 0) return 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let at = 0; at < data.length; at += 3) {
    red += data[at]!;
    green += data[at + 1]!;
    blue += data[at + 2]!;
  }
  const { red: r, green: g, blue: b } = LUMINANCE;
  return (red * r + green * g + blue * b) / ((data.length / 3) * whiteOf(data));
}

/** The light of haze itself, encoded, 0 to 1: a bright, almost neutral grey, a touch blue. */
const AIRLIGHT = { red: 0.86, green: 0.88, blue: 0.9 } as const;

/**
 * Lays an even veil over the picture, J·t + A·(1 − t) on encoded samples, the model of Koschmieder (1924) in the form
 * of He, Sun and Tang (2009).
 *
 * @param transmission t, the share of the scene's light that comes through: 1 clear, towards 0 nothing but haze
 */
export function addHaze<Data extends Samples>(
  raster: Raster<Data>,
  transmission: number,
): Raster<Data> {
  const veiled =
    (airlight: number): Curve =>
    (encoded) =>
      encoded * transmission + airlight * (1 - transmission);
  return applyCurves(raster, veiled(AIRLIGHT.red), veiled(AIRLIGHT.green), veiled(AIRLIGHT.blue));
}

/** Where a cut-out lies in its picture: its top left corner, and the picture's size, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Darkens (`stops` > 0) or brightens (`stops` < 0) towards the corners: linear light times 2^(−stops·ρ²), where ρ is the
 * distance from the centre, 1 in the corners. The first term of the fall-off of a real lens.
 *
 * @param stops EV lost in the very corners
 * @param area where the raster lies, where it is only a part of the picture
 */
export function vignette<Data extends Samples>(
  raster: Raster<Data>,
  stops: number,
  area: Area = { ...raster, x: 0, y: 0 },
): Raster<Data> {
  const { data, width, height } = raster;
  const { linear, encoded } = whiteOf(data) === 255 ? EIGHT_BITS : sixteenBits();
  const result = roomFor(data);
  const halfWidth = (area.width - 1) / 2;
  const halfHeight = (area.height - 1) / 2;
  const centreX = halfWidth - area.x;
  const centreY = halfHeight - area.y;
  const square = Math.max(halfWidth * halfWidth + halfHeight * halfHeight, 1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const distance = ((x - centreX) ** 2 + (y - centreY) ** 2) / square;
      const gain = 2 ** (-stops * distance);
      for (let channel = at; channel < at + 3; channel++) {
        result[channel] = sampleOf(linear[data[channel]!]! * gain, encoded);
      }
    }
  }
  return { data: result, width, height };
}

/** Samples of one depth to linear light and back. */
interface LightTables {
  /** Linear light, 0 to 1, of each sample. */
  readonly linear: Float32Array;
  /** Samples of linear light from 0 to 1 in even steps, fine enough that the darkest samples differ. */
  readonly encoded: Samples;
}

const EIGHT_BITS: LightTables = {
  linear: LINEAR,
  encoded: encodedLight(new Uint8Array((1 << 14) + 1)),
};

let tables: LightTables | undefined;

/** Made when first asked for: most pictures have 8 bits, and these are 2 MB. */
function sixteenBits(): LightTables {
  tables ??= {
    linear: Float32Array.from({ length: 65_536 }, (_, value) => decode(value / 65_535)),
    encoded: encodedLight(new Uint16Array((1 << 20) + 1)),
  };
  return tables;
}

function encodedLight<Data extends Samples>(samples: Data): Data {
  const white = whiteOf(samples);
  const steps = samples.length - 1;
  for (let step = 0; step <= steps; step++) {
    samples[step] = sample(encode(step / steps) * white, white);
  }
  return samples;
}

/** The 8-bit sample of linear light; what is brighter than white clips. */
export function encodedSample(linear: number): number {
  return sampleOf(linear, EIGHT_BITS.encoded);
}

function sampleOf(linear: number, encoded: Samples): number {
  const steps = encoded.length - 1;
  return encoded[linear >= 1 ? steps : Math.round(linear * steps)]!;
}

/**
 * Brightens linear light until `share` of the pixels have at least two channels at white.
 *
 * @returns `undefined` where so much is white already
 */
export function exposeToClip(raster: Raster, share: number): Raster | undefined {
  const limit = secondSample(raster, 1 - share);
  if (limit === 255) return undefined;
  return expose(raster, -Math.log2(LINEAR[Math.max(limit, 1)]!));
}

/**
 * Moves black up until `share` of the pixels have all channels on it; encoded samples above are stretched up to white.
 *
 * @returns `undefined` where so much is black already
 */
export function crushShadows(raster: Raster, share: number): Raster | undefined {
  const black = brightestSample(raster, share) / 255;
  if (black === 0) return undefined;
  return applyCurves(raster, (encoded) => (encoded - black) / Math.max(1 - black, 1 / 255));
}

/** The sample below which the middle of the three channels lies in `share` of the pixels. */
function secondSample(raster: Raster, share: number): number {
  return sampleAt(raster, share, (red, green, blue) =>
    Math.max(Math.min(red, green), Math.min(Math.max(red, green), blue)),
  );
}

/** The sample below which the brightest channel lies in `share` of the pixels. */
function brightestSample(raster: Raster, share: number): number {
  return sampleAt(raster, share, (red, green, blue) => Math.max(red, green, blue));
}

function sampleAt(
  { data }: Raster,
  share: number,
  of: (red: number, green: number, blue: number) => number,
): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 3)
    counts[of(data[at]!, data[at + 1]!, data[at + 2]!)]!++;
  let sample = 0;
  for (let below = counts[0]!; below < (share * data.length) / 3 && sample < 255;) {
    below += counts[++sample]!;
  }
  return sample;
}
