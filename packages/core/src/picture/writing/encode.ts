/** From samples and metadata to the bytes of a file. */
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { CalmError } from '../../protocol/errors.js';
import { interleave, type FullSize } from '../full-size.js';
import type { Deadline } from '../limits.js';
import { whiteOf, type Interleaved } from '../operations/samples.js';
import { withSegments } from './jpeg-metadata.js';
import { EXIF_MARK, exifBlock, placeOfNotes, type Metadata } from './metadata.js';
import { BYTE, UNDEFINED, type Directory } from './tag-tree.js';
import {
  ICC_PROFILE,
  IPTC,
  resolutionTags,
  tiffCarrier,
  tiffFile,
  TiffTooLarge,
  XMP,
  type TiffLayout,
} from './tiff-file.js';
import { alone, type Xmp } from './xmp.js';

/** Formats that pictures are written in, by extension in lower case with the dot. */
export const WRITTEN_FORMATS: ReadonlyMap<string, WrittenFormat> = new Map([
  ['.jpg', 'jpeg'],
  ['.jpeg', 'jpeg'],
  ['.png', 'png'],
  ['.tif', 'tiff'],
  ['.tiff', 'tiff'],
  ['.webp', 'webp'],
  ['.avif', 'avif'],
]);

export type WrittenFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'avif';

/** Each at a quality at which nothing is seen of the compression. */
const ENCODERS: Record<Exclude<WrittenFormat, 'tiff'>, (image: Sharp) => Sharp> = {
  // JPEG knows no transparency: as everywhere here, such parts lie on white.
  jpeg: (image) =>
    image.flatten({ background: '#fff' }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
  png: (image) => image.png(),
  webp: (image) => image.webp({ quality: 95, smartSubsample: true }),
  // More effort takes six times as long and saves a hundredth.
  avif: (image) => image.avif({ quality: 90, chromaSubsampling: '4:4:4', effort: 2 }),
};

/**
 * Encodes a picture with what is said of it. 16 bits stay in PNG and TIFF. IPTC fits into JPEG and TIFF.
 *
 * @param name of the file to be, for messages
 * @throws CalmError `too-large` where the format has no room for the picture, `timed-out`, `cancelled`
 */
export async function encode(
  picture: FullSize,
  format: WrittenFormat,
  metadata: Metadata,
  name: string,
  deadline: Deadline,
): Promise<Uint8Array> {
  const holdsDeep = format === 'png' || format === 'tiff';
  const samples = interleave(picture, holdsDeep && whiteOf(picture.colour.data) > 255);
  try {
    return format === 'tiff'
      ? await encodeTiff(samples, picture.profile, metadata, deadline)
      : await encodeOther(samples, picture.profile, format, metadata, deadline);
  } catch (error) {
    deadline.check();
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof TiffTooLarge || message.includes('too large')) {
      throw new CalmError(
        'too-large',
        `${name} cannot hold ${samples.width} × ${samples.height} pixels: they are too many for its format.`,
        { hint: 'Write a PNG, which has room for more, or crop the picture.', cause: error },
      );
    }
    throw error;
  }
}

function layoutOf({ data, width, height, channels }: Interleaved): TiffLayout {
  return {
    width,
    height,
    channels: channels === 4 ? 4 : 3,
    bits: data.BYTES_PER_ELEMENT === 1 ? 8 : 16,
  };
}

/** What TIFF holds beside samples and EXIF, and carries into libvips. */
function tagsOf(
  profile: Uint8Array | undefined,
  xmp: Xmp | undefined,
  density: number | undefined,
  littleEndian = true,
): Directory {
  const tags = resolutionTags(littleEndian, density);
  if (profile !== undefined) tags.set(ICC_PROFILE, { type: UNDEFINED, bytes: profile });
  if (xmp !== undefined) tags.set(XMP, { type: BYTE, bytes: alone(xmp.packet) });
  return tags;
}

function encodeTiff(
  samples: Interleaved,
  profile: Uint8Array | undefined,
  { exif, xmp, iptc, density }: Metadata,
  deadline: Deadline,
): Promise<Uint8Array> {
  // In the byte order of EXIF: makers' notes and comments in UTF-16 are in it without saying so.
  const { littleEndian = true, root = [] } = exif ?? {};
  const tags = new Map([...tagsOf(profile, xmp, density, littleEndian), ...root]);
  if (iptc !== undefined) tags.set(IPTC, { type: UNDEFINED, bytes: iptc });
  const kept = exif && placeOfNotes(exif);
  const more = { tags, littleEndian, ...(kept && { kept }) };
  return tiffFile(samples.data, layoutOf(samples), more, () => deadline.check());
}

async function encodeOther(
  samples: Interleaved,
  profile: Uint8Array | undefined,
  format: Exclude<WrittenFormat, 'tiff'>,
  { exif, xmp, iptc, density }: Metadata,
  deadline: Deadline,
): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = samples.data;
  const layout = layoutOf(samples);
  // Into JPEG, sharp takes no larger packets of XMP, and no IPTC.
  const isJpeg = format === 'jpeg';
  const carrier = tiffCarrier(layout, tagsOf(profile, isJpeg ? undefined : xmp, density));
  carrier.samples.set(new Uint8Array(buffer, byteOffset, byteLength));
  const image = sharp(carrier.bytes, { limitInputPixels: false })
    .timeout({ seconds: deadline.seconds() })
    .toColourspace(layout.bits === 16 ? 'rgb16' : 'srgb')
    .keepIccProfile()
    .keepXmp();
  const block = exif && exifBlock(exif);
  if (block !== undefined) makeRoom(image, block.length);
  const bytes = await ENCODERS[format](image).toBuffer();
  if (block !== undefined) await fillRoom(bytes, block, format);
  return isJpeg ? withSegments(bytes, xmp, iptc) : bytes;
}

/**
 * Sharp takes EXIF only as text, and libexif moves makers' notes, which then can no longer be read. So they are made to leave room,
 * which {@link fillRoom} fills.
 */
function makeRoom(image: Sharp, size: number): void {
  image.withExif({ IFD0: { ImageDescription: 'x'.repeat(size) } });
}

async function fillRoom(bytes: Buffer, block: Uint8Array, format: WrittenFormat): Promise<void> {
  const { exif: room } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const at = room === undefined ? -1 : bytes.indexOf(room);
  if (room === undefined || at === -1) throw new Error('there is no room for EXIF');
  const marked = room.toString('latin1', 0, EXIF_MARK.length) === EXIF_MARK;
  // libvips sets the mark of JPEG in WebP too, where it does not belong (WebP Container Specification, Metadata).
  const mark = marked && format !== 'webp' ? EXIF_MARK.length : 0;
  bytes.fill(0, at + mark, at + room.length);
  bytes.set(block, at + mark);
  if (format === 'png') {
    // The sum of a chunk is of its name, four bytes, and its data.
    bytes.writeUInt32BE(crc32(bytes.subarray(at - 4, at + room.length)), at + room.length);
  }
}
