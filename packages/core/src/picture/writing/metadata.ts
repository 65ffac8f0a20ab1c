/** What a file says of its picture beside the samples, and how it stays true of the picture after edits. */
import type { Metadata as DecoderMetadata } from 'sharp';
import type { PictureFormat } from '../format.js';
import { isHarmless } from '../find-exif.js';
import { readAtOf, type ReadAt } from '../tiff-directories.js';
import {
  ASCII,
  BYTE,
  long,
  readTree,
  SHORT,
  short,
  TIFF_HEADER,
  tiffHeader,
  writeDirectory,
  type Directory,
  type Nesting,
  type Span,
  type TagTree,
  type TagValue,
} from './tag-tree.js';
import { IPTC, PHOTOSHOP, resolutionTags } from './tiff-file.js';

export interface Metadata {
  /** EXIF: what the first directory says of the picture, and the directories of the shot and of the place. No thumbnail. */
  readonly exif?: TagTree;
  /** An XMP packet. */
  readonly xmp?: Uint8Array;
  /** IPTC-IIM records. */
  readonly iptc?: Uint8Array;
  /** Pixels to an inch. */
  readonly density?: number;
}

const ORIENTATION = 0x0112;
const SHOT = 0x8769;
const PLACE = 0x8825;
const INTEROPERABILITY = 0xa005;
const WIDTH = 0xa002;
const HEIGHT = 0xa003;
const MAKER_NOTE = 0x927c;
/** Where the subject lies, in pixels of the frame as it was shot. */
const SUBJECT_AREA = 0x9214;
const SUBJECT_LOCATION = 0xa214;

const NESTING: Nesting = { [SHOT]: { [INTEROPERABILITY]: {} }, [PLACE]: {} };

/**
 * Tags of the first directory that tell of the picture and not of how its samples lie in the file, by type: description, make, model,
 * software, time, artist, host, copyright; rating and its percentage; Windows' title, comment, author, keywords and subject.
 */
const DESCRIPTIVE: ReadonlyMap<number, number> = new Map([
  ...[0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x8298].map(
    (tag) => [tag, ASCII] as const,
  ),
  ...[0x4746, 0x4749].map((tag) => [tag, SHORT] as const),
  ...[0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f].map((tag) => [tag, BYTE] as const),
]);

/**
 * Reads the metadata of a file.
 *
 * @param read the file
 * @param decoder what the decoder has found in it; where it may not see EXIF, there is none
 */
export async function readMetadata(
  format: PictureFormat,
  read: ReadAt,
  decoder: DecoderMetadata,
): Promise<Metadata> {
  const { xmp, density } = decoder;
  // In a TIFF file EXIF is not a block but the file's own directory.
  const block = format === 'tiff' ? read : decoder.exif && readAtOf(unmarked(decoder.exif));
  const exif =
    block && (await isHarmless({ read: block, offset: 0 }))
      ? await readTree(block, new Set(DESCRIPTIVE.keys()), NESTING)
      : undefined;
  if (exif !== undefined) tidy(exif.root);
  const iptc = format === 'tiff' ? await recordsOfTiff(read) : recordsOf(decoder.iptc);
  return {
    ...(exif && exif.root.size > 0 ? { exif } : {}),
    ...(xmp === undefined ? {} : { xmp }),
    ...(iptc === undefined ? {} : { iptc }),
    ...(density === undefined ? {} : { density }),
  };
}

/**
 * Makes of the values in a first directory what they should be: in a TIFF file, where it is the file's own, others refuse the file
 * otherwise.
 */
function tidy(root: Directory): void {
  for (const [tag, value] of root) {
    const type = DESCRIPTIVE.get(tag);
    if (type === undefined || value instanceof Map) continue;
    if (value.type !== type) root.delete(tag);
    else if (type === ASCII) root.set(tag, { type, bytes: textOf(value.bytes) });
  }
}

/** One text with a zero at its end. Some have none, some many, and a copyright may be two texts, the photographer's and the editor's. */
function textOf(bytes: Uint8Array): Uint8Array {
  const texts = Buffer.from(bytes).toString('latin1').split('\0');
  return Buffer.from(`${texts.filter((text) => text !== '').join(', ')}\0`, 'latin1');
}

/** Without the marker in front of an EXIF block of JPEG. */
function unmarked(block: Uint8Array): Uint8Array {
  return startsWith(block, EXIF_MARK) ? block.subarray(EXIF_MARK.length) : block;
}

export const EXIF_MARK = 'Exif\0\0';

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

const PHOTOSHOP_MARK = 'Photoshop 3.0\0';
const RESOURCE_MARK = '8BIM';
/** Of Photoshop's image resources the one that holds IPTC. The others show the picture as it was, or its paths. */
const IPTC_RESOURCE = 0x0404;
/** The tag marker that IPTC-IIM records begin with. */
const RECORD = 0x1c;

/** IPTC-IIM records as they stand in the file: many programs call them numbers, whose bytes a decoder would turn about. */
async function recordsOfTiff(read: ReadAt): Promise<Uint8Array | undefined> {
  const tree = await readTree(read, new Set([IPTC, PHOTOSHOP]), {});
  const [own, resources] = [IPTC, PHOTOSHOP].map((tag) => tree?.root.get(tag));
  return (
    (own instanceof Map ? undefined : recordsOf(own?.bytes)) ??
    (resources instanceof Map ? undefined : recordsOf(resources?.bytes))
  );
}

