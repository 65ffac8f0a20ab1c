import type { Engine, ImageSource } from '@calm-sdk/core';

const SIDE = 256;

/** A picture that needs no file. */
export const TEST_PICTURE: ImageSource = {
  kind: 'pixels',
  name: 'test picture',
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 31 + (at >> 8) * 17) % 256),
  width: SIDE,
  height: SIDE,
  channels: 3,
  colourSpace: 'srgb',
};

/**
 * The whole way from pixels to a document, and to an answer where the bundle can give one.
 *
 * @returns how many attributes were read
 * @throws CalmError
 */
export async function tryEngine(engine: Engine, signal: AbortSignal): Promise<number> {
  const { attributes } = await engine.assess(TEST_PICTURE, { signal });
  if (engine.bundle.manifest.text !== undefined) {
    await engine.ask(TEST_PICTURE, 'is it sharp?', { signal });
  }
  return attributes.length;
}
