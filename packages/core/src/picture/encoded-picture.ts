import { readExif, readOrientation, type ExifReading } from './capture-facts.js';
import { damaged, readHeader, type Header, type KnownOfFile } from './decode.js';
import { findExif, isHarmless, withoutExif } from './find-exif.js';
import { recogniseFormat, type PictureFormat } from './format.js';
import { hasHarmlessFault } from './jpeg-segments.js';
import type { PictureLimits } from './limits.js';
import type { Encoded } from './read-source.js';
import { checkSvg } from './svg.js';

/** A file that has been looked at as far as can be without decoding its samples, and that nothing speaks against decoding. */
export interface EncodedPicture {
  readonly format: PictureFormat;
  /** What the decoder opens. Where the file's EXIF would keep decoders busy, a copy without it. */
  readonly input: Uint8Array | string;
  readonly header: Header;
  readonly exif: ExifReading;
  readonly known: KnownOfFile;
}

/**
 * Recognises a file and holds it against the limits.
 *
 * @throws CalmError `not-an-image`, `unsupported-format`, `damaged-image`, `too-large`
 */
export async function examine(
  encoded: Encoded,
  name: string,
  limits: PictureLimits,
): Promise<EncodedPicture> {
  const format = await recogniseFormat(encoded.read, name);
  const blocks = await findExif(format, encoded.read);
  const fileBytes = format === 'tiff' ? encoded.bytes : 0;
  const checks = await Promise.all(blocks.map((block) => isHarmless(block, fileBytes)));
  const harmless = checks.every(Boolean);
  const input = harmless ? encoded.input : withoutExif(encoded.input, format, blocks);
  if (input === undefined) throw damaged(name, 'its tags claim more than it can hold');
  const header = await readHeader(input, format, name, limits);
  if (format === 'svg' && typeof input !== 'string') {
    checkSvg(input, header.width * header.height, name);
  }
  const exif = await readExif(harmless ? blocks[0] : undefined);
  return {
    format,
    input,
    header: harmless ? header : { ...header, orientation: await readOrientation(blocks[0]) },
    exif,
    known: {
      adobeRgb: exif.adobeRgb,
      harmlessFault: async () => format === 'jpeg' && hasHarmlessFault(encoded.read),
    },
  };
}
