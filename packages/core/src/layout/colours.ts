/** The colours that a frame uses, and where. */
import type { ColourFix, Paint } from '../protocol/generated/layout.js';
import { parseColour } from './colour/rgb.js';
import type { Frame, Layer } from './frame.js';

/** One use of an opaque colour. */
export interface Use {
  readonly layer: Layer;
  readonly of: ColourFix['of'];
  readonly colour: string;
  readonly token: string | undefined;
}

/** Uses in texts, containers and plain shapes; drawings and pictures have colours of their own. */
export function usesOf(frame: Frame): Use[] {
  return frame.layers.flatMap((layer): Use[] => {
    const { node, visible, decorative, drawn, opacity } = layer;
    if (visible === undefined || decorative || drawn || opacity < 0.02) return [];
    const fills =
      node.text?.segments.flatMap((segment) => segment.fills ?? node.fills ?? []) ??
      node.fills ??
      [];
    return [...solid(layer, 'fills', fills), ...solid(layer, 'strokes', node.strokes ?? [])];
  });
}

function solid(layer: Layer, of: Use['of'], paints: readonly Paint[]): Use[] {
  const uses = new Map<string, Use>();
  for (const paint of paints) {
    if (paint.kind !== 'solid' || parseColour(paint.colour)[3] < 1) continue;
    uses.set(paint.colour, { layer, of, colour: paint.colour, token: paint.token });
  }
  return [...uses.values()];
}
