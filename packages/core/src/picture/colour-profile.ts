/**
 * ICC profiles (ICC.1:2022): telling sRGB from the rest, writing the few that have no file, and converting samples by one.
 */
import sharp from 'sharp';
import type { Raster } from './picture.js';

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

let displayP3: Uint8Array | undefined;
let adobeRgb: Uint8Array | undefined;

/** A profile of Display P3. */
export function displayP3Profile(): Uint8Array {
  displayP3 ??= matrixProfile('Display P3', DISPLAY_P3_PRIMARIES, SRGB_CURVE);
  return displayP3;
}

/** A profile that is compatible with Adobe RGB (1998). */
export function adobeRgbProfile(): Uint8Array {
  adobeRgb ??= matrixProfile(
    'compatible with Adobe RGB (1998)',
    ADOBE_RGB_PRIMARIES,
    ADOBE_RGB_CURVE,
  );
  return adobeRgb;
}

/** How far a primary may lie from sRGB's, in XYZ, and a curve from sRGB's, in linear light: below one step of 8 bits. */
const PRIMARY_TOLERANCE = 0.002;
const CURVE_TOLERANCE = 0.002;

/** Whether converting by this profile would change nothing that 8 bits can show. Anything unclear counts as no. */
export function isSrgbProfile(profile: Uint8Array): boolean {
  if (profile.length < 132) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (textAt(view, 16) !== 'RGB ' || textAt(view, 20) !== 'XYZ ') return false;
  const tags = new Map<string, number>();
  const count = Math.min(view.getUint32(128), 64);
  for (let index = 0; index < count && 144 + index * 12 <= profile.length; index++) {
    const at = 132 + index * 12;
    const offset = view.getUint32(at + 4);
    const size = view.getUint32(at + 8);
    if (offset + size <= profile.length && size >= 12) tags.set(textAt(view, at), offset);
  }
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
      isPrimary(view, colourant, primary) &&
      isSrgbCurve(view, curve)
    );
  });
}

function isPrimary(view: DataView, at: number, primary: Triple): boolean {
  if (at + 20 > view.byteLength) return false;
  return primary.every(
    (value, index) =>
      Math.abs(view.getInt32(at + 8 + index * 4) / 65_536 - value) <= PRIMARY_TOLERANCE,
  );
}

function isSrgbCurve(view: DataView, at: number): boolean {
  const curve = curveAt(view, at);
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
function curveAt(view: DataView, at: number): ((value: number) => number) | undefined {
  const type = textAt(view, at);
  if (type === 'curv') {
    const count = view.getUint32(at + 8);
    if (at + 12 + count * 2 > view.byteLength) return undefined;
    if (count === 0) return (value) => value;
    if (count === 1) {
      const gamma = view.getUint16(at + 12) / 256;
      return (value) => value ** gamma;
    }
    return (value) => {
      const place = value * (count - 1);
      const low = Math.min(count - 2, Math.floor(place));
      const [a, b] = [view.getUint16(at + 12 + low * 2), view.getUint16(at + 14 + low * 2)];
      return (a + (b - a) * (place - low)) / 65_535;
    };
  }
  if (type === 'para' && view.getUint16(at + 8) === 3 && at + 32 <= view.byteLength) {
    const [g, a, b, c, d] = [0, 1, 2, 3, 4].map(
      (index) => view.getInt32(at + 12 + index * 4) / 65_536,
    ) as [number, number, number, number, number];
    return (value) => (value >= d ? (a * value + b) ** g : c * value);
  }
  return undefined;
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

/** A display profile of version 4 with three primaries and one curve. */
function matrixProfile(name: string, primaries: Primaries, curve: readonly number[]): Uint8Array {
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
  const fixed = (values: readonly number[]): Buffer => {
    const out = Buffer.alloc(values.length * 4);
    values.forEach((value, index) => out.writeInt32BE(Math.round(value * 65_536), index * 4));
    return out;
  };
  const xyz = (value: Triple): Buffer =>
    Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(value)]);
  const kind = Buffer.alloc(4);
  kind.writeUInt16BE(curve.length === 1 ? 0 : 3, 0);
  const curves = Buffer.concat([Buffer.from('para\0\0\0\0', 'latin1'), kind, fixed(curve)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text(name)],
    ['cprt', text('CC0')],
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['rXYZ', xyz(primaries.red)],
    ['gXYZ', xyz(primaries.green)],
    ['bXYZ', xyz(primaries.blue)],
    ['rTRC', curves],
    ['gTRC', curves],
    ['bTRC', curves],
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
  const carrier = tiffCarrier(CARRIER_WIDTH, height, channels, profile);
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

/** An uncompressed TIFF with a profile: raw samples themselves cannot carry one into libvips. */
function tiffCarrier(
  width: number,
  height: number,
  channels: 1 | 3,
  profile: Uint8Array,
): { readonly bytes: Buffer; readonly samples: Uint8Array } {
  const SHORT = 3;
  const LONG = 4;
  const UNDEFINED = 7;
  const size = width * height * channels;
  const entries: readonly (readonly [number, number, number, number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, channels === 1 ? 8 : 8 + 2 + 10 * 12 + 4],
    [259, SHORT, 1, 1], // no compression
    [262, SHORT, 1, channels === 1 ? 1 : 2], // grey or RGB
    [273, LONG, 1, 256],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, size],
    [34_675, UNDEFINED, profile.length, 256 + size],
  ];
  const bytes = Buffer.alloc(256 + size + profile.length);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  // Three times "8 bits"; nothing reads them where there is one channel.
  for (let index = 0; index < 3; index++) bytes.writeUInt16LE(8, 8 + 2 + 10 * 12 + 4 + index * 2);
  bytes.set(profile, 256 + size);
  return { bytes, samples: bytes.subarray(256, 256 + size) };
}
