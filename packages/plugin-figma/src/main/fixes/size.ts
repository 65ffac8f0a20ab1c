import type { SizeFix } from '@calm-sdk/core/layout';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { ownLayer } from './layer.js';

/** Another size about the centre. What grows with its content is given a least size instead, so that it goes on growing. */
export async function fixSize({ node: id, width, height }: SizeFix): Promise<Write> {
  const node = await ownLayer(id);
  if (!('resize' in node)) throw new CallFailed('changed', `${node.name} cannot be resized.`);
  const hugs = 'layoutMode' in node && node.layoutMode !== 'NONE';
  if (hugs) {
    return () => {
      if (width > node.width) node.minWidth = width;
      if (height > node.height) node.minHeight = height;
    };
  }
  const placed =
    node.parent !== null && 'layoutMode' in node.parent && node.parent.layoutMode !== 'NONE';
  return () => {
    const { width: w, height: h } = node;
    node.resize(width, height);
    if (placed) return;
    node.x -= (width - w) / 2;
    node.y -= (height - h) / 2;
  };
}
