import { describe, expect, it } from 'vitest';
import type { Raster } from '../picture.js';
import { decode, encode } from './light.js';
import {
  addHaze,
  changeContrast,
  changeHighlights,
  changeShadows,
  crushShadows,
  encodedSample,
  expose,
  exposeToClip,
  vignette,
} from './tone.js';

function grey(...samples: number[]): Raster {
  const data = Uint8Array.from(samples.flatMap((sample) => [sample, sample, sample]));
  return { data, width: samples.length, height: 1 };
}

function greys({ data }: Raster): number[] {
  return [...data].filter((_, at) => at % 3 === 0);
}

describe('light', () => {
  it('follows IEC 61966-2-1', () => {
    // Half of the light of white is sample 188 (187.5), middle grey (18 %) is 118, the toe is a straight line.
    expect(encode(0.5) * 255).toBeCloseTo(187.5, 1);
    expect(encode(0.18) * 255).toBeCloseTo(117.6, 0);
    expect(decode(5 / 255)).toBeCloseTo(5 / 255 / 12.92, 8);
  });

  it('turns every sample into light and back', () => {
    for (let sample = 0; sample < 256; sample++) {
      expect(encodedSample(decode(sample / 255))).toBe(sample);
    }
  });
});

describe('shadows and highlights', () => {
  const tones = grey(...Array.from({ length: 256 }, (_, sample) => sample));

  it('move by the stops they name at their end, and nothing beyond the middle', () => {
    // 20 of 255 lies near black: .84 to the power of 1.5 of a stop and a half.
    const [dark, light] = greys(changeShadows(grey(20, 200), 1.5));
    expect(decode(dark! / 255) / decode(20 / 255)).toBeCloseTo(2 ** (1.5 * 0.843 ** 1.5), 0);
    expect(light).toBe(200);
    expect(greys(changeHighlights(grey(60, 255), -1))).toEqual([60, 188]);
  });

  it('keep the order of tones at every strength, and hue', () => {
    for (const ev of [-2, -1, 1, 2]) {
      const moved = greys(changeShadows(tones, ev));
      expect(moved).toEqual([...moved].sort((a, b) => a - b));
    }
    for (const ev of [-1, 1]) {
      const moved = greys(changeHighlights(tones, ev));
      expect(moved).toEqual([...moved].sort((a, b) => a - b));
    }
    const red = changeShadows({ data: Uint8Array.of(60, 20, 20), width: 1, height: 1 }, 1).data;
    expect(decode(red[0]! / 255) / decode(red[1]! / 255)).toBeCloseTo(
      decode(60 / 255) / decode(20 / 255),
      0,
    );
  });
});

describe('expose', () => {
  it('halves and doubles light', () => {
    // 188 holds half of white's light, 137 a quarter, 99 an eighth.
    expect(greys(expose(grey(255, 188, 137), -1))).toEqual([188, 137, 99]);
    expect(greys(expose(grey(188, 137, 220), 1))).toEqual([255, 188, 255]);
  });

  it('leaves the old picture alone', () => {
    const before = grey(100, 200);
    expose(before, 1);
    expect(greys(before)).toEqual([100, 200]);
  });
});

describe('changeContrast', () => {
  it('pulls tones towards the mean luma', () => {
    expect(greys(changeContrast(grey(50, 150), 0.5))).toEqual([75, 125]);
    expect(greys(changeContrast(grey(50, 150), 2))).toEqual([0, 200]);
  });

  it('survives a picture without pixels', () => {
    expect(greys(changeContrast(grey(), 0.5))).toEqual([]);
  });
});

describe('addHaze', () => {
  it('lets through what it says and adds the light of the air', () => {
    // Airlight .86 · .88 · .90 of 255; black at transmission .5 becomes half of it.
    expect([...addHaze(grey(0), 0.5).data]).toEqual([110, 112, 115]);
    expect(greys(addHaze(grey(0, 255), 1))).toEqual([0, 255]);
  });
});

describe('vignette', () => {
  it('takes the stated stops from the corners and nothing from the centre', () => {
    const side = 101;
    const raster = { data: new Uint8Array(side * side * 3).fill(255), width: side, height: side };
    const { data } = vignette(raster, 2);
    expect(data[0]).toBe(137);
    expect(data[(50 * side + 50) * 3]).toBe(255);
    // Half way along a side ρ² is one half: one stop.
    expect(data[50 * 3]).toBe(188);
  });
});

describe('exposeToClip', () => {
  it('brings the stated share to white', () => {
    const ramp = grey(...Array.from({ length: 100 }, (_, at) => at + 50));
    const burnt = exposeToClip(ramp, 0.2);
    expect(greys(burnt!).filter((sample) => sample === 255).length).toBeCloseTo(20, -0.5);
  });

  it('has no room where so much is white', () => {
    expect(exposeToClip(grey(255, 255, 0), 0.5)).toBeUndefined();
  });
});

describe('crushShadows', () => {
  it('brings the stated share to black and keeps white', () => {
    const ramp = grey(...Array.from({ length: 101 }, (_, at) => at + 155));
    const crushed = greys(crushShadows(ramp, 0.3)!);
    expect(crushed.filter((sample) => sample === 0).length).toBeCloseTo(31, -0.5);
    expect(crushed.at(-1)).toBe(255);
  });

  it('has no room where so much is black', () => {
    expect(crushShadows(grey(0, 0, 200), 0.5)).toBeUndefined();
  });
});
