import type { MoveFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { ownLayer } from './layer.js';

/** Moves layers that no auto layout places. */
export async function fixMove({ moves }: MoveFix): Promise<Write> {
  const layers = await Promise.all(
    moves.map(async ({ node: id, dx, dy }) => ({ node: await ownLayer(id), dx, dy })),
  );
  for (const { node } of layers) {
    const { parent } = node;
    const placed = parent !== null && 'layoutMode' in parent && parent.layoutMode !== 'NONE';
    const floats = 'layoutPositioning' in node && node.layoutPositioning === 'ABSOLUTE';
    if (placed && !floats) {
      throw new CallFailed('changed', `The auto layout of ${parent.name} places ${node.name}.`);
    }
  }
  return () => {
    for (const { node, dx, dy } of layers) {
      node.x += dx;
      node.y += dy;
    }
  };
}
