import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CalmError } from '../protocol/errors.js';
import type { TasteExport } from '../protocol/generated/taste.js';
import {
  choice,
  flag,
  oneOfEach,
  picture,
  profile,
  rating,
  sha,
  snapshot,
} from './contract/samples.js';
import { openSqliteStore } from './sqlite/open-sqlite-store.js';
import type { PersonalizationStore } from './store.js';
import { exportTaste, importTaste } from './transfer.js';

let folder: string;
let store: PersonalizationStore;
let other: PersonalizationStore;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-store-'));
  store = await openSqliteStore(path.join(folder, 'one.sqlite'));
  other = await openSqliteStore(path.join(folder, 'other.sqlite'));
});

afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const anna = profile('Anna', { kinds: ['photograph'] });
const bea = profile('Bea');

async function fill(): Promise<void> {
  await store.create(bea);
  await store.create(anna);
  await store.append(anna.id, oneOfEach(), [picture('two'), picture('one')]);
  await store.append(bea.id, [rating(sha('one')), rating(sha('four'))], [picture('four')]);
  await store.keep([snapshot('two'), snapshot('one'), snapshot('one', 'model 0')]);
  await store.keep([snapshot('nobody named it')]);
}

/** As it comes out of a file. */
async function exported(from: PersonalizationStore, profiles?: string[]): Promise<TasteExport> {
  return JSON.parse(JSON.stringify(await exportTaste(from, profiles))) as TasteExport;
}

const undated = (document: TasteExport): string => JSON.stringify({ ...document, exportedAt: '' });

async function failure(document: unknown): Promise<CalmError> {
  const before = undated(await exported(other));
  const error: unknown = await importTaste(other, document).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CalmError))
    throw new Error(`Not refused as it should be: ${String(error)}`);
  expect(error.hint).not.toBe('');
  expect(undated(await exported(other)), 'the store has changed').toBe(before);
  return error;
}

