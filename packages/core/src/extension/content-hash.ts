import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Names what lies in a folder: SHA-256 over the paths and contents of all its files, those of its dependencies too, in the order of their paths. A
 * link counts by where it points.
 *
 * @returns hex
 */
export async function contentHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { file, isLink } of await filesIn(folder)) {
    const place = path.join(folder, file);
    const content = isLink ? await readlink(place) : await hashOf(place);
    hash.update(JSON.stringify([file.replaceAll(path.sep, '/'), isLink, content]));
  }
  return hash.digest('hex');
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function filesIn(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ({
      file: path.relative(folder, path.join(entry.parentPath, entry.name)),
      isLink: entry.isSymbolicLink(),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
