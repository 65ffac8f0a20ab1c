/** A frame of the document as a layout: what core's rules read. */
import type {
  AutoLayout,
  ComponentRef,
  Layout,
  LayoutGrid,
  LayoutNode,
  LayoutText,
  TextSegment,
} from '@calm-sdk/core/layout';
import type { Frame } from './frames.js';
import { readPaints } from './read-paint.js';
import { readTokens } from './read-tokens.js';

/** After so many layers Figma is let to draw and to hear the person. */
const LAYERS_AT_A_TIME = 250;
/** More than this is no screen any more. */
const MOST_LAYERS = 20_000;

export async function readLayout(frame: Frame): Promise<Layout> {
  const origin = frame.absoluteBoundingBox ?? { x: 0, y: 0 };
  const nodes: LayoutNode[] = [];
  const waiting: { readonly node: SceneNode; readonly parent?: string }[] = [];
  // The last one pushed is the next one read: back to front, a container before what it holds.
  const push = (children: readonly SceneNode[], parent?: string): void => {
    for (const node of [...children].reverse()) {
      waiting.push(parent === undefined ? { node } : { node, parent });
    }
  };
  push(frame.children);
  let read = 0;
  while (waiting.length > 0 && nodes.length < MOST_LAYERS) {
    const { node, parent } = waiting.pop()!;
    if (!node.visible) continue;
    const layer = await readLayer(node, parent, origin);
    if (layer === undefined) continue;
    nodes.push(layer);
    if (isContainer(node)) push(node.children, node.id);
    if (++read % LAYERS_AT_A_TIME === 0) await letDraw();
  }
  const autoLayout = readAutoLayout(frame);
  const grid = readGrid(frame);
  return {
    name: frame.name,
    width: frame.width,
    height: frame.height,
    fills: readPaints(frame.fills, frame.fillStyleId),
    ...(autoLayout === undefined ? {} : { autoLayout }),
    ...(grid === undefined ? {} : { grid }),
    nodes,
    tokens: await readTokens(frame, new Set(nodes.flatMap(tokensOf))),
  };
}

async function readLayer(
  node: SceneNode,
  parent: string | undefined,
  origin: { readonly x: number; readonly y: number },
): Promise<LayoutNode | undefined> {
  const box = node.absoluteBoundingBox;
  if (box === null) return undefined;
  const component = node.type === 'INSTANCE' ? await componentOf(node) : undefined;
  const autoLayout = 'layoutMode' in node ? readAutoLayout(node) : undefined;
  const fills = 'fills' in node ? readPaints(node.fills, node.fillStyleId) : [];
  const strokes =
    'strokes' in node && hasStroke(node) ? readPaints(node.strokes, node.strokeStyleId) : [];
  return {
    id: node.id,
    ...(parent === undefined ? {} : { parent }),
    name: node.name,
    kind: node.type === 'TEXT' ? 'text' : isContainer(node) ? 'container' : 'shape',
    x: box.x - origin.x,
    y: box.y - origin.y,
    width: box.width,
    height: box.height,
    ...('rotation' in node && node.rotation !== 0 ? { rotation: node.rotation } : {}),
    ...('opacity' in node && node.opacity !== 1 ? { opacity: node.opacity } : {}),
    ...('clipsContent' in node && node.clipsContent ? { clips: true } : {}),
    ...(fills.length === 0 ? {} : { fills }),
    ...(strokes.length === 0 ? {} : { strokes }),
    ...(blends(node) ? { blends: true } : {}),
    ...(node.type === 'TEXT' ? { text: readText(node) } : {}),
    ...(autoLayout === undefined ? {} : { autoLayout }),
    ...('layoutPositioning' in node && node.layoutPositioning === 'ABSOLUTE'
      ? { floats: true }
      : {}),
    ...('reactions' in node && node.reactions.length > 0 ? { interactive: true } : {}),
    ...(component === undefined ? {} : { component }),
    ...(node.locked ? { locked: true } : {}),
  };
}

/** A boolean operation is one shape, whatever it is made of. */
function isContainer(node: SceneNode): node is SceneNode & ChildrenMixin {
  return 'children' in node && node.type !== 'BOOLEAN_OPERATION';
}

function tokensOf({ fills = [], strokes = [], text, autoLayout }: LayoutNode): string[] {
  const paints = [
    ...fills,
    ...strokes,
    ...(text?.segments ?? []).flatMap((each) => each.fills ?? []),
  ];
  return [
    ...paints.flatMap((paint) =>
      paint.kind === 'solid' && paint.token !== undefined ? [paint.token] : [],
    ),
    ...(autoLayout?.gapToken === undefined ? [] : [autoLayout.gapToken]),
    ...(autoLayout?.paddingTokens ?? []).filter((token) => token !== ''),
  ];
}

function hasStroke(node: SceneNode & MinimalStrokesMixin): boolean {
  return typeof node.strokeWeight !== 'number' || node.strokeWeight > 0;
}