describe('an export', () => {
  test('holds all of the profiles, their pictures and snapshots, always in the same order', async () => {
    await fill();
    const document = await exported(store);
    expect(document.profiles.map((one) => one.profile)).toEqual([anna, bea]);
    expect(document.profiles[0]?.entries).toEqual(await store.entries(anna.id));
    const pictures = ['one', 'two', 'three', 'four'].map(sha).sort();
    expect(document.pictures.map(({ sha256 }) => sha256)).toEqual(pictures);
    expect(document.pictures.find(({ sha256 }) => sha256 === sha('three'))?.paths).toEqual([]);
    expect(document.snapshots.map(({ stamp }) => stamp)).toEqual(['model 0', 'model 1', 'model 1']);
    expect(Date.parse(document.exportedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(undated(await exported(store))).toBe(undated(document));
  });

  test('of some profiles holds nothing of others', async () => {
    await fill();
    const document = await exported(store, [bea.id, bea.id]);
    expect(document.profiles.map((one) => one.profile)).toEqual([bea]);
    expect(document.pictures.map(({ sha256 }) => sha256)).toEqual([sha('one'), sha('four')].sort());
    expect(document.snapshots.map((one) => one.picture)).toEqual([sha('one'), sha('one')]);
    await expect(exportTaste(store, ['nobody'])).rejects.toMatchObject({ code: 'profile-unknown' });
  });
});

describe('an import', () => {
  test('brings everything, and again brings nothing', async () => {
    await fill();
    const document = await exported(store);
    expect(await importTaste(other, document)).toEqual({
      profiles: [
        { profile: anna, isNew: true, added: 8, known: 0 },
        { profile: bea, isNew: true, added: 2, known: 0 },
      ],
      pictures: 4,
      snapshots: 3,
    });
    expect(undated(await exported(other))).toBe(undated(document));
    expect(await importTaste(other, document)).toEqual({
      profiles: [
        { profile: anna, isNew: false, added: 0, known: 8 },
        { profile: bea, isNew: false, added: 0, known: 2 },
      ],
      pictures: 0,
      snapshots: 0,
    });
    expect(undated(await exported(other))).toBe(undated(document));
  });

  test('carries any log and any numbers to another store', async () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            names,
            fc.double({ min: 1, max: 5, noNaN: true }),
            fc.string({ unit: 'grapheme' }),
          ),
        ),
        fc.array(fc.tuple(names, fc.float32Array({ noNaN: true, noDefaultInfinity: true }))),
        async (said, seen) => {
          const someone = profile(`${Math.random()}`);
          await store.create(someone);
          const entries = said.map(([name, value, session]) =>
            rating(sha(name), value, { session }),
          );
          await store.append(someone.id, entries);
          const stamp = someone.id;
          await store.keep(seen.map(([name, vector]) => ({ ...snapshot(name, stamp), vector })));
          const document = await exported(store, [someone.id]);
          await importTaste(other, document);
          expect(undated(await exported(other, [someone.id]))).toBe(undated(document));
          expect(await other.entries(someone.id)).toEqual(entries);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('adds to a profile of the same id, whose name and paths stand', async () => {
    await fill();
    const mine = flag(sha('one'));
    const renamed = { ...anna, name: 'Anna at work', kinds: [] };
    await other.create(renamed);
    await other.append(
      anna.id,
      [mine],
      [picture('one', { paths: ['/here/one.jpg'], domain: 'artwork' })],
    );
    const document = await exported(store, [anna.id]);
    const summary = await importTaste(other, document);
    expect(summary.profiles).toEqual([{ profile: renamed, isNew: false, added: 8, known: 0 }]);
    expect(summary.pictures).toBe(2);
    expect(await other.profiles()).toEqual([renamed]);
    expect(await other.entries(anna.id)).toEqual([mine, ...(await store.entries(anna.id))]);
    expect(await other.pictures([sha('one')])).toEqual([
      { sha256: sha('one'), paths: ['/here/one.jpg', '/photos/one.jpg'], domain: 'artwork' },
    ]);
    const before = undated(await exported(other));
    await importTaste(other, document);
    expect(undated(await exported(other))).toBe(before);
  });

  test('of a name that is another profile’s says what to do', async () => {
    await fill();
    await other.create(profile('ANNA'));
    const error = await failure(await exported(store));
    expect(error.code).toBe('profile-exists');
    expect(error.message).toContain('ANNA');
    expect(error.hint).toMatch(/Rename.*merge/u);
  });

  test('of a later version says to update', async () => {
    await fill();
    const later = { ...(await exported(store)), version: 2, profiles: 'elsewhere' };
    const error = await failure(later);
    expect(error.code).toBe('store-newer');
    expect(error.hint).toMatch(/Update/u);
  });

  test('of what contradicts itself or the store is refused as a whole', async () => {
    await fill();
    const good = await exported(store);
    await other.create(anna);
    const conflicting = rating(sha('one'), 2);
    await other.append(anna.id, [conflicting]);
    const change = (edit: (document: TasteExport) => void): TasteExport => {
      const document = structuredClone(good);
      edit(document);
      return document;
    };
    const log = (document: TasteExport) => document.profiles[0]!.entries;
    const cases: [unknown, RegExp][] = [
      [undefined, /no taste export/u],
      ['calm-taste', /no taste export/u],
      [{}, /no taste export/u],
      [{ ...good, format: 'other' }, /schema/u],
      [{ ...good, version: 0 }, /schema/u],
      [{ ...good, profiles: [{}] }, /profiles\.0\.profile is missing/u],
      [
        change((one) => (log(one)[0]!.at = 'yesterday')),
        /profiles\.0\.entries\.0\.at is "yesterday"/u,
      ],
      [
        change((one) => log(one).push({ ...rating(sha('one')), scale: { low: 5, high: 1 } })),
        /from 5 to 1/u,
      ],
      [change((one) => log(one).push({ ...rating(sha('one')), value: 9 })), /outside its scale/u],
      [change((one) => log(one).push(log(one)[0]!)), /occurs twice/u],
      [change((one) => log(one).push(conflictingTwin(conflicting))), /something else/u],
      [change((one) => one.profiles.push({ ...one.profiles[0]! })), /profile id .* occurs twice/u],
      [
        change((one) => one.profiles.push({ profile: profile('BEA'), entries: [] })),
        /profile name bea occurs twice/u,
      ],
      [change((one) => log(one).push(choice(sha('one'), sha('five')))), /not among its pictures/u],
      [change((one) => one.pictures.pop()), /not among its pictures/u],
      [change((one) => one.pictures.push(picture('five'))), /no entry names/u],
      [change((one) => one.pictures.push(one.pictures[0]!)), /picture .* occurs twice/u],
      [change((one) => one.snapshots.push(one.snapshots[0]!)), /snapshot .* occurs twice/u],
      [change((one) => (one.snapshots[0]!.picture = sha('five'))), /snapshot of/u],
      [change((one) => (one.snapshots[0]!.vector = 'AAAA')), /32-bit floats/u],
      [change((one) => (one.snapshots[0]!.vector = '***')), /32-bit floats/u],
      [change((one) => (one.snapshots[0]!.vector = 'AADAfw==')), /not finite/u],
    ];
    for (const [document, problem] of cases) {
      const error = await failure(document);
      expect(error.code, error.message).toBe('invalid-request');
      expect(error.message).toMatch(problem);
    }
    expect((await importTaste(other, good)).profiles[0]).toMatchObject({ added: 8 });
  });
});

/** The same id, and another value. */
function conflictingTwin(entry: ReturnType<typeof rating>): ReturnType<typeof rating> {
  return { ...entry, value: entry.value + 1 };
}
