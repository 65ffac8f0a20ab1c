/** Tells which of the frames that were read have changed since. */
import { frameAround } from './frames.js';

/** Ids of a frame's layers when it was read, by the frame's id: a layer that is removed no longer tells where it was. */
const read = new Map<string, ReadonlySet<string>>();

export function watchFrame(id: string, layers: readonly { readonly id: string }[]): void {
  read.set(id, new Set(layers.map((layer) => layer.id)));
}

export function watch(onChange: (frame: string) => void): void {
  let page = figma.currentPage;
  const hear = ({ nodeChanges }: NodeChangeEvent): void => {
    const changed = new Set<string>();
    for (const { id, node } of nodeChanges) {
      if (!node.removed) {
        const frame = frameAround(node);
        if (frame !== undefined && read.has(frame.id)) changed.add(frame.id);
      }
      // Removed, or moved to another frame.
      for (const [frame, layers] of read) if (layers.has(id) || frame === id) changed.add(frame);
    }
    for (const frame of changed) onChange(frame);
  };
  page.on('nodechange', hear);
  figma.on('currentpagechange', () => {
    page.off('nodechange', hear);
    page = figma.currentPage;
    page.on('nodechange', hear);
  });
}
