import { turnedSize } from './operations/geometry.js';
import { applyToFrame, applyWithinFrame, movesFrame, type Edit } from './operations/edit.js';
import { meanLuma } from './operations/tone.js';
import { resized } from './decode.js';
import { encoderSize } from './encoder-size.js';
import type { Picture, Tile } from './picture.js';

/**
 * The picture as it would be after an edit, as far as the engine looks at it: working raster, encoder input and full-size tiles are
 * edited, the full picture is not needed. Hash and capture facts stay those of the source.
 *
 * Tiles follow the edit where it keeps the frame. Of a crop those remain that lie within it; a turn keeps each where its middle comes
 * to lie and does not turn what it shows, since detail is the same at any angle.
 */
export async function editedPicture(picture: Picture, edit: Edit): Promise<Picture> {
  const { working, width, height, tiles } = picture;
  if (movesFrame(edit)) {
    const moved = await applyToFrame(working, edit);
    const size =
      edit.operation === 'crop'
        ? {
            width: Math.max(1, Math.round(width * edit.width)),
            height: Math.max(1, Math.round(height * edit.height)),
          }
        : turnedSize(width, height, edit.degrees);
    return {
      ...picture,
      ...size,
      working: moved,
      small: await resized(moved, encoderSize(size.width, size.height), 'lanczos3'),
      tiles: isList(tiles) ? within(tiles, picture, size, edit) : tiles,
    };
  }
  const mean = meanLuma(working);
  const edited = await applyWithinFrame(working, edit, {
    meanLuma: mean,
    scale: Math.min(1, working.width / width),
  });
  return {
    ...picture,
    working: edited,
    small: await resized(edited, encoderSize(width, height), 'lanczos3'),
    tiles: isList(tiles)
      ? await Promise.all(
          tiles.map(async ({ x, y, raster }) => ({
            x,
            y,
            raster: await applyWithinFrame(raster, edit, {
              meanLuma: mean,
              scale: 1,
              area: { x, y, width, height },
            }),
          })),
        )
      : tiles,
  };
}

function isList(tiles: Picture['tiles']): tiles is readonly Tile[] {
  return Array.isArray(tiles);
}

/** The tiles that lie within the new frame, at their new places. */
function within(
  tiles: readonly Tile[],
  { width, height }: Picture,
  size: { readonly width: number; readonly height: number },
  edit: Extract<Edit, { operation: 'rotate' | 'crop' }>,
): Picture['tiles'] {
  const kept = tiles.flatMap(({ x, y, raster }): Tile[] => {
    const place =
      edit.operation === 'crop'
        ? { x: x - edit.x * width, y: y - edit.y * height }
        : turned({ x, y, raster }, { width, height }, size, edit.degrees);
    const inside =
      place.x > -1 &&
      place.y > -1 &&
      place.x + raster.width < size.width + 1 &&
      place.y + raster.height < size.height + 1;
    return inside
      ? [{ raster, x: Math.max(0, Math.round(place.x)), y: Math.max(0, Math.round(place.y)) }]
      : [];
  });
  return kept.length > 0
    ? kept
    : { notMeasured: 'no full-size part of the picture that was looked at lies in the new frame' };
}

function turned(
  { x, y, raster }: Tile,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
  degrees: number,
): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const right = x + raster.width / 2 - from.width / 2;
  const down = y + raster.height / 2 - from.height / 2;
  return {
    x: right * Math.cos(angle) - down * Math.sin(angle) + to.width / 2 - raster.width / 2,
    y: right * Math.sin(angle) + down * Math.cos(angle) + to.height / 2 - raster.height / 2,
  };
}
