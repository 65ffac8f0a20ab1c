import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import {
  picture,
  profile,
  rating,
  sha,
  snapshot,
} from '../src/personalization/contract/samples.js';
import { openStore } from '../src/personalization/open-store.js';
import { MIGRATIONS } from '../src/personalization/sqlite/migrations/index.js';
import { openSqliteStore } from '../src/personalization/sqlite/open-sqlite-store.js';
import type { PersonalizationStore } from '../src/personalization/store.js';
import { exportTaste } from '../src/personalization/transfer.js';
import { CalmError } from '../src/protocol/errors.js';
import { findInFiles } from './taste-store-files.js';

const CHILD = path.join(import.meta.dirname, 'taste-store-child.mjs');
const NOBODY = 65_534;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-store-'));
  file = path.join(folder, 'taste.sqlite');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a child printed; which of its fields are there depends on what it did. */
interface Line {
  readonly id?: string;
  readonly added?: number;
  readonly forgotten?: string;
  readonly closed?: boolean;
  readonly readOnly?: boolean;
  readonly name?: string;
  readonly entries?: number;
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string;
}

interface Child {
  readonly process: ChildProcess;
  readonly lines: Line[];
  /** The lines, once it has ended. */
  readonly ended: Promise<Line[]>;
}

function child(args: readonly string[], onLine: (child: Child) => void = () => {}): Child {
  return start([process.execPath, CHILD, ...args], onLine);
}

/** A child in whose system calls something goes wrong, as strace puts it. */
function troubled(trouble: string, ...args: string[]): Child {
  const trace = path.join(folder, 'trace');
  return start([
    ...['strace', '-f', '-qq', '-o', trace, '-e', 'trace=pwrite64,fsync,fdatasync,ftruncate'],
    ...['-e', `inject=${trouble}`, process.execPath, CHILD, ...args],
  ]);
}

function start(command: readonly string[], onLine: (child: Child) => void = () => {}): Child {
  const [program, ...args] = command;
  const started = spawn(program!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const ended = new Promise<Line[]>((resolve, reject) => {
    started.once('error', reject);
    started.once('close', () => {
      resolve(lines);
    });
  });
  const self = { process: started, lines, ended };
  createInterface({ input: started.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Line);
    onLine(self);
  });
  return self;
}

const idsOf = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ id }) => (id === undefined ? [] : [id]));

async function kept(): Promise<string[]> {
  await using store = await openSqliteStore(file);
  return (await store.entries('p')).map(({ id }) => id);
}

async function failure(call: Promise<unknown>): Promise<CalmError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CalmError))
    throw new Error(`Not refused as it should be: ${String(error)}`);
  return error;
}

/** A store with some of everything, closed. */
async function filled(at: string, pictures = 60): Promise<unknown> {
  const names = Array.from({ length: pictures }, (_, number) => `picture ${number}`);
  await using store = await openSqliteStore(at);
  const anna = profile('Anna');
  await store.create(anna);
  await store.create(profile('Bea'));
  await store.append(
    anna.id,
    names.map((name) => rating(sha(name))),
    names.map((name) => picture(name)),
  );
  await store.keep(names.map((name) => snapshot(name, 'model 1', 20)));
  return await contentOf(store);
}

async function contentOf(store: PersonalizationStore): Promise<unknown> {
  return { ...(await exportTaste(store)), exportedAt: '' };
}

const digest = (name: string): string =>
  createHash('sha256').update(readFileSync(name)).digest('hex');

