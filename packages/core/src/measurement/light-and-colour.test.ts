import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturate, tint, warm } from '../picture/operations/colour.js';
import { addHaze, changeContrast, expose, vignette } from '../picture/operations/tone.js';
import type { Picture, Raster } from '../picture/picture.js';
import { colourOfLight } from './colour-of-light.js';
import { hueSpread, peakChroma } from './colour.js';
import { toneSpan, veil } from './contrast.js';
import {
  beyondWhite,
  clippedGrid,
  clippedShare,
  crushedShare,
  shortOfWhite,
  whiteSides,
} from './exposure.js';
import { harmony } from './harmony.js';
import { keyOf, twoTones } from './key.js';
import { key } from './luminance.js';
import { cornerFall } from './vignetting.js';

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

/** A raster from a colour for each place, both coordinates from 0 to 1. */
function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      data.set(colour((x + 0.5) / width, (y + 0.5) / height).map(Math.round), at);
    }
  }
  return { data, width, height };
}

const flat = (red: number, green = red, blue = red): Raster =>
  paint(60, 40, () => [red, green, blue]);

/** Something like a scene: soft waves of light and colour with a dark and a bright corner of the range, from a few numbers. */
function scene(phases: readonly number[]): Raster {
  const wave = (x: number, y: number, index: number): number =>
    Math.sin(7 * x + (phases[index] ?? 0)) * Math.cos(5 * y + (phases[index + 1] ?? 0)) +
    0.5 * Math.sin(31 * x * y + 23 * y + (phases[index] ?? 0));
  return paint(96, 64, (x, y) => {
    const light = 110 + 55 * wave(x, y, 0);
    return [light + 25 * wave(y, x, 1), light + 8 * wave(x, y, 2), light - 25 * wave(y, x, 3)];
  });
}

const phases = fc.array(fc.double({ min: 0, max: 6.28, noNaN: true }), {
  minLength: 5,
  maxLength: 5,
});

