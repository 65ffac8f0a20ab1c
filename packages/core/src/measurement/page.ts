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
  const across = spans(width, columns);
  const down = spans(height, rows);
  for (let row = 0; row < rows; row++) {
    line.fill(0);
    for (let at = down.starts[row]!; at < down.starts[row + 1]!; at++) {
      const share = down.shares[at]!;
      const start = down.sources[at]! * width * 3;
      for (let sample = 0; sample < line.length; sample++) {
        line[sample]! += share * data[start + sample]!;
      }
    }
    for (let column = 0; column < columns; column++) {
      let red = 0.5;
      let green = 0.5;
      let blue = 0.5;
      for (let at = across.starts[column]!; at < across.starts[column + 1]!; at++) {
        const share = across.shares[at]!;
        const source = across.sources[at]! * 3;
        red += share * line[source]!;
        green += share * line[source + 1]!;
        blue += share * line[source + 2]!;
      }
      const to = (row * columns + column) * 3;
      result[to] = red;
      result[to + 1] = green;
      result[to + 2] = blue;
    }
  }
  return { data: result, width: columns, height: rows };
}

/** Which samples of a line make each of fewer, and by what shares: those of place `p` lie from `starts[p]` to before `starts[p + 1]`. */
function spans(length: number, places: number) {
  const starts = new Uint32Array(places + 1);
  const sources: number[] = [];
  const shares: number[] = [];
  for (let place = 0; place < places; place++) {
    const from = (place * length) / places;
    const to = ((place + 1) * length) / places;
    for (let at = Math.floor(from + 1e-9); at < to - 1e-9; at++) {
      sources.push(at);
      shares.push((Math.min(to, at + 1) - Math.max(from, at)) / (to - from));
    }
    starts[place + 1] = sources.length;
  }
  return { starts, sources: Uint32Array.from(sources), shares: Float32Array.from(shares) };
}
