/**
 * A double of Figma's plugin API: as much of it as the plugin uses, over a document of plain data. It throws where Figma throws: layers that are
 * gone, fonts that were not loaded, files that can only be viewed, pages that were not loaded, fields that a layer does not have.
 *
 * Undo is Figma's: what a plugin writes is one step from one `commitUndo` to the next.
 */
import { arrange, lineHeightOf, textSize } from './arrange.js';
import type { DocumentData, NodeData } from './document.js';
import { alias, FONT, layerOf, rgba, type Layer, type Run } from './layer.js';
import { byLetters, linesOf, type TextMeasure } from './measure.js';

export interface DoubleOptions {
  readonly measure?: TextMeasure;
  /** Draws a layer as PNG. Without it pictures cannot be made. */
  readonly draw?: (layer: Layer, double: FigmaDouble, scale: number) => Promise<Uint8Array>;
  /** Shows the panel; gives what sends messages to it. */
  readonly show?: (html: string, options: ShowUIOptions) => (message: unknown) => void;
  readonly readOnly?: boolean;
  /** Fonts that are not on this computer. */
  readonly missingFonts?: readonly string[];
}

/** As much of the API as the plugin uses. */
type ApiUsed = Pick<
  PluginAPI,
  | 'editorType'
  | 'mode'
  | 'showUI'
  | 'currentPage'
  | 'setCurrentPageAsync'
  | 'getNodeByIdAsync'
  | 'getImageByHash'
  | 'loadFontAsync'
  | 'commitUndo'
  | 'createRectangle'
  | 'createEllipse'
  | 'createText'
  | 'group'
> & {
  readonly root: Pick<DocumentNode, 'name' | 'getPluginData' | 'setPluginData'>;
  readonly ui: Pick<UIAPI, 'onmessage' | 'postMessage' | 'resize'>;
  readonly variables: Pick<
    VariablesAPI,
    'getVariableByIdAsync' | 'getVariableCollectionByIdAsync' | 'setBoundVariableForPaint'
  >;
  readonly clientStorage: Pick<ClientStorageAPI, 'getAsync' | 'setAsync'>;
  readonly viewport: Pick<ViewportAPI, 'scrollAndZoomIntoView'>;
};

interface Page {
  readonly id: string;
  readonly name: string;
  children: Layer[];
  selection: readonly string[];
  readonly listeners: Set<(event: NodeChangeEvent) => void>;
}

/** What each undo takes back to. */
interface Snapshot {
  readonly pages: readonly Layer[][];
  readonly rootData: Record<string, string>;
}

export class FigmaDouble {
  readonly data: DocumentData;
  readonly pages: Page[];
  readonly api: PluginAPI;
  /** Everything that was written, by layer and field: `12 fills`. */
  readonly writes: string[] = [];
  /** What the panel was sent. */
  readonly shown: { nodes: readonly string[] }[] = [];
  readonly stored = new Map<string, unknown>();
  /** Figma cannot always make a picture: a frame may be too large. */
  failsToDraw = false;
  /** Pictures are made once this is done: Figma takes its time for large ones. */
  drawsAfter: Promise<void> = Promise.resolve();
  readonly #options: DoubleOptions;
  readonly #layers = new Map<string, Layer>();
  readonly #nodes = new Map<string, SceneNode>();
  readonly #loadedFonts = new Set<string>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #page: Page;
  #rootData: Record<string, string> = {};
  readonly #history: Snapshot[];
  #changed = new Set<string>();
  #created = 0;

  constructor(data: DocumentData, options: DoubleOptions = {}) {
    this.data = data;
    this.#options = options;
    let count = 0;
    const nextId = (): string => `1:${++count}`;
    this.pages = data.pages.map(({ id, name, children }) => ({
      id,
      name,
      children: children.map((child) => layerOf(child, id, nextId)),
      selection: [],
      listeners: new Set(),
    }));
    this.#page = this.pages[0]!;
    for (const page of this.pages) for (const layer of page.children) this.#register(layer);
    this.#arrangeAll();
    this.#history = [this.#snapshot()];
    this.api = this.#api() as unknown as PluginAPI;
  }

