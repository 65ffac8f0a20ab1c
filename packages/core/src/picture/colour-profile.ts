/**
 * ICC profiles (ICC.1:2022): telling sRGB from the rest, writing the few that have no file, and converting samples by one.
 */
import sharp from 'sharp';
import type { Raster } from './picture.js';
import { UNDEFINED } from './writing/tag-tree.js';
import { ICC_PROFILE, tiffCarrier } from './writing/tiff-file.js';

type Triple = readonly [number, number, number];

/** Red, green and blue primaries as XYZ relative to D50, as matrix profiles hold them. */
interface Primaries {
  readonly red: Triple;
  readonly green: Triple;
  readonly blue: Triple;
}

/** IEC 61966-2-1 primaries, adapted from D65 to D50 by Bradford. */
const SRGB_PRIMARIES: Primaries = {
  red: [0.43607, 0.22249, 0.01392],
  green: [0.38515, 0.71687, 0.09708],
  blue: [0.14307, 0.06061, 0.7141],
};

/** SMPTE EG 432-1 primaries with a D65 white point, adapted to D50. */
const DISPLAY_P3_PRIMARIES: Primaries = {
  red: [0.51512, 0.2412, -0.00105],
  green: [0.29198, 0.69225, 0.04189],
  blue: [0.1571, 0.06657, 0.78407],
};

/** Adobe RGB (1998) 2005-05, table of the D50 adapted primaries. */
const ADOBE_RGB_PRIMARIES: Primaries = {
  red: [0.60974, 0.31111, 0.01947],
  green: [0.20528, 0.62567, 0.06087],
  blue: [0.14919, 0.06322, 0.74457],
};

/** IEC 61966-2-1 as parametric curve of type 3: g, a, b, c, d. */
const SRGB_CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
/** 563/256. */
const ADOBE_RGB_CURVE = [2.19921875];

let srgb: Uint8Array | undefined;
let displayP3: Uint8Array | undefined;
let adobeRgb: Uint8Array | undefined;

/** A profile of sRGB. */
export function srgbProfile(): Uint8Array {
  srgb ??= matrixProfile('sRGB', SRGB_PRIMARIES, parametricCurve(SRGB_CURVE));
  return srgb;
}

/** A profile of Display P3. */
export function displayP3Profile(): Uint8Array {
  displayP3 ??= matrixProfile('Display P3', DISPLAY_P3_PRIMARIES, parametricCurve(SRGB_CURVE));
  return displayP3;
}

/** A profile that is compatible with Adobe RGB (1998). */
export function adobeRgbProfile(): Uint8Array {
  adobeRgb ??= matrixProfile(
    'compatible with Adobe RGB (1998)',
    ADOBE_RGB_PRIMARIES,
    parametricCurve(ADOBE_RGB_CURVE),
  );
  return adobeRgb;
}

/** The profile itself, where it is one of RGB samples. */
export function rgbProfile(profile: Uint8Array): Uint8Array | undefined {
  return profile.length >= 132 && textAt(viewOf(profile), 16) === 'RGB ' ? profile : undefined;
}

/** By which three equal samples mean what one means by a grey profile: with its curve. `undefined` where it has none. */
export function rgbProfileOfGrey(profile: Uint8Array): Uint8Array | undefined {
  if (profile.length < 132 || textAt(viewOf(profile), 16) !== 'GRAY') return undefined;
  const curve = tagsOf(profile).get('kTRC');
  return curve && matrixProfile('RGB of a grey profile', SRGB_PRIMARIES, Buffer.from(curve));
}

/** How far a primary may lie from sRGB's, in XYZ, and a curve from sRGB's, in linear light: below one step of 8 bits. */
const PRIMARY_TOLERANCE = 0.002;
const CURVE_TOLERANCE = 0.002;

/** Whether converting by this profile would change nothing that 8 bits can show. Anything unclear counts as no. */
export function isSrgbProfile(profile: Uint8Array): boolean {
  if (profile.length < 132) return false;
  const view = viewOf(profile);
  if (textAt(view, 16) !== 'RGB ' || textAt(view, 20) !== 'XYZ ') return false;
  const tags = tagsOf(profile);
  // Tables take precedence over the matrix.
  if (tags.has('A2B0') || tags.has('A2B1')) return false;
  const channels = [
    ['r', SRGB_PRIMARIES.red],
    ['g', SRGB_PRIMARIES.green],
    ['b', SRGB_PRIMARIES.blue],
  ] as const;
  return channels.every(([letter, primary]) => {
    const colourant = tags.get(`${letter}XYZ`);
    const curve = tags.get(`${letter}TRC`);
    return (
      colourant !== undefined &&
      curve !== undefined &&
      isPrimary(viewOf(colourant), primary) &&
      isSrgbCurve(viewOf(curve))
    );
  });
}

/** The tags of a profile of at least 132 bytes, by name; those that do not lie within it are left out. */
function tagsOf(profile: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(profile);
  const tags = new Map<string, Uint8Array>();
  const count = Math.min(view.getUint32(128), 64);
  for (let index = 0; index < count && 144 + index * 12 <= profile.length; index++) {
    const at = 132 + index * 12;
    const offset = view.getUint32(at + 4);
    const size = view.getUint32(at + 8);
    if (offset + size <= profile.length && size >= 12) {
      tags.set(textAt(view, at), profile.subarray(offset, offset + size));
    }
  }
  return tags;
}