/** What a layer looks like only its rendition shows. */
function blends(node: SceneNode): boolean {
  if (!('effects' in node)) return false;
  const blurred = node.effects.some(
    ({ type, visible }) => visible && type !== 'DROP_SHADOW' && type !== 'INNER_SHADOW',
  );
  return (
    blurred ||
    (node.blendMode !== 'NORMAL' && node.blendMode !== 'PASS_THROUGH') ||
    ('isMask' in node && node.isMask)
  );
}

function readText(node: TextNode): LayoutText {
  const segments = node.getStyledTextSegments([
    'fontSize',
    'fontName',
    'fontWeight',
    'lineHeight',
    'fills',
    'fillStyleId',
    'textStyleId',
  ]);
  const align = { LEFT: 'left', CENTER: 'centre', RIGHT: 'right', JUSTIFIED: 'justified' } as const;
  const fixed = node.textAutoResize === 'NONE' || node.textAutoResize === 'TRUNCATE';
  return {
    characters: node.characters,
    segments: segments.map((segment): TextSegment => {
      const lineHeight = pixels(segment.lineHeight, segment.fontSize);
      return {
        length: segment.end - segment.start,
        fontSize: segment.fontSize,
        fontWeight: segment.fontWeight,
        fontFamily: segment.fontName.family,
        ...(lineHeight === undefined ? {} : { lineHeight }),
        fills: readPaints(segment.fills, segment.fillStyleId),
        ...(segment.textStyleId === '' ? {} : { style: segment.textStyleId }),
      };
    }),
    align: align[node.textAlignHorizontal],
    ...(node.textTruncation === 'ENDING' ? { truncated: true } : {}),
    ...(fixed ? { fixedSize: true, ...neededSize(node) } : {}),
  };
}

/** What the letters take where they are let to reach beyond their box. */
function neededSize(node: TextNode): Pick<LayoutText, 'neededWidth' | 'neededHeight'> {
  const [box, drawn] = [node.absoluteBoundingBox, node.absoluteRenderBounds];
  if (box === null || drawn === null || node.textTruncation === 'ENDING') return {};
  return {
    neededWidth: Math.max(box.width, drawn.x + drawn.width - box.x),
    neededHeight: Math.max(box.height, drawn.y + drawn.height - box.y),
  };
}

/** Undefined where the font decides. */
function pixels(height: LineHeight, fontSize: number): number | undefined {
  if (height.unit === 'AUTO') return undefined;
  return height.unit === 'PIXELS' ? height.value : (height.value * fontSize) / 100;
}

function readAutoLayout(node: AutoLayoutMixin): AutoLayout | undefined {
  if (node.layoutMode !== 'HORIZONTAL' && node.layoutMode !== 'VERTICAL') return undefined;
  const bound =
    'boundVariables' in node
      ? (node.boundVariables as SceneNodeMixin['boundVariables'])
      : undefined;
  const gapToken = bound?.itemSpacing?.id;
  const paddingTokens = (
    ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'] as const
  ).map((side) => bound?.[side]?.id ?? '');
  return {
    direction: node.layoutMode === 'HORIZONTAL' ? 'row' : 'column',
    ...(node.layoutWrap === 'WRAP' ? { wraps: true } : {}),
    gap: node.itemSpacing,
    ...(node.primaryAxisAlignItems === 'SPACE_BETWEEN' ? { spread: true } : {}),
    ...(gapToken === undefined ? {} : { gapToken }),
    padding: {
      top: node.paddingTop,
      right: node.paddingRight,
      bottom: node.paddingBottom,
      left: node.paddingLeft,
    },
    ...(paddingTokens.some((token) => token !== '') ? { paddingTokens } : {}),
  };
}

/** The first visible grid of columns. */
function readGrid(frame: Frame): LayoutGrid | undefined {
  for (const grid of frame.layoutGrids) {
    if (grid.pattern !== 'COLUMNS' || grid.visible === false || !Number.isFinite(grid.count))
      continue;
    const { count, gutterSize, offset = 0, sectionSize } = grid;
    if (grid.alignment === 'STRETCH') return { columns: count, gutter: gutterSize, margin: offset };
    if (sectionSize === undefined) continue;
    const total = count * sectionSize + (count - 1) * gutterSize;
    const margin = {
      MIN: offset,
      CENTER: (frame.width - total) / 2,
      MAX: frame.width - total - offset,
    };
    if (margin[grid.alignment] < 0) continue;
    return {
      columns: count,
      gutter: gutterSize,
      margin: margin[grid.alignment],
      columnWidth: sectionSize,
    };
  }
  return undefined;
}

/** What an instance is one of; variants by the name of their set. */
async function componentOf(instance: InstanceNode): Promise<ComponentRef | undefined> {
  const component = await instance.getMainComponentAsync();
  if (component === null) return { name: instance.name };
  const set = component.parent?.type === 'COMPONENT_SET' ? component.parent : undefined;
  return {
    name: (set ?? component).name,
    id: component.id,
    ...(component.remote ? { remote: true } : {}),
  };
}

function letDraw(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
