/** What really lies behind something, and how it contrasts with that. */
import type { Paint } from '../protocol/generated/layout.js';
import { area, bottom, right, shared, within, type Box } from './box.js';
import { contrastRatio, luminance, ratioOf } from './colour/contrast.js';
import { over, parseColour, WHITE, type Rgb, type Rgba } from './colour/rgb.js';
import { holds, letters, type Frame, type Layer, type Pixels } from './frame.js';

/** Two colours as they are seen. */
export interface Contrast {
  readonly ratio: number;
  readonly front: Rgb;
  readonly behind: Rgb;
}

export interface Ground {
  /**
   * What a paint on it is seen as, and against what: where it is not flat, at about its worst place.
   *
   * @param ground another fill for {@link Ground.layer}
   */
  contrast(paint: Rgba, ground?: Rgba): Contrast;
  /** The layer whose one opaque fill it is; absent for the frame and for what is not flat. */
  readonly layer: Layer | undefined;
  /** Seen in the rendition, not known from the layers. */
  readonly sampled: boolean;
}

/** Less than this of a box is not its background. */
const TOUCHES = 0.12;

/** Shapes of which only the rendition tells where they are within their boxes. */
const UNEVEN = /vector|path|blob|wave|illustration|star|polygon|line|union|subtract|arrow/iu;

/** A stretch that is seen to be this much of a sampled text is its worst place. */
const WORST_SHARE = 0.2;

/**
 * @param box of the frame, in which the layer is looked at
 * @returns undefined where nothing is known of it
 */
export function groundOf(frame: Frame, layer: Layer, box: Box): Ground | undefined {
  const stack: Layer[] = [];
  const under = frame
    .near(box)
    .filter((other) => other.index < layer.index && other.node.kind !== 'text');
  let flat = true;
  let base: Layer | undefined;
  for (let at = under.length - 1; at >= 0; at -= 1) {
    const other = under[at]!;
    if (!isPainted(other)) continue;
    const ours = shared(other.visible!, box);
    const share = ours === undefined ? 0 : area(ours) / Math.max(1e-6, area(box));
    if (share < TOUCHES) continue;
    const whole = within(box, other.visible!, 1) || share > 0.9;
    if (!whole || isUneven(other, frame)) {
      flat = false;
      if (!whole || (other.node.fills ?? []).some(({ kind }) => kind === 'image')) break;
    }
    stack.unshift(other);
    if (isOpaque(other)) {
      base = other;
      break;
    }
  }
  if (base === undefined && (frame.layout.fills ?? []).some(({ kind }) => kind === 'image'))
    flat = false;
  if (flat) return { ...composed(frame, stack, layer, base), sampled: false };
  return frame.pixels === undefined ? undefined : sampledGround(frame, frame.pixels, layer, box);
}

const groundsOfTexts = new WeakMap<Layer, { readonly ground: Ground | undefined }>();

/** What is behind the letters of a text that is seen. */
export function groundOfText(frame: Frame, layer: Layer): Ground | undefined {
  const known = groundsOfTexts.get(layer);
  if (known !== undefined) return known.ground;
  const seen = layer.visible ?? layer.box;
  const ground = groundOf(frame, layer, shared(letters(layer), seen) ?? seen);
  groundsOfTexts.set(layer, { ground });
  return ground;
}

/** Does it paint anything into its box? */
function isPainted({ node, opacity }: Layer): boolean {
  return (
    opacity > 0 &&
    ((node.blends === true && node.kind === 'shape') || (node.fills ?? []).length > 0)
  );
}

function isUneven({ node }: Layer, frame: Frame): boolean {
  if (node.blends === true || (node.rotation ?? 0) % 90 !== 0) return true;
  if ((node.fills ?? []).some(({ kind }) => kind === 'image')) return true;
  return node.kind === 'shape' && (frame.pixels !== undefined || UNEVEN.test(node.name));
}

function isOpaque({ node, opacity }: Layer): boolean {
  return (
    opacity >= 1 &&
    (node.fills ?? []).some((fill) => fill.kind === 'solid' && parseColour(fill.colour)[3] === 1)
  );
}

function composed(
  frame: Frame,
  stack: readonly Layer[],
  layer: Layer,
  base: Layer | undefined,
): Omit<Ground, 'sampled'> {
  const stops = Math.max(
    1,
    ...[...stack.map(({ node }) => node.fills ?? []), frame.layout.fills ?? []]
      .flat()
      .map((fill) => (fill.kind === 'gradient' ? fill.colours.length : 1)),
  );
  const single = base !== undefined && stack.length === 1 && base.node.fills?.length === 1;
  return {
    layer: single ? base : undefined,
    contrast(paint, ground) {
      let worst: Contrast | undefined;
      for (let stop = 0; stop < stops; stop += 1) {
        const fillsOf = (one: Layer): Rgba[] =>
          one === base && ground !== undefined
            ? [ground]
            : (one.node.fills ?? []).flatMap((fill) => colourAt(fill, stop));
        const [front, behind] = painted(
          (frame.layout.fills ?? []).flatMap((fill) => colourAt(fill, stop)),
          stack.map((one) => ({ layer: one, fills: fillsOf(one) })),
          layer,
          paint,
        );
        const ratio = contrastRatio(front, behind);
        if (worst === undefined || ratio < worst.ratio) worst = { ratio, front, behind };
      }
      return worst!;
    },
  };
}

function colourAt(paint: Paint, stop: number): Rgba[] {
  switch (paint.kind) {
    case 'solid':
      return [parseColour(paint.colour)];
    case 'gradient':
      return [parseColour(paint.colours[stop % paint.colours.length]!)];
    case 'image':
      return [];
  }
}

