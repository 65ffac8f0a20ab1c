/** A new file beside others: whole or not at all, and never in the place of one that is to stay. */
import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { link, lstat, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CalmError } from '../../protocol/errors.js';

/**
 * Makes sure that a file may be written, before work is done for it.
 *
 * @param name of the file for messages
 * @param original the file that must stay as it is, under whatever name
 * @throws CalmError `invalid-request` where the file is the original, a folder, or there already and not to be overwritten;
 * `file-not-found` where its folder is missing, `file-unreadable` where that may not be looked into
 */
export async function assertFree(
  path: string,
  name: string,
  original: string,
  overwrite: boolean,
): Promise<void> {
  try {
    const [target, source] = await Promise.all([statsOf(path), statsOf(original)]);
    if (target !== undefined && source !== undefined && isSame(target, source)) {
      throw new CalmError('invalid-request', `${name} is the original itself.`, {
        hint: 'Give the result another name; an original is never changed.',
      });
    }
    if (target?.isDirectory() === true) {
      throw new CalmError('invalid-request', `${name} is a folder.`, {
        hint: 'Name the file in it that the result is to be.',
      });
    }
    if (!overwrite && (await exists(path))) throw takenError(name);
    await stat(dirname(path));
  } catch (error) {
    throw writingError(error, name);
  }
}

/** What a path leads to, links followed; nothing where that does not exist. */
async function statsOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch {
    // Whatever is wrong with it, opening or writing the file will tell.
    return undefined;
  }
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** Whether there is something of this name, be it a link that leads nowhere. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Writes a file: under another name in the same folder first, so that nobody ever sees a part of it, and nothing is left where that
 * fails.
 *
 * @param name of the file for messages
 * @param beforeLast called when all is written but the name; what it throws undoes the rest
 * @throws CalmError `invalid-request` where a file has taken the name meanwhile, `file-not-found`, `file-unreadable`
 */
export async function writeNew(
  path: string,
  name: string,
  bytes: Uint8Array,
  overwrite: boolean,
  beforeLast: () => void,
): Promise<void> {
  const draft = join(dirname(path), `.calm-${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      // Without it, a loss of power soon after may leave the name and no bytes.
      await file.sync();
    } finally {
      await file.close();
    }
    beforeLast();
    if (overwrite) await rename(draft, path);
    else await nameNew(draft, path, name);
  } catch (error) {
    throw writingError(error, name);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Gives a file a further name, which must be free. */
async function nameNew(draft: string, path: string, name: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await exists(path))) throw takenError(name);
    // File systems without links, as those of memory cards: rename does not tell, so this looks and then moves.
    await rename(draft, path);
  }
}

function takenError(name: string): CalmError {
  return new CalmError('invalid-request', `${name} is there already.`, {
    hint: 'Choose another name, or remove that file first.',
  });
}

/** What the operating system says, as an error of ours. */
function writingError(error: unknown, name: string): unknown {
  switch (codeOf(error)) {
    case undefined:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return new CalmError('file-not-found', `The folder of ${name} does not exist.`, {
        hint: 'Make it first, or check the spelling.',
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CalmError('file-unreadable', `${name} may not be written.`, {
        hint: 'Check the permissions of its folder, or choose another.',
        cause: error,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new CalmError('file-unreadable', `There is no room for ${name}.`, {
        hint: 'Make room on the disk, or choose another.',
        retryable: true,
        cause: error,
      });
    default:
      return new CalmError(
        'file-unreadable',
        `${name} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
        { hint: 'Check its name, the disk or the connection to it and try again.', cause: error },
      );
  }
}

/** The code of an error of the operating system's. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && !(error instanceof CalmError) && 'code' in error
    ? String(error.code)
    : undefined;
}
