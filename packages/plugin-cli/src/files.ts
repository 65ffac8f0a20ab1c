/** What the parts that keep files in the data folder have in common. */
import { open, rename, rm } from 'node:fs/promises';

/** Whether an error is one of the system's, of these codes: `ENOENT`. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Whether a file is not there, nor the folder that it would lie in. */
export function isMissing(error: unknown): boolean {
  return hasErrorCode(error, 'ENOENT', 'ENOTDIR');
}

/**
 * Writes a file whole or not at all: a process that is killed leaves what was there before.
 *
 * @param mode rights that it has from its first byte on. Default: what the system gives
 */
export async function replaceFile(file: string, text: string, mode?: number): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    const handle = await open(unfinished, 'w', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
