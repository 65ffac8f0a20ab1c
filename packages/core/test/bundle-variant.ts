/** A bundle like the one in the box but for some of its files, for what an engine does with another. */
import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBundle, defaultBundleFolder } from '../src/bundle/bundle.js';
import type { BundleManifest } from '../src/protocol/generated/bundle.js';

/**
 * Fills `folder`: links to the files of the box, and the given ones in their place, each with the SHA-256 that it has.
 *
 * @param change makes another manifest
 */
export async function makeVariant(
  folder: string,
  files: Readonly<Record<string, string>>,
  change: (manifest: BundleManifest) => BundleManifest = (manifest) => manifest,
): Promise<void> {
  const box = await openBundle(defaultBundleFolder());
  const manifest = change(structuredClone(box.manifest));
  for (const name of Object.keys(manifest.files)) {
    const place = path.join(folder, name);
    const text = files[name];
    if (text === undefined) {
      symlinkSync(box.file(name), place);
    } else {
      writeFileSync(place, text);
      manifest.files[name] = {
        sha256: createHash('sha256').update(text).digest('hex'),
        bytes: Buffer.byteLength(text),
      };
    }
  }
  writeFileSync(path.join(folder, 'bundle.json'), JSON.stringify(manifest));
}
