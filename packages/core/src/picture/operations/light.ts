/**
 * Between the encoded samples of a picture and linear light (IEC 61966-2-1, sRGB).
 */

/** Linear light, 0 to 1, of each 8-bit sRGB sample. */
export const LINEAR: Float32Array = Float32Array.from({ length: 256 }, (_, sample) =>
  decode(sample / 255),
);

/** Linear light, 0 to 1, of an encoded value, 0 to 1. */
export function decode(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

/** Encoded value, 0 to 1, of linear light, 0 to 1. */
export function encode(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/** Relative luminance of linear light: the weights of red, green and blue (ITU-R BT.709). They add up to 1. */
export const LUMINANCE = { red: 0.2126, green: 0.7152, blue: 0.0722 } as const;

/** A sample as it is stored: rounded, within 0 and `white`. */
export function sample(value: number, white = 255): number {
  return value <= 0 ? 0 : value >= white ? white : Math.round(value);
}
