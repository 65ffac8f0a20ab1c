/** All samples of a picture, as an editor needs them: at full size and depth, in the file's own colours. */
import sharp from 'sharp';
import { adobeRgbProfile, rgbProfile, rgbProfileOfGrey, srgbProfile } from './colour-profile.js';
import { wholeOrNot } from './decode.js';
import type { EncodedPicture } from './encoded-picture.js';
import type { Deadline, PictureLimits } from './limits.js';
import { readSamples, roomFor, whiteOf, type Interleaved } from './operations/samples.js';
import { upright } from './orientation.js';
import type { Raster, Samples } from './picture.js';

/** A picture as a whole, upright. */
export interface FullSize {
  readonly colour: Raster<Samples>;
  /** How opaque each pixel is, three times over, where the picture may have transparent parts. */
  readonly alpha?: Raster<Samples>;
  /** The ICC profile that says what the samples mean; without one, they are sRGB. */
  readonly profile?: Uint8Array;
}

/**
 * Decodes a picture as a whole. RGB and grey keep the samples that the file holds, with their bits and their profile; all else, as
 * CMYK, becomes sRGB of 8 bits.
 *
 * @throws CalmError `damaged-image`, `timed-out`, `cancelled`
 */
export async function decodeFullSize(
  { input, header, known }: EncodedPicture,
  name: string,
  limits: PictureLimits,
  deadline: Deadline,
): Promise<FullSize> {
  const { space, depth, icc } = header.metadata;
  const isGrey = space === 'b-w' || space === 'grey16';
  const isRgb = space === 'srgb' || space === 'rgb16';
  const deep = (isGrey || isRgb) && depth === 'ushort';
  const whole = await wholeOrNot(
    (failOn) => {
      const options = { failOn, limitInputPixels: limits.pixels, ignoreIcc: isGrey || isRgb };
      return readSamples(sharp(input, options).timeout({ seconds: deadline.seconds() }), deep);
    },
    known,
    name,
    limits,
  );
  deadline.check();
  let profile: Uint8Array | undefined;
  if (isRgb && icc !== undefined) profile = rgbProfile(icc);
  else if (isRgb) profile = known.adobeRgb && !deep ? adobeRgbProfile() : undefined;
  else profile = (isGrey && icc && rgbProfileOfGrey(icc)) || srgbProfile();
  return {
    colour: upright(colourOf(whole), header.orientation),
    ...(whole.channels >= 4 ? { alpha: upright(alphaOf(whole), header.orientation) } : {}),
    ...(profile === undefined ? {} : { profile }),
  };
}

function colourOf({ data, width, height, channels }: Interleaved): Raster<Samples> {
  if (channels === 3) return { data, width, height };
  const colour = roomFor(data, width * height * 3);
  for (let from = 0, to = 0; to < colour.length; from += channels, to += 3) {
    colour[to] = data[from]!;
    colour[to + 1] = data[from + 1]!;
    colour[to + 2] = data[from + 2]!;
  }
  return { data: colour, width, height };
}

/** What is behind alpha are inks and selections, which no picture shows. */
function alphaOf({ data, width, height, channels }: Interleaved): Raster<Samples> {
  const alpha = roomFor(data, width * height * 3);
  for (let from = 3, to = 0; to < alpha.length; from += channels, to += 3) {
    alpha[to] = alpha[to + 1] = alpha[to + 2] = data[from]!;
  }
  return { data: alpha, width, height };
}

/** Colour and alpha side by side again, in samples of 16 bits where `deep`, otherwise rounded to 8. */
export function interleave({ colour, alpha }: FullSize, deep: boolean): Interleaved {
  const { data, width, height } = colour;
  const channels = alpha === undefined ? 3 : 4;
  const white = deep ? 65_535 : 255;
  if (channels === 3 && whiteOf(data) === white) return { data, width, height, channels };
  const scale = white / whiteOf(data);
  const size = width * height * channels;
  const samples = deep ? new Uint16Array(size) : new Uint8Array(size);
  for (let from = 0, to = 0; to < size; from += 3, to += channels) {
    samples[to] = Math.round(data[from]! * scale);
    samples[to + 1] = Math.round(data[from + 1]! * scale);
    samples[to + 2] = Math.round(data[from + 2]! * scale);
    if (alpha !== undefined) samples[to + 3] = Math.round(alpha.data[from]! * scale);
  }
  return { data: samples, width, height, channels };
}
