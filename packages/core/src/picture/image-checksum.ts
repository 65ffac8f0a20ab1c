/**
 * The checksum of a picture without what its file says about it. Stars, titles, places and thumbnails may be written into a file or taken
 * out of it, and it stays the same; it changes with the samples, and with what says how their colours are meant.
 *
 * The orientation of EXIF is not in it: a picture that is turned upright is still the picture of which something was said.
 */
import { readExif } from './capture-facts.js';
import { findExif } from './find-exif.js';
import { jpegSegments } from './jpeg-segments.js';
import { completeLimits, withinTime } from './limits.js';
import { nameOfSource, readSource, sha256Of, type Encoded, type Span } from './read-source.js';
import type { ImageSource } from './source.js';
import type { ReadAt } from './tiff-directories.js';

/**
 * SHA-256 of the image in a file, in hex: what opinions of it are kept by, the `imageSha256` of assessments. For JPEG, PNG and WebP it is
 * that of the file without EXIF, XMP, IPTC, comments, thumbnails and whatever lies behind the picture; colour profiles count. Files of
 * other formats, and those whose structure is damaged, count as a whole. Nothing is decoded.
 *
 * @example
 * const key = await imageSha256Of({ kind: 'path', path: 'photo.jpg' });
 *
 * @throws CalmError `file-not-found`, `file-unreadable`, `empty-file`, `not-an-image` (folders, devices), `too-large`, `timed-out`,
 * `cancelled`
 */
export async function imageSha256Of(
  source: Exclude<ImageSource, { kind: 'pixels' }>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  const name = nameOfSource(source);
  const limits = completeLimits();
  return withinTime(name, limits.milliseconds, signal, async (deadline) => {
    const encoded = await readSource(source, name, limits, deadline);
    try {
      const sha256 = await imageSha256(encoded);
      await encoded.verify();
      return sha256;
    } finally {
      await encoded.close();
    }
  });
}

/** The same of bytes that are within reach. */
export async function imageSha256({ read, bytes, hash }: Encoded): Promise<string> {
  const image = await imageIn(read, bytes);
  if (image === undefined) return hash();
  const sha256 = await hash(image.spans);
  // Where there is no profile, EXIF may say that the samples are Adobe RGB.
  const [exif] = await findExif(image.format, read);
  const { adobeRgb } = await readExif(exif);
  return adobeRgb ? sha256Of(new TextEncoder().encode(`${sha256} adobe-rgb`)) : sha256;
}

interface ImageInFile {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** In order, and apart from one another. */
  readonly spans: readonly Span[];
}

/** Where the image lies in a file; `undefined` where that cannot be told. */
async function imageIn(read: ReadAt, bytes: number): Promise<ImageInFile | undefined> {
  const head = Buffer.from(await read(0, 12)).toString('latin1');
  const [format, spans] = head.startsWith('\xff\xd8\xff')
    ? (['jpeg', await inJpeg(read)] as const)
    : head.startsWith('\x89PNG\r\n\x1a\n')
      ? (['png', await inPng(read, bytes)] as const)
      : head.startsWith('RIFF') && head.endsWith('WEBP')
        ? (['webp', await inWebp(read, bytes)] as const)
        : [];
  return format === undefined || spans === undefined ? undefined : { format, spans };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;

async function inJpeg(read: ReadAt): Promise<Span[] | undefined> {
  const spans: Span[] = [{ from: 0, to: 2 }];
  for await (const { marker, offset, length } of jpegSegments(read)) {
    const segment = { from: offset - 4, to: offset + length };
    if (marker === START_OF_SCAN) {
      const to = await endOfImage(read, segment.to);
      return to === undefined ? undefined : [...spans, { from: segment.from, to }];
    }
    if (await isOfImage(marker, offset, read)) spans.push(segment);
  }
  return undefined;
}

/** Of what applications write, an ICC profile (APP2) and Adobe's word on the colour transform (APP14) change the look. */
async function isOfImage(marker: number, offset: number, read: ReadAt): Promise<boolean> {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = Buffer.from(await read(offset, 12)).toString('latin1');
  return (
    (marker === 0xe2 && name === 'ICC_PROFILE\0') || (marker === 0xee && name.startsWith('Adobe'))
  );
}

const CHUNK = 2 ** 20;

/** Behind the marker that ends the image; other pictures, video and notes of programs may follow it. */
async function endOfImage(read: ReadAt, from: number): Promise<number | undefined> {
  for (let start = from; ;) {
    const bytes = await read(start, CHUNK);
    let at = bytes.indexOf(0xff);
    while (at !== -1 && at + 2 <= bytes.length) {
      const marker = bytes[at + 1]!;
      if (marker === END_OF_IMAGE) return start + at + 2;
      // Fill bytes; a sample of 0xff and restarts, which stand alone; else a segment between two scans.
      if (marker === 0xff) at += 1;
      else if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
      else if (at + 4 <= bytes.length) at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
      else break;
      if (at < bytes.length) at = bytes.indexOf(0xff, at);
    }
    if (bytes.length < CHUNK) return undefined;
    start += at === -1 ? bytes.length : at;
  }
}

/** Texts, EXIF, when it was changed, and how large it is to be printed. */
const PNG_WORDS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'pHYs']);

async function inPng(read: ReadAt, bytes: number): Promise<Span[] | undefined> {
  const spans: Span[] = [{ from: 0, to: 8 }];
  for (let from = 8; ;) {
    const head = Buffer.from(await read(from, 8));
    if (head.length < 8) return undefined;
    const to = from + 12 + head.readUInt32BE(0);
    if (to > bytes) return undefined;
    const name = head.toString('latin1', 4);
    if (!PNG_WORDS.has(name)) spans.push({ from, to });
    if (name === 'IEND') return spans;
    from = to;
  }
}

/**
 * The chunk VP8X comes and goes with metadata. Of what it says, only the size of what moves is said nowhere else: a still picture has its
 * own.
 */
async function inWebp(read: ReadAt, bytes: number): Promise<Span[] | undefined> {
  const end = 8 + Buffer.from(await read(4, 4)).readUInt32LE(0);
  if (end > bytes) return undefined;
  const spans: Span[] = [];
  let from = 12;
  while (from + 8 <= end) {
    const head = Buffer.from(await read(from, 9));
    const length = head.readUInt32LE(4);
    const to = from + 8 + length;
    if (head.length < 9 || to > end) return undefined;
    const name = head.toString('latin1', 0, 4);
    if (name === 'VP8X') {
      if ((head[8]! & 2) !== 0) spans.push({ from: from + 12, to });
    } else if (name !== 'EXIF' && name !== 'XMP ') {
      spans.push({ from, to });
    }
    from = to + (length % 2);
  }
  return spans;
}