/** The colours with and without the last layer. Groups with an opacity of their own are painted apart and then laid over what is behind them. */
function painted(
  base: readonly Rgba[],
  stack: readonly { readonly layer: Layer; readonly fills: readonly Rgba[] }[],
  last: Layer,
  paint: Rgba,
): readonly [front: Rgb, behind: Rgb] {
  const groups: { readonly of: Layer | undefined; colour: Rgba }[] = [
    { of: undefined, colour: base.reduce<Rgba>((below, top) => over(top, below), [...WHITE, 1]) },
  ];
  const leave = (): void => {
    const group = groups.pop()!;
    const below = groups.at(-1)!;
    below.colour = over(faded(group.colour, group.of?.node.opacity ?? 1), below.colour);
  };
  const enter = (layer: Layer): void => {
    while (groups.length > 1 && groups.at(-1)!.of !== layer && !holds(groups.at(-1)!.of!, layer))
      leave();
    const known = groups.at(-1)!.of;
    const further: Layer[] = [];
    for (let at: Layer | undefined = layer; at !== undefined && at !== known; at = at.parent) {
      if ((at.node.opacity ?? 1) < 1) further.unshift(at);
    }
    for (const of of further) groups.push({ of, colour: [0, 0, 0, 0] });
  };
  for (const { layer, fills } of stack) {
    enter(layer);
    const group = groups.at(-1)!;
    for (const fill of fills) group.colour = over(fill, group.colour);
  }
  enter(last);
  const group = groups.at(-1)!;
  let [front, behind]: [Rgba, Rgba] = [over(paint, group.colour), group.colour];
  for (let at = groups.length - 1; at > 0; at -= 1) {
    const { of } = groups[at]!;
    const below = groups[at - 1]!.colour;
    const opacity = of?.node.opacity ?? 1;
    front = over(faded(front, opacity), below);
    behind = over(faded(behind, opacity), below);
  }
  return [
    [front[0], front[1], front[2]],
    [behind[0], behind[1], behind[2]],
  ];
}

function faded([red, green, blue, alpha]: Rgba, opacity: number): Rgba {
  return [red, green, blue, alpha * opacity];
}

/**
 * What the rendition shows around letters: the box is cut into cells about as wide as a letter is high; of each, the pixel that only a fifth
 * of it outdo in contrast is ground, as letters and their soft edges have less. Letters are told from ground once, by the paint that they have.
 */
function sampledGround(frame: Frame, pixels: Pixels, layer: Layer, box: Box): Ground {
  let grounds: readonly { readonly colour: Rgb; readonly luminance: number }[] | undefined;
  return {
    layer: undefined,
    sampled: true,
    contrast(given) {
      const paint = faded(given, layer.opacity);
      const opaque = paint[3] >= 1 ? luminance(paint) : undefined;
      grounds ??= cellsOf(frame, pixels, box).map((samples) => {
        const own = luminance(paint);
        const seen = samples
          .map((colour) => ({ colour, luminance: luminance(colour) }))
          .sort((one, other) => ratioOf(one.luminance, own) - ratioOf(other.luminance, own));
        return seen[Math.floor(GROUND * (seen.length - 1))]!;
      });
      const seen = grounds
        .map(({ colour, luminance: behind }) => ({
          colour,
          ratio: ratioOf(behind, opaque ?? luminance(over(paint, [...colour, 1]))),
        }))
        .sort((one, other) => one.ratio - other.ratio);
      const { colour, ratio } = seen[Math.floor(WORST_SHARE * (seen.length - 1))]!;
      const [red, green, blue] = over(paint, [...colour, 1]);
      return { ratio, front: [red, green, blue], behind: colour };
    },
  };
}

/** Share of a cell's pixels that stand out less than its ground. */
const GROUND = 0.8;

/** Longest side of a cell, how many samples it gives at most along each, and how many cells are looked at. */
const CELL = 20;
const SAMPLES = 6;
const MOST_CELLS = 24;

function cellsOf(frame: Frame, pixels: Pixels, box: Box): Rgb[][] {
  const seen = shared(box, frame.box) ?? frame.box;
  const across = Math.ceil(seen.width / CELL);
  const down = Math.ceil(seen.height / CELL);
  const every = Math.max(1, (across * down) / MOST_CELLS);
  const cells: Rgb[][] = [];
  for (let next = 0; next < across * down; next += every) {
    const cell = Math.floor(next);
    const x = seen.x + (cell % across) * CELL;
    const y = seen.y + Math.floor(cell / across) * CELL;
    const width = Math.min(CELL, right(seen) - x);
    const height = Math.min(CELL, bottom(seen) - y);
    const samples: Rgb[] = [];
    for (let row = 0; row < SAMPLES; row += 1) {
      for (let column = 0; column < SAMPLES; column += 1) {
        samples.push(
          pixelAt(
            pixels,
            (x + ((column + 0.5) / SAMPLES) * width) / frame.width,
            (y + ((row + 0.5) / SAMPLES) * height) / frame.height,
          ),
        );
      }
    }
    cells.push(samples);
  }
  return cells;
}

/** At a place in fractions of the picture; what shows through lies on white. */
function pixelAt({ data, width, height, channels }: Pixels, x: number, y: number): Rgb {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x * width)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y * height)));
  const at = (row * width + column) * channels;
  const [red, green, blue] = over(
    [
      data[at]! / 255,
      data[at + 1]! / 255,
      data[at + 2]! / 255,
      channels === 4 ? data[at + 3]! / 255 : 1,
    ],
    [...WHITE, 1],
  );
  return [red, green, blue];
}