describe('several processes', () => {
  test('make one store together, and nothing is lost or doubled', async () => {
    const children = ['a', 'b', 'c'].map((tag) => child(['meet', file, tag, '25']));
    const lines = (await Promise.all(children.map(({ ended }) => ended))).flat();
    expect(lines.filter(({ code }) => code !== undefined)).toEqual([]);
    const ids = await kept();
    expect(ids.length).toBe(100);
    expect(new Set(ids)).toEqual(new Set(idsOf(lines)));
    expect(lines.reduce((sum, { added = 0 }) => sum + added, 0)).toBe(100);
    // Each process finds its own in the order in which it told them.
    expect(ids.filter((id) => id.startsWith('a-'))).toEqual(
      Array.from({ length: 25 }, (_, number) => `a-${number}`),
    );
  }, 60_000);

  test('killed while they write lose nothing that was acknowledged', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round++) {
      const lives = Math.floor(Math.random() * 40);
      const victim = child(['append', file, `${round}`, '100000'], ({ lines, process: mortal }) => {
        if (lines.length > lives) mortal.kill('SIGKILL');
      });
      const lines = await victim.ended;
      expect(victim.process.signalCode).toBe('SIGKILL');
      acknowledged.push(...idsOf(lines));
    }
    const ids = await kept();
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    await using store = await openSqliteStore(file);
    const known = new Set((await store.pictures()).map(({ sha256 }) => sha256));
    for (const id of ids) expect(known.has(sha(id)), id).toBe(true);
  }, 60_000);

  test.skipIf(!isPresent('strace'))(
    'killed at any write or sync from the first on lose nothing that was acknowledged [needs strace]',
    async () => {
      let survived = false;
      for (let moment = 1; !survived; moment += moment < 12 ? 1 : 7) {
        const fatal = path.join(folder, `${moment}.sqlite`);
        const calls = 'pwrite64,fsync,fdatasync,ftruncate';
        const lines = await troubled(`${calls}:signal=SIGKILL:when=${moment}`, 'lifecycle', fatal)
          .ended;
        survived = lines.some(({ closed }) => closed === true);
        await using store = await openSqliteStore(fatal);
        const [anna] = await store.profiles();
        if (anna === undefined) {
          expect(lines).toEqual([]);
          continue;
        }
        const ids = (await store.entries(anna.id)).map(({ id }) => id);
        const forgotten = lines.some((line) => line.forgotten !== undefined);
        const expected = idsOf(lines).filter((id) => !(forgotten && id === 'two'));
        // What was under way when it was killed may be there or not.
        const unacknowledged = ids.filter((id) => !expected.includes(id));
        const missing = expected.filter((id) => !ids.includes(id));
        expect(unacknowledged.length, `killed at ${moment}`).toBeLessThanOrEqual(1);
        expect(missing.filter((id) => id !== 'two' || forgotten)).toEqual([]);
        if (!ids.includes('two') && idsOf(lines).includes('two')) {
          // It was deleted: opening has removed what was left of it.
          expect(await findInFiles(folder, [sha('two')]), `traces after ${moment}`).toEqual([]);
        }
        for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
      }
    },
    120_000,
  );
});

