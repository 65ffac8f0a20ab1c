/**
 * From encoded bytes to the rasters of a {@link Picture}, by libvips through sharp. An ordinary picture is decoded exactly once, at full
 * size, and everything kept is cut from those samples; rotation and colour conversion touch only what is kept. A large one is never held:
 * it is scaled while it streams by, and its tiles are read in a second and third pass.
 */
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { CalmError } from '../protocol/errors.js';
import { adobeRgbProfile, convertToSrgb, isSrgbProfile } from './colour-profile.js';
import { cutBox } from './operations/geometry.js';
import { encoderSize } from './encoder-size.js';
import type { PictureFormat } from './format.js';
import type { Deadline, PictureLimits } from './limits.js';
import { holdingPixels } from './held-pixels.js';
import {
  inverse,
  orientationOf,
  swapsSides,
  upright,
  uprightBox,
  type Orientation,
  type PixelBox,
} from './orientation.js';
import { WORKING_SIDE, type Raster, type Tile } from './picture.js';
import { chooseTiles } from './tiles.js';

/** Pictures up to this size, and those that do not stream, are decoded into memory as a whole: 192 MB of samples. */
const HELD_PIXELS = 64e6;

/** The rasters of a picture, upright and in sRGB. */
export interface Decoded {
  /** Of the pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly working: Raster;
  readonly small: Raster;
  readonly tiles: readonly Tile[];
}

/** What is known of a picture before its samples are decoded. */
export interface Header {
  /** As stored, before any rotation. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Its rows can be read one after another, without holding the whole. */
  readonly streams: boolean;
  readonly metadata: Metadata;
}

/**
 * Reads the header and holds it against the limits.
 *
 * @throws CalmError `damaged-image`, `unsupported-format`, `too-large`
 */
export async function readHeader(
  input: Uint8Array | string,
  format: PictureFormat,
  name: string,
  limits: PictureLimits,
): Promise<Header> {
  let metadata: Metadata;
  try {
    metadata = await sharp(input, { limitInputPixels: false, failOn: 'truncated' }).metadata();
  } catch (error) {
    throw decodingError(error, name, limits);
  }
  const { width, height } = metadata;
  if ((metadata.format === 'heif' ? 'avif' : metadata.format) !== format || !width || !height) {
    throw damaged(name, `its content is not what its beginning says, ${format}`);
  }
  // What such samples mean (scene light, heights, X-rays) is not said, so any rendering would be a guess.
  if (metadata.depth !== 'uchar' && metadata.depth !== 'ushort') {
    throw new CalmError('unsupported-format', `${name} has samples of type ${metadata.depth}.`, {
      hint: 'Save it with 8 or 16 bits for each channel.',
    });
  }
  // librsvg gives up on absurd sizes by drawing a single pixel.
  if (format === 'svg' && Math.min(width, height) < 2) throw damaged(name, 'it has no usable size');
  const pixels = width * height;
  const streams = metadata.isProgressive !== true && ['jpeg', 'png', 'tiff'].includes(format);
  const most = streams ? limits.pixels : Math.min(limits.pixels, limits.wholePixels);
  if (pixels > most) throw tooManyPixels(name, width, height, most, !streams);
  return { width, height, orientation: orientationOf(metadata.orientation), streams, metadata };
}

export function tooManyPixels(
  name: string,
  width: number,
  height: number,
  most: number,
  whole: boolean,
): CalmError {
  return new CalmError(
    'too-large',
    `${name} has ${width} × ${height} pixels, more than the ${Math.round(most / 1e6)} million allowed${whole ? ' for pictures that cannot be read row by row' : ''}.`,
    {
      hint: whole
        ? 'Save a smaller copy or a baseline JPEG, or raise the limit on pixels.'
        : 'Save a smaller copy, or raise the limit on pixels.',
    },
  );
}

/** What is known of a file besides its header. */
export interface KnownOfFile {
  /** The samples are Adobe RGB where no profile says otherwise. */
  readonly adobeRgb: boolean;
  /** Whether the file has a fault that costs no pixel. */
  readonly harmlessFault: () => Promise<boolean>;
}

/**
 * Decodes an encoded picture.
 *
 * @throws CalmError `damaged-image`, `too-large`, `timed-out`, `cancelled`
 */
export async function decode(
  input: Uint8Array | string,
  header: Header,
  known: KnownOfFile,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<Decoded> {
  const attempt = async (failOn: FailOn): Promise<Decoded> => {
    const plan = colourPlan(header.metadata, known.adobeRgb);
    const options: SharpOptions = {
      failOn,
      limitInputPixels: limits.pixels,
      ignoreIcc: plan.ignoreProfile,
    };
    const openInput = (): Sharp => {
      const pipeline = sharp(input, options).timeout({ seconds: deadline.seconds() });
      if (header.metadata.hasAlpha === true) pipeline.flatten({ background: '#fff' });
      // Sharp takes 16-bit samples to Display P3 first; naming the output takes them on from there.
      return plan.viaDisplayP3 ? pipeline.withIccProfile('srgb') : pipeline.toColourspace('srgb');
    };
    const pixels = header.width * header.height;
    const decoded =
      header.streams && pixels > HELD_PIXELS
        ? await stream(openInput, header, deadline)
        : await holdingPixels(pixels, async () => {
            deadline.check();
            return cut(await rasterOf(openInput()), header.orientation, deadline);
          });
    deadline.check();
    return plan.convertBy === undefined ? decoded : convert(decoded, plan.convertBy, plan.grey);
  };
  return wholeOrNot(attempt, known, name, limits);
}

/** At what libvips gives a file up. */
export type FailOn = 'warning' | 'truncated';

/**
 * Decodes a file that must have no fault, or none that costs a pixel.
 *
 * @throws CalmError `damaged-image`, `too-large`, `timed-out`, or what `attempt` throws of this kind
 */
export async function wholeOrNot<T>(
  attempt: (failOn: FailOn) => Promise<T>,
  known: KnownOfFile,
  name: string,
  limits: PictureLimits,
): Promise<T> {
  try {
    return await attempt('warning');
  } catch (error) {
    // What libvips says cannot tell: its messages are shared by all threads, and pictures decoded side by side lose theirs.
    if (!(await known.harmlessFault())) throw decodingError(error, name, limits);
  }
  try {
    return await attempt('truncated');
  } catch (error) {
    throw decodingError(error, name, limits);
  }
}

/** Cuts what is kept out of samples that a host has decoded. They are upright. */
export async function decodePixels(
  samples: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  channels: 1 | 3 | 4,
  profile: Uint8Array | undefined,
  deadline: Deadline,
): Promise<Decoded> {
  const full: Raster =
    channels === 3
      ? { data: new Uint8Array(samples.buffer, samples.byteOffset, samples.length), width, height }
      : await rasterOf(
          sharp(samples, { raw: { width, height, channels }, limitInputPixels: false })
            .flatten({ background: '#fff' })
            .toColourspace('srgb'),
        );
  const decoded = await cut(full, 1, deadline);
  const own = decoded.working.data.buffer === samples.buffer;
  const safe = own
    ? { ...decoded, working: { ...decoded.working, data: decoded.working.data.slice() } }
    : decoded;
  return profile === undefined ? safe : convert(safe, profile, false);
}

/** How samples become sRGB. */
interface ColourPlan {
  readonly ignoreProfile: boolean;
  /** Sharp's own path for 16 bits. */
  readonly viaDisplayP3: boolean;
  /** The profile by which to convert what is kept. */
  readonly convertBy?: Uint8Array;
  readonly grey: boolean;
}

function colourPlan(metadata: Metadata, adobeRgb: boolean): ColourPlan {
  const { icc, space, depth } = metadata;
  const none = { ignoreProfile: false, viaDisplayP3: false, grey: false };
  if (icc === undefined) {
    return adobeRgb && space === 'srgb' && depth === 'uchar'
      ? { ...none, convertBy: adobeRgbProfile() }
      : none;
  }
  if (isSrgbProfile(icc)) return { ...none, ignoreProfile: true };
  const of = icc.toString('latin1', 16, 20);
  if (depth === 'uchar' && space === 'srgb' && of === 'RGB ') {
    return { ...none, ignoreProfile: true, convertBy: icc };
  }
  if ((space === 'b-w' || space === 'grey16') && of === 'GRAY') {
    return { ...none, ignoreProfile: true, convertBy: icc, grey: true };
  }
  return { ...none, viaDisplayP3: space === 'rgb16' };
}

const UNUSABLE_PROFILE = 'the colour profile cannot be used';

async function convert(decoded: Decoded, profile: Uint8Array, grey: boolean): Promise<Decoded> {
  const { working, small, tiles } = decoded;
  let converted: readonly Raster[];
  try {
    converted = await convertToSrgb(
      [working, small, ...tiles.map((tile) => tile.raster)],
      profile,
      grey,
    );
  } catch (error) {
    throw new Error(`${UNUSABLE_PROFILE}: ${String(error)}`, { cause: error });
  }
  return {
    ...decoded,
    working: converted[0]!,
    small: converted[1]!,
    tiles: tiles.map((tile, index) => ({ ...tile, raster: converted[index + 2]! })),
  };
}

/** Cuts everything out of the full picture. */
async function cut(full: Raster, orientation: Orientation, deadline: Deadline): Promise<Decoded> {
  deadline.check();
  const working = upright(
    await resized(full, workingSize(full.width, full.height), 'linear'),
    orientation,
  );
  const { width, height } = uprightSize(full, orientation);
  const small = await encoderInput(working, width, height);
  const tiles = chooseTiles(width, height, working, false).map((box) => {
    const stored = uprightBox(box, inverse(orientation), width, height);
    return { x: box.x, y: box.y, raster: upright(cutBox(full, stored), orientation) };
  });
  return { width, height, working, small, tiles };
}

/** Cuts everything out of a picture that streams by: once for the small rasters, once for each band of tiles. */
async function stream(
  openInput: () => Sharp,
  header: Header,
  deadline: Deadline,
): Promise<Decoded> {
  const { orientation, width, height } = header;
  const size = workingSize(width, height);
  const stored = await rasterOf(
    openInput().resize(size.width, size.height, { fit: 'fill', kernel: 'linear' }),
  );
  const working = upright(stored, orientation);
  const full = uprightSize(header, orientation);
  const small = await encoderInput(working, full.width, full.height);

  const boxes = chooseTiles(width, height, stored, true);
  const bands = new Map<number, PixelBox[]>();
  for (const box of boxes) bands.set(box.y, [...(bands.get(box.y) ?? []), box]);
  const found = new Map<PixelBox, Raster>();
  for (const [top, members] of bands) {
    deadline.check();
    const band = await rasterOf(
      openInput().extract({ left: 0, top, width, height: members[0]!.height }),
    );
    for (const box of members) found.set(box, cutBox(band, { ...box, y: 0 }));
  }
  const tiles = boxes.map((box) => {
    const { x, y } = uprightBox(box, orientation, width, height);
    return { x, y, raster: upright(found.get(box)!, orientation) };
  });
  return { ...full, working, small, tiles };
}

function workingSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, WORKING_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function uprightSize(
  stored: { readonly width: number; readonly height: number },
  orientation: Orientation,
): { width: number; height: number } {
  return swapsSides(orientation)
    ? { width: stored.height, height: stored.width }
    : { width: stored.width, height: stored.height };
}

/** What the encoder sees of a picture of `width` × `height`: see {@link Picture.small}. */
export function encoderInput(working: Raster, width: number, height: number): Promise<Raster> {
  return resized(working, encoderSize(width, height), 'lanczos3');
}

async function resized(
  raster: Raster,
  size: { readonly width: number; readonly height: number },
  kernel: 'linear' | 'lanczos3',
): Promise<Raster> {
  const { data, width, height } = raster;
  if (width === size.width && height === size.height) return raster;
  return rasterOf(
    sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false }).resize(
      size.width,
      size.height,
      { fit: 'fill', kernel },
    ),
  );
}

