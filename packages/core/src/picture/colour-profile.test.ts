import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  adobeRgbProfile,
  convertToSrgb,
  displayP3Profile,
  isSrgbProfile,
} from './colour-profile.js';

/** A profile as libvips ships it. */
async function shipped(name: 'srgb' | 'p3' | 'cmyk'): Promise<Uint8Array> {
  const bytes = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } })
    .toColourspace(name === 'cmyk' ? 'cmyk' : 'srgb')
    .withIccProfile(name)
    .jpeg()
    .toBuffer();
  const { icc } = await sharp(bytes).metadata();
  if (icc === undefined) throw new Error('no profile');
  return icc;
}

describe('isSrgbProfile', () => {
  it('knows sRGB from the rest', async () => {
    expect(isSrgbProfile(await shipped('srgb'))).toBe(true);
    expect(isSrgbProfile(await shipped('p3'))).toBe(false);
    expect(isSrgbProfile(await shipped('cmyk'))).toBe(false);
    expect(isSrgbProfile(displayP3Profile())).toBe(false);
    expect(isSrgbProfile(adobeRgbProfile())).toBe(false);
  });

  it('says no to what is damaged', async () => {
    const whole = await shipped('srgb');
    for (let length = 0; length < whole.length; length += 7) {
      expect(typeof isSrgbProfile(whole.subarray(0, length))).toBe('boolean');
    }
    expect(isSrgbProfile(new Uint8Array(0))).toBe(false);
    expect(isSrgbProfile(new Uint8Array(4000).fill(255))).toBe(false);
    const swapped = Uint8Array.from(whole);
    swapped.set([0x47, 0x52, 0x41, 0x59], 16); // "GRAY"
    expect(isSrgbProfile(swapped)).toBe(false);
  });
});

describe('convertToSrgb', () => {
  it('keeps rasters apart and in order', async () => {
    const raster = (values: number[]): { data: Uint8Array; width: number; height: number } => ({
      data: Uint8Array.from(values),
      width: values.length / 3,
      height: 1,
    });
    const [one, two] = await convertToSrgb(
      [raster([255, 255, 255, 0, 0, 0]), raster([128, 128, 128])],
      displayP3Profile(),
      false,
    );
    // Display P3 has the white and the curve of sRGB: greys stay.
    expect([...one!.data]).toEqual([255, 255, 255, 0, 0, 0]);
    expect([...two!.data]).toEqual([128, 128, 128]);
  });

  it('writes profiles that others read the same way', async () => {
    const theirs = await shipped('p3');
    const colours = {
      data: Uint8Array.of(200, 100, 50, 30, 200, 90, 12, 40, 240),
      width: 3,
      height: 1,
    };
    const [[a], [b]] = await Promise.all([
      convertToSrgb([colours], displayP3Profile(), false),
      convertToSrgb([colours], theirs, false),
    ]);
    a!.data.forEach((value, index) =>
      expect(Math.abs(value - b!.data[index]!)).toBeLessThanOrEqual(1),
    );
  });
});
