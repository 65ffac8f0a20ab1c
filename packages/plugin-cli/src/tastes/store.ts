/** Opens the store of tastes, for the commands that need one and for as long as they do. */
import path from 'node:path';
import {
  CalmError,
  openStore,
  type PersonalizationStore,
  type StoreProvider,
} from '@calm-sdk/core';
import type { Context } from '../context.js';
import { dataFolder } from '../folders.js';

/** The variable that names a store in place of the person's own file; a password in it is not in the list of processes. */
export const STORE = 'CALM_STORE';

const FILE = 'taste.sqlite';
const POSTGRES = /^postgres(?:ql)?:/iu;

/** Which store, and whose taste. */
export interface TasteFlags {
  /** Path of a file, or a URL. */
  readonly store?: string;
  /** Name of a taste profile. */
  readonly profile?: string;
}

/**
 * Opens the store, runs `use` with it, and closes it.
 *
 * @throws CalmError `store-unavailable`, `store-damaged`, `store-newer`; `invalid-request` where there is no place for it
 */
export async function withStore<Result>(
  { env }: Pick<Context, 'env'>,
  { store: location }: TasteFlags,
  use: (store: PersonalizationStore) => Promise<Result>,
): Promise<Result> {
  const where = location ?? locationIn(env);
  const store = await openStore(where, POSTGRES.test(where) ? [await postgres()] : []);
  try {
    return await use(store);
  } finally {
    await store[Symbol.asyncDispose]();
  }
}

function locationIn(env: Context['env']): string {
  const named = env[STORE];
  if (named !== undefined && named !== '') return named;
  const folder = dataFolder(env, process.platform);
  if (folder !== undefined) return path.join(folder, FILE);
  throw new CalmError('invalid-request', 'There is no home folder to keep tastes in.', {
    hint: `Name a file for them with --store, or in ${STORE}.`,
  });
}

async function postgres(): Promise<StoreProvider> {
  try {
    return (await import('@calm-sdk/store-postgres')).postgresProvider;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) {
      throw cause;
    }
    throw new CalmError('store-unavailable', 'What opens PostgreSQL is not installed.', {
      hint: 'Install the package @calm-sdk/store-postgres beside the command line, or name a file with --store.',
      cause,
    });
  }
}
