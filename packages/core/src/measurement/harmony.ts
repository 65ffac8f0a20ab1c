/** How the hues of a picture stand to each other, in a perceptual space (OKLCH, Ottosson 2020). */
import { converter } from 'culori';
import type { Picture } from '../picture/picture.js';
import { analysisRaster } from './analysis.js';
import { shared } from './shared.js';

export interface Harmony {
  /** Mean distance of the picture's hues, weighted by chroma, from the best template: degrees. */
  readonly discord: number;
  /** The template that fits best. */
  readonly template:
    'one hue' | 'neighbouring hues' | 'opposite hues' | 'neighbours and their opposite';
  /** Share of the picture that has a hue at all, 0 to 1. */
  readonly coloured: number;
  /** Distance of the two strongest hues in degrees; 0 where there is one. */
  readonly distance: number;
}

const toOklch = converter('oklch');

/** Pixels are gathered in cubes of 16 × 16 × 16 samples; a cube's hue and chroma are computed once for all pictures. */
const CUBES = 4096;
const chromaOf = new Float32Array(CUBES).fill(-1);
const hueOf = new Float32Array(CUBES);

function look(cube: number): void {
  const channel = (shift: number): number => (((cube >> shift) & 15) * 16 + 8) / 255;
  const { c, h } = toOklch({ mode: 'rgb', r: channel(8), g: channel(4), b: channel(0) });
  chromaOf[cube] = c;
  hueOf[cube] = h ?? 0;
}

/** Chroma (OKLCH) below which a colour counts as grey: such hues are chance. */
const GREY = 0.035;

/** Hues are counted in steps of 5°. */
const STEP = 5;
const HUES = 360 / STEP;

/**
 * Harmonic templates of hue, each a set of sectors: centre and width in degrees. After Matsuda (1995), as used by Cohen-Or et al.,
 * "Color harmonization" (2006), with the wide sector narrowed from 94° to 60° and the templates left out that span a
 * right angle or more beside it: nearly every photograph fits those.
 */
const TEMPLATES: readonly {
  readonly name: Harmony['template'];
  readonly sectors: readonly (readonly [number, number])[];
}[] = [
  { name: 'one hue', sectors: [[0, 18]] },
  { name: 'neighbouring hues', sectors: [[0, 60]] },
  {
    name: 'opposite hues',
    sectors: [
      [0, 18],
      [180, 18],
    ],
  },
  {
    name: 'neighbours and their opposite',
    sectors: [
      [0, 60],
      [180, 18],
    ],
  },
];

/** How far each hue lies outside a template whose first sector is centred on 0°. */
const OUTSIDE = TEMPLATES.map(({ sectors }) =>
  Float64Array.from({ length: HUES }, (_, hue) =>
    Math.min(
      ...sectors.map(([centre, width]) => Math.max(0, apart(hue * STEP, centre) - width / 2)),
    ),
  ),
);

function apart(a: number, b: number): number {
  const distance = Math.abs(a - b) % 360;
  return Math.min(distance, 360 - distance);
}

export const harmony = shared((picture: Picture): Harmony => {
  const { data } = analysisRaster(picture);
  const counts = new Uint32Array(CUBES);
  for (let at = 0; at < data.length; at += 3) {
    counts[((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4)]!++;
  }
  const hues = new Float64Array(HUES);
  let coloured = 0;
  let weight = 0;
  for (let cube = 0; cube < CUBES; cube++) {
    const count = counts[cube]!;
    if (count === 0) continue;
    if (chromaOf[cube]! < 0) look(cube);
    const chroma = chromaOf[cube]!;
    if (chroma < GREY) continue;
    coloured += count;
    weight += count * chroma;
    hues[Math.round(hueOf[cube]! / STEP) % HUES]! += count * chroma;
  }
  const pixels = Math.max(1, data.length / 3);
  if (weight === 0) return { discord: 0, template: 'one hue', coloured: 0, distance: 0 };
  let discord = Infinity;
  let template: Harmony['template'] = 'one hue';
  for (const [index, { name }] of TEMPLATES.entries()) {
    const outside = OUTSIDE[index]!;
    for (let turn = 0; turn < HUES; turn++) {
      let sum = 0;
      for (let hue = 0; hue < HUES; hue++) sum += hues[hue]! * outside[(hue + turn) % HUES]!;
      // The wider templates must fit clearly better to be the one that is named.
      if (sum / weight < discord - 0.5) {
        discord = sum / weight;
        template = name;
      }
    }
  }
  return { discord, template, coloured: coloured / pixels, distance: strongestApart(hues) };
});

/** Degrees between the strongest hue and the strongest one at least 30° away that has a quarter of its weight. */
function strongestApart(hues: Float64Array): number {
  const smooth = hues.map((_, hue) => {
    let sum = 0;
    for (let offset = -3; offset <= 3; offset++) {
      sum += hues[(hue + offset + HUES) % HUES]! * (4 - Math.abs(offset));
    }
    return sum;
  });
  const strongest = smooth.indexOf(Math.max(...smooth));
  let second = -1;
  for (let hue = 0; hue < HUES; hue++) {
    const before = smooth[(hue + HUES - 1) % HUES]!;
    const after = smooth[(hue + 1) % HUES]!;
    const isPeak = smooth[hue]! >= before && smooth[hue]! >= after;
    if (!isPeak || apart(hue * STEP, strongest * STEP) < 30) continue;
    if (smooth[hue]! < smooth[strongest]! / 4) continue;
    if (second < 0 || smooth[hue]! > smooth[second]!) second = hue;
  }
  return second < 0 ? 0 : apart(second * STEP, strongest * STEP);
}
