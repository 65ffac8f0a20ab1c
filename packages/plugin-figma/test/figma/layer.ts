/** What the double knows of a layer: the fields of Figma's nodes that the plugin uses, with Figma's names and defaults. */
import type { NodeData, PaintData } from './document.js';

/** A stretch of text that is set alike. */
export interface Run {
  start: number;
  end: number;
  fontSize: number;
  fontName: FontName;
  fontWeight: number;
  lineHeight: number | undefined;
  fills: Paint[];
  fillStyleId: string;
  textStyleId: string;
  boundVariables: Record<string, VariableAlias>;
}

export interface Layer {
  readonly id: string;
  readonly type: NodeData['type'];
  name: string;
  parent: string;
  children: Layer[];
  visible: boolean;
  locked: boolean;
  expanded: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
  opacity: number;
  blendMode: BlendMode;
  effects: Effect[];
  isMask: boolean;
  fills: Paint[];
  fillStyleId: string;
  strokes: Paint[];
  strokeStyleId: string;
  strokeWeight: number;
  cornerRadius: number;
  boundVariables: Record<string, VariableAlias>;
  reactions: Reaction[];
  layoutPositioning: 'AUTO' | 'ABSOLUTE';
  layoutSizingHorizontal: 'FIXED' | 'HUG' | 'FILL';
  layoutSizingVertical: 'FIXED' | 'HUG' | 'FILL';
  minWidth: number | null;
  minHeight: number | null;
  clipsContent: boolean;
  layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL';
  layoutWrap: 'NO_WRAP' | 'WRAP';
  itemSpacing: number;
  paddingTop: number;
  paddingRight: number;
  paddingBottom: number;
  paddingLeft: number;
  primaryAxisAlignItems: 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN';
  counterAxisAlignItems: 'MIN' | 'CENTER' | 'MAX';
  layoutGrids: LayoutGrid[];
  modes: Readonly<Record<string, string>>;
  component: string | undefined;
  remote: boolean;
  characters: string;
  runs: Run[];
  textAlignHorizontal: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED';
  textAlignVertical: 'TOP' | 'CENTER' | 'BOTTOM';
  textAutoResize: 'NONE' | 'WIDTH_AND_HEIGHT' | 'HEIGHT' | 'TRUNCATE';
  textTruncation: 'DISABLED' | 'ENDING';
  pluginData: Record<string, string>;
}

export const FONT: FontName = { family: 'Inter', style: 'Regular' };

export function layerOf(data: NodeData, parent: string, nextId: () => string): Layer {
  const id = data.id ?? nextId();
  const [top, right, bottom, left] =
    typeof data.padding === 'object'
      ? data.padding
      : Array.from({ length: 4 }, () => (data.padding as number | undefined) ?? 0);
  const isText = data.type === 'TEXT';
  const fills = (data.fills ?? []).map(paintOf);
  const characters = data.characters ?? '';
  const { grid } = data;
  return {
    id,
    type: data.type,
    name: data.name,
    parent,
    children: (data.children ?? []).map((child) => layerOf(child, id, nextId)),
    visible: data.visible ?? true,
    locked: false,
    expanded: true,
    x: data.x ?? 0,
    y: data.y ?? 0,
    width: data.width ?? 100,
    height: data.height ?? 100,
    rotation: 0,
    opacity: data.opacity ?? 1,
    blendMode: 'PASS_THROUGH',
    effects: [],
    isMask: false,
    fills,
    fillStyleId: data.fillStyle ?? '',
    strokes: (data.strokes ?? []).map(paintOf),
    strokeStyleId: '',
    strokeWeight: data.strokeWeight ?? 1,
    cornerRadius: data.cornerRadius ?? 0,
    boundVariables: data.gapVariable === undefined ? {} : { itemSpacing: alias(data.gapVariable) },
    reactions:
      data.interactive === true
        ? [{ actions: [{ type: 'BACK' }], trigger: { type: 'ON_CLICK' } }]
        : [],
    layoutPositioning: data.floats === true ? 'ABSOLUTE' : 'AUTO',
    layoutSizingHorizontal: data.across ?? (isText ? 'HUG' : 'FIXED'),
    layoutSizingVertical: data.down ?? (isText ? 'HUG' : 'FIXED'),
    minWidth: null,
    minHeight: null,
    clipsContent: data.clipsContent ?? false,
    layoutMode: data.layout ?? 'NONE',
    layoutWrap: 'NO_WRAP',
    itemSpacing: data.gap ?? 0,
    paddingTop: top,
    paddingRight: right,
    paddingBottom: bottom,
    paddingLeft: left,
    primaryAxisAlignItems: data.align ?? 'MIN',
    counterAxisAlignItems: data.cross ?? 'MIN',
    layoutGrids:
      grid === undefined
        ? []
        : [
            {
              pattern: 'COLUMNS',
              alignment: 'STRETCH',
              gutterSize: grid.gutter,
              count: grid.columns,
              offset: grid.margin,
            },
          ],
    modes: data.modes ?? {},
    component: data.component,
    remote: data.remote ?? false,
    characters,
    runs: isText
      ? [
          {
            start: 0,
            end: characters.length,
            fontSize: data.fontSize ?? 16,
            fontName: FONT,
            fontWeight: data.fontWeight ?? 400,
            lineHeight: data.lineHeight,
            fills,
            fillStyleId: data.fillStyle ?? '',
            textStyleId: data.textStyle ?? '',
            boundVariables: {},
          },
        ]
      : [],
    textAlignHorizontal: data.textAlign ?? 'LEFT',
    textAlignVertical: 'TOP',
    textAutoResize:
      data.truncated === true
        ? 'TRUNCATE'
        : data.fixed === true
          ? 'NONE'
          : data.across === 'FILL' || data.across === 'FIXED'
            ? 'HEIGHT'
            : 'WIDTH_AND_HEIGHT',
    textTruncation: data.truncated === true ? 'ENDING' : 'DISABLED',
    pluginData: {},
  };
}

export const alias = (id: string): VariableAlias => ({ type: 'VARIABLE_ALIAS', id });

export function paintOf(data: PaintData): Paint {
  if (typeof data === 'string') return solid(data);
  if ('variable' in data) {
    return { ...solid('#000000'), boundVariables: { color: alias(data.variable) } };
  }
  if ('image' in data) return { type: 'IMAGE', scaleMode: 'FILL', imageHash: data.image };
  const [from, to] = data.gradient;
  return {
    type: 'GRADIENT_LINEAR',
    gradientTransform: [
      [0, 1, 0],
      [-1, 0, 1],
    ],
    gradientStops: [
      { position: 0, color: rgba(from) },
      { position: 1, color: rgba(to) },
    ],
  };
}

function solid(colour: string): SolidPaint {
  const { r, g, b, a } = rgba(colour);
  return { type: 'SOLID', color: { r, g, b }, opacity: a };
}

export function rgba(colour: string): RGBA {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return { r: part(1), g: part(3), b: part(5), a: colour.length > 7 ? part(7) : 1 };
}
