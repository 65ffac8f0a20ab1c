import type { Readable } from 'node:stream';
import { CalmError } from '../protocol/errors.js';
import type { CaptureFacts } from './picture.js';

/** Samples that a host has decoded itself. */
export interface PixelSource {
  /** Interleaved samples, 8 bits each, `width * height * channels` of them. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 RGBA (straight alpha). */
  readonly channels: 1 | 3 | 4;
  readonly colourSpace: 'srgb' | 'display-p3' | 'adobe-rgb';
  /** Size of the picture these pixels were scaled from. Where larger than the pixels, they count as a preview. */
  readonly originalWidth?: number;
  readonly originalHeight?: number;
  readonly captureFacts?: CaptureFacts;
}

/** Where a picture comes from. */
export type ImageSource =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      /** A name for messages. */
      readonly name?: string;
      /** Size of the picture that these bytes are a preview of. */
      readonly originalWidth?: number;
      readonly originalHeight?: number;
      readonly captureFacts?: CaptureFacts;
    }
  | { readonly kind: 'stream'; readonly stream: Readable; readonly name?: string }
  | ({ readonly kind: 'pixels'; readonly name?: string } & PixelSource);

const KINDS = [
  'path',
  'bytes',
  'stream',
  'pixels',
] as const satisfies readonly ImageSource['kind'][];

/**
 * Programs without types may pass anything, a name above all.
 *
 * @throws CalmError `invalid-request`
 */
export function checkSource(source: unknown): asserts source is ImageSource {
  const kind: unknown =
    typeof source === 'object' && source !== null && 'kind' in source ? source.kind : undefined;
  if (kind === 'path') {
    const named = source as { readonly path?: unknown };
    if (typeof named.path === 'string' && named.path !== '') return;
  } else if (KINDS.some((known) => known === kind)) {
    return;
  }
  throw new CalmError('invalid-request', 'This is no source of a picture.', {
    hint: `Say what it is: { kind: 'path', path: 'photo.jpg' }. Kinds: ${KINDS.join(', ')}.`,
  });
}
