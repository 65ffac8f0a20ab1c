/** What a server keeps in the person's data folder: who may ask, and where it listens. Nobody else may read it. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CalmError, clientRecord, Clients, newToken, type ClientRecord } from '@calm-sdk/core';
import type { Context } from '../context.js';
import { hasErrorCode, replaceFile } from '../files.js';
import { dataFolder } from '../folders.js';

/** The token of native programs, such as Lightroom's plugin and the command line itself. */
const TOKEN = 'token';
/** Paired programs, with the hashes of their tokens. */
const CLIENTS = 'clients.json';
/** The server that runs. */
const SERVER = 'server.json';

const OWNER_ONLY = 0o600;

/** Tells programs where the server is. */
export interface Handshake {
  readonly pid: number;
  readonly port: number;
  /** Of the command line. */
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** @throws CalmError where there is no home to keep it in */
export function serverFolder(env: Context['env']): string {
  const folder = dataFolder(env, process.platform);
  if (folder !== undefined) return folder;
  throw new CalmError('invalid-request', 'There is no home folder to keep tokens in.', {
    hint: 'Set XDG_DATA_HOME to a folder of your own.',
  });
}

/** The token that native programs read; made where there is none. */
export async function ensureToken(folder: string): Promise<string> {
  const file = path.join(folder, TOKEN);
  return reaching(file, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const known = await readToken(folder);
    if (known !== undefined) {
      await chmod(file, OWNER_ONLY);
      return known;
    }
    const token = newToken();
    await replaceFile(file, `${token}\n`, OWNER_ONLY);
    return token;
  });
}

export async function readToken(folder: string): Promise<string | undefined> {
  const text = await read(path.join(folder, TOKEN));
  const token = text?.trim();
  return token === '' ? undefined : token;
}

/** Programs that were paired. @throws CalmError `store-damaged` */
export async function readPaired(folder: string): Promise<readonly ClientRecord[]> {
  const file = path.join(folder, CLIENTS);
  const text = await read(file);
  if (text === undefined) return [];
  const kept = parsed(text);
  if (isKept(kept)) return kept.clients;
  throw new CalmError('store-damaged', `${file} is not as it was written.`, {
    hint: 'Delete it, and pair programs again with calm pair.',
  });
}

export async function writePaired(folder: string, records: readonly ClientRecord[]): Promise<void> {
  const file = path.join(folder, CLIENTS);
  const clients = records.filter(({ kind }) => kind === 'paired');
  await reaching(file, () =>
    replaceFile(file, `${JSON.stringify({ clients }, undefined, 2)}\n`, OWNER_ONLY),
  );
}

/** Those who may ask, kept in the folder as they change. */
export class KeptClients implements AsyncDisposable {
  readonly clients: Clients;
  readonly #folder: string;
  readonly #onProblem: (error: Error) => void;
  #latest: readonly ClientRecord[] | undefined;
  #writing: Promise<void> | undefined;

  /** @param onProblem told where they cannot be written */
  static async open(folder: string, onProblem: (error: Error) => void): Promise<KeptClients> {
    const own = clientRecord(await ensureToken(folder), { name: 'This computer', kind: 'native' });
    return new KeptClients(folder, [own, ...(await readPaired(folder))], onProblem);
  }

  private constructor(
    folder: string,
    records: readonly ClientRecord[],
    onProblem: (error: Error) => void,
  ) {
    this.#folder = folder;
    this.#onProblem = onProblem;
    this.clients = new Clients(records, {
      onChange: (changed) => {
        this.#latest = changed;
        this.#writing ??= this.#write();
      },
    });
  }

  /** Waits until all is written. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#latest !== undefined) {
      const records = this.#latest;
      this.#latest = undefined;
      try {
        await writePaired(this.#folder, records);
      } catch (error) {
        this.#onProblem(error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.#writing = undefined;
  }
}

/** What the last server has left; one that was killed leaves it too. */
export async function readHandshake(folder: string): Promise<Handshake | undefined> {
  const text = await read(path.join(folder, SERVER));
  const left = text === undefined ? undefined : parsed(text);
  return isHandshake(left) ? left : undefined;
}

/** Says where this server is. @returns false where another has said so in the meantime */
export async function claim(
  folder: string,
  handshake: Handshake,
  stale: Handshake | undefined,
): Promise<boolean> {
  const file = path.join(folder, SERVER);
  return reaching(file, async () => {
    const current = await readHandshake(folder);
    if (current === undefined || current.startedAt === stale?.startedAt) {
      await rm(file, { force: true });
    }
    try {
      await writeFile(file, `${JSON.stringify(handshake)}\n`, { flag: 'wx', mode: OWNER_ONLY });
      return true;
    } catch (error) {
      if (hasErrorCode(error, 'EEXIST')) return false;
      throw error;
    }
  });
}

/** Takes back what {@link claim} has said, unless another server has taken over. */
export async function release(folder: string, { pid }: Handshake): Promise<void> {
  if ((await readHandshake(folder))?.pid !== pid) return;
  await rm(path.join(folder, SERVER), { force: true });
}

async function read(file: string): Promise<string | undefined> {
  return reaching(file, async () => {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  });
}

async function reaching<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CalmError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalmError('file-unreadable', `${file} cannot be read or written: ${why}.`, {
      hint: 'Make it yours, free space there, or set XDG_DATA_HOME to another folder.',
      cause,
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // it was not written to its end, or by another program
  }
}

function isKept(value: unknown): value is { readonly clients: readonly ClientRecord[] } {
  return isObject(value) && Array.isArray(value['clients']) && value['clients'].every(isRecord);
}

function isRecord(value: unknown): value is ClientRecord {
  return (
    isObject(value) &&
    ['id', 'name', 'createdAt'].every((key) => typeof value[key] === 'string') &&
    value['kind'] === 'paired' &&
    /^[0-9a-f]{64}$/u.test(String(value['tokenSha256']))
  );
}

function isHandshake(value: unknown): value is Handshake {
  return (
    isObject(value) &&
    Number.isInteger(value['pid']) &&
    Number.isInteger(value['port']) &&
    typeof value['version'] === 'string' &&
    typeof value['startedAt'] === 'string'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