/** The IPTC-IIM records in a block of Photoshop's resources (Photoshop File Formats, Image Resource Blocks), or in a block of their own. */
function recordsOf(block: Uint8Array | undefined): Uint8Array | undefined {
  if (block === undefined || block[0] === RECORD) return block;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  let at = startsWith(block, PHOTOSHOP_MARK) ? PHOTOSHOP_MARK.length : 0;
  while (at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === RESOURCE_MARK) {
    const id = bytes.readUInt16BE(at + 4);
    // A name with its length in front, and a length, each filled up to an even number.
    const length = at + 6 + even(1 + bytes[at + 6]!);
    if (length + 4 > bytes.length) return undefined;
    const from = length + 4;
    const to = from + bytes.readUInt32BE(length);
    if (id === IPTC_RESOURCE && to <= bytes.length) return bytes.subarray(from, to);
    at = from + even(to - from);
  }
  return undefined;
}

/** IPTC-IIM records as Photoshop's block of resources, with the mark that JPEG needs. */
export function photoshopBlock(records: Uint8Array): Uint8Array {
  const head = Buffer.alloc(PHOTOSHOP_MARK.length + 12);
  head.write(PHOTOSHOP_MARK + RESOURCE_MARK, 'latin1');
  head.writeUInt16BE(IPTC_RESOURCE, PHOTOSHOP_MARK.length + 4);
  head.writeUInt32BE(records.length, PHOTOSHOP_MARK.length + 8);
  return Buffer.concat([head, records, Buffer.alloc(records.length % 2)]);
}

function even(length: number): number {
  return length + (length % 2);
}

/** A picture after edits, upright. */
interface Frame {
  readonly width: number;
  readonly height: number;
  /** It does not show what the file showed, as the file showed it. */
  readonly moved: boolean;
}

/** The metadata as they are true of the picture in its new frame. */
export function inFrame(metadata: Metadata, frame: Frame): Metadata {
  const { exif, xmp, density } = metadata;
  return {
    ...metadata,
    ...(exif === undefined ? {} : { exif: exifInFrame(exif, frame, density) }),
    ...(xmp === undefined ? {} : { xmp: xmpInFrame(xmp, frame) }),
  };
}

function exifInFrame(
  { root, littleEndian }: TagTree,
  { width, height, moved }: Frame,
  density: number | undefined,
): TagTree {
  const result: Directory = new Map([...root, ...resolutionTags(littleEndian, density)]);
  result.set(ORIENTATION, short(littleEndian, 1));
  const shot = root.get(SHOT);
  if (shot instanceof Map) {
    const own: Directory = new Map(shot);
    own.set(WIDTH, long(littleEndian, width));
    own.set(HEIGHT, long(littleEndian, height));
    if (moved) for (const tag of [SUBJECT_AREA, SUBJECT_LOCATION]) own.delete(tag);
    result.set(SHOT, own);
  }
  return { root: result, littleEndian };
}

/** Changes what stands as attributes or as elements, and takes out thumbnails, which show the picture as it was. */
function xmpInFrame(xmp: Uint8Array, { width, height }: Frame): Uint8Array {
  const set = (text: string, names: string, value: number): string =>
    text.replace(
      new RegExp(`((?:${names})\\s*(?:=\\s*["']|>\\s*))\\d+`, 'g'),
      (_, before: string) => before + String(value),
    );
  // One character for each byte, so that whatever else the packet holds stays as it is.
  let text = Buffer.from(xmp.buffer, xmp.byteOffset, xmp.byteLength).toString('latin1');
  text = set(text, 'tiff:Orientation', 1);
  text = set(text, 'exif:PixelXDimension|tiff:ImageWidth', width);
  text = set(text, 'exif:PixelYDimension|tiff:ImageLength', height);
  return Buffer.from(without(text, '<xmp:Thumbnails>', '</xmp:Thumbnails>'), 'latin1');
}

/** A text without its parts from `open` to `close`. */
function without(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    const to = from === -1 ? -1 : text.indexOf(close, from);
    if (to === -1) return result + text.slice(at);
    result += text.slice(at, from);
    at = to + close.length;
  }
}

/** Bytes of a block of EXIF: what a segment of JPEG can hold, less what belongs to its kind. */
const MOST_BLOCK = 65_000;

/**
 * EXIF as a block for other files. Makers' notes stay at their old place, because many of them count from the beginning of the block.
 * They are the one large part of EXIF, and left out where the block has no room for them.
 *
 * @returns `undefined` where it has no room for the rest either
 */
export function exifBlock({ root, littleEndian }: TagTree): Uint8Array | undefined {
  const shot = root.get(SHOT);
  const notes = shot instanceof Map ? shot.get(MAKER_NOTE) : undefined;
  const { bytes, first } = writeDirectory(root, TIFF_HEADER, littleEndian, placeOf(notes));
  const block = Buffer.concat([tiffHeader(first, littleEndian), bytes]);
  if (block.length <= MOST_BLOCK) return block;
  if (!(shot instanceof Map) || notes === undefined) return undefined;
  const rest = new Map([...shot].filter(([tag]) => tag !== MAKER_NOTE));
  return exifBlock({ root: new Map([...root, [SHOT, rest]]), littleEndian });
}

/** Where makers' notes lay, unless that was far off in a large file. */
function placeOf(notes: TagValue | Directory | undefined): Span | undefined {
  if (notes === undefined || notes instanceof Map || notes.offset === undefined) return undefined;
  const from = notes.offset;
  const to = from + notes.bytes.length;
  return from >= TIFF_HEADER && to <= MOST_BLOCK ? { from, to } : undefined;
}
