/**
 * A page of an interface as its measures see it: at one size, whatever the screen, so that a screenshot of twice the density reads alike.
 */
import { LINEAR } from '../picture/operations/light.js';
import type { Picture, Raster } from '../picture/picture.js';
import type { Plane } from './luma.js';
import { shared } from './shared.js';

/** Pixels of {@link pageRaster}: 480 × 333 of a screen of 1440 × 1000. */
const PIXELS = 160_000;

/** `picture.working` brought to {@link PIXELS} by means over areas; smaller pictures stay as they are. */
export const pageRaster = shared(({ working }: Picture): Raster => {
  const scale = Math.sqrt(PIXELS / (working.width * working.height));
  if (scale >= 1) return working;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return areaMean(working, side(working.width), side(working.height));
});

/** CIELAB (D65) of {@link pageRaster}. */
export interface Lab {
  readonly lightness: Plane;
  /** From green to red. */
  readonly a: Plane;
  /** From blue to yellow. */
  readonly b: Plane;
}

export const pageLab = shared((picture: Picture): Lab => {
  const { data, width, height } = pageRaster(picture);
  const count = width * height;
  const lightness = new Float32Array(count);
  const a = new Float32Array(count);
  const b = new Float32Array(count);
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += 3) {
    const red = LINEAR[data[at]!]!;
    const green = LINEAR[data[at + 1]!]!;
    const blue = LINEAR[data[at + 2]!]!;
    const x = root(0.43395 * red + 0.37622 * green + 0.18983 * blue);
    const y = root(0.21264 * red + 0.71517 * green + 0.07219 * blue);
    const z = root(0.01776 * red + 0.10947 * green + 0.87277 * blue);
    lightness[pixel] = 116 * y - 16;
    a[pixel] = 500 * (x - y);
    b[pixel] = 200 * (y - z);
  }
  const plane = (plane: Float32Array): Plane => ({ data: plane, width, height });
  return { lightness: plane(lightness), a: plane(a), b: plane(b) };
});

const STEPS = 16_384;
/** The cube root of CIELAB with its straight part near black. */
const ROOTS = Float32Array.from({ length: STEPS + 2 }, (_, step) => {
  const light = step / STEPS;
  return light > 216 / 24_389 ? Math.cbrt(light) : ((24_389 / 27) * light + 16) / 116;
});

function root(light: number): number {
  return ROOTS[Math.min(STEPS, Math.round(light * STEPS))]!;
}

/** Each pixel the mean of the area that it covers. */
function areaMean({ data, width, height }: Raster, columns: number, rows: number): Raster {
  const result = new Uint8Array(columns * rows * 3);
  const line = new Float32Array(width * 3);
  for (let row = 0; row < rows; row++) {
    line.fill(0);
    over((row * height) / rows, ((row + 1) * height) / rows, height, (source, share) => {
      const start = source * width * 3;
      for (let at = 0; at < line.length; at++) line[at]! += share * data[start + at]!;
    });
    for (let column = 0; column < columns; column++) {
      const to = (row * columns + column) * 3;
      let red = 0;
      let green = 0;
      let blue = 0;
      over((column * width) / columns, ((column + 1) * width) / columns, width, (source, share) => {
        red += share * line[source * 3]!;
        green += share * line[source * 3 + 1]!;
        blue += share * line[source * 3 + 2]!;
      });
      result[to] = Math.round(red);
      result[to + 1] = Math.round(green);
      result[to + 2] = Math.round(blue);
    }
  }
  return { data: result, width: columns, height: rows };
}

/** Visits the whole numbers that a stretch covers, each with its share of it. */
function over(
  from: number,
  to: number,
  end: number,
  visit: (at: number, share: number) => void,
): void {
  const last = Math.min(end, Math.ceil(to - 1e-9));
  for (let at = Math.floor(from + 1e-9); at < last; at++) {
    visit(at, (Math.min(to, at + 1) - Math.max(from, at)) / (to - from));
  }
}
