/** Tag directories of TIFF 6.0, which EXIF is made of, as trees in memory: read from a file, changed, and written into another. */
import {
  numbersOf,
  openTiff,
  readDirectory,
  sizeOf,
  TYPE_BYTES,
  type ReadAt,
} from '../tiff-directories.js';

/** TIFF types of values. */
export const BYTE = 1;
export const ASCII = 2;
export const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
export const UNDEFINED = 7;

/** A value as it stands in the file. */
export interface TagValue {
  /** TIFF type, which says how many bytes make one of its numbers. */
  readonly type: number;
  /** In the byte order of its tree. */
  readonly bytes: Uint8Array;
  /** Where it lay, from the beginning of the TIFF file that it was read from. */
  readonly offset?: number;
}

/** Values and further directories by tag. */
export type Directory = Map<number, TagValue | Directory>;

export interface TagTree {
  readonly littleEndian: boolean;
  readonly root: Directory;
}

/** Tags that point at directories, and those within these. */
export interface Nesting {
  readonly [tag: number]: Nesting;
}

/**
 * Reads a tree. What is damaged is left out; that the whole is not too large is for the caller to see to.
 *
 * @param wanted tags of the first directory that are read, beside those of `nesting`; of the others all are
 * @returns `undefined` where there is no TIFF file
 */
export async function readTree(
  read: ReadAt,
  wanted: ReadonlySet<number>,
  nesting: Nesting,
): Promise<TagTree | undefined> {
  const file = await openTiff(read);
  if (file === undefined) return undefined;
  const directoryAt = async (
    offset: number,
    below: Nesting,
    isWanted: (tag: number) => boolean,
  ): Promise<Directory> => {
    const directory: Directory = new Map();
    for (const [tag, entry] of (await readDirectory(file, offset))?.byTag ?? []) {
      const nested = below[tag];
      if (nested !== undefined) {
        const [at] = await numbersOf(file, entry);
        if (at !== undefined) directory.set(tag, await directoryAt(at, nested, () => true));
      } else if (isWanted(tag)) {
        const bytes = await file.read(entry.offset, sizeOf(entry));
        if (bytes.length > 0 && bytes.length === sizeOf(entry)) {
          directory.set(tag, { type: entry.type, bytes, offset: entry.offset });
        }
      }
    }
    return directory;
  };
  const root = await directoryAt(file.first, nesting, (tag) => wanted.has(tag));
  return { littleEndian: file.littleEndian, root };
}

/** Bytes that keep their place, from the beginning of the file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes a directory and all below it.
 *
 * @param start where the bytes will lie in their file, even
 * @param littleEndian the byte order of the values and of the file
 * @param kept where a value lies that is to stay at its old place
 * @returns the bytes from `start` on, and where the directory itself begins
 */
export function writeDirectory(
  root: Directory,
  start: number,
  littleEndian: boolean,
  kept: Span = { from: 0, to: 0 },
): { readonly bytes: Uint8Array; readonly first: number } {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let end = start;
  const place = (bytes: Uint8Array): number => {
    const at = end < kept.to && end + bytes.length > kept.from ? even(kept.to) : end;
    parts.push({ at, bytes });
    end = even(at + bytes.length);
    return at;
  };
  const write = (directory: Directory): number => {
    const entries = [...directory].sort(([one], [other]) => one - other);
    const bytes = new Uint8Array(2 + entries.length * ENTRY + 4);
    const view = new DataView(bytes.buffer);
    const at = place(bytes);
    view.setUint16(0, entries.length, littleEndian);
    entries.forEach(([tag, value], index) => {
      const entry = 2 + index * ENTRY;
      const { type, bytes: own, offset } = value instanceof Map ? POINTER : value;
      view.setUint16(entry, tag, littleEndian);
      view.setUint16(entry + 2, type, littleEndian);
      view.setUint32(entry + 4, own.length / (TYPE_BYTES[type] ?? 1), littleEndian);
      if (value instanceof Map) {
        view.setUint32(entry + 8, write(value), littleEndian);
      } else if (own.length <= 4) {
        bytes.set(own, entry + 8);
      } else if (offset === kept.from && own.length === kept.to - kept.from) {
        parts.push({ at: offset, bytes: own });
        view.setUint32(entry + 8, offset, littleEndian);
      } else {
        view.setUint32(entry + 8, place(own), littleEndian);
      }
    });
    return at;
  };
  const first = write(root);
  const result = new Uint8Array(Math.max(end, kept.to) - start);
  for (const { at, bytes } of parts) result.set(bytes, at - start);
  return { bytes: result, first };
}

/** Bytes of an entry of a directory. */
const ENTRY = 12;

/** What an entry says that points at a directory: one LONG. */
const POINTER: TagValue = { type: LONG, bytes: new Uint8Array(4) };

function even(offset: number): number {
  return offset + (offset % 2);
}

/** The header in front of a TIFF file's directories. */
export function tiffHeader(first: number, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(TIFF_HEADER);
  const view = new DataView(bytes.buffer);
  bytes.fill(littleEndian ? 0x49 : 0x4d, 0, 2);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, first, littleEndian);
  return bytes;
}

/** Bytes of the header. */
export const TIFF_HEADER = 8;

/** Whole numbers of 16 bits. */
export function short(littleEndian: boolean, ...values: readonly number[]): TagValue {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint16(index * 2, value, littleEndian));
  return { type: SHORT, bytes };
}

/** Whole numbers of 32 bits. */
export function long(littleEndian: boolean, ...values: readonly number[]): TagValue {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value, littleEndian));
  return { type: LONG, bytes };
}

/** A fraction. */
export function rational(littleEndian: boolean, over: number, under: number): TagValue {
  return { type: RATIONAL, bytes: long(littleEndian, over, under).bytes };
}
