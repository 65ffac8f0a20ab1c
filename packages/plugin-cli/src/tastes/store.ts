/** Opens the store of tastes, for the commands that need one and for as long as they do. */
import { existsSync } from 'node:fs';
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
const URL_SCHEME = /^[a-z][a-z0-9+.-]+:/iu;
const POSTGRES = /^postgres(?:ql)?:/iu;

/** Which store, and whose taste. */
export interface TasteFlags {
  /** Path of a file, or a URL. */
  readonly store?: string;
  /** Name of a taste profile. */
  readonly profile?: string;
}

/**
 * What a command does with a store: `say` makes it where it is missing; to `change` what is kept, or to `read` it, it must be there, and
 * what is read need not be writable.
 */
export type Purpose = 'say' | 'change' | 'read';

/**
 * Opens the store, runs `use` with it, and closes it.
 *
 * @throws CalmError `store-unavailable`, `store-damaged`, `store-newer`; `invalid-request` where there is no place for it
 */
export async function withStore<Result>(
  { env, extensions }: Pick<Context, 'env' | 'extensions'>,
  flags: TasteFlags,
  purpose: Purpose,
  use: (store: PersonalizationStore) => Promise<Result>,
): Promise<Result> {
  const named = flags.store ?? (env[STORE] || undefined);
  const where = named ?? ownFile(env);
  // A file that nobody has named may be missing: that is no slip, and nothing was said yet.
  const toRead = purpose !== 'say' && (named !== undefined || existsSync(where));
  const providers = [
    ...(POSTGRES.test(where) ? [await postgres()] : []),
    // A file needs none of them.
    ...(URL_SCHEME.test(where) ? (await extensions()).stores : []),
  ];
  const store = await openStore(where, providers, { toRead });
  try {
    if (purpose === 'change' && store.readOnly === true) {
      throw new CalmError('store-unavailable', `${store.location} cannot be written.`, {
        hint: 'Nothing was changed. The file and its folder must be writable for you.',
      });
    }
    return await use(store);
  } finally {
    await store[Symbol.asyncDispose]();
  }
}

/** Where a person's tastes lie unless they name another place. */
function ownFile(env: Context['env']): string {
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