function isPrimary(view: DataView, primary: Triple): boolean {
  if (view.byteLength < 20) return false;
  return primary.every(
    (value, index) => Math.abs(view.getInt32(8 + index * 4) / 65_536 - value) <= PRIMARY_TOLERANCE,
  );
}

function isSrgbCurve(view: DataView): boolean {
  const curve = curveOf(view);
  if (curve === undefined) return false;
  for (let step = 0; step <= 16; step++) {
    if (Math.abs(curve(step / 16) - srgbToLinear(step / 16)) > CURVE_TOLERANCE) return false;
  }
  return true;
}

function srgbToLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The curve of a `curv` or `para` tag (ICC.1:2022 10.6 and 10.18), or `undefined`. */
function curveOf(view: DataView): ((value: number) => number) | undefined {
  const type = textAt(view, 0);
  if (type === 'curv') {
    const count = view.getUint32(8);
    if (12 + count * 2 > view.byteLength) return undefined;
    if (count === 0) return (value) => value;
    if (count === 1) {
      const gamma = view.getUint16(12) / 256;
      return (value) => value ** gamma;
    }
    return (value) => {
      const place = value * (count - 1);
      const low = Math.min(count - 2, Math.floor(place));
      const [a, b] = [view.getUint16(12 + low * 2), view.getUint16(14 + low * 2)];
      return (a + (b - a) * (place - low)) / 65_535;
    };
  }
  if (type === 'para' && view.getUint16(8) === 3 && view.byteLength >= 32) {
    const [g, a, b, c, d] = [0, 1, 2, 3, 4].map(
      (index) => view.getInt32(12 + index * 4) / 65_536,
    ) as [number, number, number, number, number];
    return (value) => (value >= d ? (a * value + b) ** g : c * value);
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textAt(view: DataView, at: number): string {
  return at + 4 > view.byteLength
    ? ''
    : String.fromCharCode(
        view.getUint8(at),
        view.getUint8(at + 1),
        view.getUint8(at + 2),
        view.getUint8(at + 3),
      );
}

function fixed(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => out.writeInt32BE(Math.round(value * 65_536), index * 4));
  return out;
}

/** A `para` tag: a power, or with five numbers the curve of type 3. */
function parametricCurve(curve: readonly number[]): Buffer {
  const kind = Buffer.alloc(4);
  kind.writeUInt16BE(curve.length === 1 ? 0 : 3, 0);
  return Buffer.concat([Buffer.from('para\0\0\0\0', 'latin1'), kind, fixed(curve)]);
}

/** A display profile of version 4 with three primaries and one curve, a tag as it stands in a profile. */
function matrixProfile(name: string, primaries: Primaries, curve: Buffer): Uint8Array {
  const text = (value: string): Buffer => {
    const words = Buffer.from(value, 'utf16le').swap16();
    const head = Buffer.alloc(28);
    head.write('mluc', 0, 'latin1');
    head.writeUInt32BE(1, 8);
    head.writeUInt32BE(12, 12);
    head.write('enUS', 16, 'latin1');
    head.writeUInt32BE(words.length, 20);
    head.writeUInt32BE(28, 24);
    return Buffer.concat([head, words]);
  };
  const xyz = (value: Triple): Buffer =>
    Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(value)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text(name)],
    ['cprt', text('CC0')],
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['rXYZ', xyz(primaries.red)],
    ['gXYZ', xyz(primaries.green)],
    ['bXYZ', xyz(primaries.blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const parts: Buffer[] = [];
  let offset = 128 + table.length;
  tags.forEach(([tag, value], index) => {
    table.write(tag, 4 + index * 12, 'latin1');
    table.writeUInt32BE(offset, 8 + index * 12);
    table.writeUInt32BE(value.length, 12 + index * 12);
    const padded = Buffer.alloc(Math.ceil(value.length / 4) * 4);
    value.copy(padded);
    parts.push(padded);
    offset += padded.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x04300000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  fixed([0.9642, 1, 0.8249]).copy(header, 68);
  return new Uint8Array(Buffer.concat([header, table, ...parts]));
}

/** Pixels along a row of the picture that carries samples to the colour engine. */
const CARRIER_WIDTH = 1024;

/**
 * Converts rasters from the colours of `profile` to sRGB, all at once. A profile means the same for every pixel, so only what is kept
 * of a picture needs converting, not its millions of pixels.
 *
 * @param grey the profile is one of grey scale; the rasters hold the grey value three times
 */
export async function convertToSrgb(
  rasters: readonly Raster[],
  profile: Uint8Array,
  grey: boolean,
): Promise<readonly Raster[]> {
  const channels = grey ? 1 : 3;
  const pixels = rasters.reduce((sum, raster) => sum + raster.width * raster.height, 0);
  const height = Math.ceil(pixels / CARRIER_WIDTH);
  const carrier = tiffCarrier(
    { width: CARRIER_WIDTH, height, channels, bits: 8 },
    new Map([[ICC_PROFILE, { type: UNDEFINED, bytes: profile }]]),
  );
  let at = 0;
  for (const { data } of rasters) {
    if (grey)
      for (let index = 0; index < data.length; index += 3) carrier.samples[at++] = data[index]!;
    else {
      carrier.samples.set(data, at);
      at += data.length;
    }
  }
  const converted = await sharp(carrier.bytes, { limitInputPixels: false })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  let from = 0;
  return rasters.map(({ width, height: rows }) => {
    const data = converted.subarray(from, (from += width * rows * 3));
    return { data: new Uint8Array(data), width, height: rows };
  });
}
