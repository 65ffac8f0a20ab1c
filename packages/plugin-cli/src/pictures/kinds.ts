import { HEIC_EXTENSIONS, PICTURE_EXTENSIONS, RAW_EXTENSIONS } from '@calm-sdk/core';

export type Kind = 'picture' | 'raw' | 'heic' | 'other';

/**
 * What a file is, by the end of its name: enough to decide what a walk picks up, never what a decoder is told.
 * Sidecars, documents and whatever else lies in a folder are `other`.
 */
export function kindOf(name: string): Kind {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return 'other';
  const extension = name.slice(dot).toLowerCase();
  if (PICTURE_EXTENSIONS.has(extension)) return 'picture';
  if (RAW_EXTENSIONS.has(extension)) return 'raw';
  return HEIC_EXTENSIONS.has(extension) ? 'heic' : 'other';
}

/** The same of a path, with the separators of any platform. */
export function kindOfPath(path: string): Kind {
  return kindOf(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