  get measure(): TextMeasure {
    return this.#options.measure ?? byLetters;
  }

  layer(id: string): Layer {
    const layer = this.#layers.get(id);
    if (layer === undefined) throw new Error(`There is no layer ${id} in the double.`);
    return layer;
  }

  /** The first layer so called. */
  named(name: string): Layer {
    const layer = [...this.#layers.values()].find((each) => each.name === name);
    if (layer === undefined) throw new Error(`There is no layer called ${name} in the double.`);
    return layer;
  }

  select(...ids: string[]): void {
    this.#page.selection = ids;
    this.#emit('selectionchange');
  }

  /** As a person edits: a step of its own. */
  edit(id: string, change: Partial<Layer>): void {
    Object.assign(this.layer(id), change);
    this.#touch(id);
    this.#arrangeAll();
    this.#commit();
  }

  /** As a person deletes. */
  remove(id: string): void {
    this.#remove(this.layer(id));
    this.#commit();
  }

  /** *Undo*, once. */
  undo(): void {
    if (this.#history.length < 2) return;
    this.#history.pop();
    const { pages, rootData } = this.#history.at(-1)!;
    this.#layers.clear();
    this.pages.forEach((page, index) => {
      page.children = structuredClone(pages[index]!);
      for (const layer of page.children) this.#register(layer);
    });
    this.#rootData = { ...rootData };
  }

  /** The document as it is, to be compared. */
  state(): string {
    return JSON.stringify(this.#snapshot());
  }

  /** Where a layer lies on its page. */
  place(layer: Layer): { x: number; y: number; width: number; height: number } {
    let { x, y } = layer;
    for (
      let at = this.#layers.get(layer.parent);
      at !== undefined;
      at = this.#layers.get(at.parent)
    ) {
      // Groups and booleans have no axes of their own.
      if (at.type === 'GROUP') continue;
      x += at.x;
      y += at.y;
    }
    return { x, y, width: layer.width, height: layer.height };
  }

  /** A paint with the colour that its variable has where the layer lies. */
  resolved(paint: Paint, layer: Layer): Paint {
    const id = paint.type === 'SOLID' ? paint.boundVariables?.color?.id : undefined;
    if (id === undefined) return paint;
    const { r, g, b } = rgba(this.#valueOf(id, layer) as string);
    return { ...(paint as SolidPaint), color: { r, g, b } };
  }

  lines(layer: Layer): string[] {
    const { fontSize, fontWeight } = layer.runs[0] ?? { fontSize: 16, fontWeight: 400 };
    const width = layer.textAutoResize === 'WIDTH_AND_HEIGHT' ? Infinity : layer.width;
    return linesOf(layer.characters, width, (line) =>
      this.measure(line, { size: fontSize, weight: fontWeight }),
    );
  }

  receive(message: unknown): void {
    this.#onMessage?.(message);
  }

  #onMessage: ((message: unknown) => void) | undefined;
  #send: ((message: unknown) => void) | undefined;

  #api() {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- accessors of the API see the double
    const double = this;
    const api = {
      editorType: 'figma' as const,
      mode: 'default' as const,
      showUI(html: string, options: ShowUIOptions = {}) {
        double.#send = double.#options.show?.(html, options);
      },
      ui: {
        set onmessage(listener: (message: unknown) => void) {
          double.#onMessage = listener;
        },
        postMessage(message: unknown) {
          double.#send?.(structuredClone(message));
        },
        resize: () => undefined,
      },
      on(type: string, listener: () => void) {
        const listeners = double.#listeners.get(type) ?? new Set();
        double.#listeners.set(type, listeners.add(listener));
      },
      root: {
        type: 'DOCUMENT',
        name: double.data.name,
        getPluginData: (key: string) => double.#rootData[key] ?? '',
        setPluginData(key: string, value: string) {
          double.#expectWritable('set plugin data');
          if (key.length + value.length > 100_000) {
            throw new Error(`in setPluginData: The entry is longer than 100 kB.`);
          }
          double.#rootData = { ...double.#rootData, [key]: value };
        },
      },
      get currentPage() {
        return double.#pageNode(double.#page);
      },
      async setCurrentPageAsync({ id }: PageNode) {
        double.#page = double.pages.find((page) => page.id === id)!;
        double.#emit('currentpagechange');
      },
      async getNodeByIdAsync(id: string) {
        const page = double.pages.find((each) => each.id === id);
        if (page !== undefined) return double.#pageNode(page);
        return double.#layers.has(id) ? double.#node(id) : null;
      },
      getNodeById(_id: string): never {
        throw new Error(
          'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
        );
      },
      async getStyleByIdAsync(id: string) {
        const text = double.data.textStyles?.find((style) => style.id === id);
        if (text !== undefined) return { ...text, type: 'TEXT' };
        return double.#paintStyles().find((style) => style.id === id) ?? null;
      },
      async getLocalPaintStylesAsync() {
        return double.#paintStyles();
      },
      getImageByHash(hash: string) {
        const url = double.data.images?.[hash];
        if (url === undefined) return null;
        return {
          hash,
          async getBytesAsync() {
            return new Uint8Array(await (await fetch(url)).arrayBuffer());
          },
        } as unknown as Image;
      },
      async loadFontAsync({ family, style }: FontName) {
        if (double.#options.missingFonts?.includes(family) === true) {
          throw new Error(`in loadFontAsync: The font "${family} ${style}" could not be loaded.`);
        }
        double.#loadedFonts.add(`${family} ${style}`);
      },
      variables: {
        async getVariableByIdAsync(id: string) {
          return double.#variable(id) as unknown as Variable | null;
        },
        async getVariableCollectionByIdAsync(id: string) {
          const collection = double.data.collections?.find((each) => each.id === id);
          if (collection === undefined) return null;
          return {
            id,
            name: collection.name,
            variableIds: collection.variables.map((variable) => variable.id),
          } as VariableCollection;
        },
        setBoundVariableForPaint(paint: SolidPaint, field: 'color', variable: Variable | null) {
          return {
            ...paint,
            boundVariables: variable === null ? {} : { [field]: alias(variable.id) },
          };
        },
      },
      clientStorage: {
        async getAsync(key: string) {
          return structuredClone(double.stored.get(key));
        },
        async setAsync(key: string, value: unknown) {
          double.stored.set(key, structuredClone(value));
        },
      },
      viewport: {
        scrollAndZoomIntoView(nodes: readonly SceneNode[]) {
          double.shown.push({ nodes: nodes.map(({ id }) => id) });
        },
      },
      commitUndo: () => {
        double.#commit();
      },
      createRectangle: () => double.#create<RectangleNode>('RECTANGLE'),
      createEllipse: () => double.#create<EllipseNode>('ELLIPSE'),
      createText: () => double.#create<TextNode>('TEXT'),
      group(nodes: readonly SceneNode[], { id: parent }: PageNode) {
        double.#expectWritable('create a group');
        const layer = layerOf({ type: 'GROUP', name: 'Group' }, parent, double.#nextId);
        for (const { id } of nodes) {
          const child = double.layer(id);
          double.#detach(child);
          child.parent = layer.id;
          layer.children.push(child);
        }
        double.#page.children.push(layer);
        double.#register(layer);
        double.#arrangeAll();
        return double.#node(layer.id) as GroupNode;
      },
    };
    return api satisfies ApiUsed;
  }

  readonly #nextId = (): string => `9:${++this.#created}`;

  #create<Node extends SceneNode>(type: Node['type'] & NodeData['type']): Node {
    this.#expectWritable(`create ${type}`);
    const data: NodeData = { type, name: type, fills: ['#d9d9d9'], width: 100, height: 100 };
    const layer = layerOf(data, this.#page.id, this.#nextId);
    this.#page.children.push(layer);
    this.#register(layer);
    return this.#node(layer.id) as Node;
  }

  #register(layer: Layer): void {
    this.#layers.set(layer.id, layer);
    for (const child of layer.children) this.#register(child);
  }

  #detach(layer: Layer): void {
    const siblings =
      this.#layers.get(layer.parent)?.children ??
      this.pages.find(({ id }) => id === layer.parent)?.children ??
      [];
    siblings.splice(siblings.indexOf(layer), 1);
  }

  #remove(layer: Layer): void {
    this.#detach(layer);
    const forget = (each: Layer): void => {
      this.#layers.delete(each.id);
      this.#touch(each.id);
      each.children.forEach(forget);
    };
    forget(layer);
    this.#arrangeAll();
  }

  #arrangeAll(): void {
    for (const page of this.pages) for (const layer of page.children) arrange(layer, this.measure);
  }

