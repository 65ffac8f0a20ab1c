// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { CaptureFacts } from './assessment.js';

/**
 * Where a picture comes from.
 */
export type PictureSource = PathSource | BytesSource | PixelsSource;

/**
 * A file on the machine of the engine. Only programs that may read the person's files are heard.
 */
export interface PathSource {
  /**
   * A file.
   */
  kind: 'path';
  /**
   * Where it lies: absolute, or relative to where the engine was started.
   */
  path: string;
}
/**
 * A file's bytes.
 */
export interface BytesSource {
  /**
   * Bytes of an image file.
   */
  kind: 'bytes';
  /**
   * The bytes, in base64.
   */
  base64: string;
  /**
   * A name for messages.
   */
  name?: string;
  /**
   * Width of the picture that these bytes are a smaller rendition of.
   */
  originalWidth?: number;
  /**
   * Height of that picture.
   */
  originalHeight?: number;
  captureFacts?: CaptureFacts;
}
/**
 * Samples that a host has decoded itself.
 */
export interface PixelsSource {
  /**
   * Samples.
   */
  kind: 'pixels';
  /**
   * Interleaved samples, row by row, 8 bits each, width × height × channels of them, in base64.
   */
  base64: string;
  /**
   * In pixels.
   */
  width: number;
  /**
   * In pixels.
   */
  height: number;
  /**
   * 1 grey, 3 RGB, 4 RGBA with straight alpha.
   */
  channels: 1 | 3 | 4;
  /**
   * What the samples mean.
   */
  colourSpace: 'srgb' | 'display-p3' | 'adobe-rgb';
  /**
   * A name for messages.
   */
  name?: string;
  /**
   * Width of the picture that these samples were scaled from.
   */
  originalWidth?: number;
  /**
   * Height of that picture.
   */
  originalHeight?: number;
  captureFacts?: CaptureFacts;
}
