import { describe, expect, it } from 'vitest';
import { decode } from './light.js';
import { saturate, tint, vibrance, warm } from './colour.js';

function pixel(...samples: [number, number, number]) {
  return { data: Uint8Array.from(samples), width: 1, height: 1 };
}

function light({ data }: { data: Uint8Array }): [number, number, number] {
  return [decode(data[0]! / 255), decode(data[1]! / 255), decode(data[2]! / 255)];
}

describe('saturate', () => {
  it('moves samples about the luma', () => {
    // Luma .2126·200 + .7152·100 + .0722·50 = 117.65; twice as far: 282 clips, 82, −18 clips.
    expect([...saturate(pixel(200, 100, 50), 2).data]).toEqual([255, 82, 0]);
    expect([...saturate(pixel(200, 100, 50), 0).data]).toEqual([118, 118, 118]);
    expect([...saturate(pixel(200, 100, 50), 1).data]).toEqual([200, 100, 50]);
  });
});

describe('vibrance', () => {
  it('gives to pale colours what it spares strong ones', () => {
    // Luma .2126·120 + .7152·100 + .0722·100 = 104.25; 100 of 120 is pale: 1 + .6 · .833 = 1.5 times as far.
    expect([...vibrance(pixel(120, 100, 100), 0.6).data]).toEqual([128, 98, 98]);
    expect([...vibrance(pixel(200, 0, 0), 0.6).data]).toEqual([200, 0, 0]);
    expect([...vibrance(pixel(90, 90, 90), 0.6).data]).toEqual([90, 90, 90]);
    expect([...vibrance(pixel(0, 0, 0), 0.6).data]).toEqual([0, 0, 0]);
  });
});

describe('warm', () => {
  it('multiplies red over blue by the ratio', () => {
    const [red, green, blue] = light(warm(pixel(128, 128, 128), 1.4));
    expect(red / blue).toBeCloseTo(1.4, 1);
    expect(green).toBeCloseTo(decode(128 / 255), 6);
  });

  it('cools below 1', () => {
    const [red, , blue] = light(warm(pixel(128, 128, 128), 1 / 1.9));
    expect(blue / red).toBeCloseTo(1.9, 1);
  });
});

describe('tint', () => {
  it('multiplies green over the mean of red and blue by the ratio', () => {
    const [red, green, blue] = light(tint(pixel(128, 128, 128), 1.4));
    expect(green / Math.sqrt(red * blue)).toBeCloseTo(1.4, 1);
    expect(red).toBe(blue);
  });
});
