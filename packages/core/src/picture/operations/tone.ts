/** Edits of light: each gives a new raster and leaves the old one alone. */
import type { Raster } from '../picture.js';
import { decode, encode, LINEAR, LUMINANCE, sample } from './light.js';

/** What a channel's 256 samples become. */
export type Curve = Uint8Array;

/** A curve from a function of the encoded value, 0 to 1. Results beyond 0 to 1 clip. */
export function curve(of: (encoded: number) => number): Curve {
  return Uint8Array.from({ length: 256 }, (_, value) => sample(of(value / 255) * 255));
}

/** Applies one curve to each channel. */
export function applyCurves(raster: Raster, red: Curve, green: Curve, blue: Curve): Raster {
  const { data, width, height } = raster;
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    result[at] = red[data[at]!]!;
    result[at + 1] = green[data[at + 1]!]!;
    result[at + 2] = blue[data[at + 2]!]!;
  }
  return { data: result, width, height };
}

/** Multiplies linear light by 2 to the power of `ev`. */
export function expose(raster: Raster, ev: number): Raster {
  const gain = 2 ** ev;
  const exposed = curve((encoded) => encode(decode(encoded) * gain));
  return applyCurves(raster, exposed, exposed, exposed);
}

/**
 * Stretches (`factor` > 1) or flattens (`factor` < 1) the encoded samples about the picture's mean luma.
 *
 * @param mean that luma, 0 to 1, where the raster is only a part of the picture
 */
export function changeContrast(raster: Raster, factor: number, mean = meanLuma(raster)): Raster {
  const changed = curve((encoded) => mean + (encoded - mean) * factor);
  return applyCurves(raster, changed, changed, changed);
}

/** Mean of the encoded luma (ITU-R BT.709 weights), 0 to 1. */
export function meanLuma({ data }: Raster): number {
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
  return (red * r + green * g + blue * b) / ((data.length / 3) * 255);
}

/** The light of haze itself, encoded, 0 to 1: a bright, almost neutral grey, a touch blue. */
const AIRLIGHT = { red: 0.86, green: 0.88, blue: 0.9 } as const;

/**
 * Lays an even veil over the picture, J·t + A·(1 − t) on encoded samples, the model of Koschmieder (1924) in the form
 * of He, Sun and Tang (2009).
 *
 * @param transmission t, the share of the scene's light that comes through: 1 clear, towards 0 nothing but haze
 */
export function addHaze(raster: Raster, transmission: number): Raster {
  const veiled = (airlight: number): Curve =>
    curve((encoded) => encoded * transmission + airlight * (1 - transmission));
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
export function vignette(
  raster: Raster,
  stops: number,
  area: Area = { ...raster, x: 0, y: 0 },
): Raster {
  const { data, width, height } = raster;
  const result = new Uint8Array(data.length);
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
        result[channel] = encodedSample(LINEAR[data[channel]!]! * gain);
      }
    }
  }
  return { data: result, width, height };
}

/** Steps of the table behind {@link encodedSample}: fine enough that the darkest samples differ. */
const STEPS = 1 << 14;
const ENCODED = Uint8Array.from({ length: STEPS + 1 }, (_, step) =>
  sample(encode(step / STEPS) * 255),
);

/** The 8-bit sample of linear light; what is brighter than white clips. */
export function encodedSample(linear: number): number {
  return linear >= 1 ? 255 : ENCODED[Math.round(linear * STEPS)]!;
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
  const crushed = curve((encoded) => (encoded - black) / Math.max(1 - black, 1 / 255));
  return applyCurves(raster, crushed, crushed, crushed);
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
