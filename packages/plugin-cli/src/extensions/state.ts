/** What a person has said of extensions: which may run, which are off, how they are set. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CalmError, type SettingValues } from '@calm-sdk/core';
import { writing } from '../bundles/installed.js';
import { hasErrorCode, replaceFile } from '../files.js';
import { dataFolder } from '../folders.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** An answer to whether code may run. It holds for this content and no other. */
export interface Trust {
  readonly contentHash: string;
  readonly allowed: boolean;
}

/** All by the ids of extensions. */
export interface State {
  readonly trust: Readonly<Record<string, Trust>>;
  readonly disabled: readonly string[];
  readonly settings: Readonly<Record<string, SettingValues>>;
}

const NOTHING: State = { trust: {}, disabled: [], settings: {} };

/** Where everything about extensions lies: `undefined` where there is no home to put it in. */
export function folderOfExtensions(env: Environment): string | undefined {
  const data = dataFolder(env, process.platform);
  return data === undefined ? undefined : path.join(data, 'extensions');
}

/** @throws CalmError where there is no home to put extensions in */
export function neededFolder(env: Environment): string {
  const folder = folderOfExtensions(env);
  if (folder !== undefined) return folder;
  throw new CalmError('invalid-request', 'There is no home folder to keep extensions in.', {
    hint: 'Set XDG_DATA_HOME to a folder that can be written.',
  });
}

/** @throws CalmError `file-unreadable` where it is damaged */
export async function readState(folder: string): Promise<State> {
  const file = fileIn(folder);
  try {
    const state = JSON.parse(await readFile(file, 'utf8')) as Partial<State>;
    return { ...NOTHING, ...state };
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) return NOTHING;
    throw new CalmError('file-unreadable', `${file} cannot be read.`, {
      hint: 'It says which extensions may run, and how they are set. Mend it, or remove it and say so again.',
      cause,
    });
  }
}

/** Whole or not at all. */
export async function writeState(folder: string, state: State): Promise<void> {
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
    await replaceFile(fileIn(folder), `${JSON.stringify(state, undefined, 2)}\n`);
  });
}

/** Leaves an extension out of what is said of extensions. */
export function without<Value>(
  values: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== id));
}

function fileIn(folder: string): string {
  return path.join(folder, 'state.json');
}
