import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  CalmError,
  exportTaste,
  openStore,
  type PersonalizationStore,
  type Profile,
  type Rating,
} from '@calm-sdk/core';
import { storeContract, type StoreUnderTest } from '@calm-sdk/core/store-contract';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { postgresProvider } from '../src/index.js';
import { MIGRATIONS } from '../src/migrations/index.js';
import { PASSWORD, startServer, type Server } from './server.js';

const CHILD = path.join(import.meta.dirname, 'child.mjs');
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const AT = '2026-02-03T10:20:30Z';

const anna: Profile = { id: 'p', name: 'Anna', kinds: [], createdAt: AT };

function rating(id: string): Rating {
  const picture = createHash('sha256').update(id).digest('hex');
  const said = { id, at: AT, source: 'api', session: 's', shown: false };
  return { kind: 'rating', ...said, picture, value: 3, scale: { low: 1, high: 5 } };
}

const open = (url: string): Promise<PersonalizationStore> => openStore(url, [postgresProvider]);

async function failure(call: Promise<unknown>): Promise<CalmError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CalmError))
    throw new Error(`Not refused as it should be: ${String(error)}`);
  expect(error.hint).not.toBe('');
  return error;
}

describe.skipIf(!isPresent('postgres'))('a store in PostgreSQL [needs postgres]', () => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer();
  }, 60_000);

  afterAll(() => {
    server.remove();
  });

  let databases = 0;

  function newDatabase(): string {
    const name = `taste_${(databases += 1)}`;
    server.run(`CREATE DATABASE ${name}`);
    return name;
  }

  async function makeStore(): Promise<StoreUnderTest> {
    const database = newDatabase();
    return {
      open: () => open(server.url(database)),
      find: async (texts) => {
        // What the server has in memory goes to its files.
        server.run('CHECKPOINT');
        return findInFiles(server.base, texts);
      },
      remove: async () => {
        server.run(`DROP DATABASE ${database}`);
      },
    };
  }

  for (const { name, run } of storeContract) {
    test(name, () => run(makeStore), 240_000);
  }

  test('is made once, by whoever comes first', async () => {
    const url = server.url(newDatabase());
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    await stores[0]!.create(anna);
    for (const store of stores) {
      expect(await store.profiles()).toEqual([anna]);
      await store[Symbol.asyncDispose]();
    }
  });

  test('is not made by whoever only reads', async () => {
    const database = newDatabase();
    const read = () => openStore(server.url(database), [postgresProvider], { toRead: true });
    const error = await failure(read());
    expect(error).toMatchObject({ code: 'store-unavailable' });
    expect(error.message).toContain('holds no store yet');
    const schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'calm'";
    expect(server.run(schemas, database).trim()).toBe('0');
    await (await open(server.url(database)))[Symbol.asyncDispose]();
    await using store = await read();
    expect(await store.profiles()).toEqual([]);
  });

  test('loses nothing and doubles nothing where processes append at once and are killed', async () => {
    const url = server.url(newDatabase());
    await using store = await open(url);
    await store.create(anna);
    const acknowledged = await Promise.all(
      ['a', 'b', 'c'].map((tag, index) => append(url, tag, index * 12 + 5)),
    );
    const ids = (await store.entries(anna.id)).map(({ id }) => id);
    expect(acknowledged.flat().filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('c-'))).toEqual(
      ids.filter((id) => id.startsWith('c-')).map((_, number) => `c-${number}`),
    );
  }, 60_000);

  test('has after a crash of the server what was acknowledged, and is used on without being opened again', async () => {
    const url = server.url(newDatabase());
    await using store = await open(url);
    await store.create(anna);
    const entries = Array.from({ length: 20 }, (_, number) => rating(`${number}`));
    for (const entry of entries) expect(await store.append(anna.id, [entry])).toBe(1);
    server.crash();
    try {
      for (const call of [store.entries(anna.id), store.append(anna.id, [rating('lost')])]) {
        const error = await failure(call);
        expect(error.code).toBe('store-unavailable');
        expect(error.retryable).toBe(true);
      }
      const error = await failure(open(url));
      expect(error.code).toBe('store-unavailable');
      expect(error.message).toContain(store.location);
      expect(error.hint).toMatch(/started/u);
    } finally {
      server.start();
    }
    expect(await store.entries(anna.id)).toEqual(entries);
    expect(await store.append(anna.id, [rating('later')])).toBe(1);
  }, 60_000);

  test('is gone from the tables for good once others have let go of them', async () => {
    const database = newDatabase();
    const store = await open(server.url(database));
    await store.create(anna);
    const secret = rating('secret');
    await store.append(anna.id, [secret, rating('other')]);
    // Another session is in the middle of reading, and holds its locks until it ends.
    const reader = new Client({ connectionString: server.url(database) });
    await reader.connect();
    await reader.query('BEGIN; SELECT count(*) FROM calm.entries');
    const error = await failure(store.forget(anna.id, [secret.picture]));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toContain('traces remain');
    expect(await store.entries(anna.id)).toEqual([rating('other')]);
    await store[Symbol.asyncDispose]();
    server.run('CHECKPOINT');
    expect(findInFiles(server.base, [secret.picture])).toEqual([secret.picture]);
    await reader.query('COMMIT');
    await reader.end();
    await using again = await open(server.url(database));
    expect(await again.entries(anna.id)).toEqual([rating('other')]);
    server.run('CHECKPOINT');
    expect(findInFiles(server.base, [secret.picture])).toEqual([]);
  }, 60_000);

  test('says what is wrong with an address, and never the password', async () => {
    const database = newDatabase();
    await using store = await open(server.tcpUrl(database));
    expect(store.location).toBe(`postgresql://calm@127.0.0.1:${server.port}/${database}`);
    const closed = `postgres://calm:${encodeURIComponent(PASSWORD)}@localhost:1/taste`;
    const inQuery = `postgres://localhost:1/taste?user=calm&password=${encodeURIComponent(PASSWORD)}`;
    const cases = [
      [server.tcpUrl(database, `${PASSWORD}-wrong`), /does not let this user in/u],
      [server.tcpUrl('nowhere'), /no such database/u],
      [closed, /ECONNREFUSED/u],
      [inQuery, /ECONNREFUSED/u],
      [server.tcpUrl(database).replace('127.0.0.1', 'no-such-host.invalid'), /no-such-host/u],
      [`${server.tcpUrl(database)}?sslmode=verify-full`, /SSL/u],
      // Another host than this one is spoken to by TLS, which this server has not.
      [server.tcpUrl(database).replace('127.0.0.1', '0.0.0.0'), /SSL/u],
      [
        `${server.tcpUrl(database)}?sslrootcert=/no/such/file&sslmode=verify-full`,
        /no\/such\/file/u,
      ],
    ] as const;
    for (const [url, problem] of cases) {
      const error = await failure(open(url));
      expect(error.code, error.message).toBe('store-unavailable');
      expect(error.message).toMatch(problem);
      const told = `${error.message} ${error.hint} ${error.stack} ${JSON.stringify(error.cause)}`;
      for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) {
        expect(told).not.toContain(secret);
      }
    }
    await using plain = await open(
      `${server.tcpUrl(database).replace('127.0.0.1', '0.0.0.0')}?sslmode=disable`,
    );
    expect(await plain.profiles()).toEqual([]);
  }, 60_000);

  test('of a newer version, and what is of another program, is refused and left as it is', async () => {
    const newer = newDatabase();
    await using early = await open(server.url(newer));
    server.run('UPDATE calm.store SET version = 99', newer);
    expect((await failure(early.create(anna))).code).toBe('store-newer');
    const error = await failure(open(server.url(newer)));
    expect(error.code).toBe('store-newer');
    expect(error.message).toContain('99');
    expect(server.run('SELECT version FROM calm.store', newer).trim()).toBe('99');

    const foreign = newDatabase();
    server.run('CREATE SCHEMA calm; CREATE TABLE calm.profiles (id text)', foreign);
    const other = await failure(open(server.url(foreign)));
    expect(other.code).toBe('store-unavailable');
    expect(other.message).toMatch(/another program/u);
    const tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'calm'";
    expect(server.run(tables, foreign).trim()).toBe('1');
  });

  test('tells a user who may not make it', async () => {
    const database = newDatabase();
    server.run('CREATE ROLE guest LOGIN');
    const url = server.url(database).replace('user=calm', 'user=guest');
    const error = await failure(open(url));
    expect(error.code).toBe('store-unavailable');
    expect(error.hint).toMatch(/GRANT CREATE/u);
  });

  test.each(MIGRATIONS.map((_, index) => index + 1))(
    'of version %i is read, and nothing of it is lost',
    async (version) => {
      const fixture = path.join(FIXTURES, `${version}.sql`);
      expect(existsSync(fixture), `a store as version ${version} wrote it`).toBe(true);
      const database = newDatabase();
      server.run(readFileSync(fixture, 'utf8'), database);
      await using store = await open(server.url(database));
      const expected: unknown = JSON.parse(
        readFileSync(path.join(FIXTURES, `${version}.json`), 'utf8'),
      );
      expect({ ...(await exportTaste(store)), exportedAt: '' }).toEqual(expected);
      expect(server.run('SELECT version FROM calm.store', database).trim()).toBe(
        `${MIGRATIONS.length}`,
      );
      // The tables are those that a new store has.
      const fresh = newDatabase();
      await (await open(server.url(fresh)))[Symbol.asyncDispose]();
      expect(server.run(COLUMNS, database)).toBe(server.run(COLUMNS, fresh));
      expect(await store.append('a', [rating(randomUUID())])).toBe(1);
    },
  );

  test('has a fixture of each version and no other', () => {
    const versions = readdirSync(FIXTURES).filter((name) => name.endsWith('.sql'));
    expect(versions.sort()).toEqual(MIGRATIONS.map((_, index) => `${index + 1}.sql`).sort());
  });
});

const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, identity_generation
  FROM information_schema.columns WHERE table_schema = 'calm' ORDER BY table_name, ordinal_position`;

/** Appends in a process of its own, which is killed once it has told so many ids. @returns these */
function append(url: string, tag: string, lives: number): Promise<string[]> {
  const ids: string[] = [];
  const started = spawn(process.execPath, [CHILD, url, tag, '100000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: started.stdout }).on('line', (line) => {
    ids.push(line.split(' ')[0]!);
    if (ids.length >= lives) started.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    started.once('error', reject);
    started.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(ids);
      else reject(new Error(`The process ended by itself, after ${ids.length} ids.`));
    });
  });
}

/** Which of some texts stand in any file of a folder. */
function findInFiles(folder: string, texts: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync('grep', ['-rahoF', '-f', '-', folder], {
    input: texts.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1: none of them. 2 beside an answer: a file that the server has removed meanwhile.
  if (status === null || (status === 2 && !/No such file/u.test(stderr))) throw new Error(stderr);
  return [...new Set(stdout.split('\n').filter((line) => line !== ''))];
}
