import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CalmError } from '../../protocol/errors.js';
import type { Entry, KnownPicture, Profile } from '../../protocol/generated/taste.js';
import type { PersonalizationStore, Snapshot } from '../store.js';
import { ModelStore, Refusal } from './model.js';
import { sha } from './samples.js';
import type { StoreUnderTest } from './store-under-test.js';

const RUNS = 40;
const MOST_OPERATIONS = 40;

/** Few of everything, so that operations meet. */
const PROFILES = ['p1', 'p2', 'p3'];
const NAMES = ['Anna', 'ANNA', 'bea', 'Ärger', 'äRGER', 'carla'];
const PICTURES = [1, 2, 3, 4].map(sha);
const STAMPS = ['model 1', 'model 2'];
const ENTRIES = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'];

const AT = '2026-02-03T10:20:30Z';

const PLAIN = { noNullPrototype: true };

const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    id: fc.constantFrom(...PROFILES),
    name: fc.constantFrom(...NAMES),
    kinds: fc.subarray(['photograph', 'artwork', 'interface'] as const).map((kinds) => [...kinds]),
    createdAt: fc.constantFrom(AT, '2025-01-01T00:00:00.000Z'),
  },
  PLAIN,
);

const profileIds = fc.constantFrom(...PROFILES);
const shas = fc.constantFrom(...PICTURES);

const entries: fc.Arbitrary<Entry> = fc
  .record({
    kind: fc.constantFrom('rating', 'choice', 'flag', 'override', 'retraction', 'tuning'),
    id: fc.constantFrom(...ENTRIES),
    pair: fc.shuffledSubarray(PICTURES, { minLength: 2, maxLength: 2 }),
    value: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ kind, id, pair, value }): Entry => {
    const said = { id, at: AT, source: 'api', session: 's', shown: false };
    const picture = pair[0]!;
    if (kind === 'rating') {
      return { kind: 'rating', ...said, picture, value, scale: { low: 1, high: 5 } };
    }
    if (kind === 'choice') {
      return { kind: 'choice', ...said, preferred: picture, over: pair[1]! };
    }
    if (kind === 'flag') return { kind: 'flag', ...said, picture, flag: 'pick' };
    if (kind === 'tuning')
      return { kind: 'tuning', ...said, domain: 'photograph', strength: value };
    if (kind === 'retraction') return { kind, ...said, picture };
    return { kind: 'override', ...said, picture, value };
  });

const pictures: fc.Arbitrary<KnownPicture> = fc.record(
  {
    sha256: shas,
    paths: fc.array(
      fc.integer({ min: 1, max: 12 }).map((number) => `/photos/${number}.jpg`),
      { maxLength: 8 },
    ),
    domain: fc.constantFrom('photograph' as const, 'artwork' as const),
    takenAt: fc.constantFrom('2020-01-02T03:04:05', '2021-01-02T03:04:05'),
  },
  { requiredKeys: ['sha256', 'paths'], ...PLAIN },
);

const snapshots: fc.Arbitrary<Snapshot> = fc.record(
  {
    picture: shas,
    stamp: fc.constantFrom(...STAMPS),
    general: fc.double({ min: 0, max: 10, noNaN: true }),
    vector: fc.float32Array({ maxLength: 4, noNaN: true, noDefaultInfinity: true }),
  },
  PLAIN,
);

/** Something to do to a store; which of the two that are open is asked. */
interface Operation {
  readonly name: string;
  readonly told: readonly unknown[];
  readonly by: 0 | 1;
  readonly run: (store: PersonalizationStore) => Promise<unknown>;
}

function operation<T extends unknown[]>(
  name: string,
  told: fc.Arbitrary<T>,
  run: (store: PersonalizationStore, ...told: T) => Promise<unknown>,
): fc.Arbitrary<Operation> {
  return fc.tuple(told, fc.constantFrom(0 as const, 1 as const)).map(([values, by]) => ({
    name,
    told: values,
    by,
    run: (store) => run(store, ...values),
  }));
}

const REOPEN = 'reopen';

const operations = fc.oneof(
  {
    weight: 4,
    arbitrary: operation('create', fc.tuple(profiles), (store, one) => store.create(one)),
  },
  {
    weight: 2,
    arbitrary: operation('update', fc.tuple(profiles), (store, one) => store.update(one)),
  },
  {
    weight: 8,
    arbitrary: operation(
      'append',
      fc.tuple(
        profileIds,
        fc.array(entries, { maxLength: 4 }),
        fc.array(pictures, { maxLength: 2 }),
      ),
      (store, id, log, known) => store.append(id, log, known),
    ),
  },
  {
    weight: 3,
    arbitrary: operation(
      'remember',
      fc.tuple(fc.array(pictures, { maxLength: 3 })),
      (store, known) => store.remember(known),
    ),
  },
  {
    weight: 3,
    arbitrary: operation('keep', fc.tuple(fc.array(snapshots, { maxLength: 3 })), (store, seen) =>
      store.keep(seen),
    ),
  },
  {
    weight: 2,
    arbitrary: operation(
      'forget',
      fc.tuple(profileIds, fc.subarray(PICTURES)),
      (store, id, unwanted) => store.forget(id, unwanted),
    ),
  },
  {
    weight: 1,
    arbitrary: operation('delete', fc.tuple(profileIds), (store, id) => store.delete(id)),
  },
  {
    weight: 1,
    arbitrary: operation('merge', fc.tuple(profileIds, profileIds), (store, from, into) =>
      store.merge(from, into),
    ),
  },
  { weight: 1, arbitrary: operation(REOPEN, fc.constant([]), async () => undefined) },
);

/** Tells a store and the model the same, and compares all that both say. */
export async function randomOperations(make: () => Promise<StoreUnderTest>): Promise<void> {
  const run = async (todo: readonly Operation[]): Promise<void> => {
    const place = await make();
    const stores = [await place.open(), await place.open()];
    const model = new ModelStore();
    try {
      for (const { name, told, by, run: perform } of todo) {
        if (name === REOPEN) {
          await stores[by]![Symbol.asyncDispose]();
          stores[by] = await place.open();
        }
        const words = `${name} ${JSON.stringify(told)}`;
        assert.deepEqual(await outcome(perform(stores[by]!)), await outcome(perform(model)), words);
        // What one has written the other one sees.
        assert.deepEqual(await state(stores[1 - by]!), await state(model), `after ${words}`);
      }
    } finally {
      for (const store of stores) await store[Symbol.asyncDispose]();
      await place.remove();
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(operations, { maxLength: MOST_OPERATIONS }), run), {
    numRuns: RUNS,
  });
}

/** What came of a call: a value, or the code of the error that it rejected with. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await call };
  } catch (error) {
    if (error instanceof CalmError || error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

async function state(store: PersonalizationStore): Promise<unknown> {
  const profiles = await store.profiles();
  const logs = [];
  for (const { id } of profiles) logs.push(await store.entries(id));
  const stamps = new Map(await store.stamps());
  const seen = [];
  for (const stamp of STAMPS)
    seen.push(byKey(await store.snapshots(stamp), ({ picture }) => picture));
  const some = await store.pictures(PICTURES.slice(0, 2));
  return {
    profiles,
    logs,
    stamps,
    seen,
    pictures: byKey(await store.pictures(), ({ sha256 }) => sha256),
    some: byKey(some, ({ sha256 }) => sha256),
  };
}

function byKey<T>(things: readonly T[], key: (thing: T) => string): T[] {
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
