import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Names what lies in a folder: SHA-256 over the paths and contents of all its files, those of its dependencies too, in the order of their paths. A
 * link counts by where it points.
 *
 * @returns hex
 */
export async function contentHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesIn(folder)) {
    const content = createHash('sha256');
    for await (const chunk of createReadStream(path.join(folder, file))) {
      content.update(chunk as Buffer);
    }
    hash.update(JSON.stringify([file.replaceAll(path.sep, '/'), content.digest('hex')]));
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
