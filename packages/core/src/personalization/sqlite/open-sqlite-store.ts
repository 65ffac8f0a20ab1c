import { constants, type Stats } from 'node:fs';
import { access, mkdir, open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CalmError } from '../../protocol/errors.js';
import type { OpenStoreOptions, PersonalizationStore, StoreProvider } from '../store.js';
import { Connection } from './connection.js';
import { damaged, explain, isBusy, newer, unreadable, unwritable } from './failures.js';
import { MIGRATIONS } from './migrations/index.js';
import { SqliteStore } from './sqlite-store.js';

/** "CALM" in ASCII: tells our files from those of other programs. */
const APPLICATION_ID = 0x43414c4d;
/** How often to try what another process may be in the way of, and how long to wait in between, in milliseconds. */
const ATTEMPTS = 200;
const PAUSE = 50;

/** Stores in SQLite files: built in. */
export const sqliteProvider: StoreProvider = {
  id: 'sqlite',
  schemes: ['file'],
  open: async (url, options) => openSqliteStore(pathOf(url), options),
};

/**
 * Opens a store in a SQLite file, which is made where it is missing, readable for its owner only. A file of an older version is brought
 * up to date, all of it or not at all. What is damaged, of another program, or of a newer version is left as it is.
 *
 * @param path of the file; beside it lie, while it is in use, files of the same name that end in `-wal` and `-shm`
 * @throws CalmError `store-unavailable` where it is missing and to be read, cannot be written, or belongs to another program;
 *   `store-damaged`, `store-newer`
 */
export async function openSqliteStore(
  path: string,
  { toRead = false }: OpenStoreOptions = {},
): Promise<PersonalizationStore> {
  const file = resolve(path);
  const readOnly = toRead && !(await isWritable(file));
  if (!readOnly) await makeFile(file);
  let connection: Connection | undefined;
  try {
    connection = await Connection.open(readOnly ? await readOnlyUrl(file) : file);
    assertSound(connection, file);
    const version = versionOf(connection, file);
    if (readOnly) {
      if (version < MIGRATIONS.length) throw unwritable(file);
      return SqliteStore.readOnly(connection, file);
    }
    await toWriteAheadLog(connection, file);
    connection.run(`
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
    `);
    if (version < MIGRATIONS.length) migrate(connection, file);
    return await SqliteStore.over(connection, file);
  } catch (error) {
    connection?.close();
    throw explain(error, file);
  }
}

function pathOf(url: URL): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new CalmError('invalid-request', `${url.href} names no file of this machine.`, {
      hint: 'Write file:/// and the path, or the path alone.',
      cause: error,
    });
  }
}

/** @throws CalmError `store-unavailable` where there is none, or it cannot be read either */
async function isWritable(path: string): Promise<boolean> {
  const facts = await factsOf(path);
  if (facts === undefined) {
    throw new CalmError('store-unavailable', `There is no store ${path}.`, {
      hint: 'Check its spelling; one is made when something is said first.',
    });
  }
  assertFile(facts, path);
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    await assertAccess(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw unwritable(path, error);
  }
}

/**
 * What SQLite opens without writing anything. Where another program has it open, or had when it ended, its files ending in `-wal` and `-shm`
 * are read as well; where there are none, SQLite could not make them in a folder that cannot be written, and need not: nobody changes the file.
 */
async function readOnlyUrl(path: string): Promise<string> {
  const beside = await Promise.all([factsOf(`${path}-wal`), factsOf(`${path}-shm`)]);
  const isInUse = beside.some((facts) => (facts?.size ?? 0) > 0);
  return `${pathToFileURL(path).href}?mode=ro${isInUse ? '' : '&immutable=1'}`;
}

/** @returns nothing where there is no such file */
async function factsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw unreadable(path, error);
  }
}

function assertFile(facts: Stats, path: string): void {
  if (facts.isFile()) return;
  throw new CalmError(
    'store-unavailable',
    `${path} is ${facts.isDirectory() ? 'a folder' : 'no file'}.`,
    { hint: 'Name a file, such as taste.sqlite in that folder.' },
  );
}

async function assertAccess(path: string): Promise<void> {
  await access(path, constants.R_OK | constants.W_OK);
  await access(dirname(path), constants.W_OK | constants.X_OK);
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

/**
 * Makes the file where it is missing, and sees that SQLite will be able to write. A file that is there is never opened here: closing it
 * would take away the locks that this process holds on it through SQLite (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
async function makeFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const facts = await factsOf(path);
    if (facts === undefined) await (await open(path, 'wx', 0o600)).close();
    else assertFile(facts, path);
    await assertAccess(path);
  } catch (error) {
    if (error instanceof CalmError) throw error;
    // Another process has just made it.
    if (hasCode(error, 'EEXIST')) return;
    throw unwritable(path, error);
  }
}

/** Reads the whole file: some 3 ms for each 1,000 pictures. A store in which something is missing would be believed otherwise. */
function assertSound(connection: Connection, path: string): void {
  const found = connection.first<{ sound: number }>(
    "SELECT integrity_check = 'ok' AS sound FROM pragma_integrity_check(1)",
  );
  if (found?.sound !== 1) throw damaged(path);
}

/** @returns 0 for a file that is still empty */
function versionOf(connection: Connection, path: string): number {
  const id = numberOf(connection, 'application_id');
  const version = numberOf(connection, 'user_version');
  const isEmpty = connection.first('SELECT 1 FROM sqlite_schema') === undefined;
  if (id === 0 && version === 0 && isEmpty) return 0;
  if (id !== APPLICATION_ID) {
    throw new CalmError('store-unavailable', `${path} is a database of another program.`, {
      hint: 'It was left as it is. Name another file.',
    });
  }
  if (version > MIGRATIONS.length) throw newer(path, version);
  if (version < 1) throw damaged(path);
  return version;
}

function numberOf(connection: Connection, pragma: string): number {
  return connection.first<Record<string, number>>(`PRAGMA ${pragma}`)?.[pragma] ?? 0;
}

/** Kept in the file once it was done. Where another process is at the same, SQLite may give up without waiting. */
async function toWriteAheadLog(connection: Connection, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      connection.atOnce(() => {
        connection.run('PRAGMA journal_mode = WAL');
      });
      if (isInWriteAheadLog(connection)) return;
      throw new CalmError(
        'store-unavailable',
        `${path} lies on a file system without shared memory.`,
        { hint: 'Put it on a disk of this machine, not on one of the network.' },
      );
    } catch (error) {
      if (attempt === ATTEMPTS || !isBusy(error)) throw error;
      await delay(PAUSE);
    }
  }
}

function isInWriteAheadLog(connection: Connection): boolean {
  const mode = connection.first<{ wal: number }>(
    "SELECT journal_mode = 'wal' AS wal FROM pragma_journal_mode",
  );
  return mode?.wal === 1;
}

function migrate(connection: Connection, path: string): void {
  connection.transaction(() => {
    // Another process may have done it meanwhile.
    for (const step of MIGRATIONS.slice(versionOf(connection, path))) connection.run(step);
    connection.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    connection.run(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
