import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apca } from './apca.js';
import { simulateColourVision, simulated } from './colour-vision.js';
import { contrastRatio } from './contrast.js';
import { formatColour, parseColour, type Rgb } from './rgb.js';

const rgb = (colour: string): Rgb => {
  const [red, green, blue] = parseColour(colour);
  return [red, green, blue];
};

describe('the contrast ratio', () => {
  // By the definition of WCAG 2.2; #767676 is the palest grey that passes AA on white, as WebAIM's checker has it.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4.0],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s on %s is %d, either way', (text, ground, ratio) => {
    expect(contrastRatio(rgb(text), rgb(ground))).toBeCloseTo(ratio, 2);
    expect(contrastRatio(rgb(ground), rgb(text))).toBeCloseTo(ratio, 2);
  });
});

describe('APCA', () => {
  // The test values that APCA-W3 0.1.9 publishes.
  it.each([
    ['#888888', '#ffffff', 63.056],
    ['#ffffff', '#888888', -68.541],
    ['#000000', '#aaaaaa', 58.146],
    ['#aaaaaa', '#000000', -56.241],
    ['#112233', '#ddeeff', 91.668],
    ['#ddeeff', '#112233', -93.068],
  ])('of %s on %s is %d', (text, ground, lightness) => {
    expect(apca(rgb(text), rgb(ground))).toBeCloseTo(lightness, 1);
  });
});

describe('colour vision', () => {
  const kinds = ['protan', 'deutan', 'tritan'] as const;

  it('leaves grey grey', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...kinds), (sample, kind) => {
        for (const channel of simulated([sample / 255, sample / 255, sample / 255], kind)) {
          expect(Math.abs(channel - sample / 255)).toBeLessThan(0.01);
        }
      }),
    );
  });

  it('takes the difference from what its eyes confuse', () => {
    const apart = (kind: (typeof kinds)[number], one: string, other: string): number => {
      const [a, b] = [simulated(rgb(one), kind), simulated(rgb(other), kind)];
      return Math.hypot(...a.map((value, channel) => value - b[channel]!));
    };
    // Olive and brick, which are told apart by red and green alone.
    expect(apart('deutan', '#4d8b31', '#b5652b')).toBeLessThan(0.25);
    expect(apart('tritan', '#4d8b31', '#b5652b')).toBeGreaterThan(0.4);
  });

  it('does to a picture what it does to a colour', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.constantFrom(...kinds),
        (pixel, kind) => {
          const picture = Uint8Array.from(pixel);
          simulateColourVision(picture, kind, 4);
          const [red, green, blue] = simulated(
            [pixel[0]! / 255, pixel[1]! / 255, pixel[2]! / 255],
            kind,
          );
          [red, green, blue].forEach((channel, at) => {
            expect(Math.abs(picture[at]! - 255 * channel)).toBeLessThan(4);
          });
          expect(picture[3]).toBe(pixel[3]);
        },
      ),
    );
  });
});

it('a colour is written as it was read', () => {
  for (const colour of ['#012345', '#fedcba', '#11223344']) {
    expect(formatColour(parseColour(colour))).toBe(colour);
  }
});
