/** Bytes in, upright sRGB pictures out. */
export { encoderSize } from './encoder-size.js';
export {
  HEIC_EXTENSIONS,
  HEIC_REMEDY,
  PICTURE_EXTENSIONS,
  RAW_EXTENSIONS,
  RAW_REMEDY,
} from './format.js';
export { imageSha256Of } from './image-checksum.js';
export { DEFAULT_PICTURE_LIMITS, type PictureLimits } from './limits.js';
export { openPicture, PREPROCESSING, type OpenOptions } from './open-picture.js';
export { NEAR_DUPLICATE_BITS, perceptualDistance, perceptualHash } from './perceptual-hash.js';
export {
  TILE_SIDE,
  WORKING_SIDE,
  type CaptureFacts,
  type Picture,
  type Raster,
  type Samples,
  type Tile,
} from './picture.js';
export type { ImageSource, PixelSource } from './source.js';
