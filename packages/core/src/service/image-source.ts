import { CalmError } from '../protocol/errors.js';
import type { BytesSource, PictureSource, PixelsSource } from '../protocol/generated/source.js';
import type { ImageSource } from '../picture/source.js';
import type { Caller } from './call.js';

/**
 * A picture's source as the engine takes it.
 *
 * @throws CalmError `not-allowed` for a file, from a caller that may not name files; `invalid-request` for what is no base64
 */
export function imageSourceOf(source: PictureSource, { files, name }: Caller): ImageSource {
  switch (source.kind) {
    case 'path':
      if (files) return { kind: 'path', path: source.path };
      throw new CalmError('not-allowed', `${name} may not name files of this machine.`, {
        hint: 'Send the picture itself, as bytes or pixels.',
      });
    case 'bytes': {
      const { base64: _base64, ...rest } = source;
      return { ...rest, bytes: decoded(source) };
    }
    case 'pixels': {
      const { base64: _base64, ...rest } = source;
      return { ...rest, data: decoded(source) };
    }
  }
}

/** Buffer passes over what is no base64, and a picture that lacks a part would be assessed all the same. */
function decoded({ base64, name }: BytesSource | PixelsSource): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  const length = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  if (bytes.length === length) return bytes;
  throw new CalmError('invalid-request', `The bytes of ${name ?? 'the picture'} are no base64.`, {
    hint: 'Encode the file itself as base64, without a data: prefix and without line breaks.',
  });
}
