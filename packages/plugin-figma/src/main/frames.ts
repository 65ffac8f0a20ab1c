/** Which frames can be judged. */
import type { FrameRef, Selection } from '../messages.js';
import { CallFailed } from './call-failed.js';

/** Frames whose shorter side has fewer pixels hold too little to be judged. */
const LEAST_SIDE = 64;

export type Frame = FrameNode | ComponentNode | InstanceNode | ComponentSetNode;

export function isFrame(node: BaseNode): node is Frame {
  return (
    node.type === 'FRAME' ||
    node.type === 'COMPONENT' ||
    node.type === 'INSTANCE' ||
    node.type === 'COMPONENT_SET'
  );
}

/** The outermost frame around a layer: a screen, which may lie in sections. */
export function frameAround(node: BaseNode): Frame | undefined {
  let frame: Frame | undefined;
  for (let at: BaseNode | null = node; at !== null && at.type !== 'PAGE'; at = at.parent) {
    if (isFrame(at)) frame = at;
  }
  return frame;
}

export function selectionOf(selected: readonly SceneNode[]): Selection {
  if (selected.length === 0) return { frames: [], reason: 'nothing' };
  const frames = new Map<string, Frame>();
  for (const node of selected) {
    const frame = frameAround(node);
    if (frame !== undefined) frames.set(frame.id, frame);
  }
  if (frames.size === 0) return { frames: [], reason: 'no-frame' };
  const large = [...frames.values()].filter(isLarge);
  return large.length === 0 ? { frames: [], reason: 'too-small' } : { frames: large.map(refOf) };
}

/** The screens of a page, from left to right and top to bottom as they are layered. */
export function framesOf(page: PageNode): FrameRef[] {
  const inside = (nodes: readonly SceneNode[]): Frame[] =>
    nodes.flatMap((node) => {
      if (!node.visible) return [];
      if (node.type === 'SECTION') return inside(node.children);
      return isFrame(node) && isLarge(node) ? [node] : [];
    });
  return inside(page.children).map(refOf);
}

export function refOf(frame: Frame): FrameRef {
  const { id, name, width, height } = frame;
  return { id, name, width, height };
}

/** @throws CallFailed `gone` */
export async function findFrame(id: string): Promise<Frame> {
  const node = await figma.getNodeByIdAsync(id);
  if (node === null || node.removed || !isFrame(node)) {
    throw new CallFailed('gone', `There is no frame ${id} any more.`);
  }
  return node;
}

/** @throws CallFailed `gone` */
export async function findLayer(id: string): Promise<SceneNode> {
  const node = await figma.getNodeByIdAsync(id);
  if (node === null || node.removed || node.type === 'DOCUMENT' || node.type === 'PAGE') {
    throw new CallFailed('gone', `There is no layer ${id} any more.`);
  }
  return node;
}

function isLarge({ width, height }: Frame): boolean {
  return Math.min(width, height) >= LEAST_SIDE;
}
