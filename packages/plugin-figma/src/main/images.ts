import type { ImageFill } from '../messages.js';
import type { Frame } from './frames.js';

/** Pictures on fewer pixels than this are icons and avatars. */
const LEAST_SIDE = 160;
const MOST = 8;

/** The pictures that fill layers of a frame, and the frame itself, largest first. */
export async function imagesOf(frame: Frame): Promise<ImageFill[]> {
  const layers = frame.findAll((node) => node.visible && hashOf(node) !== undefined);
  const large = [frame, ...layers]
    .filter((node) => hashOf(node) !== undefined && Math.min(node.width, node.height) >= LEAST_SIDE)
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MOST);
  const found: ImageFill[] = [];
  for (const node of large) {
    const image = figma.getImageByHash(hashOf(node)!);
    if (image === null) continue;
    const { id, name, width, height } = node;
    found.push({ node: id, name, width, height, bytes: await image.getBytesAsync() });
  }
  return found;
}

function hashOf(node: SceneNode): string | undefined {
  if (!('fills' in node) || typeof node.fills === 'symbol') return undefined;
  const paint = node.fills.find(({ type, visible }) => type === 'IMAGE' && visible !== false);
  return paint?.type === 'IMAGE' ? (paint.imageHash ?? undefined) : undefined;
}
