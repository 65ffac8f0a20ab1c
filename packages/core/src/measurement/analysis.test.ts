import { describe, expect, it } from 'vitest';
import type { Picture, Raster } from '../picture/picture.js';
import { ANALYSIS_SIDE, analysisRaster, linearLuminance } from './analysis.js';

function pictureOf(working: Raster): Picture {
  return {
    width: working.width,
    height: working.height,
    sha256: '',
    imageSha256: '',
    format: 'pixels',
    captureFacts: {},
    working,
    small: working,
    tiles: [],
  };
}

describe('the analysis raster', () => {
  it('averages two by two pixels of a picture at working size', () => {
    const data = new Uint8Array(1024 * 2 * 3).fill(100);
    data.set([0, 10, 20, 40, 30, 20]);
    data.set([0, 10, 20, 60, 30, 20], 1024 * 3);
    const raster = analysisRaster(pictureOf({ data, width: 1024, height: 2 }));
    expect([raster.width, raster.height]).toEqual([512, 1]);
    expect([...raster.data.subarray(0, 6)]).toEqual([25, 20, 20, 100, 100, 100]);
  });

  it('leaves a small picture as it is', () => {
    const working = { data: new Uint8Array(30 * 20 * 3), width: 30, height: 20 };
    expect(analysisRaster(pictureOf(working))).toBe(working);
  });

  it.each([
    [1, 1],
    [1, 1024],
    [1024, 1],
    [513, 7],
    [1023, 683],
  ])('has at least one pixel and no long side for %i × %i', (width, height) => {
    const picture = pictureOf({
      data: new Uint8Array(width * height * 3).fill(200),
      width,
      height,
    });
    const raster = analysisRaster(picture);
    expect(Math.max(raster.width, raster.height)).toBeLessThanOrEqual(ANALYSIS_SIDE);
    expect(raster.data.length).toBe(raster.width * raster.height * 3);
    expect(raster.data.every((sample) => sample === 200)).toBe(true);
    expect(linearLuminance(picture).length).toBe(raster.width * raster.height);
  });
});

describe('linear luminance', () => {
  it('follows the sRGB standard', () => {
    // IEC 61966-2-1: 119 is .1845 in linear light; pure green carries .7152 of white's luminance.
    const data = Uint8Array.from([119, 119, 119, 0, 255, 0, 255, 255, 255, 0, 0, 0]);
    const luminance = linearLuminance(pictureOf({ data, width: 4, height: 1 }));
    expect(luminance[0]).toBeCloseTo(0.1845, 3);
    expect(luminance[1]).toBeCloseTo(0.7152, 4);
    expect(luminance[2]).toBeCloseTo(1, 5);
    expect(luminance[3]).toBe(0);
  });
});
