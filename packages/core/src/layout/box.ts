/** A rectangle in pixels of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;
export const area = ({ width, height }: Box): number => width * height;

/** What two boxes share, undefined where nothing. */
export function shared(one: Box, other: Box): Box | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(right(one), right(other)) - x;
  const height = Math.min(bottom(one), bottom(other)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** Whether a box lies within another that is larger by `slack` on each side. */
export function within(inner: Box, outer: Box, slack = 0): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    right(inner) <= right(outer) + slack &&
    bottom(inner) <= bottom(outer) + slack
  );
}

/** Where things may lie along, or across, a direction. */
export type Axis = 'x' | 'y';

export const start = (box: Box, axis: Axis): number => box[axis];
export const extent = (box: Box, axis: Axis): number => (axis === 'x' ? box.width : box.height);
export const end = (box: Box, axis: Axis): number => box[axis] + extent(box, axis);
export const centre = (box: Box, axis: Axis): number => box[axis] + extent(box, axis) / 2;
export const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
