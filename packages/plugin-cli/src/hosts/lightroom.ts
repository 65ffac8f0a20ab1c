/** Lightroom Classic's plug-in: where Lightroom looks for it, and how it is put there whole. */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CalmError } from '@calm-sdk/core';
import { isMissing } from '../files.js';
import { ensureToken, serverFolder } from '../server/files.js';

type Environment = Readonly<Record<string, string | undefined>>;

const PLUGIN = 'Calm.lrplugin';

/** What the plug-in reads: programs of the desktop do not see the shell's PATH, nor its XDG_DATA_HOME. */
export interface Installed {
  /** Absolute path of Node. */
  readonly node: string;
  /** Absolute path of this program. */
  readonly program: string;
  /** Where the token and, while a server runs, its port are. */
  readonly data: string;
}

/**
 * The folder from which Lightroom loads plug-ins by itself: `~/Library/Application Support/Adobe/Lightroom/Modules`, on Windows
 * `%APPDATA%\Adobe\Lightroom\Modules`. `undefined` where there is no Lightroom.
 */
export function modulesFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  const { HOME: home, APPDATA: appData } = env;
  if (platform === 'darwin' && home !== undefined) {
    return path.posix.join(home, 'Library/Application Support/Adobe/Lightroom/Modules');
  }
  if (platform === 'win32' && appData !== undefined) {
    return path.win32.join(appData, 'Adobe', 'Lightroom', 'Modules');
  }
  return undefined;
}

/**
 * Puts the plug-in into a folder, in place of an older one, and tells it where this program is. What was there stays until the new one is whole.
 *
 * @returns where it is
 * @throws CalmError where the plug-in is not built, or the folder cannot be written
 */
export async function installPlugin(folder: string, env: Environment): Promise<string> {
  const plugin = path.join(folder, PLUGIN);
  const unfinished = `${plugin}.${process.pid}`;
  const data = serverFolder(env);
  await ensureToken(data);
  const installed: Installed = { node: process.execPath, program: ownProgram(), data };
  try {
    await mkdir(folder, { recursive: true });
    await copyBuilt(unfinished);
    await writeFile(path.join(unfinished, 'installed.json'), `${JSON.stringify(installed)}\n`);
    await rm(plugin, { recursive: true, force: true });
    await rename(unfinished, plugin);
  } catch (error) {
    if (error instanceof CalmError) throw error;
    throw new CalmError('file-unreadable', `${plugin} cannot be written: ${String(error)}`, {
      hint: 'Give yourself the right to write there, close Lightroom, or name another folder: --to FOLDER.',
      cause: error,
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return plugin;
}

/** Whether there was one to remove. */
export async function removePlugin(folder: string): Promise<boolean> {
  const plugin = path.join(folder, PLUGIN);
  try {
    // Only what is a plug-in of ours.
    await readFile(path.join(plugin, 'Calm.lua'));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await rm(plugin, { recursive: true });
  return true;
}

/** The program that runs, where it will still be tomorrow. */
export function ownProgram(): string {
  return fileURLToPath(new URL('./main.js', import.meta.url));
}

async function copyBuilt(to: string): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve(
    '@calm-sdk/plugin-lightroom/package.json',
  );
  const built = path.join(path.dirname(manifest), 'dist', PLUGIN);
  try {
    await readFile(path.join(built, 'Calm.lua'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CalmError('file-not-found', `${built} is not built.`, {
      hint: 'In the repository, build it first: npm run build.',
      cause: error,
    });
  }
  await cp(built, to, { recursive: true });
}
