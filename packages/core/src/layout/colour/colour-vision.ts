import { encoded, linear, type Rgb, type Rgba } from './rgb.js';

/** How eyes lack one kind of cone: for long, middle or short waves. */
export type Deficiency = 'protan' | 'deutan' | 'tritan';

type Matrix = readonly (readonly [number, number, number])[];

/** Of linear sRGB, for severity 1: Machado, Oliveira & Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency". */
const MATRICES: Readonly<Record<Deficiency, Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const DEFICIENCIES = Object.keys(MATRICES) as readonly Deficiency[];

/** A colour as eyes with a full deficiency see it. */
export function simulated(colour: Rgb | Rgba, deficiency: Deficiency): Rgb {
  const light = [linear(colour[0]), linear(colour[1]), linear(colour[2])] as const;
  const seen = MATRICES[deficiency].map(([red, green, blue]) =>
    encoded(Math.min(1, Math.max(0, red * light[0] + green * light[1] + blue * light[2]))),
  );
  return [seen[0]!, seen[1]!, seen[2]!];
}

/**
 * Makes of a picture what eyes with a full deficiency see, in place.
 *
 * @param data interleaved samples of sRGB, 8 bits each
 * @param channels samples of a pixel; what follows blue stays
 */
export function simulateColourVision(
  data: Uint8Array | Uint8ClampedArray,
  deficiency: Deficiency,
  channels: 3 | 4,
): void {
  const light = Float64Array.from({ length: 256 }, (_, sample) => linear(sample / 255));
  const matrix = MATRICES[deficiency];
  for (let at = 0; at + 2 < data.length; at += channels) {
    const [red, green, blue] = [light[data[at]!]!, light[data[at + 1]!]!, light[data[at + 2]!]!];
    for (const [channel, [r, g, b]] of matrix.entries()) {
      const seen = Math.min(1, Math.max(0, r * red + g * green + b * blue));
      data[at + channel] = SAMPLES[Math.round(seen * (SAMPLES.length - 1))]!;
    }
  }
}

/** Samples by light, in steps that are finer than those of samples anywhere but in the deepest shadows. */
const SAMPLES = Uint8Array.from({ length: 4096 }, (_, step) =>
  Math.round(255 * encoded(step / 4095)),
);