  #snapshot(): Snapshot {
    return {
      pages: this.pages.map(({ children }) => structuredClone(children)),
      rootData: { ...this.#rootData },
    };
  }

  #commit(): void {
    const snapshot = this.#snapshot();
    if (JSON.stringify(snapshot) !== JSON.stringify(this.#history.at(-1))) {
      this.#history.push(snapshot);
    }
  }

  #emit(type: string): void {
    for (const listener of this.#listeners.get(type) ?? []) listener();
  }

  /** Tells of changes a moment later, together, as Figma does. */
  #touch(id: string): void {
    if (this.#changed.size === 0)
      setTimeout(() => {
        const nodeChanges = [...this.#changed].map((each) => ({
          id: each,
          type: this.#layers.has(each) ? 'PROPERTY_CHANGE' : 'DELETE',
          node: this.#layers.has(each) ? this.#node(each) : { removed: true, id: each },
        }));
        this.#changed = new Set();
        for (const listener of this.#page.listeners) {
          listener({ nodeChanges } as unknown as NodeChangeEvent);
        }
      }, 0);
    this.#changed.add(id);
  }

  #expectWritable(what: string): void {
    if (this.#options.readOnly === true) {
      throw new Error(`in ${what}: Cannot write to the document, which is in read-only mode.`);
    }
  }

  #paintStyles() {
    return (this.data.paintStyles ?? []).map(({ id, name, colour }) => {
      const { r, g, b } = rgba(colour);
      return { id, name, type: 'PAINT', paints: [{ type: 'SOLID', color: { r, g, b } }] };
    });
  }

  #variable(id: string) {
    for (const collection of this.data.collections ?? []) {
      const variable = collection.variables.find((each) => each.id === id);
      if (variable === undefined) continue;
      const isColour = typeof variable.values[0] === 'string';
      return {
        id,
        name: variable.name,
        resolvedType: isColour ? 'COLOR' : 'FLOAT',
        variableCollectionId: collection.id,
        resolveForConsumer: (node: SceneNode) => {
          const value = this.#valueOf(id, this.layer(node.id));
          return { value: typeof value === 'string' ? rgba(value) : value };
        },
      };
    }
    return null;
  }

  #valueOf(id: string, layer: Layer): string | number {
    for (const collection of this.data.collections ?? []) {
      const variable = collection.variables.find((each) => each.id === id);
      if (variable === undefined) continue;
      let mode: string | undefined;
      for (
        let at: Layer | undefined = layer;
        at !== undefined && mode === undefined;
        at = this.#layers.get(at.parent)
      ) {
        mode = at.modes[collection.id];
      }
      return variable.values[mode === undefined ? 0 : collection.modes.indexOf(mode)]!;
    }
    throw new Error(`There is no variable ${id} in the double.`);
  }

  #pageNode(page: Page): PageNode {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- accessors of the page see the double
    const double = this;
    const node = {
      id: page.id,
      type: 'PAGE',
      name: page.name,
      parent: null,
      get children() {
        return page.children.map(({ id }) => double.#node(id));
      },
      get selection() {
        return page.selection.filter((id) => double.#layers.has(id)).map((id) => double.#node(id));
      },
      set selection(nodes: readonly { id: string }[]) {
        page.selection = nodes.map(({ id }) => id);
        double.#emit('selectionchange');
      },
      on(_type: 'nodechange', listener: (event: NodeChangeEvent) => void) {
        page.listeners.add(listener);
      },
      off(_type: 'nodechange', listener: (event: NodeChangeEvent) => void) {
        page.listeners.delete(listener);
      },
      findAllWithCriteria({
        types,
        pluginData,
      }: {
        types: string[];
        pluginData: { keys: string[] };
      }) {
        const found: object[] = [];
        const visit = (layer: Layer): void => {
          const has = pluginData.keys.some((key) => layer.pluginData[key] !== undefined);
          if (types.includes(layer.type) && has) found.push(double.#node(layer.id));
          layer.children.forEach(visit);
        };
        page.children.forEach(visit);
        return found;
      },
    };
    return node as unknown as PageNode;
  }

  /** A layer as the API shows it. */
  #node(id: string): SceneNode {
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    const node = new Proxy({ id } as unknown as SceneNode, {
      get: (_, field) => (typeof field === 'string' ? this.#read(id, field) : undefined),
      set: (_, field, value) => {
        this.#write(id, String(field), value);
        return true;
      },
      has: (_, field) => typeof field === 'string' && this.#has(id, field),
    });
    this.#nodes.set(id, node);
    return node;
  }

  #has(id: string, field: string): boolean {
    const layer = this.#layers.get(id);
    if (layer === undefined) return ['id', 'removed', 'type'].includes(field);
    return FIELDS[layer.type].has(field) || EVERYWHERE.has(field);
  }

  #read(id: string, field: string): unknown {
    if (field === 'id') return id;
    // What a promise is asked before it is awaited.
    if (field === 'then' || field === 'toJSON') return undefined;
    const layer = this.#layers.get(id);
    if (field === 'removed') return layer === undefined;
    if (layer === undefined) {
      throw new Error(`in get_${field}: The node with id "${id}" does not exist`);
    }
    if (!this.#has(id, field))
      throw new Error(`in get_${field}: no such property '${field}' on ${layer.type} node`);
    const method = this.#method(layer, field);
    if (method !== undefined) return method;
    switch (field) {
      case 'parent': {
        const page = this.pages.find((each) => each.id === layer.parent);
        return page === undefined ? this.#node(layer.parent) : this.#pageNode(page);
      }
      case 'children':
        return layer.children.map((child) => this.#node(child.id));
      case 'fills':
      case 'strokes':
        return layer[field].map((paint) => this.resolved(paint, layer));
      case 'absoluteBoundingBox':
        return this.place(layer);
      case 'absoluteRenderBounds': {
        const place = this.place(layer);
        if (layer.type !== 'TEXT') return place;
        const { width, height } = textSize(layer, this.measure);
        return { ...place, width: Math.max(width, 1), height };
      }
      case 'fontSize':
      case 'fontName':
        return layer.runs[0]?.[field];
      default: {
        const value: unknown = layer[field as keyof Layer];
        return typeof value === 'object' && value !== null ? structuredClone(value) : value;
      }
    }
  }

  #method(layer: Layer, field: string): unknown {
    const { id } = layer;
    switch (field) {
      case 'getPluginData':
        return (key: string) => layer.pluginData[key] ?? '';
      case 'setPluginData':
        return (key: string, value: string) => {
          this.#expectWritable('setPluginData');
          layer.pluginData[key] = value;
        };
      case 'remove':
        return () => {
          this.#expectWritable('remove');
          this.#remove(this.layer(id));
        };
      case 'resize':
        return (width: number, height: number) => {
          if (!(width >= 0.01 && height >= 0.01)) {
            throw new Error('in resize: Expected width and height to be at least 0.01');
          }
          this.#change(layer, 'width', width);
          this.#change(layer, 'height', height);
          if (layer.type === 'TEXT') layer.textAutoResize = 'NONE';
        };
      case 'findAll':
        return (wanted: (node: SceneNode) => boolean) => {
          const found: object[] = [];
          const visit = (each: Layer): void => {
            const node = this.#node(each.id);
            if (wanted(node)) found.push(node);
            each.children.forEach(visit);
          };
          layer.children.forEach(visit);
          return found;
        };
      case 'exportAsync':
        return async ({ constraint, colorProfile }: ExportSettingsImage) => {
          await this.drawsAfter;
          if (this.failsToDraw || this.#options.draw === undefined)
            throw new Error('in exportAsync: Nothing can be drawn here.');
          if (colorProfile !== 'SRGB')
            throw new Error('in exportAsync: The double knows sRGB alone.');
          const { type, value } = constraint ?? { type: 'SCALE', value: 1 };
          const scale =
            type === 'SCALE' ? value : value / (type === 'WIDTH' ? layer.width : layer.height);
          return this.#options.draw(layer, this, scale);
        };
      case 'getMainComponentAsync':
        return async () => {
          const component =
            layer.component === undefined ? undefined : this.#layers.get(layer.component);
          return component === undefined ? null : this.#node(component.id);
        };
      case 'setBoundVariable':
        return (name: 'itemSpacing', variable: Variable) => {
          this.#change(layer, 'boundVariables', {
            ...layer.boundVariables,
            [name]: alias(variable.id),
          });
          this.#change(layer, name, this.#valueOf(variable.id, layer) as number);
        };
      case 'setFillStyleIdAsync':
      case 'setStrokeStyleIdAsync':
        return async (styleId: string) => {
          const paints = this.#paintStyles().find((style) => style.id === styleId)!
            .paints as Paint[];
          const isFill = field === 'setFillStyleIdAsync';
          this.#change(layer, isFill ? 'fills' : 'strokes', paints);
          this.#change(layer, isFill ? 'fillStyleId' : 'strokeStyleId', styleId);
        };
      case 'getStyledTextSegments':
        return (_fields: string[]) =>
          layer.runs.map(({ lineHeight, ...run }) => ({
            ...run,
            fills: run.fills.map((paint) => this.resolved(paint, layer)),
            lineHeight:
              lineHeight === undefined ? { unit: 'AUTO' } : { unit: 'PIXELS', value: lineHeight },
            characters: layer.characters.slice(run.start, run.end),
          }));
      case 'setRangeFills':
        return (start: number, end: number, fills: Paint[]) => {
          this.#setRange(layer, start, end, { fills, fillStyleId: '' });
        };
      case 'setRangeFillStyleIdAsync':
        return async (start: number, end: number, styleId: string) => {
          const fills = this.#paintStyles().find((style) => style.id === styleId)!
            .paints as Paint[];
          this.#setRange(layer, start, end, { fills, fillStyleId: styleId });
        };
      case 'setRangeFontSize':
        return (start: number, end: number, fontSize: number) => {
          this.#expectFonts(layer, 'setRangeFontSize');
          this.#setRange(layer, start, end, { fontSize, textStyleId: '' });
        };
      case 'setRangeTextStyleIdAsync':
        return async (start: number, end: number, textStyleId: string) => {
          this.#expectFonts(layer, 'setRangeTextStyleIdAsync');
          const { fontSize } = this.data.textStyles!.find((style) => style.id === textStyleId)!;
          this.#setRange(layer, start, end, { fontSize, textStyleId });
        };
      default:
        return undefined;
    }
  }

  #setRange(layer: Layer, start: number, end: number, change: Partial<Run>): void {
    const runs = layer.runs.flatMap((run): Run[] => {
      const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
      if (from >= to && run.start !== run.end) return [run];
      return [
        { ...run, end: from },
        { ...run, ...change, start: from, end: to },
        { ...run, start: to },
      ].filter((part) => part.end > part.start);
    });
    this.#change(layer, 'runs', runs);
    if (change.fills !== undefined && runs.length === 1) {
      layer.fills = change.fills;
      layer.fillStyleId = change.fillStyleId ?? '';
    }
  }

  #expectFonts(layer: Layer, what: string): void {
    for (const { fontName } of layer.runs) {
      const name = `${fontName.family} ${fontName.style}`;
      if (!this.#loadedFonts.has(name)) {
        throw new Error(
          `in ${what}: Cannot write to node with unloaded font "${name}". Please call figma.loadFontAsync and await the returned promise first.`,
        );
      }
    }
  }

  #write(id: string, field: string, value: unknown): void {
    const layer = this.#layers.get(id);
    if (layer === undefined) {
      throw new Error(`in set_${field}: The node with id "${id}" does not exist`);
    }
    if (!this.#has(id, field) || READ_ONLY.has(field)) {
      throw new Error(`in set_${field}: no setter for property '${field}' on ${layer.type} node`);
    }
    if (field === 'fontSize' || field === 'characters' || field === 'fontName') {
      this.#expectFonts(layer, `set_${field}`);
      if (field === 'characters') {
        layer.runs = [{ ...(layer.runs[0] ?? emptyRun()), start: 0, end: String(value).length }];
        this.#change(layer, 'characters', String(value));
      } else {
        this.#change(
          layer,
          'runs',
          layer.runs.map((run) => ({ ...run, [field]: value })),
        );
      }
      return;
    }
    if (field === 'fills' && layer.type === 'TEXT') {
      this.#setRange(layer, 0, layer.characters.length, {
        fills: value as Paint[],
        fillStyleId: '',
      });
      return;
    }
    if (field === 'fills') layer.fillStyleId = '';
    this.#change(layer, field as keyof Layer, value as never);
  }

  #change<Field extends keyof Layer>(layer: Layer, field: Field, value: Layer[Field]): void {
    this.#expectWritable(`set_${field}`);
    layer[field] = typeof value === 'object' ? structuredClone(value) : value;
    this.writes.push(`${layer.id} ${field}`);
    this.#touch(layer.id);
    this.#arrangeAll();
  }
}

