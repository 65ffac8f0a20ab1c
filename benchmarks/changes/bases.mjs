/** Clean photographs, found by their hash below the folder of the data. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export { seededBy as randomFrom } from '../../packages/core/dist/index.js';

/**
 * @param part `test` or `training`
 * @returns the bases with the `path` of each; the list is ordered so that its beginning draws from every set
 */
export async function findBases(data, part) {
  const listed = JSON.parse(await readFile(new URL('bases.json', import.meta.url), 'utf8'))[part];
  const wanted = new Map(listed.map((base) => [base.sha256, base]));
  const names = new Set([...wanted.values()].map((base) => base.file));
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !names.has(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const base = wanted.get(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
    if (base !== undefined) base.path = path;
  }
  const missing = [...wanted.values()].filter((base) => base.path === undefined);
  if (missing.length > 0) {
    throw new Error(
      `${missing.length} of ${wanted.size} bases are not below ${data}, the first: ${missing[0].file}`,
    );
  }
  return [...wanted.values()];
}

/** A number for the random choices of a change, the same for the same base and kind. */
export function seedOf(base, kind) {
  return createHash('sha256').update(`${base.sha256} ${kind}`).digest().readUInt32LE();
}
