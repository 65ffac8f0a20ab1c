/** Writes TIFF 6.0 files of one RGB or grey picture, little endian. */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { roomFor } from '../operations/samples.js';
import type { Samples } from '../picture.js';
import {
  long,
  rational,
  short,
  TIFF_HEADER,
  tiffHeader,
  writeDirectory,
  type Directory,
  type TagValue,
} from './tag-tree.js';

/** Tags of what a TIFF file holds beside its samples. */
export const XMP = 700;
export const IPTC = 33_723;
/** Photoshop's image resources. */
export const PHOTOSHOP = 34_377;
export const ICC_PROFILE = 34_675;

/** How the samples of a TIFF file lie: interleaved, row by row, red, green, blue and straight alpha, or grey. */
export interface TiffLayout {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly bits: 8 | 16;
}

/** How many pixels make an inch, where that is known. */
export function resolutionTags(littleEndian: boolean, density: number | undefined): Directory {
  if (density === undefined) return new Map();
  return new Map([
    [282, rational(littleEndian, density, 1)], // along the rows
    [283, rational(littleEndian, density, 1)],
    [296, short(littleEndian, 2)], // inch
  ]);
}

/** Where the strips of rows lie in the file. */
interface Strips {
  readonly rows: number;
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
}

/** Bytes of samples that are read or compressed at a time. */
const STRIP = 2 ** 20;

function rowsOfStrip(rowBytes: number, height: number): number {
  return Math.min(height, Math.max(1, Math.floor(STRIP / rowBytes)));
}

const UNCOMPRESSED = 1;
/** Adobe Photoshop TIFF Technical Notes 2002. */
const DEFLATED = 8;

function layoutTags(
  { width, height, channels, bits }: TiffLayout,
  strips: Strips,
  compression: number,
): Directory {
  const shorts = (...values: readonly number[]): TagValue => short(true, ...values);
  const longs = (...values: readonly number[]): TagValue => long(true, ...values);
  const tags: Directory = new Map([
    [256, longs(width)],
    [257, longs(height)],
    [258, shorts(...Array.from({ length: channels }, () => bits))],
    [259, shorts(compression)],
    [262, shorts(channels === 1 ? 1 : 2)], // black is zero, or RGB
    [273, longs(...strips.offsets)],
    [277, shorts(channels)],
    [278, longs(strips.rows)],
    [279, longs(...strips.lengths)],
    [284, shorts(1)], // interleaved
  ]);
  if (compression === DEFLATED) tags.set(317, shorts(2)); // differences along the rows
  if (channels === 4) tags.set(338, shorts(2)); // straight alpha
  return tags;
}

/**
 * An uncompressed file whose samples the caller fills in. It carries them into libvips together with a profile, which samples
 * themselves cannot.
 *
 * @param tags more of its directory, in little endian order
 */
export function tiffCarrier(
  layout: TiffLayout,
  tags: Directory,
): { readonly bytes: Uint8Array; readonly samples: Uint8Array } {
  const { width, height, channels, bits } = layout;
  const row = width * channels * (bits / 8);
  const size = row * height;
  const rows = rowsOfStrip(row, height);
  const count = Math.ceil(height / rows);
  const strips: Strips = {
    rows,
    offsets: Array.from({ length: count }, (_, strip) => TIFF_HEADER + strip * rows * row),
    lengths: Array.from({ length: count }, (_, strip) =>
      Math.min(rows * row, size - strip * rows * row),
    ),
  };
  const start = TIFF_HEADER + size + (size % 2);
  const directory = writeDirectory(
    new Map([...layoutTags(layout, strips, UNCOMPRESSED), ...tags]),
    start,
    true,
  );
  const bytes = new Uint8Array(start + directory.bytes.length);
  bytes.set(tiffHeader(directory.first, true));
  bytes.set(directory.bytes, start);
  return { bytes, samples: bytes.subarray(TIFF_HEADER, TIFF_HEADER + size) };
}

const compress = promisify(deflate);

/** Where a file would become larger than TIFF can count, 4 GB. */
export class TiffTooLarge extends RangeError {}

/**
 * A file compressed without loss.
 *
 * @param tags more of its directory, in little endian order
 * @param between awaited before each strip; what it throws ends the work
 * @throws TiffTooLarge
 */
export async function tiffFile(
  samples: Samples,
  layout: TiffLayout,
  tags: Directory,
  between: () => void | Promise<void>,
): Promise<Uint8Array> {
  const { width, height, channels } = layout;
  const rows = rowsOfStrip(width * channels * samples.BYTES_PER_ELEMENT, height);
  const parts: Uint8Array[] = [];
  let end = TIFF_HEADER;
  const offsets: number[] = [];
  for (let row = 0; row < height; row += rows) {
    await between();
    const from = row * width * channels;
    const to = Math.min(height, row + rows) * width * channels;
    const strip = roomFor(samples, to - from);
    strip.set(samples.subarray(from, to));
    const packed = await compress(differences(strip, width, channels));
    offsets.push(end);
    parts.push(packed);
    end += packed.length;
  }
  const lengths = parts.map((part) => part.length);
  const start = end + (end % 2);
  const directory = writeDirectory(
    new Map([...layoutTags(layout, { rows, offsets, lengths }, DEFLATED), ...tags]),
    start,
    true,
  );
  const size = start + directory.bytes.length;
  if (size >= 2 ** 32) throw new TiffTooLarge(`${size} bytes`);
  const gap = new Uint8Array(start - end);
  return Buffer.concat([tiffHeader(directory.first, true), ...parts, gap, directory.bytes], size);
}

/** Puts in place of each sample how it differs from the one to its left, which compresses better. Works in place. */
function differences(samples: Samples, width: number, channels: number): Uint8Array {
  const row = width * channels;
  for (let start = 0; start < samples.length; start += row) {
    for (let at = start + row - 1; at >= start + channels; at--) {
      samples[at]! -= samples[at - channels]!;
    }
  }
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
