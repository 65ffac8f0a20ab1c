/**
 * Finds EXIF in a file without help of the decoder, so that a block made to keep a decoder busy for hours is known before it gets there.
 */
import type { PictureFormat } from './format.js';
import { jpegSegments } from './jpeg-segments.js';
import {
  directoryAt,
  openTiff,
  readAtOf,
  readDirectory,
  sizeOf,
  type ReadAt,
  type TiffDirectory,
} from './tiff-directories.js';

/** EXIF as a TIFF file of its own: a part of the picture's file, or for TIFF the file itself. */
export interface Exif {
  readonly read: ReadAt;
  /** Where it begins in the file. */
  readonly offset: number;
}

/** Pointers from the first directory to those with facts of the shot and of the place, and on to that of interoperability. */
const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const INTEROPERABILITY = 0xa005;

/** Every EXIF block of a file, in order. More than a few are nobody's honest work. */
const MOST_BLOCKS = 8;
const MOST_CHUNKS = 200_000;
const MOST_BYTES = 2 ** 24;

/** Finds the EXIF blocks of a file; damaged structure ends the search. */
export async function findExif(format: PictureFormat, read: ReadAt): Promise<readonly Exif[]> {
  switch (format) {
    case 'jpeg':
      return inJpeg(read);
    case 'png':
      return inChunks(read, 8, false, 'eXIf');
    case 'webp':
      return inChunks(read, 12, true, 'EXIF');
    case 'avif':
      return inBoxes(read);
    case 'tiff':
      return [{ read, offset: 0 }];
    case 'gif':
    case 'svg':
      return [];
  }
}

/** EXIF lies in APP1 segments. */
async function inJpeg(read: ReadAt): Promise<readonly Exif[]> {
  const found: Exif[] = [];
  for await (const { marker, offset, length } of jpegSegments(read)) {
    if (marker !== 0xe1) continue;
    const bytes = await read(offset, length);
    if (Buffer.from(bytes.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') continue;
    found.push({ read: readAtOf(bytes.subarray(6)), offset: offset + 6 });
    if (found.length === MOST_BLOCKS) break;
  }
  return found;
}

/** PNG chunks (length, name, data, sum) or RIFF chunks (name, length, data, padded to even). */
async function inChunks(
  read: ReadAt,
  start: number,
  riff: boolean,
  wanted: string,
): Promise<readonly Exif[]> {
  const found: Exif[] = [];
  for (let at = start, count = 0; count < MOST_CHUNKS; count++) {
    const head = Buffer.from(await read(at, 8));
    if (head.length < 8) break;
    const length = riff ? head.readUInt32LE(4) : head.readUInt32BE(0);
    const name = riff ? head.toString('latin1', 0, 4) : head.toString('latin1', 4, 8);
    if (name === wanted) {
      found.push(unmarked(await read(at + 8, Math.min(length, MOST_BYTES)), at + 8));
      if (found.length === MOST_BLOCKS) break;
    }
    at += riff ? 8 + length + (length % 2) : 12 + length;
  }
  return found;
}

/** In AVIF, EXIF is an item anywhere in the file: it is found by the beginning of its TIFF header. */
async function inBoxes(read: ReadAt): Promise<readonly Exif[]> {
  const bytes = await read(0, MOST_BYTES);
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Exif[] = [];
  for (const header of ['II*\0', 'MM\0*']) {
    for (
      let at = all.indexOf(header, 0, 'latin1');
      at !== -1 && found.length < MOST_BLOCKS;
      at = all.indexOf(header, at + 1, 'latin1')
    ) {
      found.push({ read: readAtOf(all.subarray(at)), offset: at });
    }
  }
  return found;
}

/** Without the marker that JPEG needs and other formats carry now and then. */
function unmarked(bytes: Uint8Array, offset: number): Exif {
  const marker = bytes[0] === 0x45 && bytes[1] === 0x78 ? 6 : 0;
  return { read: readAtOf(bytes.subarray(marker)), offset: offset + marker };
}

/** No camera fills a directory with more than this, nor points at the same bytes so often. */
const MOST_ENTRIES = 512;
const MOST_VALUE_BYTES = 2 ** 22;

/**
 * Whether decoders can read a block in passing. A hostile one of 64 KB, with thousands of entries that all claim the same 64 KB, costs
 * libexif half a minute; a larger one hours.
 *
 * @param fileBytes size of a TIFF file, whose own directory this is: layers lie in the values of its tags, up to nearly the whole
 */
export async function isHarmless(exif: Exif, fileBytes = 0): Promise<boolean> {
  const file = await openTiff(exif.read);
  if (file === undefined) return true;
  const image = await readDirectory(file, file.first);
  const shot = await directoryAt(file, image, EXIF_DIRECTORY);
  const directories: readonly (TiffDirectory | undefined)[] = [
    image,
    image && (await readDirectory(file, image.next)),
    shot,
    await directoryAt(file, image, GPS_DIRECTORY),
    await directoryAt(file, shot, INTEROPERABILITY),
  ];
  let bytes = 0;
  for (const directory of directories) {
    if (directory === undefined) continue;
    if (directory.count > MOST_ENTRIES) return false;
    for (const entry of directory.entries) bytes += sizeOf(entry);
  }
  return bytes <= Math.max(MOST_VALUE_BYTES, fileBytes);
}

/**
 * A copy of a file in which no decoder finds these blocks: the first bytes of each, which say that it is TIFF, are zero. `undefined`
 * where that cannot be: the file is too large to be held, or blanking may touch samples (a TIFF file is all directories, and in AVIF
 * a block is only guessed).
 */
export function withoutExif(
  file: Uint8Array | string,
  format: PictureFormat,
  blocks: readonly Exif[],
): Uint8Array | undefined {
  if (typeof file === 'string' || format === 'tiff' || format === 'avif') return undefined;
  const copy = Uint8Array.from(file);
  for (const { offset } of blocks) copy.fill(0, offset, offset + TIFF_MARK);
  return copy;
}

/** Bytes of the byte order and version that TIFF begins with. */
const TIFF_MARK = 4;
