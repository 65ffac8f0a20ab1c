import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FileName } from './file-name.js';

/**
 * SHA-256 of a file's bytes in hex, as assessments have it of the picture; files of any size pass through in pieces.
 *
 * @throws what the system says where the file cannot be read, and an AbortError once the signal aborts
 */
export async function sha256Of({ path }: FileName, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}
