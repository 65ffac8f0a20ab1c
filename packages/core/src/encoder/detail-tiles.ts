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
/** Of those with the most detail, so many are seen: twelve name changes no better than four, and cost the time of half a face search. */
const DETAILED = 4;

/** Cuts the middle out of some full-size tiles that are large enough; none where the source is only a preview. */
export function cutDetail({ tiles, width, height }: Picture, side: number): DetailTiles {
  const usable =
    'notMeasured' in tiles
      ? []
      : tiles
          .map((tile, index) => ({ ...tile, flat: index >= tiles.length - FLAT }))
          .filter(({ raster }) => raster.width >= side && raster.height >= side);
  const chosen = [
    ...spread(
      usable.filter(({ flat }) => !flat),
      DETAILED,
    ),
    ...usable.filter(({ flat }) => flat),
  ];
  const pixels = new Uint8Array(chosen.length * side * side * 3);
  const places = new Float32Array(chosen.length * 3);
  chosen.forEach(({ x, y, raster, flat }, index) => {
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
  return { pixels, places, count: chosen.length };
}

/** At most `count` items, evenly spread. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  const wanted = new Set(
    Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * items.length) / count)),
  );
  return items.filter((_, index) => wanted.has(index));
}
