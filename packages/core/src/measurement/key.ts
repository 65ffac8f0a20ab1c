/** What tells a chosen key of light from a wrong exposure: shares of dark and light, and whether both ends are there. */
import type { Picture } from '../picture/picture.js';
import { share, type Histogram } from './histogram.js';
import { samples, tones } from './luminance.js';
import { shared } from './shared.js';

export interface Key {
  /** Share of the picture whose brightest channel lies below a quarter of the range (encoded). */
  readonly dark: number;
  /** Share of the picture whose darkest channel lies above .7 of the range (encoded). */
  readonly light: number;
  /** Encoded value, 0 to 1, that 1 % of the pixels reach. */
  readonly lights: number;
}

export const keyOf = shared((picture: Picture): Key => {
  const { brightest, darkest } = tones(picture);
  return {
    dark: share(brightest, 0, 64),
    light: share(darkest, 179, 256),
    lights: samples(brightest, [0.99])[0]!,
  };
});

/** Two groups of tones, found by Otsu's threshold ("A threshold selection method from gray-level histograms", 1979). */
export interface TwoTones {
  /** Share of the pixels in the dark group. */
  readonly darkShare: number;
  /** Mean of each group, encoded, 0 to 1. */
  readonly dark: number;
  readonly light: number;
  /** Share of the variance that lies between the groups, 0 to 1. */
  readonly separation: number;
}

export const twoTones = shared((picture: Picture): TwoTones => otsu(tones(picture).brightest));

function otsu({ counts, total }: Histogram): TwoTones {
  let sum = 0;
  let squares = 0;
  for (let step = 0; step < counts.length; step++) {
    sum += step * counts[step]!;
    squares += step * step * counts[step]!;
  }
  const mean = total > 0 ? sum / total : 0;
  const variance = total > 0 ? squares / total - mean * mean : 0;
  let best: TwoTones = { darkShare: 0, dark: 0, light: mean / 255, separation: 0 };
  if (variance <= 0) return best;
  let below = 0;
  let sumBelow = 0;
  for (let step = 0; step < counts.length - 1; step++) {
    below += counts[step]!;
    sumBelow += step * counts[step]!;
    if (below === 0 || below === total) continue;
    const darkShare = below / total;
    const dark = sumBelow / below;
    const light = (sum - sumBelow) / (total - below);
    const separation = (darkShare * (1 - darkShare) * (light - dark) ** 2) / variance;
    if (separation > best.separation) {
      best = { darkShare, dark: dark / 255, light: light / 255, separation };
    }
  }
  return best;
}