async function rasterOf(pipeline: Sharp): Promise<Raster> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${info.channels} channels where three were expected`);
  return { data, width: info.width, height: info.height };
}

/** What libvips says, as an error of ours. */
function decodingError(error: unknown, name: string, limits: PictureLimits): unknown {
  if (error instanceof CalmError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('pixel limit')) {
    return new CalmError(
      'too-large',
      `${name} has more than ${Math.round(limits.pixels / 1e6)} million pixels.`,
      { hint: 'Save a smaller copy, or raise the limit on pixels.', cause: error },
    );
  }
  if (/^timeout: /.test(message)) {
    return new CalmError(
      'timed-out',
      `${name} could not be decoded within ${limits.milliseconds / 1000} seconds.`,
      {
        hint: 'Save the picture as a plain JPEG or PNG, or raise the time limit.',
        retryable: true,
        cause: error,
      },
    );
  }
  // What libvips says is of its own parts, and may be of another picture that is decoded at the same time: it stays the cause.
  const reason = message.startsWith(UNUSABLE_PROFILE)
    ? 'its colour profile cannot be used'
    : 'its data cannot be decoded';
  return damaged(name, reason, error);
}

export function damaged(name: string, reason: string, cause?: unknown): CalmError {
  return new CalmError('damaged-image', `${name} is damaged or incomplete (${reason}).`, {
    hint: 'Open it in a picture editor; if it shows whole there, save it again, otherwise restore it from a copy.',
    cause,
  });
}
