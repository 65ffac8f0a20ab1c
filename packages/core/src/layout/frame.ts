/** A layout made ready for rules: who holds whom, what is seen where, and what lies near. */
import type {
  ColourToken,
  Layout,
  LayoutNode,
  LengthToken,
  Paint,
  TextSegment,
} from '../protocol/generated/layout.js';
import { area, right, bottom, shared, within, type Box } from './box.js';
import { parseColour } from './colour/rgb.js';
import { saysDisabled, saysDrawing, saysInteractive } from './names.js';

/** The rendition of a frame in sRGB, at any scale: interleaved samples of 8 bits, row by row. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** A layer among the others. */
export interface Layer {
  readonly node: LayoutNode;
  readonly id: string;
  /** Place in the order of painting: the higher lies over the lower. */
  readonly index: number;
  readonly parent: Layer | undefined;
  readonly children: Layer[];
  readonly box: Box;
  /** What clipping containers and the frame leave of its box; undefined where nothing. */
  readonly visible: Box | undefined;
  /** Its own opacity times that of all that hold it. */
  readonly opacity: number;
  /** The nearest instance of a component that it is, or is a part of. */
  readonly instance: Layer | undefined;
  /** It, or what holds it, carries no information. */
  readonly decorative: boolean;
  /** It, or what holds it, is called disabled or inactive. */
  readonly disabled: boolean;
  /** It, or what holds it, is locked. */
  readonly locked: boolean;
  /** It is something to press, not a part of such a thing. */
  readonly target: boolean;
  /** What is pressed that it is, or is a part of. */
  readonly pressed: Layer | undefined;
  /** It is a part of an icon, an illustration or a chart, whose inner order is its own. */
  readonly drawn: boolean;
}

type Growing = { -readonly [Field in keyof Layer]: Layer[Field] };

/** Side of a cell of the index by place, in pixels. */
const CELL = 64;

/** What covers more cells than this is kept apart. */
const MANY_CELLS = 96;

/** No side of an icon is longer. */
const ICON_SIDE = 64;

/** From this opacity on, what lies over something takes it out of play: a scrim. */
const SCRIM = 0.2;

/** A frame of an interface as rules look at it. */
export class Frame {
  readonly width: number;
  readonly height: number;
  /** Its whole area. */
  readonly box: Box;
  /** All layers, back to front. */
  readonly layers: readonly Layer[];
  /** Those that no other holds. */
  readonly top: readonly Layer[];
  /** Those with text that a person may read: visible, and with letters or digits. */
  readonly texts: readonly Layer[];
  readonly #read: ReadonlySet<Layer>;
  readonly #byId = new Map<string, Growing>();
  readonly #colours = new Map<string, ColourToken>();
  readonly #lengths = new Map<string, LengthToken>();
  readonly #cells = new Map<number, Layer[]>();
  readonly #large: Layer[] = [];
  readonly #obscured = new Map<Layer, boolean>();

  constructor(
    readonly layout: Layout,
    readonly pixels?: Pixels,
  ) {
    this.width = layout.width;
    this.height = layout.height;
    this.box = { x: 0, y: 0, width: layout.width, height: layout.height };
    for (const token of layout.tokens ?? []) {
      if (token.kind === 'colour') this.#colours.set(token.id, token);
      else this.#lengths.set(token.id, token);
    }
    const layers: Growing[] = [];
    const top: Growing[] = [];
    const clips: Box[] = [];
    for (const node of layout.nodes) {
      const parent = node.parent === undefined ? undefined : this.#byId.get(node.parent);
      const box: Box = { x: node.x, y: node.y, width: node.width, height: node.height };
      const clip = parent === undefined ? this.box : clips[parent.index]!;
      const visible = shared(box, clip);
      // What is as thin as a line has no area and is there all the same.
      const thin = visible ?? (area(box) === 0 && within(box, clip) ? box : undefined);
      const says = saysInteractive(node);
      const holder = parent?.pressed;
      const target =
        node.interactive === true || (says && holder === undefined && node.kind !== 'shape');
      const layer: Growing = {
        node,
        id: node.id,
        index: layers.length,
        parent,
        children: [],
        box,
        visible: thin,
        opacity: (node.opacity ?? 1) * (parent?.opacity ?? 1),
        instance: undefined,
        decorative: node.decorative === true || parent?.decorative === true,
        disabled: saysDisabled(node.name) || parent?.disabled === true,
        locked: node.locked === true || parent?.locked === true,
        target,
        pressed: undefined,
        drawn: false,
      };
      layer.instance = node.component === undefined ? parent?.instance : layer;
      layer.pressed = target ? layer : holder;
      clips.push(node.clips === true ? (thin ?? { ...box, width: 0, height: 0 }) : clip);
      layers.push(layer);
      this.#byId.set(node.id, layer);
      (parent === undefined ? top : parent.children).push(layer);
      if (thin !== undefined) this.#place(layer, thin);
    }
    findDrawings(layers);
    this.layers = layers;
    this.top = top;
    this.texts = layers.filter(
      ({ node, visible, opacity }) =>
        node.text !== undefined &&
        visible !== undefined &&
        opacity > 0.02 &&
        /[\p{L}\p{N}]/u.test(node.text.characters),
    );
    this.#read = new Set(this.texts);
  }

