import type {
  AutoLayout,
  Layout,
  LayoutFix,
  LayoutNode,
  Paint,
  TextSegment,
} from '../protocol/generated/layout.js';

/**
 * The layout as it is once a fix is made, for a preview or to check that it helps. Containers keep their sizes; what an auto layout holds moves
 * with its gap and paddings. A fix that is to be made in a component changes nothing here.
 */
export function applyFix(layout: Layout, fix: LayoutFix): Layout {
  switch (fix.kind) {
    case 'colour': {
      const nodes = new Set(fix.nodes);
      const paint: Paint = {
        kind: 'solid',
        colour: fix.to,
        ...(fix.token === undefined ? {} : { token: fix.token }),
      };
      const painted = (paints: readonly Paint[]): Paint[] =>
        paints.map((each) => (each.kind === 'solid' && each.colour === fix.from ? paint : each));
      return changed(layout, nodes, (node) => {
        const paints = node[fix.of];
        const text =
          node.text === undefined || fix.of === 'strokes'
            ? undefined
            : segmented(node, (segment) =>
                segment.fills === undefined
                  ? segment
                  : { ...segment, fills: painted(segment.fills) },
              );
        return { ...node, ...(paints === undefined ? {} : { [fix.of]: painted(paints) }), ...text };
      });
    }
    case 'font-size':
      return changed(layout, new Set(fix.nodes), (node) => ({
        ...node,
        ...segmented(node, (segment) =>
          segment.fontSize === fix.from
            ? {
                ...segment,
                fontSize: fix.to,
                ...(segment.lineHeight === undefined
                  ? {}
                  : { lineHeight: (segment.lineHeight * fix.to) / fix.from }),
                ...(fix.token === undefined ? {} : { style: fix.token }),
              }
            : segment,
        ),
      }));
    case 'gap': {
      const { node: id, from, to, token } = fix;
      const container = layout.nodes.find((node) => node.id === id)?.autoLayout;
      if (container === undefined) return layout;
      const held = arranged(layout, id);
      const shifts = new Map(
        container.wraps === true
          ? []
          : held.map((node, place) => [node.id, along(container, place * (to - from))]),
      );
      return changed(moved(layout, shifts), new Set([id]), (node) => ({
        ...node,
        autoLayout: {
          ...container,
          gap: to,
          ...(token === undefined ? {} : { gapToken: token }),
        },
      }));
    }
    case 'padding': {
      const { node: id, from, to } = fix;
      const container = layout.nodes.find((node) => node.id === id)?.autoLayout;
      if (container === undefined) return layout;
      const by = [to.left - from.left, to.top - from.top] as const;
      const shifts = new Map(arranged(layout, id).map((node) => [node.id, by]));
      return changed(moved(layout, shifts), new Set([id]), (node) => ({
        ...node,
        autoLayout: { ...container, padding: { ...to } },
      }));
    }
    case 'move':
      return moved(layout, new Map(fix.moves.map(({ node, dx, dy }) => [node, [dx, dy] as const])));
    case 'size':
      return changed(layout, new Set([fix.node]), (node) => ({
        ...node,
        x: node.x - (fix.width - node.width) / 2,
        y: node.y - (fix.height - node.height) / 2,
        width: fix.width,
        height: fix.height,
      }));
    case 'component':
      return layout;
  }
}

type Shift = readonly [dx: number, dy: number];

function along({ direction }: AutoLayout, by: number): Shift {
  return direction === 'row' ? [by, 0] : [0, by];
}

/** What an auto layout places, in order. */
function arranged({ nodes }: Layout, container: string): LayoutNode[] {
  return nodes.filter(({ parent, floats }) => parent === container && floats !== true);
}

/** Layers moved with all that they hold, which comes after them. */
function moved(layout: Layout, shifts: ReadonlyMap<string, Shift>): Layout {
  const total = new Map<string, Shift>();
  const nodes = layout.nodes.map((node): LayoutNode => {
    const [ownX, ownY] = shifts.get(node.id) ?? [0, 0];
    const [heldX, heldY] = (node.parent === undefined ? undefined : total.get(node.parent)) ?? [
      0, 0,
    ];
    const shift: Shift = [ownX + heldX, ownY + heldY];
    if (shift[0] === 0 && shift[1] === 0) return node;
    total.set(node.id, shift);
    return { ...node, x: node.x + shift[0], y: node.y + shift[1] };
  });
  return { ...layout, nodes };
}

function changed(
  layout: Layout,
  ids: ReadonlySet<string>,
  change: (node: LayoutNode) => LayoutNode,
): Layout {
  return { ...layout, nodes: layout.nodes.map((node) => (ids.has(node.id) ? change(node) : node)) };
}

function segmented(
  { text }: LayoutNode,
  change: (segment: TextSegment) => TextSegment,
): Pick<LayoutNode, 'text'> {
  if (text === undefined) return {};
  return { text: { ...text, segments: text.segments.map(change) } };
}
