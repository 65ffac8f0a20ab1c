import { extname } from 'node:path';
import { CalmError } from '../protocol/errors.js';
import {
  numbersOf,
  openTiff,
  readDirectory,
  type ReadAt,
  type TiffFile,
} from './tiff-directories.js';

/** Formats that can be opened. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif' | 'svg';

/** Extensions under which pictures are looked for in folders, in lower case with the dot. What a file holds decides how it is read. */
export const PICTURE_EXTENSIONS: ReadonlySet<string> = new Set(
  '.jpg .jpeg .jpe .jfif .png .webp .avif .tif .tiff .gif .svg'.split(' '),
);

/** Extensions of camera raw files. */
export const RAW_EXTENSIONS: ReadonlySet<string> = new Set(
  '.3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .gpr .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2 .rwl .sr2 .srf .srw .x3f'.split(
    ' ',
  ),
);

/** Extensions of HEIC and HEIF files. */
export const HEIC_EXTENSIONS: ReadonlySet<string> = new Set(
  '.heic .heif .hif .heics .heifs'.split(' '),
);

/** What to do with a file that cannot be read here. One sentence for each kind, the same wherever it is said. */
export const RAW_REMEDY =
  'Export it as JPEG or TIFF from your raw converter, or pass pixels that your program has decoded.';
export const HEIC_REMEDY = 'Export it as JPEG, or pass pixels that your program has decoded.';

/** How much of the beginning is looked at: room for the comments and declarations in front of an `<svg>`. */
const HEAD = 65_536;

/**
 * Tells by content what a file is; its name plays no part.
 *
 * @throws CalmError `unsupported-format` for camera raw, HEIC and other known kinds, `not-an-image` for the rest
 */
export async function recogniseFormat(read: ReadAt, name: string): Promise<PictureFormat> {
  const head = await read(0, HEAD);
  const ascii = (from: number, to: number): string =>
    String.fromCharCode(...head.subarray(from, to));
  const starts = (...bytes: readonly number[]): boolean =>
    bytes.every((byte, index) => head[index] === byte);

  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (ascii(0, 4) === 'GIF8') return 'gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp') return recogniseBrand(head, name);
  if (isForeignRaw(ascii)) throw rawError(name);
  if (/^(?:II[*+]\0|MM\0[*+])$/.test(ascii(0, 4))) {
    const tiff = await openTiff(read);
    if (tiff !== undefined && (await isRawTiff(tiff))) throw rawError(name);
    return 'tiff';
  }
  const root = svgRoot(head);
  if (root !== undefined) {
    if (/\b(?:width|height)\s*=\s*["']?\s*(?:\d{7}|[\d.]+e\+?\d)/i.test(root)) {
      throw new CalmError('too-large', `${name} states a size of millions of pixels.`, {
        hint: 'Give it a width and height as it should be seen.',
      });
    }
    return 'svg';
  }
  const foreign = FOREIGN.find(([, test]) => test(ascii));
  if (foreign !== undefined) {
    throw new CalmError('unsupported-format', `${name} is ${foreign[0]}, which cannot be read.`, {
      hint: 'Export it as JPEG, PNG or TIFF.',
    });
  }
  throw new CalmError('not-an-image', `${name} is not a picture in a known format.`, {
    hint: 'Readable are JPEG, PNG, WebP, AVIF, TIFF, GIF and SVG.',
  });
}

type Ascii = (from: number, to: number) => string;

/** Kinds of file that people take for pictures, or have beside them. */
const FOREIGN: readonly (readonly [string, (ascii: Ascii) => boolean])[] = [
  ['a BMP picture', (ascii) => ascii(0, 2) === 'BM' && ascii(6, 10) === '\0\0\0\0'],
  ['a Photoshop document', (ascii) => ascii(0, 4) === '8BPS'],
  ['a JPEG XL picture', (ascii) => ascii(0, 2) === '\xff\x0a' || ascii(4, 8) === 'JXL '],
  ['a JPEG 2000 picture', (ascii) => ascii(4, 8) === 'jP  ' || ascii(0, 4) === '\xff\x4f\xff\x51'],
  ['a JPEG XR picture', (ascii) => ascii(0, 3) === 'II\xbc'],
  ['an OpenEXR picture', (ascii) => ascii(0, 4) === '\x76\x2f\x31\x01'],
  ['a Radiance HDR picture', (ascii) => ascii(0, 10) === '#?RADIANCE' || ascii(0, 6) === '#?RGBE'],
  ['an icon', (ascii) => ascii(0, 4) === '\0\0\x01\0'],
  ['a PDF document', (ascii) => ascii(0, 5) === '%PDF-'],
  ['a PostScript document', (ascii) => ascii(0, 4) === '%!PS'],
  ['a GIMP document', (ascii) => ascii(0, 9) === 'gimp xcf '],
  ['a compressed file (SVGZ?)', (ascii) => ascii(0, 2) === '\x1f\x8b'],
  ['a ZIP archive', (ascii) => ascii(0, 4) === 'PK\x03\x04'],
];

