/**
 * A process of its own that uses a store, for tests: each line that it prints is JSON.
 *
 *   append FILE TAG COUNT     appends COUNT ratings, one by one, and prints the id of each once it is kept
 *   meet FILE TAG COUNT       as others do at the same time: makes the file and the profile where nobody has, and appends as well what
 *                             all the others append
 *   persist FILE TAG COUNT    as append; what fails is printed and tried again
 *   lifecycle FILE            makes a store, appends, forgets, and closes it, and prints each step once it is done
 *   nobody FILE               opens it as somebody else, if it may, and appends
 *   reader FILE               opens it as somebody else to read it, prints what is there, and appends all the same
 *   load FILE                 prints which modules are there after loading the core, and after opening a store
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '../dist/index.js';

const [mode, file, tag = '', count = '0'] = process.argv.slice(2);
const PROFILE = 'p';
const NOBODY = 65534;

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const sha = (text) => createHash('sha256').update(text).digest('hex');
const told = (error) => ({ code: error.code, message: error.message, hint: error.hint });

const rating = (id) => ({
  kind: 'rating',
  id,
  at: '2026-02-03T10:20:30Z',
  source: 'cli',
  session: 's',
  shown: false,
  picture: sha(id),
  value: 3,
  scale: { low: 1, high: 5 },
});
const picture = (id) => ({ sha256: sha(id), paths: [`/photos/${id}.jpg`] });

async function openWithProfile() {
  const store = await openSqliteStore(file);
  try {
    await store.create({
      id: PROFILE,
      name: 'Anna',
      kinds: [],
      createdAt: '2026-01-01T00:00:00Z',
    });
  } catch (error) {
    if (error.code !== 'profile-exists') throw error;
  }
  return store;
}

async function append(store, id) {
  const added = await store.append(PROFILE, [rating(id)], [picture(id)]);
  print({ id, added });
}

async function becomeNobody() {
  // What root may load, somebody else may not.
  const folder = mkdtempSync(path.join(tmpdir(), 'calm-store-'));
  await (await openSqliteStore(path.join(folder, 'taste.sqlite')))[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
  if (process.getuid() !== 0) return;
  process.setgroups([]);
  process.setgid(NOBODY);
  process.setuid(NOBODY);
}

async function run() {
  if (mode === 'append') {
    const store = await openWithProfile();
    for (let number = 0; number < Number(count); number++) await append(store, `${tag}-${number}`);
    await store[Symbol.asyncDispose]();
  } else if (mode === 'meet') {
    const store = await openWithProfile();
    for (let number = 0; number < Number(count); number++) {
      await append(store, `${tag}-${number}`);
      await append(store, `shared-${number}`);
    }
    await store[Symbol.asyncDispose]();
  } else if (mode === 'persist') {
    const store = await openWithProfile();
    for (let number = 0; number < Number(count); number++) {
      for (let kept = false; !kept;) {
        try {
          await append(store, `${tag}-${number}`);
          kept = true;
        } catch (error) {
          print(told(error));
        }
      }
    }
    await store[Symbol.asyncDispose]();
  } else if (mode === 'lifecycle') {
    const store = await openWithProfile();
    for (const id of ['one', 'two', 'three']) await append(store, id);
    await store.forget(PROFILE, [sha('two')]);
    print({ forgotten: 'two' });
    await append(store, 'four');
    await store[Symbol.asyncDispose]();
    print({ closed: true });
  } else if (mode === 'nobody') {
    await becomeNobody();
    await append(await openWithProfile(), 'mine');
  } else if (mode === 'reader') {
    await becomeNobody();
    const store = await openSqliteStore(file, { toRead: true });
    const [profile] = await store.profiles();
    const entries = await store.entries(profile.id);
    print({ readOnly: store.readOnly, name: profile.name, entries: entries.length });
    try {
      await store.append(profile.id, [rating('mine')]);
    } finally {
      await store[Symbol.asyncDispose]();
    }
  } else if (mode === 'load') {
    const modules = () =>
      Object.keys(createRequire(import.meta.url).cache).filter((name) => /sql/u.test(name));
    print(modules());
    await openSqliteStore(file);
    print(modules());
  }
}

try {
  await run();
} catch (error) {
  print(told(error));
}