  /** Whether it is one of {@link Frame.texts}. */
  isRead(layer: Layer): boolean {
    return this.#read.has(layer);
  }

  layer(id: string): Layer | undefined {
    return this.#byId.get(id);
  }

  colourToken(id: string | undefined): ColourToken | undefined {
    return id === undefined ? undefined : this.#colours.get(id);
  }

  lengthToken(id: string | undefined): LengthToken | undefined {
    return id === undefined ? undefined : this.#lengths.get(id);
  }

  get colourTokens(): readonly ColourToken[] {
    return [...this.#colours.values()];
  }

  get lengthTokens(): readonly LengthToken[] {
    return [...this.#lengths.values()];
  }

  /** Layers that are seen within a box, back to front. */
  near(box: Box): Layer[] {
    const found = new Set<Layer>();
    this.#eachCell(box, (cell) => {
      for (const layer of this.#cells.get(cell) ?? []) found.add(layer);
    });
    for (const layer of this.#large) found.add(layer);
    return [...found]
      .filter(({ visible }) => visible !== undefined && shared(visible, box) !== undefined)
      .sort((one, other) => one.index - other.index);
  }

  /** Whether something painted later lies over all that is seen of it: an opaque layer, or a scrim. */
  obscured(layer: Layer): boolean {
    let known = this.#obscured.get(layer);
    if (known === undefined) {
      known = this.#isObscured(layer);
      this.#obscured.set(layer, known);
    }
    return known;
  }

  #isObscured(layer: Layer): boolean {
    const { visible } = layer;
    if (visible === undefined) return true;
    return this.near(visible).some(
      (other) =>
        other.index > layer.index &&
        within(visible, other.visible!, 0.5) &&
        !holds(layer, other) &&
        area(other.visible!) > 2 * area(visible) &&
        coverOf(other) >= SCRIM,
    );
  }

  #place(layer: Layer, box: Box): void {
    const cells: number[] = [];
    this.#eachCell(box, (cell) => {
      if (cells.length <= MANY_CELLS) cells.push(cell);
    });
    if (cells.length > MANY_CELLS) {
      this.#large.push(layer);
      return;
    }
    for (const cell of cells) {
      const there = this.#cells.get(cell);
      if (there === undefined) this.#cells.set(cell, [layer]);
      else there.push(layer);
    }
  }

  #eachCell(box: Box, visit: (cell: number) => void): void {
    const seen = shared(box, this.box) ?? box;
    const columns = Math.ceil(this.width / CELL) + 1;
    const lastRow = Math.floor(bottom(seen) / CELL);
    const lastColumn = Math.floor(right(seen) / CELL);
    for (let row = Math.max(0, Math.floor(seen.y / CELL)); row <= lastRow; row += 1) {
      for (let column = Math.max(0, Math.floor(seen.x / CELL)); column <= lastColumn; column += 1) {
        visit(row * columns + column);
      }
    }
  }
}

/** Whether a layer is another's holder, at whatever depth. */
export function holds(holder: Layer, layer: Layer): boolean {
  for (let at = layer.parent; at !== undefined; at = at.parent) if (at === holder) return true;
  return false;
}

/** All layers within one, back to front. */
export function* inside(layer: Layer): Generator<Layer> {
  for (const child of layer.children) {
    yield child;
    yield* inside(child);
  }
}