const emptyRun = (): Run => ({
  start: 0,
  end: 0,
  fontSize: 12,
  fontName: FONT,
  fontWeight: 400,
  lineHeight: undefined,
  fills: [],
  fillStyleId: '',
  textStyleId: '',
  boundVariables: {},
});

const READ_ONLY = new Set([
  'id',
  'type',
  'parent',
  'children',
  'width',
  'height',
  'absoluteBoundingBox',
  'absoluteRenderBounds',
  'fillStyleId',
  'strokeStyleId',
  'boundVariables',
  'remote',
  'reactions',
]);

const EVERYWHERE = new Set([
  'id',
  'type',
  'name',
  'parent',
  'removed',
  'visible',
  'locked',
  'expanded',
  'x',
  'y',
  'width',
  'height',
  'opacity',
  'blendMode',
  'effects',
  'isMask',
  'boundVariables',
  'reactions',
  'absoluteBoundingBox',
  'absoluteRenderBounds',
  'getPluginData',
  'setPluginData',
  'remove',
  'exportAsync',
]);

const SHAPE = [
  'rotation',
  'fills',
  'fillStyleId',
  'strokes',
  'strokeStyleId',
  'strokeWeight',
  'cornerRadius',
  'layoutPositioning',
  'layoutSizingHorizontal',
  'layoutSizingVertical',
  'minWidth',
  'minHeight',
  'resize',
  'setFillStyleIdAsync',
  'setStrokeStyleIdAsync',
];

