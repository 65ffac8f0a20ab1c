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
} from './tag-tree.js';
import { recordsOf } from './iptc.js';
import { readSegmented } from './jpeg-metadata.js';
import { IPTC, PHOTOSHOP, resolutionTags } from './tiff-file.js';
import { alone, xmpInFrame, type Xmp } from './xmp.js';

export interface Metadata {
  /** EXIF: what the first directory says of the picture, and the directories of the shot and of the place. No thumbnail. */
  readonly exif?: TagTree;
  readonly xmp?: Xmp;
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
  const exif = await exifOf(format, read, decoder.exif);
  const { density } = decoder;
  return {
    ...(exif && exif.root.size > 0 ? { exif } : {}),
    ...(await xmpAndIptc(format, read, decoder.xmp)),
    ...(density === undefined ? {} : { density }),
  };
}

async function exifOf(
  format: PictureFormat,
  read: ReadAt,
  found: Uint8Array | undefined,
): Promise<TagTree | undefined> {
  // In a TIFF file EXIF is not a block but the file's own directory, which has been looked at.
  const block = format === 'tiff' ? read : found && readAtOf(unmarked(found));
  if (block === undefined) return undefined;
  if (format !== 'tiff' && !(await isHarmless({ read: block, offset: 0 }))) return undefined;
  const exif = await readTree(block, new Set(DESCRIPTIVE.keys()), NESTING);
  if (exif !== undefined) tidy(exif.root);
  return exif;
}

async function xmpAndIptc(
  format: PictureFormat,
  read: ReadAt,
  packet: Uint8Array | undefined,
): Promise<Pick<Metadata, 'xmp' | 'iptc'>> {
  if (format === 'jpeg') {
    const { xmp, resources } = await readSegmented(read);
    const iptc = recordsOf(resources);
    return { ...(xmp && { xmp }), ...(iptc && { iptc }) };
  }
  const iptc = format === 'tiff' ? await recordsOfTiff(read) : undefined;
  return { ...(packet && { xmp: { packet: alone(packet) } }), ...(iptc && { iptc }) };
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
  const start = Buffer.from(block.subarray(0, EXIF_MARK.length)).toString('latin1');
  return start === EXIF_MARK ? block.subarray(EXIF_MARK.length) : block;
}

export const EXIF_MARK = 'Exif\0\0';

/** IPTC-IIM records as they stand in the file: many programs call them numbers, whose bytes a decoder would turn about. */
async function recordsOfTiff(read: ReadAt): Promise<Uint8Array | undefined> {
  const tree = await readTree(read, new Set([IPTC, PHOTOSHOP]), {});
  const [own, resources] = [IPTC, PHOTOSHOP].map((tag) => tree?.root.get(tag));
  return (
    (own instanceof Map ? undefined : recordsOf(own?.bytes)) ??
    (resources instanceof Map ? undefined : recordsOf(resources?.bytes))
  );
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

/** Bytes of a block of EXIF: what a segment of JPEG can hold, less what belongs to its kind. */
const MOST_BLOCK = 65_000;

/**
 * EXIF as a block for other files. Makers' notes stay at their old place, because many of them count from the beginning of the block.
 * They are the one large part of EXIF, and left out where the block has no room for them.
 *
 * @returns `undefined` where it has no room for the rest either
 */
export function exifBlock(exif: TagTree): Uint8Array | undefined {
  const { root, littleEndian } = exif;
  const { bytes, first } = writeDirectory(root, TIFF_HEADER, littleEndian, placeOfNotes(exif));
  const block = Buffer.concat([tiffHeader(first, littleEndian), bytes]);
  if (block.length <= MOST_BLOCK) return block;
  const shot = root.get(SHOT);
  if (!(shot instanceof Map) || !shot.has(MAKER_NOTE)) return undefined;
  const rest = new Map([...shot].filter(([tag]) => tag !== MAKER_NOTE));
  return exifBlock({ root: new Map([...root, [SHOT, rest]]), littleEndian });
}

/** Where makers' notes lay, unless that was far off in a large file. */
export function placeOfNotes({ root }: TagTree): Span | undefined {
  const shot = root.get(SHOT);
  const notes = shot instanceof Map ? shot.get(MAKER_NOTE) : undefined;
  if (notes === undefined || notes instanceof Map || notes.offset === undefined) return undefined;
  const from = notes.offset;
  const to = from + notes.bytes.length;
  return from >= TIFF_HEADER && to <= MOST_BLOCK ? { from, to } : undefined;
}