/** How much of what lies behind it a layer's own fills hide, 0 to 1. */
export function coverOf({ node, opacity }: Layer): number {
  if (node.kind === 'text' || node.blends === true) return 0;
  let through = 1;
  for (const fill of node.fills ?? []) through *= 1 - coverOfPaint(fill);
  return (1 - through) * opacity;
}

function coverOfPaint(paint: Paint): number {
  switch (paint.kind) {
    case 'solid':
      return parseColour(paint.colour)[3];
    case 'gradient':
      return Math.min(...paint.colours.map((colour) => parseColour(colour)[3]));
    case 'image':
      return 1;
  }
}

/** Whether auto layout decides where a layer lies. */
export function isArranged({ parent, node }: Layer, frame: Frame): boolean {
  const layout = parent === undefined ? frame.layout.autoLayout : parent.node.autoLayout;
  return layout !== undefined && node.floats !== true;
}

/** Whether a change of where a layer lies, or how large it is, can be made where it stands. */
export function isMovable(layer: Layer, frame: Frame): boolean {
  return !layer.locked && layer.parent?.instance === undefined && !isArranged(layer, frame);
}

/** The stretch of a text that most of its characters are set in. */
export function mainSegment({ node }: Layer): TextSegment | undefined {
  let longest: TextSegment | undefined;
  for (const segment of node.text?.segments ?? []) {
    if (longest === undefined || segment.length > longest.length) longest = segment;
  }
  return longest;
}

/** Width of an average letter, in sizes of its font. */
const LETTER = 0.5;

/** How many lines a text takes, as far as is known. */
export function linesOf(layer: Layer): number {
  const { text } = layer.node;
  if (text === undefined) return 0;
  if (text.lines !== undefined) return text.lines;
  const { fontSize = 16, lineHeight = 1.3 * fontSize } = mainSegment(layer) ?? {};
  const broken = text.characters.split('\n').length;
  const height = text.neededHeight ?? layer.box.height;
  const stacked = Math.max(1, Math.floor(height / Math.max(1, lineHeight) + 0.1));
  if (text.fixedSize !== true || text.neededHeight !== undefined) return Math.max(broken, stacked);
  const wrapped = Math.ceil((text.characters.length * fontSize * LETTER) / layer.box.width);
  return Math.max(broken, Math.min(stacked, wrapped));
}

/** About where the letters of a text stand in its box, which may be wider than they are. */
export function letters(layer: Layer): Box {
  const { text } = layer.node;
  const { fontSize = 16, lineHeight = 1.3 * fontSize } = mainSegment(layer) ?? {};
  const { box } = layer;
  if (text === undefined) return box;
  const longest = Math.max(...text.characters.split('\n').map((line) => line.length));
  const width =
    linesOf(layer) > text.characters.split('\n').length
      ? box.width
      : Math.min(box.width, longest * fontSize * LETTER);
  const room = box.width - width;
  const x = box.x + (text.align === 'centre' ? room / 2 : text.align === 'right' ? room : 0);
  const inset = Math.min(Math.max(0, (lineHeight - fontSize) / 2), box.height / 3);
  return { x, y: box.y + inset, width, height: box.height - 2 * inset };
}

/** Marks icons, illustrations and charts, and all within. */
function findDrawings(layers: readonly Growing[]): void {
  /** Shapes within each layer, or -1 where something else is within. */
  const shapes = new Int32Array(layers.length);
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const { node, parent, target } = layers[index]!;
    const own = node.kind === 'shape' ? Math.max(0, shapes[index]!) + 1 : shapes[index]!;
    const plain = node.kind !== 'text' && !target && own >= 0;
    if (parent !== undefined && shapes[parent.index]! >= 0) {
      shapes[parent.index] = plain ? shapes[parent.index]! + own : -1;
    }
  }
  for (const layer of layers) {
    const { node, parent, box } = layer;
    const small = Math.max(box.width, box.height) <= ICON_SIDE;
    layer.drawn =
      parent?.drawn === true ||
      (parent !== undefined &&
        shapes[parent.index]! > 1 &&
        (saysDrawing(parent.node.name) ||
          Math.max(parent.box.width, parent.box.height) <= ICON_SIDE)) ||
      (node.kind !== 'text' && shapes[layer.index]! >= 0 && saysDrawing(node.name)) ||
      (node.kind === 'container' && shapes[layer.index]! > 1 && small);
  }
}
