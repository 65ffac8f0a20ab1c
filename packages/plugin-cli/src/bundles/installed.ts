/** Model bundles that a person has added: a folder each, under its name, in the user's data folder. */
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { CalmError, openBundle, type Bundle, type InstalledBundle } from '@calm-sdk/core';
import { hasErrorCode, isMissing } from '../files.js';
import { dataFolder } from '../folders.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A name that is a folder's on every platform. */
const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/iu;

/** Files beside the model that tell its terms and what it is for. */
const PAPERS = /^(?:licen[cs]e|notice|model_card)\b/iu;

/** Folders that are not whole: being added or removed. */
export const UNFINISHED = '.unfinished-';

/** Milliseconds after which a folder that is not whole belongs to a program that was ended in the middle: a copy takes seconds. */
const FORSAKEN = 60 * 60 * 1000;

/** @returns `undefined` where there is no home to put it in */
function folderOfBundles(env: Environment): string | undefined {
  const data = dataFolder(env, process.platform);
  return data === undefined ? undefined : path.join(data, 'bundles');
}

/** A bundle that was added: verified, or what is wrong with it. */
export interface Installed {
  readonly name: string;
  readonly opened: Bundle | CalmError;
}

/**
 * The bundles that were added, in order of their names.
 *
 * @throws CalmError `file-unreadable` where their folder cannot be read
 */
export async function installedBundles(env: Environment): Promise<Installed[]> {
  const folder = folderOfBundles(env);
  if (folder === undefined) return [];
  const bundles: Installed[] = [];
  for (const name of await namesIn(folder)) {
    const opened = await openBundle(path.join(folder, name)).catch((error: unknown) => {
      if (error instanceof CalmError) return error;
      throw error;
    });
    bundles.push({ name, opened });
  }
  return bundles;
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    if (isMissing(cause)) return [];
    throw new CalmError('file-unreadable', `${folder} cannot be read.`, {
      hint: 'It holds the bundles that were added: make it readable.',
      cause,
    });
  });
  return entries
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Where an added bundle lies, or `undefined` where none has this name. */
async function installedFolder(env: Environment, name: string): Promise<string | undefined> {
  const folder = folderOfBundles(env);
  if (folder === undefined || !NAME.test(name)) return undefined;
  return (await namesIn(folder)).includes(name) ? path.join(folder, name) : undefined;
}

/**
 * The folder that `--bundle` means: that of an added bundle of this name, or of one that an extension brings, else the folder itself.
 *
 * @throws CalmError `file-not-found` where there is neither
 */
export async function bundleNamed(
  env: Environment,
  value: string,
  contributed: readonly InstalledBundle[],
): Promise<string> {
  const installed = await installedFolder(env, value);
  if (installed !== undefined) return installed;
  const brought = contributed.find(({ id }) => id === value);
  if (brought !== undefined) return brought.folder;
  if (await isFolder(value)) return value;
  throw new CalmError('file-not-found', `There is no bundle named ${value}, and no such folder.`, {
    hint: [
      await namesInWords(env),
      ...contributed.map(({ id }) => `An extension brings ${id}.`),
    ].join(' '),
  });
}

/**
 * Copies a bundle into the user's data folder, once `check` has passed. It stands there under its name when the copy is whole and
 * verified; until then, and where anything fails, there is nothing.
 *
 * @param name what it shall be called, else the id in its manifest
 * @param check tries the bundle; what it throws is thrown
 * @returns the name
 * @throws CalmError where the bundle is damaged, its name is taken or no name, or the copy cannot be written
 */
export async function install(
  env: Environment,
  source: string,
  name: string | undefined,
  check: (folder: string) => Promise<void>,
): Promise<string> {
  const { manifest, folder } = await openBundle(source);
  const called = name ?? manifest.id;
  if (!NAME.test(called)) {
    throw new CalmError('invalid-request', `${called} cannot be the name of a bundle.`, {
      hint: 'Give it one with --name: letters and digits, with . _ - between them, at most 64.',
    });
  }
  const bundles = folderOfBundles(env);
  if (bundles === undefined) {
    throw new CalmError('invalid-request', 'There is no home folder to add a bundle to.', {
      hint: 'Set XDG_DATA_HOME to a folder that can be written, or use --bundle with the folder.',
    });
  }
  const place = path.join(bundles, called);
  if (await isFolder(place)) throw taken(called);

  const papers = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && PAPERS.test(entry.name))
    .map((entry) => entry.name);
  const files = new Set(['bundle.json', ...Object.keys(manifest.files), ...papers]);
  await check(folder);
  const unfinished = await writing(bundles, async () => {
    await mkdir(bundles, { recursive: true });
    await sweep(bundles);
    return await mkdtemp(path.join(bundles, UNFINISHED));
  });
  try {
    await writing(bundles, async () => {
      for (const file of files) {
        await copyFile(path.join(folder, file), path.join(unfinished, file));
      }
    });
    await openBundle(unfinished);
    await rename(unfinished, place).catch((cause: unknown) => {
      // Another program may have been quicker.
      throw isTaken(cause) ? taken(called) : unwritable(bundles, cause);
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return called;
}

/**
 * Removes a bundle that was added.
 *
 * @throws CalmError `file-not-found` where none has this name
 */
export async function uninstall(env: Environment, name: string): Promise<void> {
  const place = await installedFolder(env, name);
  if (place === undefined) {
    throw new CalmError('file-not-found', `No bundle named ${name} has been added.`, {
      hint: await namesInWords(env),
    });
  }
  const bundles = path.dirname(place);
  await writing(bundles, async () => {
    const unfinished = await mkdtemp(path.join(bundles, UNFINISHED));
    await rename(place, path.join(unfinished, name));
    await rm(unfinished, { recursive: true, force: true });
  });
}

/** Removes what programs that were ended in the middle have left in a folder. */
export async function sweep(bundles: string): Promise<void> {
  for (const entry of await readdir(bundles)) {
    if (!entry.startsWith(UNFINISHED)) continue;
    const place = path.join(bundles, entry);
    const { mtimeMs } = await stat(place);
    if (Date.now() - mtimeMs > FORSAKEN) await rm(place, { recursive: true, force: true });
  }
}

async function namesInWords(env: Environment): Promise<string> {
  const folder = folderOfBundles(env);
  const names = folder === undefined ? [] : await namesIn(folder);
  return names.length === 0
    ? 'None has been added; calm bundle add FOLDER adds one.'
    : `Added are ${names.join(', ')}.`;
}

function taken(name: string): CalmError {
  return new CalmError('invalid-request', `A bundle named ${name} has been added before.`, {
    hint: `Choose another name with --name, or remove that one first: calm bundle remove ${name}.`,
  });
}

/** @throws CalmError `file-unreadable` in place of an error of the system's */
export async function writing<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CalmError ? error : unwritable(folder, error);
  }
}

function unwritable(folder: string, cause: unknown): CalmError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CalmError('file-unreadable', `${folder} cannot be written: ${why}.`, {
    hint: 'Make it writable, free space there, or set XDG_DATA_HOME to another folder.',
    cause,
  });
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch (error) {
    if (isMissing(error) || hasErrorCode(error, 'ENAMETOOLONG', 'ELOOP')) return false;
    if (!hasErrorCode(error, 'EACCES', 'EPERM')) throw error;
    throw new CalmError('file-unreadable', `${place} cannot be read.`, {
      hint: 'Make it readable, or name another folder.',
      cause: error,
    });
  }
}

function isTaken(error: unknown): boolean {
  return hasErrorCode(error, 'EEXIST', 'ENOTEMPTY', 'EPERM');
}