describe('exposure', () => {
  it('reads a grey card: 18 % is 2.47 stops below white and at the key', () => {
    // log2(1 / .18) = 2.474; sample 118 is .181 in linear light.
    expect(shortOfWhite(pictureOf(flat(118)))).toBeCloseTo(2.47, 1);
    expect(key(pictureOf(flat(118)))).toBeCloseTo(0, 1);
  });

  it.each([0.5, 1, 2])('moves by %f EV when the light does', (ev) => {
    const before = flat(118);
    const after = expose(before, -ev);
    expect(shortOfWhite(pictureOf(after)) - shortOfWhite(pictureOf(before))).toBeCloseTo(ev, 1);
    expect(key(pictureOf(before)) - key(pictureOf(after))).toBeCloseTo(ev, 1);
  });

  it('counts a white quarter as a quarter and shows where it is', () => {
    const picture = pictureOf(
      paint(64, 64, (x, y) => (x > 0.5 && y < 0.5 ? [255, 255, 255] : [90, 90, 90])),
    );
    expect(clippedShare(picture)).toBeCloseTo(0.25, 2);
    const [grid] = clippedGrid(picture);
    if (grid?.kind !== 'grid') throw new Error('Expected a grid');
    const at = (x: number, y: number): number | undefined =>
      grid.values[Math.floor(y * grid.rows) * grid.columns + Math.floor(x * grid.columns)];
    expect([at(0.75, 0.25), at(0.25, 0.25), at(0.75, 0.75)]).toEqual([1, 0, 0]);
  });

  it('tells a white ground by its least white side', () => {
    const onWhite = (right: number): Picture =>
      pictureOf(
        paint(100, 60, (x, y) =>
          x > 0.3 && x < right && y > 0.2 && y < 0.8 ? [90, 60, 40] : [255, 255, 255],
        ),
      );
    expect(whiteSides(onWhite(0.7))).toBe(1);
    // The thing reaches the right side, of which it takes three fifths.
    expect(whiteSides(onWhite(1))).toBeCloseTo(0.4, 2);
    const blownSky = paint(100, 60, (_, y) => (y < 0.6 ? [255, 255, 255] : [90, 110, 60]));
    expect(whiteSides(pictureOf(blownSky))).toBe(0);
  });

  it('does not call a pure red burnt out, nor a dark blue crushed', () => {
    expect(clippedShare(pictureOf(flat(255, 20, 10)))).toBe(0);
    expect(crushedShare(pictureOf(flat(0, 0, 60)))).toBe(0);
    expect(crushedShare(pictureOf(flat(2)))).toBe(1);
  });

  it('sees more light as more, on any scene', () => {
    fc.assert(
      fc.property(phases, fc.double({ min: 0.3, max: 2, noNaN: true }), (seed, ev) => {
        const raster = scene(seed);
        expect(beyondWhite(pictureOf(expose(raster, ev)))).toBeGreaterThan(
          beyondWhite(pictureOf(raster)),
        );
        expect(shortOfWhite(pictureOf(expose(raster, -ev)))).toBeGreaterThan(
          shortOfWhite(pictureOf(raster)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('contrast and haze', () => {
  it('reads the span of a grey wedge', () => {
    const wedge = paint(256, 8, (x) => [255 * x, 255 * x, 255 * x]);
    expect(toneSpan(pictureOf(wedge))).toBeGreaterThan(0.97);
    // Half of the contrast about the middle leaves half of the span.
    const half = toneSpan(pictureOf(changeContrast(wedge, 0.5)));
    expect(half / toneSpan(pictureOf(wedge))).toBeCloseTo(0.5, 2);
  });

  it('finds the transmission of a veil over a scene that has black in it', () => {
    const dark = paint(128, 96, (x) => (Math.floor(x * 32) % 2 ? [0, 0, 0] : [200, 180, 90]));
    expect(veil(pictureOf(dark)).transmission).toBeCloseTo(1, 2);
    for (const transmission of [0.8, 0.55, 0.35]) {
      expect(veil(pictureOf(addHaze(dark, transmission))).transmission).toBeCloseTo(
        transmission,
        1,
      );
    }
  });

  it('falls with every veil and rises with contrast, on any scene', () => {
    fc.assert(
      fc.property(phases, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (seed, strength) => {
        const raster = scene(seed);
        expect(veil(pictureOf(addHaze(raster, strength))).transmission).toBeLessThan(
          veil(pictureOf(raster)).transmission,
        );
        expect(toneSpan(pictureOf(changeContrast(raster, strength)))).toBeLessThan(
          toneSpan(pictureOf(raster)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('colour', () => {
  it('follows the factor of saturation', () => {
    const raster = scene([1, 2, 3, 4, 5]);
    const ratio = peakChroma(pictureOf(saturate(raster, 0.5))) / peakChroma(pictureOf(raster));
    expect(ratio).toBeCloseTo(0.5, 1);
  });

  it('spreads no hue in grey and evenly toned pictures', () => {
    const grey = saturate(scene([1, 2, 3, 4, 5]), 0);
    expect(hueSpread(pictureOf(grey)).beside).toBeLessThan(0.01);
    expect(hueSpread(pictureOf(warm(grey, 1.4))).beside).toBeLessThan(0.1);
    expect(hueSpread(pictureOf(scene([1, 2, 3, 4, 5]))).beside).toBeGreaterThan(0.3);
  });

  it('moves with the light by what a channel is given, on any scene', () => {
    fc.assert(
      fc.property(phases, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (seed, lean) => {
        const raster = scene(seed);
        const before = colourOfLight(pictureOf(raster));
        const warmer = colourOfLight(pictureOf(warm(raster, 2 ** lean)));
        const greener = colourOfLight(pictureOf(tint(raster, 2 ** lean)));
        expect(warmer.warmth - before.warmth).toBeGreaterThan(lean * 0.6);
        expect(warmer.warmth - before.warmth).toBeLessThan(lean * 1.4);
        expect(greener.greenness - before.greenness).toBeGreaterThan(lean * 0.6);
        expect(greener.greenness - before.greenness).toBeLessThan(lean * 1.4);
      }),
      { numRuns: 20 },
    );
  });
});

describe('vignetting', () => {
  it('finds the stops that the corners lost', () => {
    fc.assert(
      fc.property(phases, fc.double({ min: 0.5, max: 2.5, noNaN: true }), (seed, lost) => {
        const raster = scene(seed);
        const found = cornerFall(pictureOf(vignette(raster, lost))) - cornerFall(pictureOf(raster));
        expect(found).toBeGreaterThan(lost * 0.8);
        expect(found).toBeLessThan(lost * 1.2);
      }),
      { numRuns: 20 },
    );
  });

  it('finds nothing on an even wall, and the fall-off when there is one', () => {
    const wall = paint(300, 200, () => [180, 170, 160]);
    expect(cornerFall(pictureOf(wall))).toBeCloseTo(0, 5);
    expect(cornerFall(pictureOf(vignette(wall, 1.5)))).toBeCloseTo(1.5, 1);
  });
});

describe('the key of light', () => {
  it('knows a picture of two tones', () => {
    const picture = pictureOf(paint(100, 100, (x) => (x < 0.3 ? [10, 10, 10] : [220, 220, 220])));
    const { darkShare, dark, light, separation } = twoTones(picture);
    expect(darkShare).toBeCloseTo(0.3, 2);
    expect(dark * 255).toBeCloseTo(10, 0);
    expect(light * 255).toBeCloseTo(220, 0);
    expect(separation).toBeCloseTo(1, 2);
    expect(keyOf(picture).dark).toBeCloseTo(0.3, 2);
    expect(keyOf(picture).light).toBeCloseTo(0.7, 2);
  });
});

describe('harmony', () => {
  it('is at home with one hue, with neighbours and with opposites', () => {
    const one = paint(60, 60, (x) => [80 + 150 * x, 30 + 60 * x, 20 + 40 * x]);
    expect(harmony(pictureOf(one)).discord).toBeLessThan(2);
    // Orange and its opposite on the OKLCH circle, about 55° and 235°.
    const opposite = paint(60, 60, (x) => (x < 0.5 ? [232, 132, 60] : [60, 150, 200]));
    expect(harmony(pictureOf(opposite)).discord).toBeLessThan(5);
    expect(harmony(pictureOf(opposite)).distance).toBeGreaterThan(150);
  });

  it('hears discord where four hues stand around the circle', () => {
    const four = paint(64, 64, (x, y) =>
      x < 0.5
        ? y < 0.5
          ? [220, 60, 60]
          : [60, 180, 60]
        : y < 0.5
          ? [60, 90, 230]
          : [220, 200, 40],
    );
    expect(harmony(pictureOf(four)).discord).toBeGreaterThan(10);
  });

  it('has nothing to say of grey', () => {
    expect(harmony(pictureOf(flat(120)))).toMatchObject({ discord: 0, coloured: 0 });
  });
});