describe('a disk', () => {
  test.skipIf(!isPresent('strace')).each([1, 4, 9, 30])(
    'that is full from write %i on costs one clear error and nothing that was kept [needs strace]',
    async (first) => {
      const lines = await troubled(
        `pwrite64:error=ENOSPC:when=${first}+`,
        'append',
        file,
        't',
        '1000',
      ).ended;
      const error = lines.at(-1)!;
      expect(error.code).toBe('store-unavailable');
      expect(error.message).toContain(file);
      expect(error.message).toMatch(/no room/u);
      const acknowledged = idsOf(lines);
      await child(['append', file, 'later', '2']).ended;
      expect((await kept()).filter((id) => !id.startsWith('later'))).toEqual(acknowledged);
    },
    60_000,
  );

  test.skipIf(!isPresent('strace'))(
    'that has room again is used again by the same process [needs strace]',
    async () => {
      const lines = await troubled(
        'pwrite64:error=ENOSPC:when=120..150',
        'persist',
        file,
        't',
        '30',
      ).ended;
      expect(lines.filter(({ code }) => code === 'store-unavailable').length).toBeGreaterThan(0);
      expect(
        lines.filter(({ id, code }) => id === undefined && code !== 'store-unavailable'),
      ).toEqual([]);
      expect(await kept()).toEqual(Array.from({ length: 30 }, (_, number) => `t-${number}`));
    },
    60_000,
  );

  test.skipIf(!isPresent('strace'))(
    'that does not keep what it was given is reported, not believed [needs strace]',
    async () => {
      const lines = await troubled(
        'fsync,fdatasync:error=EIO:when=12+',
        'append',
        file,
        't',
        '1000',
      ).ended;
      const error = lines.at(-1)!;
      expect(error.code).toBe('store-unavailable');
      expect(error.message).toContain(file);
      const ids = await kept();
      expect(idsOf(lines).filter((id) => !ids.includes(id))).toEqual([]);
    },
    60_000,
  );

  test.skipIf(!isPresent('strace'))(
    'has been told to keep what is acknowledged, each time [needs strace]',
    () => {
      const trace = path.join(folder, 'trace');
      execFileSync('strace', [
        ...['-f', '-e', 'trace=write,fsync,fdatasync', '-o', trace],
        ...[process.execPath, CHILD, 'append', file, 't', '5'],
      ]);
      const calls = readFileSync(trace, 'utf8')
        .split('\n')
        .flatMap((call) =>
          / write\(1, /u.test(call) ? ['told'] : / f(?:data)?sync\(/u.test(call) ? ['kept'] : [],
        );
      const before = calls.flatMap((call, index) => (call === 'told' ? [calls[index - 1]] : []));
      expect(before).toEqual(['kept', 'kept', 'kept', 'kept', 'kept']);
    },
  );

  test('on which nobody may write is refused with what to do', async () => {
    const before = await filled(file);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    if (process.getuid?.() !== 0) chmodSync(folder, 0o555);
    const [readOnlyFolder] = await child(['nobody', file]).ended;
    expect(readOnlyFolder).toMatchObject({ code: 'store-unavailable' });
    expect(readOnlyFolder?.message).toContain(file);
    expect(readOnlyFolder?.hint).toMatch(/writable/u);

    chmodSync(folder, 0o755);
    const own = path.join(folder, 'own');
    mkdirSync(own);
    const copy = path.join(own, 'taste.sqlite');
    copyFileSync(file, copy);
    if (process.getuid?.() === 0) chownSync(own, NOBODY, NOBODY);
    const [readOnlyFile] = await child(['nobody', copy]).ended;
    expect(readOnlyFile).toMatchObject({ code: 'store-unavailable' });
    expect(readOnlyFile?.message).toContain(copy);

    const [missing] = await child(['nobody', path.join(folder, 'new', 'taste.sqlite')]).ended;
    if (process.getuid?.() === 0) expect(missing).toMatchObject({ code: 'store-unavailable' });

    chmodSync(file, 0o600);
    await using store = await openSqliteStore(file);
    expect(await contentOf(store)).toEqual(before);
  });
});

describe('a store that is opened to be read', () => {
  // What a URL would take for something else.
  const odd = (): string => path.join(folder, 'shared #1?%20 ä.sqlite');

  /** @returns how many entries were read */
  async function readAndLeft(at: string): Promise<number | undefined> {
    const files = readdirSync(folder).toSorted();
    const before = files.map((name) => digest(path.join(folder, name)));
    chmodSync(folder, 0o755);
    for (const name of files) chmodSync(path.join(folder, name), 0o444);
    if (process.getuid?.() !== 0) chmodSync(folder, 0o555);
    const [read, refused] = await child(['reader', at]).ended;
    chmodSync(folder, 0o755);
    expect(read).toMatchObject({ readOnly: true, name: 'Anna' });
    expect(refused).toMatchObject({ code: 'store-unavailable' });
    expect(refused?.message).toContain(at);
    expect(readdirSync(folder).toSorted()).toEqual(files);
    expect(files.map((name) => digest(path.join(folder, name)))).toEqual(before);
    return read?.entries;
  }

  test('is read where nobody may write, and nothing is changed or left beside it', async () => {
    await filled(odd());
    expect(await readAndLeft(odd())).toBe(60);
  });

  test('is read with what a killed process had not put into the file itself', async () => {
    const lines = await child(
      ['append', odd(), 't', '10000'],
      ({ process: writer, lines: told }) => {
        if (told.length === 5) writer.kill('SIGKILL');
      },
    ).ended;
    expect(statSync(`${odd()}-wal`).size).toBeGreaterThan(0);
    expect(await readAndLeft(odd())).toBeGreaterThanOrEqual(lines.length);
  });

  test('is not made where there is none', async () => {
    for (const missing of [file, path.join(folder, 'no', 'such', 'taste.sqlite')]) {
      const error = await failure(openSqliteStore(missing, { toRead: true }));
      expect(error).toMatchObject({ code: 'store-unavailable' });
      expect(error.message).toBe(`There is no store ${missing}.`);
    }
    expect(readdirSync(folder)).toEqual([]);
    expect((await failure(openStore(folder, [], { toRead: true }))).message).toContain('a folder');
  });

  test('is written like any other where it can be', async () => {
    await filled(file);
    await using store = await openStore(file, [], { toRead: true });
    expect(store.readOnly).toBe(false);
    await store.create(profile('Cleo'));
    expect((await store.profiles()).length).toBe(3);
  });
});

describe('what is no sound store', () => {
  test.each([undefined, null, '', { path: 'taste.sqlite' }])(
    'is %o, which names no place',
    async (location) => {
      await expect(openStore(location as string)).rejects.toMatchObject({
        name: 'CalmError',
        code: 'invalid-request',
      });
    },
  );

  async function isLeftAlone(code: string, at = file): Promise<CalmError> {
    const before = digest(at);
    const error = await failure(openSqliteStore(at));
    expect(error.code, error.message).toBe(code);
    expect(error.message).toContain(at);
    expect(digest(at)).toBe(before);
    return error;
  }

  test.each([2, 50, 99, 100, 4096, 10_000])(
    'cut to %i bytes is refused and left as it is',
    async (bytes) => {
      await filled(file);
      truncateSync(file, bytes);
      rmSync(`${file}-wal`, { force: true });
      rmSync(`${file}-shm`, { force: true });
      const error = await isLeftAlone('store-damaged');
      expect(error.hint).toMatch(/copy.*export/u);
    },
  );

  test('with a beginning that is gone is refused and left as it is', async () => {
    await filled(file);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 0, 64);
    writeFileSync(file, bytes);
    await isLeftAlone('store-damaged');
  });

  test('with any byte changed is as it was, or refused: never believed', async () => {
    const original = path.join(folder, 'original.sqlite');
    const before = await filled(original);
    const size = statSync(original).size;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: size - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (offset, change) => {
          const damaged = path.join(folder, `${offset}-${change}.sqlite`);
          const bytes = readFileSync(original);
          bytes[offset]! ^= change;
          writeFileSync(damaged, bytes);
          try {
            await using store = await openSqliteStore(damaged);
            expect(await contentOf(store)).toEqual(before);
          } catch (error) {
            if (!(error instanceof CalmError)) throw error;
            expect(error.code, error.message).toBe('store-damaged');
            expect(error.message).toContain(damaged);
            refused += 1;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  }, 60_000);

  test('such as a picture is refused and left as it is', async () => {
    writeFileSync(file, Buffer.from('\xff\xd8\xff\xe0 a picture'.repeat(1000), 'latin1'));
    await isLeftAlone('store-damaged');
  });

  test('but the database of another program is refused and left as it is', async () => {
    for (const header of ['', 'PRAGMA application_id = 42;']) {
      rmSync(file, { force: true });
      const other = new Database(file);
      other.exec(`${header} CREATE TABLE profiles (id)`);
      other.close();
      const error = await isLeftAlone('store-unavailable');
      expect(error.message).toMatch(/another program/u);
    }
  });

  test('for this version is refused and left as it is', async () => {
    await filled(file);
    const database = new Database(file);
    database.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const error = await isLeftAlone('store-newer');
    expect(error.message).toContain('99');
    expect(error.hint).toMatch(/Update/u);
  });

  test('for this version any more is not written to by who has it open', async () => {
    await using store = await openSqliteStore(file);
    const anna = profile('Anna');
    await store.create(anna);
    const database = new Database(file);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const error = await failure(store.append(anna.id, [rating(sha('one'))]));
    expect(error.code).toBe('store-newer');
    expect(database.prepare('SELECT count(*) AS n FROM entries').all()).toEqual([{ n: 0 }]);
    database.close();
  });

  test('but a folder is refused', async () => {
    const error = await failure(openSqliteStore(folder));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toBe(`${folder} is a folder.`);
    const below = await failure(openSqliteStore(path.join(CHILD, 'taste.sqlite')));
    expect(below.code).toBe('store-unavailable');
  });
});

describe('what is deleted', () => {
  test('is gone for good once a program that still reads it has let go', async () => {
    const store = await openSqliteStore(file);
    const anna = profile('Anna');
    await store.create(anna);
    await store.append(anna.id, [rating(sha('one')), rating(sha('two'))], [picture('one')]);
    // Another program is in the middle of reading.
    const other = new Database(file);
    other.exec('BEGIN');
    expect(other.prepare('SELECT count(*) AS n FROM entries').all()).toEqual([{ n: 2 }]);

    const error = await failure(store.forget(anna.id, [sha('one')]));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toContain('traces remain');
    expect(
      (await store.entries(anna.id)).map((entry) => 'picture' in entry && entry.picture),
    ).toEqual([sha('two')]);
    expect(await findInFiles(folder, [sha('one')])).toEqual([sha('one')]);

    other.exec('COMMIT');
    other.close();
    await store[Symbol.asyncDispose]();
    await using again = await openSqliteStore(file);
    expect(await again.pictures()).toEqual([]);
    expect(await findInFiles(folder, [sha('one'), '/photos/one.jpg'])).toEqual([]);
    expect(await findInFiles(folder, [sha('two')])).toEqual([sha('two')]);
  }, 60_000);
});

describe('a store', () => {
  test('and its folder are for their owner only', async () => {
    const at = path.join(folder, 'new', 'deep', 'taste.sqlite');
    await using store = await openSqliteStore(at);
    await store.create(profile('Anna'));
    expect(statSync(path.dirname(at)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(path.dirname(at))) {
      expect(statSync(path.join(path.dirname(at), name)).mode & 0o777, name).toBe(0o600);
    }
  });

  test('that was closed is whole in its one file', async () => {
    const before = await filled(file);
    const copy = path.join(folder, 'copy.sqlite');
    copyFileSync(file, copy);
    await using store = await openSqliteStore(copy);
    expect(await contentOf(store)).toEqual(before);
  });

  test('is opened by path and by URL, and its database is loaded only then', async () => {
    await filled(file);
    await using byPath = await openStore(file);
    await using byUrl = await openStore(new URL(`file://${file}`).href);
    expect(byPath.location).toBe(file);
    expect(byUrl.location).toBe(file);
    expect(await contentOf(byUrl)).toEqual(await contentOf(byPath));
    const [before, after] = (await child(['load', file]).ended) as unknown as string[][];
    expect(before).toEqual([]);
    expect(after?.some((name) => name.includes('libsql'))).toBe(true);
  });

  test.skipIf(!isPresent('strace'))('contacts nobody [needs strace]', () => {
    const trace = path.join(folder, 'trace');
    execFileSync('strace', [
      ...['-f', '-e', 'trace=socket,connect', '-o', trace],
      ...[process.execPath, CHILD, 'lifecycle', file],
    ]);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(trace, 'utf8')).not.toMatch(/AF_INET/u);
  });

  test('of a foreign sort is opened by its provider, and others are named', async () => {
    const opened: string[] = [];
    const provider = {
      id: 'acme.shelf',
      schemes: ['shelf'],
      open: async (url: URL) => {
        opened.push(url.href);
        return openSqliteStore(file);
      },
    };
    await using _store = await openStore('SHELF://anna@host/taste', [provider]);
    expect(opened).toEqual(['shelf://anna@host/taste']);
    const unknown = await failure(openStore('mysql://anna:secret@host/taste', [provider]));
    expect(unknown.code).toBe('invalid-request');
    expect(unknown.hint).toContain('file: or shelf:');
    const odd = await failure(openStore('shelf://anna:secret@host:port/taste', [provider]));
    for (const error of [unknown, odd]) {
      expect(`${error.message} ${error.hint}`).not.toContain('secret');
    }
    await expect(openStore(file, [{ ...provider, id: 'sqlite' }])).rejects.toThrow(
      /already registered/u,
    );
    const elsewhere = await failure(openStore('file://server/share/taste.sqlite'));
    expect(elsewhere.code).toBe('invalid-request');
  });
});

describe('a store of an older version', () => {
  const FIXTURES = path.join(import.meta.dirname, 'fixtures/taste-stores');
  const versions = MIGRATIONS.map((_, index) => index + 1);

  function made(at: string, version: number): Database.Database {
    const database = new Database(at);
    for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
    return database;
  }

  const schemaOf = (database: Database.Database): unknown =>
    database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();

  test('is committed for each version', () => {
    const there = readdirSync(FIXTURES).filter((name) => name.endsWith('.sql'));
    expect(there.sort()).toEqual(versions.map((version) => `${version}.sql`).sort());
  });

  test.each(versions)('%i is brought up to date, and nothing of it is lost', async (version) => {
    const older = new Database(file);
    older.exec(readFileSync(path.join(FIXTURES, `${version}.sql`), 'utf8'));
    expect(older.prepare('PRAGMA user_version').all()).toEqual([{ user_version: version }]);
    // It is what that version made, not what somebody thought it made.
    const reference = made(path.join(folder, 'reference.sqlite'), version);
    expect(schemaOf(older)).toEqual(schemaOf(reference));
    older.close();
    reference.close();

    const expected: unknown = JSON.parse(
      readFileSync(path.join(FIXTURES, `${version}.json`), 'utf8'),
    );
    await using store = await openSqliteStore(file);
    expect(await contentOf(store)).toEqual(expected);
    const [first] = await store.profiles();
    expect(await store.append(first!.id, [rating(sha('new'))])).toBe(1);

    const current = new Database(file);
    expect(current.prepare('PRAGMA user_version').all()).toEqual([
      { user_version: MIGRATIONS.length },
    ]);
    const fresh = made(path.join(folder, 'fresh.sqlite'), MIGRATIONS.length);
    expect(schemaOf(current)).toEqual(schemaOf(fresh));
    current.close();
    fresh.close();
  });
});
