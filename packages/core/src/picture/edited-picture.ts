import { encoderInput } from './decode.js';
import {
  applyToFrame,
  applyWithinFrame,
  movesFrame,
  type Edit,
  type FrameEdit,
} from './operations/edit.js';
import { boxOf, straightenedSize, turnedSize } from './operations/geometry.js';
import { meanLuma } from './operations/tone.js';
import type { Picture, Tile } from './picture.js';

/**
 * The picture as it would be after an edit, as far as the engine looks at it: working raster, encoder input and full-size tiles are
 * edited, the full picture is not needed. Hash and capture facts stay those of the source.
 *
 * Tiles follow the edit where it keeps the frame. Of a crop those remain that lie within it; a turn or straightening keeps each where its middle comes
 * to lie and does not turn what it shows, since detail is the same at any angle.
 */
export async function editedPicture(picture: Picture, edit: Edit): Promise<Picture> {
  return movesFrame(edit) ? framed(picture, edit) : retouched(picture, edit);
}

async function retouched(picture: Picture, edit: Exclude<Edit, FrameEdit>): Promise<Picture> {
  const { width, height, tiles } = picture;
  const mean = edit.operation === 'contrast' ? { meanLuma: meanLuma(picture.working) } : {};
  const scale = Math.min(1, picture.working.width / width);
  const working = await applyWithinFrame(picture.working, edit, { ...mean, scale });
  return {
    ...picture,
    working,
    small: await encoderInput(working, width, height),
    tiles: isList(tiles)
      ? await Promise.all(
          tiles.map(async ({ x, y, raster }) => {
            const area = { x, y, width, height };
            return { x, y, raster: await applyWithinFrame(raster, edit, { ...mean, area }) };
          }),
        )
      : tiles,
  };
}

async function framed(picture: Picture, edit: FrameEdit): Promise<Picture> {
  const { tiles } = picture;
  const { size, place } = frameOf(picture, edit);
  const working = await applyToFrame(picture.working, edit);
  return {
    ...picture,
    ...size,
    working,
    small: await encoderInput(working, size.width, size.height),
    tiles: isList(tiles) ? within(tiles, size, place) : tiles,
  };
}

function isList(tiles: Picture['tiles']): tiles is readonly Tile[] {
  return Array.isArray(tiles);
}

/** Sizes and positions in full-size pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/** The size of the new frame, and where in it a tile comes to lie. */
function frameOf(
  { width, height }: Size,
  edit: FrameEdit,
): { readonly size: Size; readonly place: (tile: Tile) => Position } {
  if (edit.operation === 'crop') {
    const box = boxOf(edit, width, height);
    return {
      size: { width: box.width, height: box.height },
      place: ({ x, y }) => ({ x: x - box.x, y: y - box.y }),
    };
  }
  if (edit.operation === 'keystone') {
    const size = straightenedSize(width, height, edit.degrees);
    // What is straightened shifts by less than it is cropped; a tile stays about where it was.
    return {
      size,
      place: ({ x, y }) => ({ x: x - (width - size.width) / 2, y: y - (height - size.height) / 2 }),
    };
  }
  const size = turnedSize(width, height, edit.degrees);
  const angle = (edit.degrees * Math.PI) / 180;
  return {
    size,
    place: ({ x, y, raster }) => {
      const right = x + (raster.width - width) / 2;
      const down = y + (raster.height - height) / 2;
      return {
        x: right * Math.cos(angle) - down * Math.sin(angle) + (size.width - raster.width) / 2,
        y: right * Math.sin(angle) + down * Math.cos(angle) + (size.height - raster.height) / 2,
      };
    },
  };
}

/** The tiles that lie within the new frame, at their new places. */
function within(
  tiles: readonly Tile[],
  size: Size,
  place: (tile: Tile) => Position,
): Picture['tiles'] {
  const kept = tiles.flatMap((tile): Tile[] => {
    const { raster } = tile;
    const { x, y } = place(tile);
    const inside =
      x > -1 && y > -1 && x + raster.width < size.width + 1 && y + raster.height < size.height + 1;
    return inside ? [{ raster, x: Math.max(0, Math.round(x)), y: Math.max(0, Math.round(y)) }] : [];
  });
  return kept.length > 0
    ? kept
    : { notMeasured: 'no full-size part of the picture that was looked at lies in the new frame' };
}
