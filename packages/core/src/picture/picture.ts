/**
 * What the engine sees of a photograph once every file format, rotation and colour profile is behind it.
 */
import type { CaptureFacts } from '../protocol/generated/assessment.js';

export type { CaptureFacts };

/** Samples of 8 bits, 0 to 255, or of 16 bits, 0 to 65535. */
export type Samples = Uint8Array | Uint16Array;

/**
 * Interleaved sRGB samples, row by row: `data.length === width * height * 3`. They have 8 bits where nothing else is said; edits
 * keep the 16 bits of a `Raster<Uint16Array>`.
 */
export interface Raster<Data extends Samples = Uint8Array> {
  readonly data: Data;
  readonly width: number;
  readonly height: number;
}

/** A cut-out of the upright picture at its full size; `x`, `y` are its top left corner in full-size pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly raster: Raster;
}

/** Longest side of {@link Picture.working}, in pixels. */
export const WORKING_SIDE = 1024;

/** Side of a full-size tile, in pixels; tiles of pictures smaller than a cell are the cell. */
export const TILE_SIDE = 192;

/**
 * An upright sRGB picture. Everything is plain memory: about 4 MB, freed by the garbage collector.
 */
export interface Picture {
  /** Upright full size in pixels. For a preview this is the size of the original, where the host told it. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the source's bytes (for raw pixels: of the samples and their description), in hex. */
  readonly sha256: string;
  /** SHA-256 of the image alone, without what the file says about it, in hex: see `imageSha256Of`. For raw pixels the same as `sha256`. */
  readonly imageSha256: string;
  /** `jpeg`, `png`, `webp`, `avif`, `tiff`, `gif`, `svg` or `pixels`. */
  readonly format: string;
  readonly captureFacts: CaptureFacts;
  /** The whole picture with its longest side at most {@link WORKING_SIDE}, never enlarged. Transparent parts lie on white. */
  readonly working: Raster;
  /**
   * The input of the encoder: see `encoderSize`. Scaled from `working` by Lanczos 3, at a tenth of the time that the full picture takes:
   * the samples differ by .4 of 255 on average from Pillow's Lanczos on the full picture, as libvips's own do from it (.3).
   */
  readonly small: Raster;
  /**
   * Full-size cut-outs that cover the picture as a loose grid (12, each at the most detailed place of its cell; fewer in small
   * pictures), and last its 2 flattest places, which may repeat others where the picture is small; or the reason why there are none.
   */
  readonly tiles: readonly Tile[] | { readonly notMeasured: string };
}