const FRAME = [
  ...SHAPE,
  'children',
  'clipsContent',
  'layoutMode',
  'layoutWrap',
  'itemSpacing',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'primaryAxisAlignItems',
  'counterAxisAlignItems',
  'layoutGrids',
  'findAll',
  'setBoundVariable',
];

/** What each kind of layer has, as the API's reference lists it. */
const FIELDS: Record<NodeData['type'], ReadonlySet<string>> = {
  FRAME: new Set(FRAME),
  COMPONENT: new Set([...FRAME, 'remote']),
  COMPONENT_SET: new Set([...FRAME, 'remote']),
  INSTANCE: new Set([...FRAME, 'getMainComponentAsync']),
  SECTION: new Set(['children', 'fills', 'fillStyleId', 'findAll']),
  GROUP: new Set(['children', 'rotation', 'layoutPositioning', 'findAll', 'resize']),
  TEXT: new Set([
    ...SHAPE,
    'characters',
    'fontSize',
    'fontName',
    'textAlignHorizontal',
    'textAlignVertical',
    'textAutoResize',
    'textTruncation',
    'getStyledTextSegments',
    'setRangeFills',
    'setRangeFillStyleIdAsync',
    'setRangeFontSize',
    'setRangeTextStyleIdAsync',
  ]),
  RECTANGLE: new Set(SHAPE),
  ELLIPSE: new Set(SHAPE),
  VECTOR: new Set(SHAPE),
};

export { lineHeightOf };
