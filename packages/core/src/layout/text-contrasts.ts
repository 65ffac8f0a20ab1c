import type { Layout } from '../protocol/generated/layout.js';
import type { Box } from './box.js';
import { Frame, type Pixels } from './frame.js';
import { readText } from './rules/text-contrast.js';

/** How a text stands out from what is behind it. */
export interface TextContrast {
  /** Id of the text's layer. */
  readonly node: string;
  /** What is seen of it, in pixels of the frame. */
  readonly box: Box;
  /** WCAG's contrast ratio at its worst place, 1 to 21. */
  readonly ratio: number;
  /** What WCAG 2.2 AA asks for: 3 of large text, 4.5 of other. */
  readonly needed: number;
}

/** The contrast of every text of which something is asked and known, in the order of painting: for a view of them all. */
export function textContrasts(layout: Layout, pixels?: Pixels): TextContrast[] {
  const frame = new Frame(layout, pixels);
  return frame.texts.flatMap((layer) => {
    const read = layer.visible === undefined ? undefined : readText(frame, layer);
    if (read === undefined || layer.visible === undefined) return [];
    return [
      { node: layer.id, box: layer.visible, ratio: read.contrast.ratio, needed: read.needed },
    ];
  });
}
