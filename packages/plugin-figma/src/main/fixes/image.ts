import type { ImageEdit, ImageFilter } from '../../messages.js';
import { CallFailed } from '../call-failed.js';
import type { Write } from './write.js';
import { expectFree, ownLayer } from './layer.js';

/** Crops the picture that fills a layer, or moves its sliders; the picture itself stays whole. */
export async function fixImage({ node: id, crop, filters = {} }: ImageEdit): Promise<Write> {
  const node = await ownLayer(id);
  if (!('fills' in node) || typeof node.fills === 'symbol') {
    throw new CallFailed('changed', `${node.name} has no fills.`);
  }
  const index = node.fills.findIndex(({ type, visible }) => type === 'IMAGE' && visible !== false);
  const paint = node.fills[index];
  if (paint?.type !== 'IMAGE') {
    throw new CallFailed('changed', `${node.name} is filled with no picture any more.`);
  }
  expectFree(node, 'fill', node.fillStyleId !== '');
  const edited: ImagePaint = {
    ...paint,
    ...(crop === undefined
      ? {}
      : { scaleMode: 'CROP', imageTransform: cropped(seenOf(node, paint), crop) }),
    filters: slid(paint.filters ?? {}, filters),
  };
  const fills = node.fills.map((each, at) => (at === index ? edited : each));
  return () => {
    node.fills = fills;
  };
}

/** The part of the picture that is seen, as fractions of it. */
type Part = NonNullable<ImageEdit['crop']>;

function seenOf(node: SceneNode, { scaleMode, imageTransform }: ImagePaint): Part {
  if (scaleMode !== 'CROP' || imageTransform === undefined) {
    return { x: 0, y: 0, width: 1, height: 1 };
  }
  const [[width, turnX, x], [turnY, height, y]] = imageTransform;
  if (turnX !== 0 || turnY !== 0) {
    throw new CallFailed('changed', `The picture in ${node.name} is turned.`);
  }
  return { x, y, width, height };
}

function cropped(seen: Part, crop: Part): Transform {
  return [
    [seen.width * crop.width, 0, seen.x + seen.width * crop.x],
    [0, seen.height * crop.height, seen.y + seen.height * crop.y],
  ];
}

function slid(now: ImageFilters, by: Partial<Record<ImageFilter, number>>): ImageFilters {
  const result: Record<string, number> = { ...now };
  for (const [name, amount] of Object.entries(by)) {
    result[name] = Math.min(1, Math.max(-1, (result[name] ?? 0) + amount));
  }
  return result;
}
