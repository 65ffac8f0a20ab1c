/** Writes TIFF 6.0 files of one RGB or grey picture. */
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
  type Span,
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
  littleEndian: boolean,
): Directory {
  const shorts = (...values: readonly number[]): TagValue => short(littleEndian, ...values);
  const longs = (...values: readonly number[]): TagValue => long(littleEndian, ...values);
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
    new Map([...layoutTags(layout, strips, UNCOMPRESSED, true), ...tags]),
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

/** More of the directory of a TIFF file. */
export interface MoreTags {
  readonly tags: Directory;
  /** The byte order of their values, and so of the file. */
  readonly littleEndian: boolean;
  /** Where one of them lies that is to stay at its old place. */
  readonly kept?: Span;
}

/**
 * A file compressed without loss. The directory comes first, so that what is to stay at its old place finds it free.
 *
 * @param between awaited before each strip; what it throws ends the work
 * @throws TiffTooLarge
 */
export async function tiffFile(
  samples: Samples,
  layout: TiffLayout,
  { tags, littleEndian, kept }: MoreTags,
  between: () => void | Promise<void>,
): Promise<Uint8Array> {
  const { width, height, channels } = layout;
  const rows = rowsOfStrip(width * channels * samples.BYTES_PER_ELEMENT, height);
  const parts: Uint8Array[] = [];
  for (let row = 0; row < height; row += rows) {
    await between();
    const from = row * width * channels;
    const to = Math.min(height, row + rows) * width * channels;
    const strip = roomFor(samples, to - from);
    strip.set(samples.subarray(from, to));
    const bytes = differences(strip, width, channels);
    if (samples.BYTES_PER_ELEMENT === 2 && !littleEndian) bytes.swap16();
    parts.push(await compress(bytes));
  }
  const lengths = parts.map((part) => part.length);
  const directoryFor = (start: number): ReturnType<typeof writeDirectory> => {
    let end = start;
    const offsets = lengths.map((length) => (end += length) - length);
    if (end >= 2 ** 32) throw new TiffTooLarge(`${end} bytes`);
    const own = layoutTags(layout, { rows, offsets, lengths }, DEFLATED, littleEndian);
    return writeDirectory(new Map([...own, ...tags]), TIFF_HEADER, littleEndian, kept);
  };
  // Where the strips begin changes nothing in how long it is.
  const start = TIFF_HEADER + directoryFor(0).bytes.length;
  const { bytes, first } = directoryFor(start);
  return Buffer.concat([tiffHeader(first, littleEndian), bytes, ...parts]);
}

/** Puts in place of each sample how it differs from the one to its left, which compresses better. Works in place. */
function differences(samples: Samples, width: number, channels: number): Buffer {
  const row = width * channels;
  for (let start = 0; start < samples.length; start += row) {
    for (let at = start + row - 1; at >= start + channels; at--) {
      samples[at]! -= samples[at - channels]!;
    }
  }
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}
