import path from 'node:path';
import { PICTURE_EXTENSIONS } from '@calm-sdk/core';
import { isFolder } from './walk.js';

/** Lists of ratings often name images without folder or ending. What is not found stays as named, and fails by that name. */
export async function locate(folder: string, image: string): Promise<string> {
  const name = path.isAbsolute(image) ? image : path.join(folder, image);
  for (const ending of ['', ...PICTURE_EXTENSIONS]) {
    if ((await isFolder(name + ending)) === false) return name + ending;
  }
  return name;
}
