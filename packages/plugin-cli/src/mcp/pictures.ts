/** Pictures as agents name them. */
import { CalmError, type ImageSource, type PictureSource } from '@calm-sdk/core';
import type { FileName } from '../pictures/file-name.js';
import { isFolder, nothingPassed, walk } from '../pictures/walk.js';
import { list, object, told, TEXT, type Schema } from './tool.js';

export interface PictureInput {
  readonly path?: string;
  readonly base64?: string;
}

export interface PicturesInput {
  readonly folder?: string;
  readonly pictures?: readonly PictureInput[];
}

/** The protocol takes so many pictures in one request. */
const MOST = 1000;

export const PICTURE: Readonly<Record<keyof PictureInput, Schema>> = {
  path: told(TEXT, 'Absolute path of an image file (JPEG, PNG, WebP, AVIF, TIFF, GIF, SVG).'),
  base64: told(TEXT, 'In place of a path: the bytes of the file, without a data: prefix.'),
};

/** Several pictures, each by a path or as bytes. */
export function pictures(least: number, most: number): Schema {
  return list(object({ properties: PICTURE }), { minItems: least, maxItems: most });
}

export const PICTURES: Readonly<Record<keyof PicturesInput, Schema>> = {
  folder: told(TEXT, 'Absolute path of a folder; folders in it are walked too.'),
  pictures: told(pictures(1, MOST), 'In place of a folder: the pictures.'),
};

/**
 * The source that the protocol takes.
 *
 * @param name what the picture is called in answers where it has no path
 * @throws CalmError `invalid-request` where it is not named one way
 */
export function sourceOf({ path, base64 }: PictureInput, name = 'the picture'): PictureSource {
  if (path !== undefined && base64 === undefined) return { kind: 'path', path };
  if (base64 !== undefined && path === undefined) return { kind: 'bytes', base64, name };
  throw new CalmError('invalid-request', `It is not said what ${name} is.`, {
    hint: 'Give either "path" or "base64".',
  });
}

export function sourcesOf(inputs: readonly PictureInput[]): PictureSource[] {
  return inputs.map((input, index) => sourceOf(input, `picture ${index + 1}`));
}

/** The same as this package opens it. */
export function imageOf(source: PictureSource): ImageSource {
  switch (source.kind) {
    case 'path':
      return source;
    case 'bytes':
      return { kind: 'bytes', bytes: Buffer.from(source.base64, 'base64') };
    case 'pixels':
      throw new Error('No tool takes pixels.');
  }
}

/** What a picture is called in answers. */
export function nameOf(source: { readonly path?: string; readonly name?: string }): string {
  return source.path ?? source.name ?? '';
}

/**
 * The pictures of a folder, in natural order, or those that are named.
 *
 * @throws CalmError `file-not-found`, `file-unreadable`, `too-large`; `invalid-request` where they are not named one way
 */
export async function allOf({ folder, pictures }: PicturesInput): Promise<PictureSource[]> {
  if (pictures !== undefined && folder === undefined) return sourcesOf(pictures);
  if (folder === undefined || pictures !== undefined) {
    throw new CalmError('invalid-request', 'It is not said which pictures.', {
      hint: 'Give either "folder" or "pictures".',
    });
  }
  if ((await isFolder(folder)) !== true) {
    throw new CalmError('file-not-found', `There is no folder ${folder}.`, {
      hint: 'Give the absolute path of a folder, or files in "pictures".',
    });
  }
  const sources: PictureSource[] = [];
  const passed = nothingPassed();
  for await (const found of walk([{ shown: folder, path: folder }], passed)) {
    if (found.kind === 'failure') throw CalmError.from(found.error);
    sources.push({ kind: 'path', path: textOf(found.name) });
  }
  if (sources.length === 0) {
    const others = passed.raw + passed.heic;
    throw new CalmError('file-not-found', `There are no pictures in ${folder}.`, {
      hint:
        others === 0
          ? 'Name another folder.'
          : `Export its ${others} RAW or HEIC files as JPEG first.`,
    });
  }
  if (sources.length <= MOST) return sources;
  throw new CalmError(
    'too-large',
    `${folder} holds ${sources.length} pictures; at most ${MOST} are taken.`,
    {
      hint: 'Name a folder within it, or run on the command line: calm rank FOLDER --format jsonl',
    },
  );
}

/** A name that is not UTF-8 cannot stand in JSON: it fails by what is shown of it. */
function textOf({ path, shown }: FileName): string {
  return typeof path === 'string' ? path : shown;
}