/** ISO base media files (ISO/IEC 14496-12) say in their first box what they hold. */
function recogniseBrand(head: Uint8Array, name: string): 'avif' {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const end = Math.min(head.length, view.getUint32(0), 512);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) {
    // The four bytes after the major brand are its version.
    if (at !== 12) brands.push(String.fromCharCode(...head.subarray(at, at + 4)));
  }
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  if (brands[0] === 'crx ') throw rawError(name);
  if (brands.some((brand) => /^(?:he[iv][cmsx]|mif1|msf1)$/.test(brand))) {
    throw heicError(name);
  }
  throw new CalmError('unsupported-format', `${name} is a video or another media file.`, {
    hint: 'Export a frame as JPEG or PNG.',
  });
}

/** What a file is by the end of its name, where such files cannot be read: for those that need not be opened again to tell. */
export function unsupportedByName(path: string): CalmError | undefined {
  const extension = extname(path).toLowerCase();
  if (RAW_EXTENSIONS.has(extension)) return rawError(path);
  return HEIC_EXTENSIONS.has(extension) ? heicError(path) : undefined;
}

function heicError(name: string): CalmError {
  return new CalmError(
    'unsupported-format',
    `${name} is a HEIC or HEIF picture, which cannot be read yet.`,
    { hint: HEIC_REMEDY },
  );
}

function rawError(name: string): CalmError {
  return new CalmError(
    'unsupported-format',
    `${name} is a camera raw file, which cannot be read yet.`,
    { hint: RAW_REMEDY },
  );
}

/** Raw formats with a beginning of their own: Fujifilm, Olympus, Panasonic, Minolta, Sigma, early Canon, Canon CR2, Phase One. */
function isForeignRaw(ascii: Ascii): boolean {
  return (
    ascii(0, 8) === 'FUJIFILM' ||
    /^(?:IIRO|IIRS|MMOR|IIU\0|\0MRM|FOVb)$/.test(ascii(0, 4)) ||
    ascii(6, 14) === 'HEAPCCDR' ||
    (/^(?:II\*\0|MM\0\*)$/.test(ascii(0, 4)) && (ascii(8, 10) === 'CR' || ascii(8, 12) === 'IIII'))
  );
}

const NEW_SUBFILE_TYPE = 254;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const SUB_DIRECTORIES = 330;
const DNG_VERSION = 50_706;
/** Colour filter array and linear raw (TIFF/EP, DNG). */
const RAW_PHOTOMETRIC = new Set([32_803, 34_892]);
/** Sony, Samsung (two), Nikon, Kodak, Pentax. */
const RAW_COMPRESSION = new Set([32_767, 32_769, 32_770, 34_713, 65_000, 65_535]);
const MOST_DIRECTORIES = 48;

/**
 * Whether a TIFF holds sensor data (DNG, NEF, ARW, PEF, SRW, 3FR, …): such files often start with a small preview, which must not be
 * taken for the picture.
 */
async function isRawTiff(file: TiffFile): Promise<boolean> {
  const waiting = [file.first];
  const seen = new Set<number>();
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size === MOST_DIRECTORIES) continue;
    seen.add(offset);
    const directory = await readDirectory(file, offset);
    if (directory === undefined) continue;
    const { byTag, next } = directory;
    const first = async (tag: number): Promise<number> =>
      (await numbersOf(file, byTag.get(tag)))[0] ?? 0;
    const children = await numbersOf(file, byTag.get(SUB_DIRECTORIES));
    if (
      byTag.has(DNG_VERSION) ||
      RAW_PHOTOMETRIC.has(await first(PHOTOMETRIC)) ||
      RAW_COMPRESSION.has(await first(COMPRESSION)) ||
      (offset === file.first && children.length > 0 && (await first(NEW_SUBFILE_TYPE)) % 2 === 1)
    ) {
      return true;
    }
    waiting.push(...children);
    if (next !== 0) waiting.push(next);
  }
  return false;
}

/** The opening tag of the root element, where it is `<svg>`; before it may come a byte order mark, declarations and comments. */
function svgRoot(head: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(head);
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = text.startsWith('<?', at)
      ? endOf(text, '?>', at)
      : text.startsWith('<!--', at)
        ? endOf(text, '-->', at)
        : /^<!doctype\s+(?:[\w.-]+:)?svg\b/i.test(text.slice(at, at + 60))
          ? endOfDoctype(text, at)
          : undefined;
    if (end === undefined) break;
    at = end;
  }
  return /^<(?:[a-zA-Z][\w.-]*:)?svg[\s/>]/.test(text.slice(at, at + 80))
    ? text.slice(at, endOf(text, '>', at))
    : undefined;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** A document type may carry declarations in brackets, which hold `>` themselves. */
function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const open = text.indexOf('[', from);
  return open !== -1 && open < close
    ? endOf(text, '>', endOf(text, ']', open))
    : endOf(text, '>', from);
}
