/** The extensions that a person has installed: a folder each, under its id, with all that it depends on within. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { CalmError, readExtension, type FoundExtension } from '@calm-sdk/core';
import { sweep, UNFINISHED, writing } from '../bundles/installed.js';
import { isMissing } from '../files.js';
import { npm, type Explained, type NpmFailure } from './npm.js';

/** publisher.name, which is the name of a folder on every platform. */
const ID = /^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9._-]*$/u;

/** A name in the registry, with a version or without; nothing that npm would fetch from elsewhere. */
const NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*(?:@[\w.^~<>=* -]+)?$/u;

/** Ids of what is installed, in order. */
export async function installedIds(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(placesIn(folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && ID.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Where an extension lies, or would. */
export function placeOf(folder: string, id: string): string {
  return path.join(placesIn(folder), id);
}

/** Where extensions keep what they store. */
export function storageIn(folder: string): string {
  return path.join(folder, 'storage');
}

/** @throws CalmError `extension-unknown` */
export async function assertInstalled(folder: string, id: string): Promise<void> {
  const ids = await installedIds(folder);
  if (ids.includes(id)) return;
  throw new CalmError('extension-unknown', `There is no extension ${id}.`, {
    hint:
      ids.length === 0 ? 'None is installed: calm extension install.' : `Known: ${ids.join(', ')}.`,
  });
}

/** What is to be installed, and whether npm has to ask its registry for it. */
export interface Wanted {
  readonly spec: string;
  readonly remote: boolean;
}

/** @throws CalmError where it is neither a folder or file that is there, nor a name */
export async function wantedBy(given: string): Promise<Wanted> {
  if (await isThere(given)) {
    const spec = path.resolve(given);
    if ((await stat(spec)).isDirectory() || /\.(?:tgz|tar\.gz)$/u.test(spec)) {
      return { spec, remote: false };
    }
    throw new CalmError('invalid-request', `${given} is neither a folder nor a tarball.`, {
      hint: 'Name the folder of an extension, or a tarball of calm extension pack.',
    });
  }
  if (NAME.test(given) && !given.endsWith('.tgz')) return { spec: given, remote: true };
  throw new CalmError('file-not-found', `There is no ${given}.`, {
    hint: 'Name a folder, a tarball of calm extension pack, or a package in the npm registry.',
  });
}

/**
 * Has npm bring an extension with all that it depends on, and runs nothing of it. It stands under its id once it is whole and its manifest was read.
 *
 * @throws CalmError
 */
export async function install(
  folder: string,
  { spec, remote }: Wanted,
  { env, signal }: Parameters<typeof npm>[1],
): Promise<FoundExtension> {
  // Told before npm begins, of the files where the person has them.
  if (!remote && (await stat(spec)).isDirectory()) await readExtension(spec, true);
  const places = placesIn(folder);
  const unfinished = await writing(places, async () => {
    await mkdir(places, { recursive: true });
    await sweep(places);
    return await mkdtemp(path.join(places, UNFINISHED));
  });
  try {
    const options = [
      ...['--prefix', unfinished, '--ignore-scripts', '--install-links'],
      // What it depends on lies within its own folder, so that its hash names that too.
      ...['--install-strategy=nested', '--omit=dev', '--omit=peer', '--legacy-peer-deps'],
      ...(remote ? [] : ['--offline']),
    ];
    await npm(['install', ...options, spec], { env, signal }, (failure) => explain(failure, spec));
    const found = await readInstalled(await packageIn(unfinished), spec);
    if (!ID.test(found.id)) {
      throw new CalmError('extension-failed', `${found.id} is no name of an extension.`, {
        hint: 'Publisher and name are lower-case letters, digits and hyphens.',
      });
    }
    const place = placeOf(folder, found.id);
    await writing(places, async () => {
      if (await isThere(place)) await rename(place, path.join(unfinished, 'before'));
      await rename(found.folder, place);
    });
    return { ...found, folder: place };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** What npm says, in words that name the extension. */
function explain({ code, text }: NpmFailure, spec: string): Explained | undefined {
  switch (code) {
    case 'ENOTCACHED': {
      const [, name = 'packages'] = /request to https?:\/\/[^/]+\/(\S+) failed/u.exec(text) ?? [];
      return {
        message: `${spec} depends on ${decodeURIComponent(name)}, which this machine does not have.`,
        hint: 'Have its author name what it depends on in bundleDependencies, or install it by its name.',
      };
    }
    case 'E404':
    case 'ETARGET':
      return {
        message: `There is no ${spec} in the npm registry, or something that it depends on is not.`,
        hint: 'Check its name and version.',
      };
    case 'TAR_BAD_ARCHIVE':
    case 'Z_DATA_ERROR':
      return {
        message: `${spec} is no tarball that can be read.`,
        hint: 'Make it anew: calm extension pack.',
      };
    default:
      return undefined;
  }
}

/** What is wrong with it is told of what was given: where npm has put it, nobody finds it. */
async function readInstalled(place: string, spec: string): Promise<FoundExtension> {
  try {
    return await readExtension(place, true);
  } catch (cause) {
    if (!(cause instanceof CalmError)) throw cause;
    const message = `${spec}: ${cause.message.replaceAll(place + path.sep, '')}`;
    throw new CalmError(cause.code, message, {
      hint: cause.hint.replaceAll(place, spec),
      cause,
    });
  }
}

/** Removes an extension; what it has stored stays. */
export async function uninstall(folder: string, id: string): Promise<void> {
  const places = placesIn(folder);
  await writing(places, async () => {
    const unfinished = await mkdtemp(path.join(places, UNFINISHED));
    await rename(placeOf(folder, id), path.join(unfinished, id));
    await rm(unfinished, { recursive: true, force: true });
  });
}

/** npm notes in its own manifest what it was asked for. */
async function packageIn(prefix: string): Promise<string> {
  const text = await readFile(path.join(prefix, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  const [name] = Object.keys(dependencies);
  if (name === undefined) throw new Error('npm installed nothing.');
  return path.join(prefix, 'node_modules', name);
}

function placesIn(folder: string): string {
  return path.join(folder, 'installed');
}

export async function isThere(place: string): Promise<boolean> {
  try {
    await stat(place);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
