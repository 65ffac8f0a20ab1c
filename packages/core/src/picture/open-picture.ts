import sharp from 'sharp';
import { CalmError } from '../protocol/errors.js';
import { adobeRgbProfile, displayP3Profile } from './colour-profile.js';
import { decode, decodePixels, tooManyPixels, type Decoded } from './decode.js';
import { examine } from './encoded-picture.js';
import { imageSha256 } from './image-checksum.js';
import { completeLimits, withinTime, type Deadline, type PictureLimits } from './limits.js';
import type { Picture } from './picture.js';
import { nameOfSource, readSource, sha256Of, unshared } from './read-source.js';
import type { ImageSource, PixelSource } from './source.js';

/** Names the steps from bytes to samples. Pictures opened under different names may differ in a sample here and there. */
export const PREPROCESSING = `picture-1/libvips-${sharp.versions.vips}`;

export interface OpenOptions {
  /** Bounds that differ from {@link DEFAULT_PICTURE_LIMITS}. */
  readonly limits?: Partial<PictureLimits>;
  readonly signal?: AbortSignal;
}

/**
 * Opens a picture: upright, in sRGB, on white where it is transparent, the first frame where it moves. What it is, is told by its
 * content, never by its name. The same source gives the same samples on every run.
 *
 * @example
 * const picture = await openPicture({ kind: 'path', path: 'photo.jpg' });
 * console.log(picture.width, picture.height, picture.captureFacts.camera);
 *
 * @throws CalmError with the codes `file-not-found`, `file-unreadable`, `empty-file`, `not-an-image`, `unsupported-format`,
 * `damaged-image`, `too-large`, `timed-out`, `cancelled`, `invalid-request`; it never rejects with anything else
 */
export async function openPicture(
  source: ImageSource,
  options: OpenOptions = {},
): Promise<Picture> {
  const name = nameOfSource(source);
  const limits = completeLimits(options.limits);
  try {
    return await withinTime(name, limits.milliseconds, options.signal, (deadline) =>
      source.kind === 'pixels'
        ? openPixels(source, name, limits, deadline)
        : openEncoded(source, name, limits, deadline),
    );
  } catch (error) {
    if (error instanceof CalmError) throw error;
    throw new CalmError('internal', `${name} could not be opened: ${String(error)}`, {
      hint: 'This is a fault of the program; please report it with the picture.',
      cause: error,
    });
  }
}

async function openEncoded(
  source: Exclude<ImageSource, { kind: 'pixels' }>,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Picture> {
  const preview = source.kind === 'bytes' ? originalSize(source, name) : undefined;
  const encoded = await readSource(source, name, limits, deadline);
  try {
    const { format, input, header, exif, known } = await examine(encoded, name, limits);
    deadline.check();
    const [decoded, sha256, imageChecksum] = await Promise.all([
      decode(input, header, known, name, limits, deadline),
      encoded.hash(),
      imageSha256(encoded),
    ]);
    await encoded.verify();
    return pictureOf(decoded, preview, {
      sha256,
      imageSha256: imageChecksum,
      format,
      captureFacts: {
        ...exif.captureFacts,
        ...(source.kind === 'bytes' ? source.captureFacts : undefined),
      },
    });
  } finally {
    await encoded.close();
  }
}

async function openPixels(
  source: { readonly kind: 'pixels' } & PixelSource,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Picture> {
  const { data, width, height, channels, colourSpace } = source;
  const wrong = (what: string): CalmError =>
    new CalmError('invalid-request', `${name}: ${what}.`, {
      hint: 'Pass interleaved 8-bit samples, width × height × channels of them, in srgb, display-p3 or adobe-rgb.',
    });
  if (!isLength(width) || !isLength(height)) throw wrong(`its size is ${width} × ${height}`);
  if (![1, 3, 4].includes(channels)) throw wrong(`it has ${String(channels)} channels`);
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw wrong('its samples are no Uint8Array');
  }
  if (width * height > Math.min(limits.pixels, limits.wholePixels)) {
    throw tooManyPixels(name, width, height, Math.min(limits.pixels, limits.wholePixels), true);
  }
  if (data.length !== width * height * channels) {
    throw wrong(`it has ${data.length} samples where ${width * height * channels} were expected`);
  }
  const profile = { srgb: undefined, 'display-p3': displayP3Profile, 'adobe-rgb': adobeRgbProfile };
  if (!Object.hasOwn(profile, colourSpace))
    throw wrong(`its colour space is ${String(colourSpace)}`);
  const preview = originalSize(source, name);
  const samples = unshared(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const [decoded, hash] = await Promise.all([
    decodePixels(samples, width, height, channels, profile[colourSpace]?.(), deadline),
    sha256Of(samples),
  ]);
  const description = JSON.stringify([width, height, channels, colourSpace, hash]);
  const sha256 = await sha256Of(new TextEncoder().encode(description));
  return pictureOf(decoded, preview, {
    sha256,
    imageSha256: sha256,
    format: 'pixels',
    captureFacts: source.captureFacts ?? {},
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pictureOf(
  decoded: Decoded,
  original: Size | undefined,
  about: Pick<Picture, 'sha256' | 'imageSha256' | 'format' | 'captureFacts'>,
): Picture {
  const { working, small, tiles, width, height } = decoded;
  const isPreview = original !== undefined && original.width * original.height > width * height;
  return {
    width: isPreview ? original.width : width,
    height: isPreview ? original.height : height,
    ...about,
    working,
    small,
    tiles: isPreview
      ? {
          notMeasured: `the source is a preview of ${Math.max(width, height)} of ${Math.max(original.width, original.height)} pixels`,
        }
      : tiles,
  };
}

/** The size of the picture that a source is a preview of, where the host says so. */
function originalSize(
  source: { readonly originalWidth?: number; readonly originalHeight?: number },
  name: string,
): Size | undefined {
  const { originalWidth: width, originalHeight: height } = source;
  if (width === undefined && height === undefined) return undefined;
  if (!isLength(width) || !isLength(height)) {
    throw new CalmError(
      'invalid-request',
      `${name}: the size of its original is ${String(width)} × ${String(height)}.`,
      { hint: 'Give originalWidth and originalHeight together, in whole pixels, or neither.' },
    );
  }
  return { width, height };
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0;
}
