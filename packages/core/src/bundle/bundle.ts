import { createRequire } from 'node:module';
import path from 'node:path';
import type { BundleManifest } from '../protocol/generated/bundle.js';
import { validateBundleManifest } from '../protocol/generated/validators.js';
import { readFolder, type ModelFolder } from './model-folder.js';

/** A model bundle. No file is used before its every byte has been checked. */
export type Bundle = ModelFolder<BundleManifest>;

/** The folder of the bundle in the box, `@calm-sdk/model-nano`. */
export function defaultBundleFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('@calm-sdk/model-nano/bundle.json'));
}

/**
 * Reads a bundle and verifies all of it.
 *
 * @param folder a path, or a `file:` URL
 * @throws CalmError `bundle-damaged` where a file is missing or differs from the manifest,
 *   `bundle-incompatible` where the manifest is not one that this engine can run
 */
export async function openBundle(folder: string | URL): Promise<Bundle> {
  const bundle = await readBundle(folder);
  await bundle.verify(Object.keys(bundle.manifest.files));
  return bundle;
}

/**
 * Reads a bundle's manifest alone: whoever uses a file verifies it first. For programs that start in a hurry, since all files
 * together take as long to check as the encoder takes to load.
 *
 * @throws CalmError as {@link openBundle}, but for damaged files
 */
export async function readBundle(folder: string | URL): Promise<Bundle> {
  return await readFolder(folder, validateBundleManifest);
}
