/**
 * The tag directories of TIFF 6.0, which EXIF and most camera raw formats share. Every read is bounded, so that a hostile file
 * (cycles, huge counts, offsets outside) costs little and yields nothing.
 */

/** Gives up to `length` bytes from `offset`; fewer at the end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export interface TiffFile {
  readonly read: ReadAt;
  readonly littleEndian: boolean;
  /** Offset of the first directory. */
  readonly first: number;
}

export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  /** Where the value lies. */
  readonly offset: number;
}

export interface TiffDirectory {
  /** By tag; where a tag comes twice, the last. */
  readonly byTag: ReadonlyMap<number, TiffEntry>;
  /** All of them, at most 512. */
  readonly entries: readonly TiffEntry[];
  /** How many there are said to be. */
  readonly count: number;
  /** Offset of the next directory, 0 for none. */
  readonly next: number;
}

const MOST_ENTRIES = 512;
const MOST_VALUES = 64;
const MOST_TEXT = 256;

/** Bytes of a value by TIFF type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE, IFD. */
export const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Reads from memory. */
export function readAtOf(bytes: Uint8Array): ReadAt {
  return (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length));
}

/** The header of a classic TIFF file, or `undefined`. */
export async function openTiff(read: ReadAt): Promise<TiffFile | undefined> {
  const head = await read(0, 8);
  if (head.length < 8) return undefined;
  const littleEndian = head[0] === 0x49 && head[1] === 0x49;
  if (!littleEndian && !(head[0] === 0x4d && head[1] === 0x4d)) return undefined;
  const view = viewOf(head);
  if (view.getUint16(2, littleEndian) !== 42) return undefined;
  return { read, littleEndian, first: view.getUint32(4, littleEndian) };
}

/** The directory at `offset`, or `undefined` where there is none. */
export async function readDirectory(
  file: TiffFile,
  offset: number,
): Promise<TiffDirectory | undefined> {
  if (offset < 8) return undefined;
  const { littleEndian } = file;
  const head = await file.read(offset, 2);
  if (head.length < 2) return undefined;
  const count = viewOf(head).getUint16(0, littleEndian);
  const body = await file.read(offset + 2, Math.min(count, MOST_ENTRIES) * 12 + 4);
  const view = viewOf(body);
  const byTag = new Map<number, TiffEntry>();
  const entries: TiffEntry[] = [];
  let at = 0;
  for (let index = 0; index < Math.min(count, MOST_ENTRIES) && at + 12 <= body.length; index++) {
    const type = view.getUint16(at + 2, littleEndian);
    const values = view.getUint32(at + 4, littleEndian);
    const inline = (TYPE_BYTES[type] ?? 0) * values <= 4;
    const entry = {
      type,
      count: values,
      offset: inline ? offset + 2 + at + 8 : view.getUint32(at + 8, littleEndian),
    };
    entries.push(entry);
    byTag.set(view.getUint16(at, littleEndian), entry);
    at += 12;
  }
  const next =
    count <= MOST_ENTRIES && at + 4 <= body.length ? view.getUint32(at, littleEndian) : 0;
  return { byTag, entries, count, next };
}

/** The directory that an entry points at, or `undefined`. */
export async function directoryAt(
  file: TiffFile,
  directory: TiffDirectory | undefined,
  tag: number,
): Promise<TiffDirectory | undefined> {
  const [offset] = await numbersOf(file, directory?.byTag.get(tag));
  return offset === undefined ? undefined : readDirectory(file, offset);
}

/** Bytes that the value of an entry claims. */
export function sizeOf(entry: TiffEntry): number {
  return (TYPE_BYTES[entry.type] ?? 0) * entry.count;
}

/** The numbers of an entry, at most 64; none where it is no number. Rationals with denominator 0 are left out. */
export async function numbersOf(file: TiffFile, entry: TiffEntry | undefined): Promise<number[]> {
  const size = entry === undefined ? undefined : TYPE_BYTES[entry.type];
  if (entry === undefined || !size) return [];
  const bytes = await file.read(entry.offset, Math.min(entry.count, MOST_VALUES) * size);
  const view = viewOf(bytes);
  const { littleEndian } = file;
  const values: number[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    const value = number(view, at, entry.type, littleEndian);
    if (value !== undefined && Number.isFinite(value)) values.push(value);
  }
  return values;
}

/** The text of an ASCII entry, at most 256 bytes, without control characters; `undefined` where it is empty or no text. */
export async function textOf(
  file: TiffFile,
  entry: TiffEntry | undefined,
): Promise<string | undefined> {
  if (entry === undefined || entry.type !== 2) return undefined;
  const bytes = await file.read(entry.offset, Math.min(entry.count, MOST_TEXT));
  const end = bytes.indexOf(0);
  const text = new TextDecoder()
    .decode(end === -1 ? bytes : bytes.subarray(0, end))
    .replace(/\p{Cc}/gu, '')
    .trim();
  return text === '' ? undefined : text;
}

function number(
  view: DataView,
  at: number,
  type: number,
  littleEndian: boolean,
): number | undefined {
  switch (type) {
    case 1:
      return view.getUint8(at);
    case 3:
      return view.getUint16(at, littleEndian);
    case 4:
    case 13:
      return view.getUint32(at, littleEndian);
    case 5:
      return view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian);
    case 8:
      return view.getInt16(at, littleEndian);
    case 9:
      return view.getInt32(at, littleEndian);
    case 10:
      return view.getInt32(at, littleEndian) / view.getInt32(at + 4, littleEndian);
    case 11:
      return view.getFloat32(at, littleEndian);
    case 12:
      return view.getFloat64(at, littleEndian);
    default:
      return undefined;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
