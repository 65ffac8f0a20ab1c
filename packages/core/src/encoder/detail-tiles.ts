import type { Picture } from '../picture/picture.js';

/** What is cut out of a picture at full size, ready for the graph that reads it. */
export interface DetailTiles {
  /** [count, side, side, 3] interleaved sRGB. */
  readonly pixels: Uint8Array;
  /** [count, 3]: centre x and y in fractions of the upright picture, and 1 where the tile was chosen for being flat. */
  readonly places: Float32Array;
  readonly count: number;
}

/** The last tiles of a picture are its flattest places. */
const FLAT = 2;

/** Cuts the middle out of every full-size tile that is large enough; none where the source is only a preview. */
export function cutDetail({ tiles, width, height }: Picture, side: number): DetailTiles {
  const usable =
    'notMeasured' in tiles
      ? []
      : tiles
          .map((tile, index) => ({ ...tile, flat: index >= tiles.length - FLAT }))
          .filter(({ raster }) => raster.width >= side && raster.height >= side);
  const pixels = new Uint8Array(usable.length * side * side * 3);
  const places = new Float32Array(usable.length * 3);
  usable.forEach(({ x, y, raster, flat }, index) => {
    const left = (raster.width - side) >> 1;
    const top = (raster.height - side) >> 1;
    for (let row = 0; row < side; row++) {
      const from = ((top + row) * raster.width + left) * 3;
      pixels.set(raster.data.subarray(from, from + side * 3), (index * side + row) * side * 3);
    }
    places.set(
      [(x + raster.width / 2) / width, (y + raster.height / 2) / height, flat ? 1 : 0],
      index * 3,
    );
  });
  return { pixels, places, count: usable.length };
}
